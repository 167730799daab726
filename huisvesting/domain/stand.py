"""How a period of the quota stands, in words: one judgement for page, chapter and chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from huisvesting import rules
from huisvesting.figures import Drempels, Stand
from kern import schrijfwijze


@dataclass(frozen=True)
class Oordeel:
    """A word on a period; `soort` gives the shape and colour of its badge."""

    soort: Literal["goed", "let", "slecht", "neutraal"]
    tekst: str


def periodenaam(stand: Stand) -> str:
    """ "2017, eerste helft", or the year."""
    return rules.periodenaam(stand.periode.code)


# What is warned of where the coordinator set no thresholds: each person.
_GEEN = Drempels()


def achter_op_tempo(stand: Stand) -> int:
    """Persons fewer than an even pace would have, in whole persons (20,1 asks 20); 0 or less: on pace."""
    return int(stand.tempo.to_integral_value()) - stand.gerealiseerd


def oordeel(stand: Stand, drempels: Drempels = _GEEN) -> Oordeel:
    """Ended: what goes on to the next. Not begun: when. Running: on pace or not.

    It warns from the threshold on; fewer persons behind are said without a warning.
    """
    if stand.afgesloten:
        if stand.saldo > 0:
            return Oordeel("neutraal", f"{stand.saldo} mee naar later")
        return Oordeel("goed", f"{-stand.saldo} voorsprong" if stand.saldo else "Gehaald")
    if not stand.begonnen:
        dag = stand.periode.van
        return Oordeel("neutraal", f"Begint {dag.day} {schrijfwijze.MAANDEN[dag.month - 1]}")
    return Oordeel("goed", "Gehaald") if stand.saldo <= 0 else _tempo(stand, drempels)


def _tempo(stand: Stand, drempels: Drempels) -> Oordeel:
    achter = achter_op_tempo(stand)
    if achter <= 0:
        return Oordeel("goed", "Op tempo")
    if waarschuwt(achter, drempels.tempo) == "neutraal":
        return Oordeel("neutraal", f"{achter} achter op tempo")
    return Oordeel("let", "Achter op tempo")


def verwachting(stand: Stand, drempels: Drempels = _GEEN) -> Oordeel | None:
    """What is expected at the end of a running period against what has to be done; None otherwise.

    It warns from the threshold on; a smaller shortage is said without a warning.
    """
    if not stand.loopt or stand.prognose is None:
        return None
    tekort = stand.te_realiseren - stand.prognose
    if tekort <= 0:
        return Oordeel("goed", "Verwacht: gehaald")
    return Oordeel(waarschuwt(tekort, drempels.prognose), f"Verwacht: {tekort} te weinig")


def waarschuwt(tekort: int, drempel: int | None) -> Literal["let", "neutraal"]:
    """A warning from the threshold on, both in persons; without one from the first person."""
    return "let" if tekort >= (drempel or 1) else "neutraal"
