"""The section of the plan file on action points."""

from __future__ import annotations

from typing import Any

from kern.contract import Controle, Laadtelling
from kern.laden import maak_gelijk
from kern.plan import Planbestand, Planrij
from kern.register import register
from regie.models import Actiepunt

SECTIES = ("actiepunten",)


def lees_plan(bestand: Planbestand) -> list[Controle]:
    """Each point is once in a chapter, and the chapter is a domain."""
    gezien: set[tuple[str, str]] = set()
    for rij in bestand.rijen("actiepunten"):
        rij.alleen("hoofdstuk", "titel", "afgeleid")
        punt = _punt(rij)
        if (punt["hoofdstuk"], punt["titel"]) in gezien:
            rij.fout("titel", "staat al in dit hoofdstuk")
        gezien.add((punt["hoofdstuk"], punt["titel"]))
    return []


def laad_plan(bestand: Planbestand) -> Laadtelling:
    """Load the points; a title that changed is another point."""
    rijen = [_punt(rij) for rij in bestand.rijen("actiepunten")]
    return maak_gelijk(Actiepunt, ("hoofdstuk", "titel"), rijen)


def _punt(rij: Planrij) -> dict[str, Any]:
    return {
        "hoofdstuk": rij.keuze("hoofdstuk", [domein.code for domein in register]),
        "titel": rij.tekst("titel"),
        "afgeleid": rij.waarheid("afgeleid"),
    }
