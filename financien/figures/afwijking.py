"""How much each line is off, whether that asks for a remark, and the remark that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models.functions import Coalesce

from financien import rules
from financien.figures.stand import ACTIVITEIT, NUL, Aansluiting, Regelstand
from financien.models import Drempel, Soort, Verklaring


@dataclass(frozen=True)
class Afwijking:
    """A line that is off by `bedrag`: what it will cost or bring more (or, below zero, less) than its budget.

    `verklaring` is the latest remark on it; it answers as long as the line has not moved further than the
    threshold since.
    """

    regel: Regelstand
    bedrag: Decimal
    drempel: Decimal
    verklaring: Verklaring | None = None

    @property
    def groot(self) -> bool:
        """Above the threshold; exactly on it is not."""
        return abs(self.bedrag) > self.drempel

    @property
    def verklaard(self) -> bool:
        """Is there a remark that still answers it?"""
        eerder = self.verklaring
        return eerder is not None and abs(self.bedrag - eerder.afwijking) <= self.drempel

    @property
    def nodig(self) -> bool:
        """Does somebody still have to write why?"""
        return self.groot and not self.verklaard


def drempel_op(dag: date) -> Decimal:
    """The threshold that holds on this day, in euros."""
    gezet = Drempel.objects.filter(vanaf__lte=dag).order_by("-vanaf").values_list("bedrag", flat=True).first()
    return rules.DREMPEL if gezet is None else gezet


def afwijkingen(stand: Aansluiting, *, gelezen_op: date) -> list[Afwijking]:
    """All lines of which it is known how much they are off, with the latest remark written by `gelezen_op`."""
    if not stand.jaren:
        return []
    per_regel = {
        regel.code: bedrag for regel in stand.regels if (bedrag := _bedrag(regel, stand)) is not None
    }
    code = Coalesce("inkomstenpost", "activiteit")
    rijen = Verklaring.objects.filter(op__lte=gelezen_op).annotate(code=code).select_related("door")
    laatste = {rij.code: rij for rij in rijen.order_by("code", "-op", "-pk").distinct("code")}
    drempel = drempel_op(stand.peildatum)
    return [
        Afwijking(regel, per_regel[regel.code], drempel, laatste.get(regel.code))
        for regel in stand.regels
        if regel.code in per_regel
    ]


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
