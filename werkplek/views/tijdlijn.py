"""The time line on the page of a person: which part of it the address asks for, and the addresses of the rest."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from dossiers.models import Statushouder
from kern.contract import Gebruiker
from werkplek import figures
from werkplek.views import woorden

MEESTE_OVERSLAAN = 10_000
ANKER = "#tijdlijn"


def tijdlijn(persoon: Statushouder, gebruiker: Gebruiker, vraag: QueryDict, vandaag: date) -> dict[str, Any]:
    """What the template shows. An address that cannot be read gives the newest page of everything."""
    soort = vraag.get("tijdlijn", "") if vraag.get("tijdlijn") in woorden.FILTERS else ""
    plek = _plek(vraag)
    blad = figures.tijdlijn(persoon, gebruiker, soort=soort, plek=plek)
    return {
        "maanden": woorden.maanden(blad.regels, vandaag),
        "filters": [
            {"label": label, "adres": _adres(code), "huidig": code == soort}
            for code, label in woorden.FILTERS.items()
        ],
        "soort": soort,
        "ouder": _adres(soort, blad.ouder) if blad.ouder else "",
        "nieuwste": _adres(soort) if plek != figures.Plek() else "",
    }


def _plek(vraag: QueryDict) -> figures.Plek:
    overslaan = vraag.get("na", "0")
    try:
        dag = date.fromisoformat(vraag.get("tot", ""))
        return figures.Plek(dag, min(int(overslaan), MEESTE_OVERSLAAN) if overslaan.isdecimal() else 0)
    except ValueError:
        return figures.Plek()


def _adres(soort: str, plek: figures.Plek | None = None) -> str:
    """Relative to the page; the parts of an address are dates and numbers, never anything of a person."""
    delen = {"tijdlijn": soort} if soort else {}
    if plek:
        delen |= {"tot": plek.tot_en_met.isoformat(), "na": str(plek.overslaan)}
    return f"?{urlencode(delen)}{ANKER}"
