"""What is said of a cell that cannot be used, and what would be right, in plain Dutch."""

from __future__ import annotations

import calendar
import re
from typing import Final

from kern import schrijfwijze
from kern.contract import Celsoort, Kolom
from kern.opmaak.datum import EERSTE_JAAR, LAATSTE_JAAR, Datumfout, lees_delen

POSTCODE: Final = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
LEEST_ENGELS: Final = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_GOED: Final = {
    Celsoort.DATUM: "Een datum als dag-maand-jaar, zoals 28-03-2017.",
    Celsoort.GEBOORTEDATUM: "Een datum zoals 14-02-1981, of 00-00-1981 als alleen het jaar bekend is.",
    Celsoort.GETAL: "Een heel getal, zonder punt of komma.",
    Celsoort.BEDRAG: "Een bedrag zoals 1.234,56.",
    Celsoort.JA_NEE: "Ja of nee.",
    Celsoort.VNUMMER: "De 10 cijfers van het V-nummer.",
    Celsoort.BSN: "De 9 cijfers uit de BRP. Nog niet bekend? Laat de cel leeg.",
    Celsoort.EMAIL: "Het e-mailadres van een gebruiker.",
    Celsoort.POSTCODE: "Een postcode zoals 2242 AB.",
    Celsoort.TEKST: "Een ingevulde cel.",
}
_MEESTE_KEUZES: Final = 8


def goed(kolom: Kolom) -> str:
    """What would be right in this column."""
    if kolom.goed:
        return kolom.goed
    if kolom.soort == Celsoort.KEUZE:
        soorten = list(dict.fromkeys(kolom.keuzes.values()))
        if len(soorten) <= _MEESTE_KEUZES:
            return f"Een van deze: {', '.join(soorten)}."
    return _GOED.get(kolom.soort, "Een waarde uit de lijst.")


def ontbreekt(kolom: Kolom) -> str:
    """A cell is empty that may not be."""
    return f"{kolom.label} is niet ingevuld."


def te_lang(kolom: Kolom, lengte: int) -> str:
    """More characters than are kept."""
    return f"{kolom.label} is te lang: {lengte} tekens."


def niet_langer(kolom: Kolom) -> str:
    """How long it may be."""
    return f"Ten hoogste {kolom.lengte} tekens."


def datum(tekst: str, code: str, kolom: Kolom) -> tuple[str, str]:
    """What is wrong with a date, and what would be right; `code` is that of Datumfout."""
    if code == "eeuw":
        return "Het jaar heeft maar twee cijfers.", "Een jaar met vier cijfers, zoals 28-03-2017."
    if code == "jaar":
        return f"Het jaar ligt niet tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.", goed(kolom)
    if code == "bestaat_niet":
        return _bestaat_niet(tekst, kolom)
    return "Dit is geen datum.", goed(kolom)


def _bestaat_niet(tekst: str, kolom: Kolom) -> tuple[str, str]:
    try:
        dag, maand, jaar = lees_delen(tekst)
    except Datumfout:
        return "Deze datum bestaat niet.", goed(kolom)
    if not (dag and 1 <= maand <= 12):
        return "Deze datum bestaat niet.", goed(kolom)
    dagen = calendar.monthrange(jaar, maand)[1]
    naam = schrijfwijze.MAANDEN[maand - 1].capitalize()
    raad = f"{dagen}-{maand:02d}-{jaar}"
    if kolom.soort == Celsoort.GEBOORTEDATUM:
        raad = f"{raad}, of 00-{maand:02d}-{jaar} als u de dag niet weet"
    return f"Deze datum bestaat niet. {naam} {jaar} heeft {dagen} dagen.", f"{raad}."
