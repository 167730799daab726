"""A loose entry as the pages show it: with its suggestion in words, and how certain that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from financien.figures.voorstel import Los, Zekerheid

WOORD = {
    Zekerheid.ZEKER: ("goed", "Zeker"),
    Zekerheid.MISSCHIEN: ("let", "Misschien"),
    Zekerheid.ONBEKEND: ("neutraal", "Onbekend"),
}


def losrij(rij: Los, namen: Mapping[str, str]) -> dict[str, Any]:
    """What stands in its row; `namen` are the names of the lines by code."""
    soort, woord = WOORD[rij.zekerheid]
    voorstel = namen.get(rij.regel or "", "Geen voorstel")
    if rij.hoort_bij:
        voorstel = f"{voorstel}, hoort bij {rij.hoort_bij}"
    return {
        "los": rij,
        "wat": ", ".join(filter(None, (rij.relatie, rij.omschrijving))),
        "voorstel": voorstel,
        "soort": soort,
        "woord": woord,
        "zeker": rij.zekerheid is Zekerheid.ZEKER,
        "cent": int(rij.bedrag * 100),
    }
