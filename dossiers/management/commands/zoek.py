"""`manage.py zoek`: find persons, whatever the spelling or script."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandParser

from dossiers.figures.zoeken import zoek, zoekbronnen
from dossiers.models import Statushouder
from dossiers.rules.inzage import mag_veld
from dossiers.rules.zoekvraag import bevat_geheim_nummer
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling
from toegang.rules import BSN, INZIEN, mag

INVOER = "-"
LIMIET = 20
MEESTE = 500


def aantal(waarde: str) -> int:
    """Argument type: a number from 1 to MEESTE."""
    if not waarde.isascii() or not waarde.isdecimal() or not 1 <= int(waarde) <= MEESTE:
        raise ArgumentTypeError(f"{waarde!r} is geen aantal van 1 tot en met {MEESTE}.")
    return int(waarde)


class Command(Opdracht):
    """Persons who answer what is asked, best first: only what the page would show."""

    help = "Zoekt personen op naam, dossiernummer, telefoon of adres; een BSN of V-nummer met - (invoer)."
    schema = "zoek/1"

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("naam", metavar="NAAM", help="Wie u zoekt, of - om dat uit de invoer te lezen.")
        parser.add_argument("--limiet", type=aantal, default=LIMIET, metavar="N", help="Ten hoogste zoveel.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if vraag.gebruiker and not mag(vraag.gebruiker, "dossiers", INZIEN):
            lezing = Lezing(handeling=Leeshandeling.ZOEKEN, wat="Zoeken")
            leg_lezen_vast(vraag.gebruiker, lezing, geweigerd=True)
            raise NietToegestaan("Deze gebruiker mag geen dossiers zien.")
        rijen = Statushouder.objects
        zichtbaar = rijen.zichtbaar_voor(vraag.gebruiker) if vraag.gebruiker else rijen.actueel()
        gevonden = zoek(
            _tekst(vraag.opties["naam"]),
            rijen=zichtbaar,
            limiet=vraag.opties["limiet"],
            bronnen=zoekbronnen(vraag.gebruiker),
            op_bsn=vraag.gebruiker is None or mag(vraag.gebruiker, "dossiers", BSN),
            op_vnummer=mag_veld(vraag.gebruiker, "vnummer"),
        )
        leg_lezen_vast(
            vraag.gebruiker, Lezing(handeling=Leeshandeling.ZOEKEN, wat="Zoeken", aantal=len(gevonden))
        )
        return {
            "gevonden": [
                {
                    "dossier": resultaat.persoon.nummer,
                    "naam": resultaat.persoon.naam,
                    "geboortejaar": vroegst.year if (vroegst := resultaat.persoon.geboren_vroegst) else None,
                    "score": resultaat.score,
                    "waarom": resultaat.waarom,
                }
                for resultaat in gevonden
            ]
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        if not document["gevonden"]:
            yield "Niemand gevonden."
        for rij in document["gevonden"]:
            jaar = rij["geboortejaar"] or "onbekend"
            yield f"{rij['dossier']:12}{rij['naam']}, geboren {jaar} ({rij['waarom']}, {rij['score']:.2f})"


def _tekst(naam: str) -> str:
    """What is asked. Geweigerd when it is empty, or a number that may only come by standard input."""
    if naam != INVOER and bevat_geheim_nummer(naam):
        raise Geweigerd(
            "Zet geen BSN of V-nummer in een opdracht: die blijft bewaard. Gebruik - en geef het nummer als invoer."
        )
    tekst = sys.stdin.readline() if naam == INVOER else naam
    if not tekst.strip():
        raise Geweigerd("Geef een naam, een dossiernummer, een telefoonnummer of een adres.")
    return tekst.strip()
