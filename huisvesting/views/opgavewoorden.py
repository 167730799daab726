"""How the page of a period says where its number comes from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from huisvesting.figures import Opgaveversie
from huisvesting.models import Uitruil
from huisvesting.rules import Wetsregel
from kern.opmaak.datum import schrijf_datum
from kern.opmaak.scherm import ONBEKEND, getal


def opgave(versies: Sequence[Opgaveversie], uitruil: Sequence[Uitruil]) -> int | None:
    """The number that holds, with what was exchanged; None where none is known yet."""
    return versies[0].rij.aantal + sum(rij.aantal for rij in uitruil) if versies else None


def berekening(versie: Opgaveversie) -> dict[str, str]:
    """The arithmetic in words with its outcome as a badge, or that the inputs are not known."""
    som = versie.berekening
    if som is None:
        return {
            "tekst": "De landelijke opgave en de inwoners zijn niet ingevuld. We rekenen de opgave dus niet na.",
            "soort": "neutraal",
            "stand": "Niet na te rekenen",
        }
    if versie.verschil:
        return {"tekst": som.in_woorden, "soort": "let", "stand": verschil(versie)}
    return {"tekst": som.in_woorden, "soort": "goed", "stand": "De opgave volgt uit de berekening"}


def verschil(versie: Opgaveversie) -> str:
    """Both numbers, where they differ."""
    som = versie.berekening
    nagerekend = som.aantal if som else None
    return f"Bekendgemaakt: {getal(versie.rij.aantal)}. Nagerekend: {getal(nagerekend)}"


def versie(deel: Opgaveversie, *, wijzigbaar: bool) -> dict[str, Any]:
    """One version as a row of the table."""
    rij, som = deel.rij, deel.berekening
    return {
        "bekend": schrijf_datum(rij.bekend_op) if rij.bekend_op else "Uit het plan",
        "aantal": rij.aantal,
        "nagerekend": som.aantal if som else None,
        "landelijk": rij.landelijk,
        "inwoners": f"{getal(rij.inwoners_gemeente)} van {getal(rij.inwoners_land)}" if som else ONBEKEND,
        "bron": rij.bron,
        "staatscourant": f"Staatscourant {rij.staatscourant}" if rij.staatscourant else "",
        "geldt": deel.geldt,
        "url": reverse("huisvesting:opgave-wijzigen", args=[rij.periode.code, rij.pk]) if wijzigbaar else "",
    }


def uitruil(rij: Uitruil, *, wijzigbaar: bool) -> dict[str, Any]:
    """One exchange as a row of the table: what it does to us, and to the other."""
    return {
        "gemeente": rij.gemeente,
        "hier": f"{rij.aantal:+d}".replace("-", "−"),
        "daar": f"{-rij.aantal:+d}".replace("-", "−"),
        "besloten_op": rij.besloten_op,
        "bron": rij.bron,
        "url": reverse("huisvesting:uitruil-wijzigen", args=[rij.periode.code, rij.pk]) if wijzigbaar else "",
    }


def wetsregel(regel: Wetsregel, peildatum: date) -> dict[str, Any]:
    """A rule of law with the days on which it holds, and whether those were looked up."""
    einde = regel.tot_en_met
    tijd = f"Tot en met {schrijf_datum(einde)}" if einde else "Geen einde bekend"
    geldt = regel.geldt_op(peildatum)
    return {
        "wat": regel.wat,
        "tijd": tijd,
        "bron": regel.bron,
        "soort": "goed" if geldt else "neutraal",
        "stand": "Geldt" if geldt else "Geldt niet meer",
        "zekerheid": "" if regel.nagegaan else "Deze datum is niet in de wet zelf nagegaan.",
    }
