"""The head of the plan file, and the points on which its source contradicts itself."""

from __future__ import annotations

from typing import Any

from kern.contract import Controle, Laadtelling
from kern.laden import maak_gelijk
from kern.models import Bronverschil, Plan
from kern.plan import Planbestand, Planrij

SECTIES = ("plan", "bronverschillen")


def jaren(bestand: Planbestand) -> list[int]:
    """The years of the plan, each following the one before; a fault when they do not."""
    kop = bestand.tabel("plan")
    gelezen = kop.lijst("jaren", int)
    opvolgend = gelezen == list(range(gelezen[0], gelezen[0] + len(gelezen))) if gelezen else False
    if not opvolgend or not 2000 <= gelezen[0] <= 2100:
        kop.fout("jaren", "moet een lijst van opeenvolgende jaren zijn, bijvoorbeeld [2017, 2018]")
        return []
    return gelezen


def lees_plan(bestand: Planbestand) -> list[Controle]:
    """Check the head and the contradictions; they hold no sums."""
    kop = bestand.tabel("plan")
    _kop(kop, jaren(bestand))
    for rij in bestand.rijen("bronverschillen", "code"):
        _verschil(rij)
    return []


def laad_plan(bestand: Planbestand) -> Laadtelling:
    """Load them. The hash of the file is kept, and is no row of the plan: a comment may differ."""
    telling = maak_gelijk(Plan, "kenmerk", [_kop(bestand.tabel("plan"), jaren(bestand))])
    Plan.objects.exclude(sha256=bestand.sha256).update(sha256=bestand.sha256)
    rijen = [_verschil(rij) for rij in bestand.rijen("bronverschillen", "code")]
    return telling + maak_gelijk(Bronverschil, "code", rijen)


def _kop(rij: Planrij, jaren: list[int]) -> dict[str, Any]:
    return {
        "kenmerk": rij.tekst("kenmerk", 60),
        "naam": rij.tekst("naam"),
        "gemeente": rij.tekst("gemeente", 100),
        "jaren": jaren,
    }


def _verschil(rij: Planrij) -> dict[str, Any]:
    rij.alleen("code", "onderwerp", "waarden", "verklaring")
    waarden = rij.lijst("waarden", dict)
    for waarde in waarden:
        if set(waarde) != {"bron", "waarde"} or not all(isinstance(deel, str) for deel in waarde.values()):
            rij.fout("waarden", 'moet een lijst van { bron = "…", waarde = "…" } zijn')
    return {
        "code": rij.tekst("code", 50),
        "onderwerp": rij.tekst("onderwerp"),
        "waarden": waarden,
        "verklaring": rij.tekst("verklaring", 2000),
    }
