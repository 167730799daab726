"""The periods of the quota and its pace. Sources: rekenregels section 1 (H3)."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal


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


# The contradictions of the plan that are about a period's figures, by code of Bronverschil.
BRONVERSCHILLEN: dict[str, tuple[str, ...]] = {
    "2016": ("opgave-2016", "gehuisvest-2016"),
    "2017-H1": ("opgave-2017", "bijna-ingelopen"),
    "2017-H2": ("opgave-2017-h2",),
}
