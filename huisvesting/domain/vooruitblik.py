"""What the chapter of the report says of what comes: who is expected, homes, three years on, AMV homes, and COA."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossiers.models import WijzeVanKomst
from huisvesting import figures
from huisvesting.domain.prognose import in_een_zin
from huisvesting.figures import Stand, Verwachtgroep
from huisvesting.figures import amv as amvcijfers
from huisvesting.figures.coa import Vergelijking
from huisvesting.models import Woonvraag
from huisvesting.rules import Woningtekort
from kern import schrijfwijze
from kern.contract import Peiling
from kern.opmaak.scherm import euro


def vooruitblik(
    peiling: Peiling, standen: Sequence[Stand], groepen: Sequence[Verwachtgroep], woningen: Woningtekort
) -> list[str]:
    """A paragraph on each; what is not known has none. No numbers by which somebody could be recognised."""
    return [
        *_wie(groepen),
        *_woningen(woningen),
        in_een_zin(figures.prognose(peiling.peildatum, standen)),
        *_amv(peiling),
        *_coa(peiling, standen),
    ]


def _wie(groepen: Sequence[Verwachtgroep]) -> Iterator[str]:
    samen = sum(groep.personen for groep in groepen)
    if not samen:
        return
    nareis = sum(groep.personen for groep in groepen if groep.komst == WijzeVanKomst.NAREIZIGER)
    zin = f"We verwachten dit jaar nog {_personen(samen)}."
    if nareis:
        zin = f"{zin} Van hen {_werkwoord(nareis)} {nareis} nareiziger: familie van mensen die hier al wonen."
    bij_familie = sum(groep.vragen[Woonvraag.FAMILIE] for groep in groepen)
    if bij_familie:
        zin = f"{zin} {bij_familie} {'gaat' if bij_familie == 1 else 'gaan'} bij familie wonen."
    yield zin


def _woningen(woningen: Woningtekort) -> Iterator[str]:
    nodig, in_beeld = woningen.nodig, woningen.in_beeld
    if nodig or in_beeld:
        yield (
            f"Tot en met 31 december {_werkwoord(nodig)} {nodig} {_woord(nodig)} nodig. In beeld "
            f"{_werkwoord(in_beeld)} {in_beeld} {_woord(in_beeld)}."
        )


def _amv(peiling: Peiling) -> Iterator[str]:
    """The consequence of the AMV homes with the numbers that were set; nothing where one of them lacks."""
    gevolgen = amvcijfers.gevolgen_op(peiling.peildatum)
    if gevolgen is None or not gevolgen.worden_18:
        return
    eind = schrijfwijze.dag(gevolgen.stappen[-1].tot_en_met)
    jongeren = schrijfwijze.gevoelig_getal(gevolgen.worden_18)
    zin = f"Tot en met {eind} worden naar verwachting {jongeren} jongeren uit de AMV-woningen 18."
    if schrijfwijze.is_klein(gevolgen.worden_18):  # homes and months would tell how many
        yield zin
        return
    yield (
        f"{zin} Zij vragen {gevolgen.woningen} {_woord(gevolgen.woningen)} en "
        f"{schrijfwijze.getal(gevolgen.maanden)} maanden begeleiding, samen {euro(gevolgen.euro)} euro. Voor de "
        f"taakstelling tellen er dan {gevolgen.taakstelling} mee."
    )


def _coa(peiling: Peiling, standen: Sequence[Stand]) -> Iterator[str]:
    """Both counts of the running period, where a list of COA is about it."""
    lopend = next((stand for stand in standen if stand.loopt), None)
    if lopend is None:
        return
    coa = Vergelijking(peiling.peildatum, peiling.gebruiker).telling_coa(lopend.periode.code)
    if coa is None:
        return
    verschil = lopend.gerealiseerd - coa
    zin = f"COA telt in deze periode {_personen(coa)}, de gemeente {lopend.gerealiseerd}."
    yield f"{zin} Het verschil is {abs(verschil)}." if verschil else f"{zin} Dat is gelijk."


def _personen(aantal: int) -> str:
    return "1 persoon" if aantal == 1 else f"{schrijfwijze.getal(aantal)} personen"


def _werkwoord(aantal: int) -> str:
    return "is" if aantal == 1 else "zijn"


def _woord(aantal: int) -> str:
    return "woning" if aantal == 1 else "woningen"
