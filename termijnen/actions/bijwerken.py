"""Keeping the terms as their rules say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from termijnen import motor
from termijnen.motor import Verschil

# Dossiers that the night computes in one transaction: short enough that nobody waits long for a lock.
PER_KEER = 20_000


def werk_bij(dossiers: Iterable[Any]) -> None:
    """Compute the terms of these dossiers anew, inside the transaction of the action that touched them."""
    if sleutels := {dossier.pk for dossier in dossiers}:
        motor.werk_bij(sleutels)


def werk_onderwerpen_bij(domein: str = "") -> None:
    """Compute the terms without a dossier anew, of one domain or of all, inside the transaction of an action."""
    motor.werk_onderwerpen_bij(domein)


def herbereken() -> Verschil:
    """Compute the terms of all dossiers and of all other subjects anew; how many rows changed.

    Which dossiers differ is asked first, which only reads; those are computed a part in a transaction each.
    """
    samen, sleutels = motor.werk_onderwerpen_bij(""), motor.anders()
    for begin in range(0, len(sleutels), PER_KEER):
        with transaction.atomic():
            deel = motor.werk_bij(sleutels[begin : begin + PER_KEER])
            samen = Verschil(*(a + b for a, b in zip(samen, deel, strict=True)))
    return samen
