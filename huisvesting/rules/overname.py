"""The rows that a person has in the count: plus one, and minus one when another municipality takes over (H8)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from huisvesting.rules.telling import Oordeel
from kern.opmaak.datum import schrijf_datum

BRON = "COA, taakstelling huisvesting AMV"
REGEL = "H8"


class Telregel(NamedTuple):
    """A row of the count, as it is stored."""

    plaatsing: int | None
    waarde: int
    telt_op: date
    reden: str
    regel: str
    bron: str


def telregels(oordeel: Oordeel, overname: tuple[str, date] | None) -> frozenset[Telregel]:
    """What should be stored of somebody with this judgement; `overname` is (municipality, day of its report).

    A count is taken off on the day of the report, and only of who counts as AMV by then: the half-year in
    which it was counted stays as it was. Source: rekenregels H8.
    """
    if not oordeel.telt or oordeel.op is None:
        return frozenset()
    plus = Telregel(oordeel.plaatsing, 1, oordeel.op, oordeel.reden, oordeel.regel, oordeel.bron)
    if overname is None or overnamebezwaar(oordeel, overname[1]):
        return frozenset({plus})
    gemeente, gemeld_op = overname
    reden = f"AMV: {gemeente} heeft de verhuizing gemeld."
    return frozenset({plus, Telregel(None, -1, gemeld_op, reden, REGEL, BRON)})


def overnamebezwaar(oordeel: Oordeel, gemeld_op: date) -> tuple[str, str] | None:
    """Why another municipality cannot take this person over: the field and a Dutch sentence; None when it can."""
    if not oordeel.telt or oordeel.op is None:
        return ("gemeente", "Deze persoon telt hier niet mee. Er is dus niets om af te halen.")
    if oordeel.regel != "H7":
        zin = "Deze persoon telt niet als AMV. Wie later verhuist, blijft meetellen (H6)."
        return ("gemeente", zin)
    if gemeld_op < oordeel.op:
        zin = f"Deze persoon telt hier pas vanaf {schrijf_datum(oordeel.op)}."
        return ("gemeld_op", zin)
    return None
