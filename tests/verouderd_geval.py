"""A stored row, its page, and what two people make of it: what the cases of stale forms are made with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from toegang.models import Gebruiker

DAG = date(2017, 4, 3)


@dataclass
class Geval:
    """A stored row, its page, and what two people make of one field: we type, a colleague saves first.

    Without `veld` the form holds nothing of the row, and `opgeslagen` is a field that the page tells of.
    """

    rij: Any
    args: list[Any]
    opgeslagen: dict[str, Any]
    veld: str = ""
    getypt: str = ""
    rest: dict[str, str] = field(default_factory=dict)


def ik() -> Gebruiker:
    return Gebruiker.objects.get(naam="Ik")


def gewoon(rij: Any, veld: str, opgeslagen: str, getypt: str) -> Geval:
    return Geval(rij, [rij.pk], {veld: opgeslagen}, veld, getypt)


def handeling(rij: Any, opgeslagen: dict[str, Any], **rest: str) -> Geval:
    return Geval(rij, [rij.pk], opgeslagen, rest=rest)
