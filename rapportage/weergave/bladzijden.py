"""From the frozen document to words: what the report shows, and how. Nothing else is looked at."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import chain, zip_longest
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from kern import schrijfwijze
from kern.opmaak import scherm
from rapportage.rules import MAX_KERN, UITGAVEN, lees_maand

Json = dict[str, Any]
# A table of so many rows is never cut by the end of a page.
KORTE_TABEL = 12


def html(inhoud: Json) -> str:
    """The report as one HTML page; its pictures are the addresses of `grafieken`."""
    with translation.override("nl"):
        return render_to_string("rapportage/pdf/rapport.html", {"rapport": _rapport(inhoud)})


def grafieken(inhoud: Json) -> dict[str, Json]:
    """The charts by the address that the page gives them: the frozen part of the chapter with its spec."""
    return {
        _adres(nummer, plek): deel["grafiek"]
        for nummer, hoofdstuk in enumerate(inhoud["hoofdstukken"], start=1)
        for plek, deel in enumerate(hoofdstuk["delen"], start=1)
        if "grafiek" in deel
    }


def cel(waarde: Any) -> Json:
    """A frozen cell as it is shown: `tekst`, and `stand` where it is a badge (docs/hoofdstuk.md)."""
    match waarde:
        case {"stand": stand}:
            return {"tekst": stand["tekst"], "stand": stand}
        case {"bedrag": bedrag}:
            tekst = scherm.euro(Decimal(bedrag))
        case {"procent": deel}:
            tekst = scherm.procent(Decimal(deel))
        case {"datum": dag}:
            tekst = scherm.datum(date.fromisoformat(dag))
        case {"gevoelig": aantal}:
            tekst = schrijfwijze.gevoelig_getal(aantal)
        case str():
            tekst = waarde
        case _:
            tekst = scherm.getal(waarde)
    return {"tekst": tekst, "stand": None}


def heeft_kleine_aantallen(waarde: Any) -> bool:
    """Is anywhere in this part of the document a sensitive count that is not shown as it is?"""
    match waarde:
        case {"gevoelig": int() as aantal}:
            return schrijfwijze.is_klein(aantal)
        case dict():
            return any(heeft_kleine_aantallen(deel) for deel in waarde.values())
        case list():
            return any(heeft_kleine_aantallen(deel) for deel in waarde)
        case _:
            return False


def _rapport(inhoud: Json) -> Json:
    uitgave = UITGAVEN[inhoud["soort"]]
    maand, dag = lees_maand(inhoud["maand"]), date.fromisoformat(inhoud["peildatum"])
    hoofdstukken = [
        _hoofdstuk(nummer, deel, inhoud) for nummer, deel in enumerate(inhoud["hoofdstukken"], start=1)
    ]
    cijfers = [
        _cijfer(cijfer)
        for cijfer in inhoud["cijfers"]
        if not uitgave.domeinen or cijfer["domein"] in uitgave.domeinen
    ]
    gebruikt = [inhoud["hoofdstukken"], [cijfer["cel"] for cijfer in cijfers]]
    return {
        "titel": uitgave.titel,
        "kort": uitgave.kort,
        "maand": schrijfwijze.maand(maand),
        "maandnaam": schrijfwijze.MAANDEN[maand.month - 1],
        "peildatum": schrijfwijze.dag(dag),
        "peildatum_iso": inhoud["peildatum"],
        "versie": inhoud["versie"],
        "sha256": inhoud["sha256"],
        "plan": inhoud["plan"],
        "kern": _eerste_kernwaarden(hoofdstukken),
        "hoofdstukken": hoofdstukken,
        "begrippen": _begrippen(inhoud["hoofdstukken"]),
        "cijfers": cijfers,
        "verschillen": [_verschil(rij) for rij in inhoud["bronverschillen"]],
        "kleine_aantallen": heeft_kleine_aantallen(gebruikt),
    }


def _hoofdstuk(nummer: int, hoofdstuk: Json, inhoud: Json) -> Json:
    delen = [_deel(nummer, plek, deel) for plek, deel in enumerate(hoofdstuk["delen"], start=1)]
    if hoofdstuk["standen"]:
        delen.append({"soort": "tabel", **_verloop(hoofdstuk["standen"], inhoud)})
    return {
        **hoofdstuk,
        "nummer": nummer,
        "anker": f"hoofdstuk-{nummer}",
        "kern": [_kernwaarde(waarde) for waarde in hoofdstuk["kern"]],
        "delen": delen,
    }


def _deel(nummer: int, plek: int, deel: Json) -> Json:
    [(soort, gegevens)] = deel.items()
    if soort == "grafiek":
        return {"soort": soort, **gegevens, "adres": _adres(nummer, plek)}
    return {"soort": soort, **(_tabel(gegevens) if soort == "tabel" else gegevens)}


def _tabel(tabel: Json) -> Json:
    kolommen = [
        {"naam": kolom["naam"], "klassen": _klassen(kolom, vorige)}
        for vorige, kolom in zip([None, *tabel["kolommen"]], tabel["kolommen"], strict=False)
    ]
    rijen = [
        {
            "kop": rij["kop"],
            "soort": rij["soort"],
            "cellen": [
                {**cel(waarde), "klassen": kolom["klassen"]}
                for waarde, kolom in zip(rij["cellen"], kolommen[1:], strict=True)
            ],
        }
        for rij in tabel["rijen"]
    ]
    klasse = "kort" if len(rijen) <= KORTE_TABEL else ""
    return {**tabel, "kolommen": kolommen, "rijen": rijen, "klasse": klasse}


def _klassen(kolom: Json, vorige: Json | None) -> str:
    """Classes of rapport.css; text right after numbers gets some room, or they touch."""
    naast = vorige is not None and vorige["getal"] and not kolom["getal"]
    return " ".join(
        filter(None, [kolom["breedte"], "getal" if kolom["getal"] else "", "naast" if naast else ""])
    )


def _verloop(standen: list[Json], inhoud: Json) -> Json:
    """The stocks of a chapter as a table: opening + in - out = closing."""
    cijfers = {cijfer["code"]: cijfer for cijfer in inhoud["cijfers"]}
    maand = schrijfwijze.MAANDEN[lees_maand(inhoud["maand"]).month - 1]
    rijen = []
    for stand in standen:
        cijfer = cijfers[stand["code"]]
        aantallen = [stand[naam] for naam in ("begin", "erbij", "eraf", "eind")]
        cellen = [{"gevoelig": aantal} for aantal in aantallen] if cijfer["gevoelig"] else aantallen
        rijen.append({"kop": cijfer["label"], "cellen": cellen, "soort": ""})
    koppen = [f"Begin {maand}", "Erbij", "Eraf", f"Eind {maand}"]
    return _tabel(
        {
            "kop": "",
            "bijschrift": f"Wat er in {maand} veranderde",
            "kolommen": [
                {"naam": "Cijfer", "getal": False, "breedte": "b-40"},
                *({"naam": kop, "getal": True, "breedte": None} for kop in koppen),
            ],
            "rijen": rijen,
            "noot": "",
        }
    )


def _kernwaarde(waarde: Json) -> Json:
    van = None if waarde["van"] is None else cel(waarde["van"])["tekst"]
    return {**waarde, "waarde": cel(waarde["waarde"])["tekst"], "van": van}


def _eerste_kernwaarden(hoofdstukken: list[Json]) -> list[Json]:
    """The first figure of each chapter, then the second of each, until the row is full."""
    rondes = zip_longest(*(hoofdstuk["kern"] for hoofdstuk in hoofdstukken))
    return [waarde for waarde in chain.from_iterable(rondes) if waarde][:MAX_KERN]


def _begrippen(hoofdstukken: list[Json]) -> list[Json]:
    """All terms, each name once, in the order of the chapters."""
    begrippen: dict[str, Json] = {}
    for begrip in chain.from_iterable(hoofdstuk["begrippen"] for hoofdstuk in hoofdstukken):
        begrippen.setdefault(begrip["naam"], begrip)
    return list(begrippen.values())


def _cijfer(cijfer: Json) -> Json:
    """A key figure for the annex; a sensitive one is shown as such."""
    waarde = cijfer["waarde"]
    if isinstance(waarde, str):
        waarde = {"bedrag": waarde}
    elif cijfer["gevoelig"] and waarde is not None:
        waarde = {"gevoelig": waarde}
    return {**cijfer, "cel": waarde, "tekst": cel(waarde)["tekst"]}


def _verschil(rij: Json) -> Json:
    """A contradiction of the plan: what it says, and what it says as well."""
    gezegd = [f"{_bronwaarde(waarde['waarde'])} ({waarde['bron']})" for waarde in rij["waarden"]]
    return {**rij, "gezegd": gezegd}


def _bronwaarde(waarde: str) -> str:
    """A value of the plan file in the Dutch way, where it is a day or a large number; else as it stands."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", waarde, re.ASCII):
        return schrijfwijze.dag(date.fromisoformat(waarde))
    return schrijfwijze.getal(int(waarde)) if re.fullmatch(r"\d{5,}", waarde, re.ASCII) else waarde


def _adres(nummer: int, plek: int) -> str:
    return f"grafieken/{nummer}-{plek}.svg"
