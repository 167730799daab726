"""How a period of the quota stands, in words: one judgement for page, chapter and chart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from huisvesting import rules
from huisvesting.figures import Stand
from kern import schrijfwijze


@dataclass(frozen=True)
class Oordeel:
    """A word on a period; `soort` gives the shape and colour of its badge."""

    soort: Literal["goed", "let", "slecht", "neutraal"]
    tekst: str


def periodenaam(stand: Stand) -> str:
    """ "2017, eerste helft", or the year."""
    return rules.periodenaam(stand.periode.code)


def oordeel(stand: Stand) -> Oordeel:
    """Ended: what goes on to the next. Not begun: when. Running: on pace or not.

    On pace: realised is at least what an even pace would have, in whole persons (20,1 asks 20).
    """
    if stand.afgesloten:
        if stand.saldo > 0:
            return Oordeel("neutraal", f"{stand.saldo} mee naar later")
        return Oordeel("goed", f"{-stand.saldo} voorsprong" if stand.saldo else "Gehaald")
    if not stand.begonnen:
        dag = stand.periode.van
        return Oordeel("neutraal", f"Begint {dag.day} {schrijfwijze.MAANDEN[dag.month - 1]}")
    if stand.saldo <= 0:
        return Oordeel("goed", "Gehaald")
    if Decimal(stand.gerealiseerd) >= stand.tempo.to_integral_value():
        return Oordeel("goed", "Op tempo")
    return Oordeel("let", "Achter op tempo")


def verwachting(stand: Stand) -> Oordeel | None:
    """What is expected at the end of a running period against what has to be done; None otherwise."""
    if not stand.loopt or stand.prognose is None:
        return None
    tekort = stand.te_realiseren - stand.prognose
    if tekort > 0:
        return Oordeel("let", f"Verwacht: {tekort} te weinig")
    return Oordeel("goed", "Verwacht: gehaald")
