"""Rows of the read log in the words of the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime

from kern import schrijfwijze
from kern.kalender import AMSTERDAM
from kern.opmaak import scherm
from kern.opmaak.datum import schrijf_datum
from kern.opmaak.scherm import getal
from toegang.models import Leeshandeling, Leesregel, Leesuitkomst
from werkplek.figures.inzage import Namen, Organisatielezing

# What the page of one dossier calls a look that is more than opening a page.
_OOK = {
    Leeshandeling.AFDRUKKEN: "afgedrukt",
    Leeshandeling.UITVOER: "meegenomen in een bestand",
    Leeshandeling.DOCUMENT: "geopend",
}


def wanneer(moment: datetime) -> str:
    """The day and the time in Amsterdam: 1-5-2017, 8.52 uur."""
    return scherm.moment(moment)


def dag(moment: datetime) -> str:
    """The day in Amsterdam: 1-5-2017."""
    return schrijf_datum(localtime(moment, AMSTERDAM).date())


def organisatie(rij: Organisatielezing) -> dict[str, str]:
    """What one organisation saw, for on paper."""
    return {
        "wie": rij.organisatie,
        "eerst": dag(rij.eerst),
        "laatst": dag(rij.laatst),
        "keer": getal(rij.keer),
        "doel": "; ".join(rij.doelen),
    }


def wat(regel: Leesregel) -> str:
    """What was opened, and what was done with it."""
    bij = _OOK.get(Leeshandeling(regel.handeling))
    naam = regel.wat or regel.get_handeling_display()
    return f"{naam}, {bij}" if bij else naam


def badge(regel: Leesregel) -> tuple[str, str]:
    """A mark for what asks attention: refused, or a BSN that was shown; else nothing."""
    if regel.uitkomst == Leesuitkomst.GEWEIGERD:
        return "slecht", "Geweigerd"
    if regel.handeling == Leeshandeling.BSN:
        return "let", "Getoond"
    return "", ""


def waarover(regel: Leesregel, nummers: Mapping[UUID, str]) -> str:
    """The number of the dossier, or how many persons; what does not exist is said so."""
    if regel.dossier:
        return nummers.get(regel.dossier, "Bestaat niet")
    if regel.aantal is None:
        return "Onbekend"
    return "1 persoon" if regel.aantal == 1 else f"{getal(regel.aantal)} personen"


def rij(regel: Leesregel, namen: Namen, doel: str = "") -> dict[str, Any]:
    """The cells that both pages have."""
    soort, tekst = badge(regel)
    return {
        "regel": regel,
        "wie": namen.wie(regel),
        "als": namen.als(regel),
        "wanneer": wanneer(regel.moment),
        "wat": wat(regel),
        "doel": doel or regel.doel,
        "badge": tekst,
        "badgesoort": soort,
    }


def gevouwen(rijen: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows that follow each other and say the same of the same day as one; `eerder` are all but the newest.

    What was judged stands by itself: a judgement is of one row.
    """
    groepen = []
    for _gelijk, samen in groupby(rijen, key=_zelfde):
        nieuwste, *eerder = samen
        onder = ""
        if eerder:
            begin = localtime(eerder[-1]["regel"].moment, AMSTERDAM)
            onder = f"{getal(len(eerder) + 1)} keer, vanaf {schrijfwijze.tijd(begin)}"
        groepen.append({**nieuwste, "eerder": eerder, "onder": onder})
    return groepen


def _zelfde(rij: Mapping[str, Any]) -> tuple[object, ...]:
    regel: Leesregel = rij["regel"]
    wie = (regel.gebruiker, regel.rol, regel.organisatie, dag(regel.moment))
    wat_er_was = (regel.dossier, regel.voorwerp, regel.handeling, regel.wat, regel.uitkomst, regel.aantal)
    apart = regel.pk if rij.get("oordeel") else None
    return (*wie, *wat_er_was, rij["doel"], regel.doorverwijzing, apart)


def feiten(cellen: Mapping[str, Any]) -> list[tuple[str, str]]:
    """One row as pairs of a name and what it says."""
    regel: Leesregel = cellen["regel"]
    return [
        ("Wie", f"{cellen['wie']} ({cellen['als']})"),
        ("Wanneer", cellen["wanneer"]),
        ("Wat", cellen["wat"]),
        ("Uitkomst", regel.get_uitkomst_display()),
        ("Dossier" if regel.dossier else "Over", cellen["waarover"]),
        ("Doel", cellen["doel"]),
    ]
