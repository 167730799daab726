"""What the forecast of the quota starts from: a fixed number of queries, however many persons are expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, Sum

from dossiers.models import Statushouder, Vergunning, WijzeVanKomst
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting import rules
from huisvesting.figures.grootboek import Stand, grootboek, verwacht_per_dag
from huisvesting.figures.huishoudens import gekoppeld_zonder_datum
from huisvesting.figures.sturing import INSTROOM, Stuurgetallen, stuurgetallen
from huisvesting.models import Stuurcode, Telling, Verwachting
from huisvesting.rules import Halfjaar, Vooruitzicht
from kern.leeftijd import MEERDERJARIG, uiterlijk_geboren, verjaardag

GETALLEN = (*INSTROOM.values(), Stuurcode.OPGAVE_LATER, Stuurcode.AMV_INSTROOM)


@dataclass(frozen=True)
class Prognose:
    """The forecast at a peildatum, with what it was made from.

    `begin_bekend`: the ledger says what is carried into the first period; else is forecast from nought.
    `te_laat` were expected before the peildatum and have no home yet; `amv_zonder_dag` turn 18 in the
    running period and have no day for a home; `gekoppeld_zonder_dag` were linked and have none. None of them is
    counted in it.
    """

    peildatum: date
    vooruit: Sequence[Vooruitzicht]
    standen: dict[str, Stand]
    getallen: Stuurgetallen
    begin_bekend: bool
    te_laat: int
    amv_zonder_dag: int
    gekoppeld_zonder_dag: int

    @property
    def lopend(self) -> Vooruitzicht:
        """The running period: always there, known or not."""
        return self.vooruit[0]

    @property
    def heeft_lijnen(self) -> bool:
        """Whether a shortage or lead of any half-year is known at all."""
        return any(
            uitkomst.saldo is not None for deel in self.vooruit for uitkomst in deel.uitkomsten.values()
        )


def prognose(peildatum: date, standen: Sequence[Stand] | None = None) -> Prognose:
    """The running period and three years after it; `standen` is the ledger where that was read already.

    Who may be expected is read as in the ledger, so that the running period ends where it says. Source:
    design section 5.
    """
    bekend = {stand.periode.code: stand for stand in standen or grootboek(peildatum)}
    codes = rules.vooruitcodes(peildatum, list(bekend))
    eind = rules.grenzen(codes[-1])[1]
    getallen = stuurgetallen(GETALLEN)
    verwacht, te_laat = _verwacht(codes, peildatum)
    wordt_18 = _wordt_18(codes, peildatum, eind)
    gerealiseerd = _gerealiseerd(bekend.get(codes[0]), codes[0], peildatum)
    halfjaren = [
        _halfjaar(
            code,
            loopt=code == codes[0],
            stand=bekend.get(code),
            getallen=getallen,
            verwacht=verwacht,
            gerealiseerd=gerealiseerd if code == codes[0] else 0,
            amv_18=wordt_18[code] if code != codes[0] else 0,
        )
        for code in codes
    ]
    meegenomen = _meegenomen(bekend, codes[0])
    return Prognose(
        peildatum=peildatum,
        vooruit=rules.prognose(halfjaren, meegenomen=meegenomen or 0),
        standen=bekend,
        getallen=getallen,
        begin_bekend=meegenomen is not None,
        te_laat=te_laat,
        amv_zonder_dag=wordt_18[codes[0]],
        gekoppeld_zonder_dag=zonder_dag(peildatum).count(),
    )


def _halfjaar(
    code: str,
    *,
    loopt: bool,
    stand: Stand | None,
    getallen: Stuurgetallen,
    verwacht: Counter[tuple[str, str]],
    gerealiseerd: int,
    amv_18: int,
) -> Halfjaar:
    van, helften = rules.grenzen(code)[0], rules.helften(code)
    later = getallen.geheel(Stuurcode.OPGAVE_LATER, van)
    per_jaar = getallen.geheel(Stuurcode.AMV_INSTROOM, van)
    instroom = {lijn: getallen.geheel(soort, van) for lijn, soort in INSTROOM.items()}
    return Halfjaar(
        code=code,
        loopt=loopt,
        opgave=stand.opgave if stand else None if later is None else later * helften,
        geschat=stand is None,
        gerealiseerd=gerealiseerd,
        gekoppeld=verwacht[code, WijzeVanKomst.KOPPELING] + verwacht[code, WijzeVanKomst.OVERIG],
        nareizigers=verwacht[code, WijzeVanKomst.NAREIZIGER],
        amv=verwacht[code, WijzeVanKomst.AMV],
        amv_18=amv_18,
        instroom={lijn: None if n is None else n * helften for lijn, n in instroom.items()},
        amv_instroom=None if per_jaar is None else rules.van_jaar(per_jaar, code),
    )


def _meegenomen(standen: dict[str, Stand], code: str) -> int | None:
    """What is carried into the first period; None where the ledger does not reach up to it."""
    if code in standen:
        return standen[code].overgedragen
    dag_ervoor = rules.grenzen(code)[0] - timedelta(days=1)
    return next((stand.saldo for stand in standen.values() if stand.periode.tot_en_met == dag_ervoor), None)


def _gerealiseerd(stand: Stand | None, code: str, peildatum: date) -> int:
    """By the ledger; where the number of the period is not known, who counts in it so far."""
    if stand:
        return stand.gerealiseerd
    van = rules.grenzen(code)[0]
    som: int | None = Telling.objects.tussen(van, peildatum).aggregate(som=Sum("waarde"))["som"]
    return som or 0


def _verwacht(codes: Sequence[str], peildatum: date) -> tuple[Counter[tuple[str, str]], int]:
    """Persons by period and how they come; and who was expected before the peildatum."""
    aantallen: Counter[tuple[str, str]] = Counter()
    te_laat = 0
    for rij in verwacht_per_dag(peildatum, rules.grenzen(codes[-1])[1], ook_gemist=True):
        if rij.dag < peildatum:
            te_laat += rij.personen
        else:
            aantallen[_code(codes, rij.dag), rij.komst] += rij.personen
    return aantallen, te_laat


def _wordt_18(codes: Sequence[str], peildatum: date, eind: date) -> Counter[str]:
    """By period: AMV who turn 18 in it, live here, do not count yet and have no day for a home."""
    geboren = amv_wordt_18(peildatum, peildatum, eind).order_by().values_list("geboren_vroegst", flat=True)
    dagen = (verjaardag(dag, MEERDERJARIG) for dag in geboren if dag)
    return Counter(_code(codes, dag) for dag in dagen)


def amv_wordt_18(peildatum: date, na: date, tot_en_met: date) -> StatushouderQuerySet:
    """AMV who live here, never count, have no day for a home, and turn 18 after `na`, up to `tot_en_met`.

    On the first day on which they can be 18, as the page of the AMV homes has it (A2). Source: H7.
    """
    geteld = Telling.objects.filter(statushouder=OuterRef("pk"), waarde=1)
    met_dag = Verwachting.objects.komt_nog(peildatum).filter(statushouder=OuterRef("pk"))
    return (
        Statushouder.objects.gevestigd_op(peildatum)
        .filter(
            wijze_van_komst=WijzeVanKomst.AMV,
            vergunning__in=[Vergunning.ASIEL, Vergunning.NAREIS],
            geboren_vroegst__gt=uiterlijk_geboren(MEERDERJARIG, na),
            geboren_vroegst__lte=uiterlijk_geboren(MEERDERJARIG, tot_en_met),
        )
        .exclude(Q(Exists(geteld)) | Q(Exists(met_dag)))
    )


def zonder_dag(peildatum: date) -> StatushouderQuerySet:
    """Who was linked, may count, and of whom nobody said when a home is expected; the longest wait on top."""
    rijen = gekoppeld_zonder_datum(peildatum).filter(vergunning__in=[Vergunning.ASIEL, Vergunning.NAREIS])
    return rijen.order_by("coa_koppeldatum", "pk")


def _code(codes: Sequence[str], dag: date) -> str:
    [code] = [code for code in codes if rules.grenzen(code)[0] <= dag <= rules.grenzen(code)[1]]
    return code
