"""How the screens write amounts, counts and days. Pure; the template filters only wrap these.

What cannot be known is a dash; zero is written. The minus is the sign itself (−), not a hyphen, so
that it has the width of a digit and a screen reader says it.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from kern import schrijfwijze
from kern.kalender import AMSTERDAM
from kern.opmaak.datum import schrijf_datum

ONBEKEND = "—"
MIN = "\u2212"
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def euro(bedrag: Decimal | int | None) -> str:
    """Euros with two decimals and without the sign: 344.926,00, −33.225,00, 0,00; None is —.

    ValueError when there are cents of cents: a page never rounds money by itself.
    """
    if bedrag is None:
        return ONBEKEND
    return _teken(bedrag) + schrijfwijze.bedrag(abs(Decimal(bedrag)))


def getal(aantal: int | None) -> str:
    """A whole number: 1.250, −9, 0; None is —."""
    return ONBEKEND if aantal is None else _teken(aantal) + schrijfwijze.getal(abs(aantal))


def procent(deel: Decimal | int | None) -> str:
    """A percentage: a whole number as it is (67%), a Decimal with one decimal (17,5%); None is —.

    Rounded half up, as people do it by hand.
    """
    if deel is None:
        return ONBEKEND
    if isinstance(deel, int):
        return f"{getal(deel)}%"
    afgerond = deel.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return _teken(afgerond) + schrijfwijze.procent(abs(afgerond))


def datum(dag: date | None) -> str:
    """A date for tables and fields: 28-3-2017; None is —."""
    return ONBEKEND if dag is None else schrijf_datum(dag)


def datum_lang(dag: date | None) -> str:
    """A date in running text: 28 maart 2017; None is —."""
    return ONBEKEND if dag is None else schrijfwijze.dag(dag)


def dag_lang(dag: date | None) -> str:
    """A date with the day of the week: maandag 1 mei 2017; None is —."""
    return ONBEKEND if dag is None else f"{DAGEN[dag.weekday()]} {schrijfwijze.dag(dag)}"


def moment(op: datetime | None) -> str:
    """A day and a time in Amsterdam: 1-5-2017, 14.05 uur; None is —."""
    if op is None:
        return ONBEKEND
    hier = op.astimezone(AMSTERDAM)
    return f"{schrijf_datum(hier.date())}, {schrijfwijze.tijd(hier)}"


def _teken(getal_: Decimal | int) -> str:
    return MIN if getal_ < 0 else ""
