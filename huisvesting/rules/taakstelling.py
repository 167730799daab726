"""The rules of the quota, as data and pure functions. Sources: rekenregels section 1 (H1–H10)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from dossiers.models import Opvang, Vergunning, WijzeVanKomst
from kern.leeftijd import Geboortedatum, leeftijd

_HW_1 = "Huisvestingswet 2014, art. 1"
_HW_28 = "Huisvestingswet 2014, art. 28"
_COA = "COA, taakstelling huisvesting AMV"
AMV_KSO_VANAF = date(2016, 1, 1)
AMV_KSO_LEEFTIJD = 15


def halfjaar(dag: date) -> str:
    """Code of the calendar half-year of `dag`, "2017-H1": both ends inclusive. Source: HW art. 1 (H3)."""
    return f"{dag.year}-H{1 if dag.month <= 6 else 2}"


def grenzen(code: str) -> tuple[date, date]:
    """First and last day, inclusive, of "2017-H1", "2017-H2" or a whole year "2016".

    ValueError for any other code.
    """
    delen = re.fullmatch(r"(\d{4})(?:-(H[12]))?", code, re.ASCII)
    if delen is None:
        raise ValueError(f"{code} is geen jaar en geen halfjaar.")
    jaar, helft = delen.groups()
    van = date(int(jaar), 7 if helft == "H2" else 1, 1)
    return van, date(int(jaar), 6, 30) if helft == "H1" else date(int(jaar), 12, 31)


def periodenaam(code: str) -> str:
    """ "2017, eerste helft" for "2017-H1", or the year."""
    jaar, _, helft = code.partition("-")
    return f"{jaar}, {'eerste' if helft == 'H1' else 'tweede'} helft" if helft else jaar


def tempo(te_realiseren: int, van: date, tot_en_met: date, peildatum: date) -> Decimal:
    """Persons that an even pace would have housed at the end of the peildatum, in one decimal.

    te_realiseren × days gone (the peildatum included) / days of the period; 0 before it begins
    and all of it once it has ended. Source: plan, housing chapter.
    """
    dagen = (tot_en_met - van).days + 1
    voorbij = min(max((peildatum - van).days + 1, 0), dagen)
    return (Decimal(te_realiseren) * voorbij / dagen).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True)
class Oordeel:
    """Whether somebody counts when housed, and by which rule; shown to the user as it stands."""

    telt: bool
    reden: str
    regel: str
    bron: str


def telt_mee(
    *,
    vergunning: str,
    wijze_van_komst: str,
    opvang: str,
    geboren: Geboortedatum,
    gezin_gehuisvest_op: date | None,
    dag: date,
) -> Oordeel:
    """Does a person who is housed on `dag` count for the quota?

    `gezin_gehuisvest_op` is the first day on which a member of the family had a home here: a child
    born after it does not count. A partial birth date is read to the latest day, so that nobody
    counts who may not. Sources: HW art. 1 and 28 (H6, by our reading), COA (H7).
    """
    if vergunning not in {Vergunning.ASIEL, Vergunning.NAREIS}:
        return Oordeel(telt=False, reden="Geen asielvergunning.", regel="H6", bron=_HW_1)
    if gezin_gehuisvest_op and geboren.laatst and geboren.laatst > gezin_gehuisvest_op:
        reden = "Geboren nadat het gezin een woning had."
        return Oordeel(telt=False, reden=reden, regel="H6", bron=_HW_1)
    if wijze_van_komst == WijzeVanKomst.AMV and not _amv_telt(opvang, geboren, dag):
        reden = "AMV: telt bij een eigen woning rond 18 jaar."
        return Oordeel(telt=False, reden=reden, regel="H7", bron=_COA)
    if wijze_van_komst == WijzeVanKomst.NAREIZIGER:
        reden = "Nareiziger met een eerste woning in Wassenaar."
        return Oordeel(telt=True, reden=reden, regel="H6", bron=_HW_28)
    return Oordeel(telt=True, reden="Eerste woning in Wassenaar.", regel="H6", bron=_HW_28)


def _amv_telt(opvang: str, geboren: Geboortedatum, dag: date) -> bool:
    """H7: at once from 15 in small-scale reception of Nidos (from 1-1-2016); else from 18."""
    laagste = leeftijd(Geboortedatum(geboren.laatst, geboren.laatst), dag) if geboren.laatst else None
    if laagste is None:
        return False
    if laagste >= 18:
        return True
    return opvang == Opvang.KSO and dag >= AMV_KSO_VANAF and laagste >= AMV_KSO_LEEFTIJD


# The contradictions of the plan that are about a period's figures, by code of Bronverschil.
BRONVERSCHILLEN: dict[str, tuple[str, ...]] = {
    "2016": ("opgave-2016", "gehuisvest-2016"),
    "2017-H1": ("opgave-2017", "bijna-ingelopen"),
    "2017-H2": ("opgave-2017-h2",),
}
