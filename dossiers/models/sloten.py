"""Locking dossiers: before anything else of an act, and always in the same order."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection


def vergrendel(sleutels: Iterable[int], *, geheel: bool = False) -> None:
    """Lock these dossiers for this transaction, with all who are or were in a family with them, by key; one query.

    What is derived of a family (who counts) is written for all its members, so two acts on two of them come one
    after the other. `geheel`: nobody may even make a row about them meanwhile. Needs a transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT wi_vergrendel(%s, %s)", [list(sleutels), geheel])
