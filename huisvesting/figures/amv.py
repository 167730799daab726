"""The AMV homes and who lives there: what the consequence of them is reckoned with, in a few queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery

from dossiers.models import Statushouder
from huisvesting import rules
from huisvesting.figures.sturing import Stuurgetallen, stuurgetallen
from huisvesting.models import Aanbod, Plaatsing, Stuurcode, Telling, Woning
from huisvesting.models.woning import PlaatsingQuerySet
from huisvesting.rules import amv
from huisvesting.rules.halfjaren import code_van
from kern.contract import Domein, Peiling
from kern.leeftijd import MEERDERJARIG, Geboortedatum, laatste_verjaardag, uiterlijk_geboren
from kern.register import register

# A4: a house rule, where no other number of months was set.
ZOEKEN_MAANDEN = 6
INVOER: Mapping[str, Stuurcode] = {
    "instroom": Stuurcode.AMV_INSTROOM,
    "verblijf": Stuurcode.AMV_VERBLIJF,
    "plekken": Stuurcode.AMV_PLEKKEN,
    "woningen": Stuurcode.AMV_WONINGEN,
    "maanden": Stuurcode.AMV_MAANDEN,
    "tarief": Stuurcode.AMV_TARIEF,
}
# The document of the budget, and the lines of the plan that AMV homes and youngsters are paid from.
BEGROTING = "aansluiting"
AMV_REGEL, BUDGETREGELS = "AMV", ("AMV", "JONG")


@dataclass(frozen=True)
class Bewoner:
    """Somebody who lives in an AMV home at the peildatum.

    `zoeken_vanaf` and `wordt_18_op` are first possible days (A2), None where nothing of the birth is known.
    `dagen_te_laat` are the days since the search should have begun, None while a home is in sight or not yet due.
    `geteld`, `telt_op` (from then on, at 15) and `telt_nog` (with an own home) say how somebody counts; who never
    does has none of the three.
    """

    persoon: Statushouder
    woning: Woning
    sinds: date
    wordt_18_op: date | None
    zoeken_vanaf: date | None
    dagen_te_laat: int | None
    in_zicht: bool
    geteld: bool
    telt_op: date | None
    telt_nog: bool

    @property
    def jongere(self) -> amv.Jongere:
        nooit = not (self.geteld or self.telt_op or self.telt_nog)
        return amv.Jongere(self.wordt_18_op, self.telt_nog, telt_op=self.telt_op, telt_nooit=nooit)


def bewoning(peiling: Peiling) -> PlaatsingQuerySet:
    """Who lives in an AMV home at the end of the peildatum; for a user those whom they may see."""
    rijen = Plaatsing.objects.actueel().lopend_op(peiling.peildatum).filter(woning__amv_woning=True)
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen


def op_leeftijd(rijen: PlaatsingQuerySet) -> PlaatsingQuerySet:
    """Who turns 18 first on top; of whom nothing of the birth is known at the end."""
    return rijen.order_by(F("statushouder__geboren_vroegst").asc(nulls_last=True), "pk")


def worden_18(rijen: PlaatsingQuerySet, code: str, peildatum: date) -> PlaatsingQuerySet:
    """Those who turn 18 in this half-year; in the running one also who is 18 already."""
    van, tot_en_met = rules.grenzen(code)
    binnen = rijen.filter(statushouder__geboren_vroegst__lte=uiterlijk_geboren(MEERDERJARIG, tot_en_met))
    if van <= peildatum:
        return binnen
    return binnen.filter(statushouder__geboren_vroegst__gte=uiterlijk_geboren(MEERDERJARIG, van))


def minderjarigen(peiling: Peiling) -> PlaatsingQuerySet:
    """Unaccompanied minors living in an AMV home: who may be under 18 at the peildatum (A2)."""
    grens = uiterlijk_geboren(MEERDERJARIG, peiling.peildatum)
    return bewoning(peiling).exclude(statushouder__geboren_laatst__lte=grens)


def amv_getallen() -> Stuurgetallen:
    """The numbers about AMV homes; one query."""
    return stuurgetallen([*INVOER.values(), Stuurcode.AMV_ZOEKEN])


def maanden_zoeken(getallen: Stuurgetallen, dag: date) -> int:
    """How many months before 18 the search for a home begins (A4)."""
    gezet = getallen.geheel(Stuurcode.AMV_ZOEKEN, dag)
    return ZOEKEN_MAANDEN if gezet is None else gezet


def met_feiten(rijen: PlaatsingQuerySet, dag: date) -> PlaatsingQuerySet:
    """With how each counts and whether a home is in sight at `dag`: offered, or promised from a later day."""
    tellingen = Telling.objects.filter(statushouder=OuterRef("statushouder"), waarde=1)
    straks_15 = tellingen.filter(telt_op__gt=dag, regel="H7")
    aangeboden = Aanbod.objects.open_op(dag).filter(statushouder=OuterRef("statushouder"))
    straks = Plaatsing.objects.filter(
        statushouder=OuterRef("statushouder"), van__gt=dag, woning__amv_woning=False
    )
    return rijen.select_related("statushouder", "woning").annotate(
        geteld=Exists(tellingen.filter(telt_op__lte=dag)),
        telt_op=Subquery(straks_15.values("telt_op")[:1]),
        in_zicht=Exists(aangeboden) | Exists(straks),
    )


def bewoners(rijen: PlaatsingQuerySet, dag: date, zoeken: int) -> list[Bewoner]:
    """These rows of `bewoning` at `dag`, in their order; the search begins `zoeken` months before 18; one query."""
    return [bewoner(rij, dag, zoeken) for rij in met_feiten(rijen, dag)]


def bewoner(rij: Any, dag: date, zoeken: int) -> Bewoner:
    """A row of `met_feiten`, with the days that follow from the birth."""
    geboren = rij.statushouder.geboren
    vanaf = amv.zoeken_vanaf(geboren, zoeken)
    te_laat = vanaf is not None and vanaf < dag and not rij.in_zicht
    return Bewoner(
        persoon=rij.statushouder,
        woning=rij.woning,
        sinds=rij.van,
        wordt_18_op=amv.wordt_18_op(geboren),
        zoeken_vanaf=vanaf,
        dagen_te_laat=(dag - vanaf).days if vanaf and te_laat else None,
        in_zicht=rij.in_zicht,
        geteld=rij.geteld,
        telt_op=rij.telt_op,
        telt_nog=not rij.geteld and rij.telt_op is None and _telt_met_18(rij.statushouder, geboren),
    )


def _telt_met_18(persoon: Statushouder, geboren: Geboortedatum) -> bool:
    """Whether the own home at 18 counts (H6, H7): by the permit, for the kind of reception no longer matters."""
    dag = laatste_verjaardag(geboren, MEERDERJARIG)
    return (
        dag is not None
        and rules.telt_mee(
            vergunning=persoon.vergunning,
            wijze_van_komst=persoon.wijze_van_komst,
            opvang=persoon.opvang,
            geboren=geboren,
            gezin_gehuisvest_op=None,
            dag=dag,
        ).telt
    )


def woningen_per_halfjaar(peildatum: date) -> list[int]:
    """AMV homes to be let at the end of the running half-year and of each of the six after it; one query."""
    eerste = amv.eerste_stap(peildatum)
    tijden = list(
        Woning.objects.filter(amv_woning=True)
        .order_by()
        .values_list("beschikbaar_van", "beschikbaar_tot_en_met")
    )
    dagen = [rules.grenzen(code_van(nu))[1] for nu in range(eerste - 1, eerste + amv.VOORUIT)]
    return [sum(van <= dag <= tot_en_met for van, tot_en_met in map(_tijd, tijden)) for dag in dagen]


def _tijd(tijd: tuple[date | None, date | None]) -> tuple[date, date]:
    van, tot_en_met = tijd
    return van or date.min, tot_en_met or date.max


def vaste_invoer(getallen: Stuurgetallen, dag: date) -> dict[str, Decimal]:
    """The numbers that were set and hold on `dag`, by the field of `amv.Invoer`; what was not set is absent."""
    rijen = {veld: getallen.op(code, dag) for veld, code in INVOER.items()}
    return {veld: rij.waarde for veld, rij in rijen.items() if rij}


def invoer_van(waarden: Mapping[str, Any]) -> amv.Invoer | None:
    """The numbers by their field, to reckon with; None where one of them lacks."""
    if not {*INVOER} <= {*waarden}:
        return None
    return amv.Invoer(
        instroom=int(waarden["instroom"]),
        verblijf=int(waarden["verblijf"]),
        plekken=int(waarden["plekken"]),
        woningen=Decimal(waarden["woningen"]),
        maanden=int(waarden["maanden"]),
        tarief=Decimal(waarden["tarief"]),
    )


def gevolgen_op(peildatum: date) -> amv.Gevolgen | None:
    """What the AMV homes ask by the numbers that were set; None where one of them lacks. Three queries."""
    getallen = amv_getallen()
    invoer = invoer_van(vaste_invoer(getallen, peildatum))
    if invoer is None:
        return None
    wie = bewoners(bewoning(Peiling.op(peildatum)), peildatum, maanden_zoeken(getallen, peildatum))
    return amv.gevolgen(
        invoer,
        [rij.jongere for rij in wie],
        woningen=woningen_per_halfjaar(peildatum),
        peildatum=peildatum,
    )


@dataclass(frozen=True)
class Budget:
    """What the plan's budget still has, in euros: by line (name, free), and what no line has.

    `jaren` are the plan's years; `amv_vrij` is what is free for AMV homes, `adres` the page of the budget.
    """

    jaren: Sequence[int]
    regels: Sequence[tuple[str, Decimal]]
    amv_vrij: Decimal
    niet_toegewezen: Decimal
    adres: str


Document = Callable[[Peiling], dict[str, Any]]


def begroting() -> tuple[Domein, Document] | None:
    """Whose budget it is, in which the right to it is asked, and how it is read; None where no domain has one."""
    return register.document(BEGROTING)


def budget(domein: Domein, document: Document, peiling: Peiling) -> Budget | None:
    """What is free at the peildatum; None where no plan with a line for AMV homes is loaded."""
    stand = document(peiling)
    vrij = {regel["code"]: (regel["omschrijving"], Decimal(regel["vrij"])) for regel in stand["regels"]}
    if AMV_REGEL not in vrij:
        return None
    return Budget(
        jaren=[jaar["jaar"] for jaar in stand["jaren"]],
        regels=[vrij[code] for code in BUDGETREGELS if code in vrij],
        amv_vrij=vrij[AMV_REGEL][1],
        niet_toegewezen=Decimal(stand["totaal"]["niet_toegewezen"]),
        adres=domein.menu[0].url if domein.menu else "",
    )
