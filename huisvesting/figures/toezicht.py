"""How the quota stands before the province: a fixed number of queries, however many people are linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, Value

from dossiers.models import Statushouder, Vergunning
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting import rules
from huisvesting.figures.grootboek import Stand, grootboek
from huisvesting.models import Plaatsing, Telling, Toezichtstap
from huisvesting.rules import Beoordeling, Koppeling, Reeks

# Twice the four half-years of Zuid-Holland: what is before those does not change what the province may do.
TERUG = 8


@dataclass(frozen=True)
class Periodetoezicht:
    """One period before the province; `stand` None where no number of it is known.

    `koppeling` is None until the day on which the links are counted has come.
    """

    code: str
    stand: Stand | None
    beoordeling: Beoordeling
    koppeling: Koppeling | None

    @property
    def koppeldag(self) -> date:
        return rules.koppeldag(self.code)

    @property
    def beoordeeldag(self) -> date:
        return rules.beoordeeldag(self.code)


@dataclass(frozen=True)
class Toezicht:
    """The running period and those before it, the last one first, with what the province did."""

    peildatum: date
    periodes: Sequence[Periodetoezicht]
    reeks: Reeks
    stappen: Sequence[Toezichtstap]

    @property
    def laatste(self) -> Periodetoezicht | None:
        """The last period that has ended; None before the ledger begins."""
        return next((deel for deel in self.periodes if deel.beoordeling != Beoordeling.LOOPT), None)

    @property
    def in_reeks(self) -> Sequence[str]:
        """Codes of the periods that were missed in a row."""
        afgesloten = [deel.code for deel in self.periodes if deel.beoordeling != Beoordeling.LOOPT]
        return afgesloten[: self.reeks.gemist]


def toezicht(peildatum: date, standen: Sequence[Stand] | None = None) -> Toezicht:
    """All that the province may see at the peildatum; `standen` is the ledger where that was read already.

    A period before the first one of which anybody is counted has no known realised figures. Source: H12.
    """
    bekend = {stand.periode.code: stand for stand in standen or grootboek(peildatum)}
    codes = _codes(bekend, peildatum)
    eerste = min(
        (s.periode.van for s in bekend.values() if s.beginstand_geldt or s.gerealiseerd_benoemd), default=None
    )
    koppelingen = _koppelingen([bekend[code] for code in codes if code in bekend], peildatum)
    periodes = []
    for code in codes:
        stand = bekend.get(code)
        weet = stand is not None and eerste is not None and stand.periode.van >= eerste
        koppeling = koppelingen.get(code)
        afgesloten = rules.beoordeeldag(code) <= peildatum
        beoordeling = (
            rules.beoordeel_periode(stand.saldo if stand and weet else None, koppeling)
            if afgesloten
            else Beoordeling.LOOPT
        )
        periodes.append(Periodetoezicht(code, stand, beoordeling, koppeling))
    afgesloten_ = [deel.beoordeling for deel in periodes if deel.beoordeling != Beoordeling.LOOPT]
    return Toezicht(
        peildatum=peildatum,
        periodes=periodes,
        reeks=rules.reeks(afgesloten_),
        stappen=list(Toezichtstap.objects.filter(op__lte=peildatum).select_related("periode")),
    )


def _codes(bekend: dict[str, Stand], peildatum: date) -> list[str]:
    """The period of the peildatum and those before it, as far as the ledger goes, the last one first."""
    begin = min((stand.periode.van for stand in bekend.values()), default=peildatum)
    codes: list[str] = []
    dag = peildatum
    while len(codes) <= TERUG and (not codes or dag >= begin):
        code = next(
            (c for c, s in bekend.items() if s.periode.van <= dag <= s.periode.tot_en_met),
            rules.halfjaar(dag),
        )
        codes.append(code)
        dag = rules.grenzen(code)[0] - timedelta(days=1)
    return codes


def _koppelingen(standen: Sequence[Stand], peildatum: date) -> dict[str, Koppeling]:
    """By period, where the day of the links has come by the peildatum; one query."""
    gekomen = [stand for stand in standen if rules.koppeldag(stand.periode.code) <= peildatum]
    tellingen = [
        gekoppeld(stand.periode.code, peildatum, met_woning=met_woning)
        .order_by()
        .annotate(code=Value(stand.periode.code), woont=Value(met_woning))
        .values_list("code", "woont")
        .annotate(n=Count("pk"))
        for stand in gekomen
        for met_woning in (True, False)
    ]
    aantallen = {}
    if tellingen:
        eerste, *rest = tellingen
        aantallen = {(code, woont): n for code, woont, n in eerste.union(*rest, all=True)}
    return {
        stand.periode.code: Koppeling(
            met_woning=aantallen.get((stand.periode.code, True), 0),
            wachtend=aantallen.get((stand.periode.code, False), 0),
            zonder_naam=max(stand.gerealiseerd - stand.gerealiseerd_benoemd, 0),
            nodig=stand.te_realiseren,
        )
        for stand in gekomen
    }


def gekoppeld(code: str, peildatum: date, *, met_woning: bool | None = None) -> StatushouderQuerySet:
    """Who was there to be housed on the day of the links: linked by then, or housed by then without a link.

    `met_woning`: who counts within the period, up to the peildatum; False: who did not count by then; None:
    both. Nobody who counted before the period, may not count by the permit, or had a home without counting.
    """
    van, tot_en_met = rules.grenzen(code)
    dag, eind = rules.koppeldag(code), min(tot_en_met, peildatum)
    telt = Telling.objects.filter(statushouder=OuterRef("pk"), waarde=1)
    op_tijd = Q(coa_koppeldatum__lte=dag)
    in_periode = Q(Exists(telt.filter(telt_op__range=(van, eind)))) & (
        op_tijd | Q(Exists(telt.filter(telt_op__range=(van, dag))))
    )
    woont = Plaatsing.objects.filter(statushouder=OuterRef("pk"), van__lte=dag)
    wacht = (
        op_tijd
        & Q(vergunning__in=[Vergunning.ASIEL, Vergunning.NAREIS])
        & ~Q(Exists(telt.filter(telt_op__lte=eind)))
        & ~Q(Exists(woont))
    )
    deel = in_periode | wacht if met_woning is None else in_periode if met_woning else wacht
    return Statushouder.objects.actueel().filter(deel)
