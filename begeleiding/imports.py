"""The section of the plan file on the first month."""

from __future__ import annotations

from typing import Any

from begeleiding.models import EersteMaandStap
from kern.contract import Controle, Laadtelling
from kern.laden import maak_gelijk
from kern.plan import Planbestand, Planrij

SECTIES = ("eerste_maand",)


def lees_plan(bestand: Planbestand) -> list[Controle]:
    """Each step has a code of its own."""
    for nummer, rij in enumerate(bestand.rijen("eerste_maand", "code"), start=1):
        rij.alleen("code", "stap", "alleen_met_kinderen")
        _stap(rij, nummer)
    return []


def laad_plan(bestand: Planbestand) -> Laadtelling:
    """Load the steps in the order of the file."""
    rijen = bestand.rijen("eerste_maand", "code")
    return maak_gelijk(EersteMaandStap, "code", [_stap(rij, nr) for nr, rij in enumerate(rijen, start=1)])


def _stap(rij: Planrij, volgorde: int) -> dict[str, Any]:
    return {
        "code": rij.code("code"),
        "stap": rij.tekst("stap"),
        "alleen_met_kinderen": rij.waarheid("alleen_met_kinderen"),
        "volgorde": volgorde,
    }
