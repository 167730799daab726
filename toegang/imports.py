"""The section of the plan file on organisations."""

from __future__ import annotations

from typing import Any

from kern.contract import Controle, Laadtelling
from kern.plan import Planbestand, Planrij
from toegang.actions import neem_organisaties_over

SECTIES = ("organisaties",)


def lees_plan(bestand: Planbestand) -> list[Controle]:
    """Each organisation has a name of its own, whatever the capitals, and a role."""
    gezien: set[str] = set()
    for rij in bestand.rijen("organisaties", "naam"):
        rij.alleen("naam", "rol")
        naam = _organisatie(rij)["naam"]
        if naam.lower() in gezien:
            rij.fout("naam", "komt twee keer voor; een naam hoort bij één organisatie")
        gezien.add(naam.lower())
    return []


def laad_plan(bestand: Planbestand) -> Laadtelling:
    """Load them; see `actions.neem_organisaties_over`."""
    return neem_organisaties_over([_organisatie(rij) for rij in bestand.rijen("organisaties", "naam")])


def _organisatie(rij: Planrij) -> dict[str, Any]:
    return {"naam": rij.tekst("naam"), "rol": rij.tekst("rol")}
