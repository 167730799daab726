"""How much each line is off, whether that asks for a remark, and the remark that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from financien import rules
from financien.figures.stand import ACTIVITEIT, NUL, Aansluiting, Regelstand
from financien.models import Drempel, Soort, Verklaring


@dataclass(frozen=True)
class Afwijking:
    """A line that is off by `bedrag`: what it will cost or bring more (or, below zero, less) than its budget.

    `verklaring` is a remark on it, of this state or another; it answers while the line has not moved further than the
    threshold from what it explains.
    """

    regel: Regelstand
    bedrag: Decimal
    drempel: Decimal
    verklaring: Verklaring | None = None

    @property
    def omvang(self) -> Decimal:
        """How much, whatever the direction."""
        return abs(self.bedrag)

    @property
    def woorden(self) -> str:
        """The direction: more or less costs of an activity, more or less income; empty for nothing."""
        if not self.bedrag:
            return ""
        wat = "kosten" if self.regel.regelsoort == ACTIVITEIT else "inkomsten"
        return f"{'meer' if self.bedrag > 0 else 'minder'} {wat}"

    @property
    def groot(self) -> bool:
        """Above the threshold; exactly on it is not."""
        return self.omvang > self.drempel

    @property
    def verklaard(self) -> bool:
        """Is there a remark that still answers it?"""
        return self.verklaring is not None and _past(self.verklaring, self.bedrag, self.drempel)

    @property
    def nodig(self) -> bool:
        """Does somebody still have to write why?"""
        return self.groot and not self.verklaard


def drempel_op(dag: date) -> Decimal:
    """The threshold that holds on this day, in euros."""
    gezet = Drempel.objects.filter(vanaf__lte=dag).order_by("-vanaf").values_list("bedrag", flat=True).first()
    return rules.DREMPEL if gezet is None else gezet


def afwijkingen(stand: Aansluiting) -> list[Afwijking]:
    """All lines of which it is known how much they are off, each with its remark.

    A remark explains a state, and is mostly written after it: April on a day in May. So it counts from when it was
    written, whatever that day; what a frozen report says of it stays as it was.
    """
    if not stand.jaren:
        return []
    per_regel = {
        regel.code: bedrag for regel in stand.regels if (bedrag := _bedrag(regel, stand)) is not None
    }
    drempel, geschreven = drempel_op(stand.peildatum), _per_regel()
    uit = []
    for regel in stand.regels:
        if (bedrag := per_regel.get(regel.code)) is not None:
            rijen = geschreven.get(regel.code, [])
            uit.append(Afwijking(regel, bedrag, drempel, _kies(rijen, stand.peildatum, bedrag, drempel)))
    return uit


def _per_regel() -> dict[str, list[Verklaring]]:
    """All remarks by the code of their line, in order of the state that they explain."""
    uit: dict[str, list[Verklaring]] = {}
    for rij in Verklaring.objects.select_related("door").order_by("peildatum", "op", "pk"):
        uit.setdefault(rij.regelcode or "", []).append(rij)
    return uit


def _kies(rijen: list[Verklaring], peildatum: date, bedrag: Decimal, drempel: Decimal) -> Verklaring | None:
    """The latest remark on this state or one before it; where that does not answer, the first on a later state
    that does: who explained today need not write it again to close the month before."""
    eerder = next((rij for rij in reversed(rijen) if rij.peildatum <= peildatum), None)
    if eerder and _past(eerder, bedrag, drempel):
        return eerder
    later = (rij for rij in rijen if rij.peildatum > peildatum and _past(rij, bedrag, drempel))
    return next(later, eerder)


def _past(rij: Verklaring, bedrag: Decimal, drempel: Decimal) -> bool:
    return abs(bedrag - rij.afwijking) <= drempel


def _bedrag(regel: Regelstand, stand: Aansluiting) -> Decimal | None:
    """An activity: forecast less budget. Income: what the persons counted bring more or less, else, once its
    year has ended, what came less the budget. None where it is not known, and for what is never booked."""
    if regel.regelsoort == ACTIVITEIT:
        ongebruikt = not regel.gebruikt and stand.peildatum.year <= stand.jaren[-1]
        return None if regel.prognose is None or ongebruikt else regel.prognose - regel.budget
    if regel.soort == Soort.CORRECTIE:
        return None
    personen = next((rij for rij in stand.personen if rij.regel == regel), None)
    if personen and personen.verschil_euro is not None:
        return personen.verschil_euro
    voorbij = regel.jaar is not None and stand.peildatum.year > regel.jaar
    return NUL - regel.verschil if voorbij else None
