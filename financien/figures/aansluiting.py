"""The reconciliation of the budget as set-based reading; amounts are euros, exact to the cent.

There are no bookings yet: what is spent, committed or changed is zero, and a forecast is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.db.models import (
    CharField,
    DecimalField,
    ExpressionWrapper,
    F,
    PositiveSmallIntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
)
from django.db.models.functions import Cast

from financien import rules
from financien.models import Activiteit, Inkomstenpost, Rekening
from kern.contract import Bevinding, Peiling
from kern.controles import bevinding
from kern.models import Plan
from kern.register import register

NUL = Decimal("0.00")
INKOMST, ACTIVITEIT = "inkomst", "activiteit"


@dataclass(frozen=True)
class Regelstand:
    """A line of the budget and how it stands. `jaar` is None for an activity: its split is not decided.

    `soort` is the kind of income, None for an activity; `hoofdstuk` the domain of an activity, None for
    income. `aantal` and `tarief` are both there or not.
    """

    code: str
    jaar: int | None
    regelsoort: Literal["inkomst", "activiteit"]
    soort: str | None
    hoofdstuk: str | None
    omschrijving: str
    aantal: int | None
    tarief: Decimal | None
    tegenpost: str | None
    begroot: Decimal
    gewijzigd: Decimal = NUL
    geboekt: Decimal = NUL
    verplicht: Decimal = NUL
    prognose: Decimal | None = None

    @property
    def verschil(self) -> Decimal:
        """What was budgeted and is not received or spent yet."""
        return self.begroot + self.gewijzigd - self.geboekt

    @property
    def vrij(self) -> Decimal:
        """The difference, less what is committed."""
        return self.verschil - self.verplicht


@dataclass(frozen=True)
class Personen:
    """Persons in a line beside the persons counted; `geteld` is None where nobody can know it yet."""

    regel: Regelstand
    grondslag: rules.Grondslag | None
    begroot: int
    tarief: Decimal
    geteld: int | None
    van: date
    tot_en_met: date
    bekend: bool

    @property
    def verschil(self) -> int | None:
        return None if self.geteld is None else self.geteld - self.begroot

    @property
    def verschil_euro(self) -> Decimal | None:
        return None if self.verschil is None else self.verschil * self.tarief


@dataclass(frozen=True)
class Aansluiting:
    """The whole reconciliation at a peildatum: the page, the command and the report read this."""

    peildatum: date
    jaren: list[int]
    regels: list[Regelstand]
    inkomsten_per_jaar: dict[int, Decimal]
    inkomsten: Decimal
    lasten: Decimal
    personen: list[Personen]

    @property
    def activiteiten(self) -> list[Regelstand]:
        return [regel for regel in self.regels if regel.regelsoort == ACTIVITEIT]

    def posten(self, jaar: int) -> list[Regelstand]:
        """The income lines of a year."""
        return [regel for regel in self.regels if regel.regelsoort == INKOMST and regel.jaar == jaar]

    def regel(self, code: str | None) -> Regelstand | None:
        """The line with this code, None when there is none."""
        return next((regel for regel in self.regels if regel.code == code), None)

    @property
    def niet_toegewezen(self) -> Decimal:
        """Income of all years less all activities."""
        return self.inkomsten - self.lasten

    @property
    def niet_toegewezen_eerste_jaar(self) -> Decimal:
        """The other reading: all activities fall in the first year of the plan."""
        return self.inkomsten_per_jaar[self.jaren[0]] - self.lasten if self.jaren else NUL


def planjaren() -> list[int]:
    """The years of the loaded plan, in order; empty before a plan is loaded."""
    jaren: list[int] = Plan.objects.values_list("jaren", flat=True).first() or []
    return jaren


def regels() -> QuerySet[Any, dict[str, Any]]:
    """All lines of the budget, income first and then by year, as one query."""
    kolommen = ("code", "omschrijving", "aantal", "tarief", "bedrag", "pk")
    posten = Inkomstenpost.objects.order_by().annotate(
        regelsoort=Value(INKOMST),
        regeljaar=F("jaar"),
        herkomst=F("soort"),
        deel=Cast(Value(None), CharField()),
        tegen=F("tegenpost_id"),
    )
    activiteiten = Activiteit.objects.order_by().annotate(
        regelsoort=Value(ACTIVITEIT),
        regeljaar=Cast(Value(None), PositiveSmallIntegerField()),
        herkomst=Cast(Value(None), CharField()),
        deel=F("hoofdstuk"),
        tegen=Cast(Value(None), CharField()),
    )
    berekend = ("regelsoort", "regeljaar", "herkomst", "deel", "tegen")
    samen: QuerySet[Any, dict[str, Any]] = posten.values(*kolommen, *berekend).union(
        activiteiten.values(*kolommen, *berekend), all=True
    )
    return samen.order_by("-regelsoort", "regeljaar", "pk")


def rekeningen(code: str) -> QuerySet[Rekening]:
    """The ledger accounts of the line with this code."""
    return Rekening.objects.filter(Q(inkomstenpost=code) | Q(activiteit=code))


def inkomsten() -> Decimal:
    """Budgeted income over all years of the plan."""
    return Inkomstenpost.objects.aggregate(som=Sum("bedrag"))["som"] or NUL


def lasten() -> Decimal:
    """Budgeted activities of the whole plan."""
    return Activiteit.objects.aggregate(som=Sum("bedrag"))["som"] or NUL


def inkomsten_per_jaar(jaren: Sequence[int]) -> dict[int, Decimal]:
    """Budgeted income for each of these years; a year without lines has zero."""
    sommen = dict(
        Inkomstenpost.objects.order_by("jaar")
        .values("jaar")
        .annotate(som=Sum("bedrag"))
        .values_list("jaar", "som")
    )
    return {jaar: sommen.get(jaar) or NUL for jaar in jaren}


def bereken(peildatum: date) -> Aansluiting:
    """The reconciliation at the end of `peildatum`. The number of queries does not grow with the lines."""
    jaren = planjaren()
    rijen = [_regelstand(rij) for rij in regels()]
    return Aansluiting(
        peildatum=peildatum,
        jaren=jaren,
        regels=rijen,
        inkomsten_per_jaar=inkomsten_per_jaar(jaren),
        inkomsten=inkomsten(),
        lasten=lasten(),
        personen=personen_naast_personen(rijen, peildatum=peildatum, jaren=jaren),
    )


def personen_naast_personen(
    rijen: Sequence[Regelstand], *, peildatum: date, jaren: list[int]
) -> list[Personen]:
    """The lines in persons, each beside the key figure that counts them over the line's own time.

    Counted up to and including `peildatum`; not known while that time has not begun, or while no
    domain registers the figure. Each figure and period is counted once, however many lines ask.
    """
    geteld: dict[tuple[str, date, date], int | None] = {}
    uit = []
    for regel in rijen:
        if regel.aantal is None or regel.tarief is None or not jaren:
            continue
        bron = rules.grondslag(code=regel.code, soort=regel.soort)
        van, tot_en_met = rules.looptijd(regel.jaar, jaren)
        bekend = bron is not None and register.kerncijfer(bron.kerncijfer) is not None
        sleutel = (bron.kerncijfer if bron else "", van, tot_en_met)
        if sleutel not in geteld:
            geteld[sleutel] = _tel(*sleutel, peildatum)
        uit.append(
            Personen(regel, bron, regel.aantal, regel.tarief, geteld[sleutel], van, tot_en_met, bekend=bekend)
        )
    return uit


def _tel(kerncijfer: str, van: date, tot_en_met: date, peildatum: date) -> int | None:
    cijfer = register.kerncijfer(kerncijfer)
    if cijfer is None or peildatum < van:
        return None
    waarde = cijfer.bereken(Peiling(peildatum, van, tot_en_met))
    return None if waarde is None else int(waarde)


def _regelstand(rij: dict[str, Any]) -> Regelstand:
    return Regelstand(
        code=rij["code"],
        jaar=rij["regeljaar"],
        regelsoort=rij["regelsoort"],
        soort=rij["herkomst"],
        hoofdstuk=rij["deel"],
        omschrijving=rij["omschrijving"],
        aantal=rij["aantal"],
        tarief=rij["tarief"],
        tegenpost=rij["tegen"],
        begroot=rij["bedrag"],
    )


def begroting_sluit() -> Bevinding:
    """Lines whose amount is not persons × rate, and counter entries that do not net to zero in a pair."""
    keer = ExpressionWrapper(
        F("aantal") * F("tarief"), output_field=DecimalField(max_digits=24, decimal_places=2)
    )
    fout = Q(aantal__isnull=False, tarief__isnull=False) & ~Q(bedrag=keer)
    paar = Q(tegenpost__tegenpost=F("code"), tegenpost__bedrag=NUL - F("bedrag"))
    los = Inkomstenpost.objects.filter(tegenpost__isnull=False).exclude(
        pk__in=Inkomstenpost.objects.filter(paar).values("pk")
    )
    regels = (Inkomstenpost.objects.filter(fout), Activiteit.objects.filter(fout), los)
    return bevinding(*(rijen.values_list("code", flat=True) for rijen in regels))
