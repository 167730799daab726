"""How numbers, amounts and days are written in Dutch text. Pure: same value, same text, everywhere.

Django's own formats follow the active language; a frozen report may not, so this does it by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
# The council's report and breakdowns do not show 1 to 4 of a sensitive count (design, section 9).
KLEIN_VANAF, KLEIN_ONDER = 1, 5


def getal(aantal: int) -> str:
    """A whole number with a point between thousands: 1.234."""
    return f"{aantal:,}".replace(",", ".")


def bedrag(euro: Decimal) -> str:
    """Euros with two decimals and without the sign: 131.035,00; ValueError when there are cents of cents."""
    if euro != euro.quantize(Decimal("0.01")):
        raise ValueError(f"{euro} heeft meer dan twee decimalen.")
    return f"{euro:,.2f}".translate(str.maketrans(",.", ".,"))


def bedrag_in_json(euro: Decimal) -> str:
    """Euros as our documents write them: "131035.00"; ValueError when there are cents of cents."""
    return bedrag(euro).replace(".", "").replace(",", ".")


def procent(deel: Decimal) -> str:
    """A percentage with one decimal: 17,5%."""
    return f"{deel:,.1f}%".translate(str.maketrans(",.", ".,"))


def dag(datum: date) -> str:
    """A day in words: 30 april 2017."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def maand(datum: date) -> str:
    """The month of a day, with the year: april 2017."""
    return f"{MAANDEN[datum.month - 1]} {datum.year}"


def tijd(moment: time | datetime) -> str:
    """A time of day with its word: 14.05 uur, 8.52 uur. Of a moment the hour that it holds: give it in local time."""
    return f"{moment.hour}.{moment:%M} uur"


def opsomming(delen: Sequence[str]) -> str:
    """Words with commas and "en" before the last: Rima, Lina en Noor."""
    return " en ".join(deel for deel in (", ".join(delen[:-1]), *delen[-1:]) if deel)


def is_klein(aantal: int) -> bool:
    """Is this sensitive count too small to show (1 to 4)? Zero is not: nobody can be recognised by it."""
    return KLEIN_VANAF <= aantal < KLEIN_ONDER


def gevoelig_getal(aantal: int) -> str:
    """A sensitive count: "< 5" for 1 to 4, else the number."""
    return f"< {KLEIN_ONDER}" if is_klein(aantal) else getal(aantal)
