"""Which history is of an import: its events carry its number."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.db import connection


@contextmanager
def onder(**gegevens: Any) -> Iterator[None]:
    """Let the history know, in this transaction, that what is written now is of this import.

    pghistory's own context stays until the transaction ends, and would take in what comes after.
    """
    with pghistory.context(**gegevens):
        yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pghistory.context_id', '', true)")
