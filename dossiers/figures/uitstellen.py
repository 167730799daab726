"""What a postponed task goes back to."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from dossiers.models import Taak


class Uitstel(NamedTuple):
    """The last day of a task (inclusive), the one before anybody postponed it, and why it was; as its fields."""

    uiterlijk_op: date
    eerst_uiterlijk_op: date | None
    uitstel_reden: str


def voor_het_uitstel(taak: Taak) -> Uitstel | None:
    """What this task, as it was read, had before it was last postponed; None where it is not postponed. One query.

    As its history says; where that is not kept, the day before it was postponed at all.
    """
    return _ervoor(taak, _geschiedenis(taak))


def is_teruggedraaid(taak: Taak) -> bool:
    """Does this task, as it was read, stand as taking back a postponement would leave the version before it?"""
    eerdere = _geschiedenis(taak)
    stond = eerdere.filter(versie=taak.versie - 1).first()
    if stond is None:
        return False
    ervoor = _ervoor(stond, eerdere.filter(pgh_id__lt=stond.pgh_id))
    return ervoor == Uitstel(*(getattr(taak, veld) for veld in Uitstel._fields))


def _geschiedenis(taak: Taak) -> Any:
    return taak.events.order_by("-pgh_id")  # type: ignore[attr-defined]


def _ervoor(stond: Any, eerdere: Any) -> Uitstel | None:
    """Of a task or a version of it, with what was before it, the newest first.

    Postponing only moves to a later day, and any other change of it ends the postponement (`wijzig_taak`): so what
    stood there before is the newest with an earlier day, whatever was taken back in between.
    """
    if stond.eerst_uiterlijk_op is None:
        return None
    vorige = eerdere.filter(uiterlijk_op__lt=stond.uiterlijk_op).values_list(*Uitstel._fields).first()
    return Uitstel(*vorige) if vorige else Uitstel(stond.eerst_uiterlijk_op, None, "")
