"""Entries without a line: one list, the oldest first, with how long they wait and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Exists, OuterRef

from financien.models import Boeking, Toedeling
from financien.models.grootboek import BoekingQuerySet

LOSGEMAAKT = "De koppeling is ongedaan gemaakt."


@dataclass(frozen=True)
class Onverklaard:
    """A loose entry at a day; `dagen_open` are the days since its date."""

    boekstuk: str
    boekdatum: date
    bedrag: Decimal
    reden: str
    dagen_open: int


def losse_boekingen(peildatum: date) -> BoekingQuerySet:
    """Dated on or before `peildatum` and without a line, the oldest first; `losgemaakt` where it had one."""
    eerder = Toedeling.objects.filter(boeking=OuterRef("pk"))
    rijen = Boeking.objects.tot_en_met(peildatum).zonder_regel().annotate(losgemaakt=Exists(eerder))
    return rijen.order_by("boekdatum", "pk")


def onverklaard(peildatum: date) -> list[Onverklaard]:
    """All loose entries at `peildatum`, in one query."""
    return [
        Onverklaard(
            boekstuk=rij.boekstuk,
            boekdatum=rij.boekdatum,
            bedrag=rij.bedrag,
            reden=LOSGEMAAKT if rij.losgemaakt else rekening_zonder_regel(rij),  # type: ignore[attr-defined]
            dagen_open=(peildatum - rij.boekdatum).days,
        )
        for rij in losse_boekingen(peildatum).iterator()
    ]


def rekening_zonder_regel(boeking: Boeking) -> str:
    """Why an entry has no line, in words."""
    return (
        f"Kostenplaats {boeking.kostenplaats} met rekening {boeking.grootboekrekening} hoort bij geen regel van de "
        "begroting."
    )
