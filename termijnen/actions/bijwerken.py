"""Keeping the terms as their rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from dossiers.models import Statushouder
from termijnen import motor
from termijnen.motor import Verschil

# Dossiers that the night computes in one transaction: short enough that nobody waits long for a lock.
PER_KEER = 20_000


def werk_bij(dossiers: Iterable[Any]) -> None:
    """Compute the terms of these dossiers anew, inside the transaction of the action that touched them."""
    if sleutels := {dossier.pk for dossier in dossiers}:
        motor.werk_bij(sleutels)


def herbereken() -> Verschil:
    """Compute the terms of all dossiers anew, a range of keys in a transaction each; how many rows changed."""
    samen = Verschil(0, 0, 0)
    for sleutels in _partijen():
        with transaction.atomic():
            samen = Verschil(*(a + b for a, b in zip(samen, motor.werk_bij(sleutels), strict=True)))
    return samen


def _partijen() -> Iterator[list[int]]:
    laatste = 0
    while True:
        rijen = Statushouder.objects.filter(pk__gt=laatste).order_by("pk")
        sleutels = list(rijen.values_list("pk", flat=True)[:PER_KEER])
        if not sleutels:
            return
        yield sleutels
        laatste = sleutels[-1]
