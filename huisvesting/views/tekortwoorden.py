"""How pages say what homes are needed, in sight and promised."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from huisvesting.domain.stand import Oordeel
from huisvesting.rules import Woningtekort

Regel = tuple[str, int | None, int | None, str]


def _woningen(aantal: int) -> str:
    return "1 woning" if aantal == 1 else f"{aantal} woningen"


def regels(stand: Woningtekort) -> list[Regel]:
    """The table of the shortage: what it is about, homes needed, homes in sight, and in words why."""
    return [
        ("Eigen woning", stand.eigen, None, "Huishoudens die nog geen woning hebben"),
        ("Grotere woning", stand.groter, None, "Gezinnen die te klein wonen als hun familie komt"),
        ("AMV die 18 worden", stand.wordt_18, None, "Zij gaan dit jaar uit een AMV-woning"),
        ("Woning houdt op", stand.eindigt, None, "De woning is dit jaar niet langer te huur"),
        ("Aangeboden", None, stand.aangeboden, "Er staat een aanbod open voor een van deze huishoudens"),
        ("Vrij of komt vrij", None, stand.vrij, "Woningen zonder bewoner en zonder aanbod"),
        ("Toegezegd", None, stand.toegezegd, "Mogelijke woningen die dit jaar komen"),
        ("Achtergelaten", None, stand.komt_vrij, "Door een gezin dat een grotere woning krijgt"),
    ]


def oordeel(stand: Woningtekort, drempel: int | None = None) -> Oordeel:
    """Short, just enough, or more than needed; it warns from the threshold on, without one from the first home."""
    if stand.tekort > 0:
        soort: Literal["slecht", "neutraal"] = "slecht" if stand.tekort >= (drempel or 1) else "neutraal"
        return Oordeel(soort, f"{stand.tekort} te weinig")
    return Oordeel("goed", f"{_woningen(-stand.tekort)} over" if stand.tekort else "Precies genoeg")


def afspraak(rij: Any, peildatum: date) -> Oordeel:
    """What was delivered against what was promised; late only once the time has passed."""
    te_weinig = rij.woningen - rij.geleverd
    if te_weinig <= 0:
        return Oordeel("goed", "Geleverd")
    if peildatum > rij.tot_en_met:
        return Oordeel("slecht", f"{te_weinig} te weinig")
    if peildatum < rij.van:
        return Oordeel("neutraal", "Begint nog")
    return Oordeel("neutraal", f"Nog {te_weinig} te gaan")
