"""The section of the plan file on the first month."""

from __future__ import annotations

from typing import Any

from begeleiding.actions import volg_alles
from begeleiding.models import EersteMaandStap, Stappenlijst, Stapstand
from begeleiding.rules import PLANSTAPPEN, Planstap
from kern.contract import Controle, Laadtelling
from kern.laden import maak_gelijk
from kern.plan import Planbestand, Planrij

SECTIES = ("eerste_maand",)
_IN_GEBRUIK = (
    "ontbreekt, en gezinnen werken met deze stap. Laat de stap staan, en maak in het systeem een nieuwe versie "
    "van de lijst"
)


def lees_plan(bestand: Planbestand) -> list[Controle]:
    """Each step has a code of its own, and what families work with does not vanish."""
    codes = set()
    for nummer, rij in enumerate(bestand.rijen("eerste_maand", "code"), start=1):
        rij.alleen("code", "stap", "alleen_met_kinderen")
        codes.add(_stap(rij, nummer)["code"])
    for code in _gebruikt() - codes:
        bestand.fout(f"eerste_maand.{code}", _IN_GEBRUIK)
    return []


def laad_plan(bestand: Planbestand) -> Laadtelling:
    """Load the steps in the order of the file, as the version that holds until somebody makes another."""
    lijst, nieuw = Stappenlijst.objects.get_or_create(geldig_vanaf=None)
    rijen = bestand.rijen("eerste_maand", "code")
    telling = maak_gelijk(
        EersteMaandStap,
        "code",
        [_stap(rij, nummer) for nummer, rij in enumerate(rijen, start=1)],
        binnen={"lijst": lijst},
    )
    if nieuw:  # who settled before there was a list
        volg_alles()
    return telling


def _gebruikt() -> set[str]:
    standen = Stapstand.objects.filter(stap__lijst__geldig_vanaf=None)
    return set(standen.order_by().values_list("stap__code", flat=True).distinct())


def _stap(rij: Planrij, volgorde: int) -> dict[str, Any]:
    code = rij.code("code")
    bij = PLANSTAPPEN.get(code, Planstap())
    return {
        "code": code,
        "stap": rij.tekst("stap"),
        "uitleg": bij.uitleg,
        "alleen_met_kinderen": rij.waarheid("alleen_met_kinderen"),
        "mag_eerder": bij.mag_eerder,
        "feit": bij.feit,
        "volgorde": volgorde,
    }
