"""`manage.py maak_rapport`: the report of a month as a PDF, made here, without a broker."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, CommandParser

from kern.namens import namens_doorlopend
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag
from rapportage import actions
from rapportage.models import Rapport, Soort
from rapportage.rules import lees_maand, peildatum
from toegang.models import Gebruiker
from toegang.rules import WIJZIGEN, mag


def _maand(waarde: str) -> date:
    """Argument type: a month as JJJJ-MM."""
    try:
        return lees_maand(waarde)
    except ValueError as fout:
        raise ArgumentTypeError(f"{waarde!r} is geen maand. Schrijf JJJJ-MM, bijvoorbeeld 2017-04.") from fout


class Command(Opdracht):
    """Two runs over the same data write the same bytes: the second finds the version of the first."""

    help = "Maakt het rapport van een maand als PDF."
    schema = "maak_rapport/1"
    leest = False

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("soort", choices=Soort.values, help="Welk rapport.")
        parser.add_argument(
            "--maand", type=_maand, required=True, metavar="JJJJ-MM", help="Over welke maand."
        )
        parser.add_argument("--uit", type=Path, required=True, metavar="FILE.pdf", help="Waar de PDF komt.")
        parser.add_argument(
            "--gegevens", type=Path, metavar="FILE.json", help="Waar de vastgelegde cijfers komen."
        )
        parser.add_argument("--als", metavar="E-MAIL", help="Maak het rapport als deze gebruiker.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        bestanden = [pad for pad in (vraag.opties["uit"], vraag.opties["gegevens"]) if pad]
        for pad in bestanden:
            _controleer_schrijfbaar(pad)
        rapport = self._rapport(vraag)
        for pad, bron in zip(
            bestanden, (bytes(rapport.pdf or b""), (rapport.gegevens or "").encode()), strict=False
        ):
            _schrijf(pad, bron)
        return {
            "peildatum": peildatum(rapport.maand).isoformat(),
            "soort": rapport.soort,
            "maand": f"{rapport.maand:%Y-%m}",
            "versie": rapport.versie,
            "sha256": rapport.sha256,
            "bestanden": [str(pad) for pad in bestanden],
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield (
            f"Rapport {document['soort']} {document['maand']}, versie {document['versie']}, "
            f"peildatum {document['peildatum']}."
        )
        yield from (f"Geschreven: {pad}" for pad in document["bestanden"])

    def _rapport(self, vraag: Vraag) -> Rapport:
        """The report that holds the figures of now."""
        gebruiker = vraag.gebruiker
        if isinstance(gebruiker, Gebruiker) and not mag(gebruiker, "rapportage", WIJZIGEN):
            raise NietToegestaan("Deze gebruiker mag geen rapporten maken.")
        soort, maand = vraag.opties["soort"], vraag.opties["maand"]
        try:
            gevraagd = actions.vraag_aan(
                soort,
                maand=maand,
                vandaag=vraag.peildatum,
                gebruiker=gebruiker if isinstance(gebruiker, Gebruiker) else None,
            )
        except ValidationError as weigering:
            raise Geweigerd(" ".join(weigering.messages)) from weigering
        # None: the worker made it while we waited, so the newest version is what was asked for.
        # Whoever asks: the figures are the municipality's, shielded persons included.
        with namens_doorlopend(None, op=vraag.peildatum):
            rapport = actions.maak(gevraagd.pk, vandaag=vraag.peildatum, wacht=True)
        rapport = rapport or Rapport.objects.van(soort, maand).gemaakt().first()
        if rapport is None:
            raise CommandError("Het rapport is niet gemaakt. De oorzaak staat in het logboek.")
        return rapport


def _controleer_schrijfbaar(pad: Path) -> None:
    """Before anything is made: a file here can be written. Geweigerd when not."""
    if not pad.parent.is_dir():
        raise Geweigerd(f"{pad}: de map {pad.parent} bestaat niet.")
    if pad.is_dir() or not os.access(pad if pad.exists() else pad.parent, os.W_OK):
        raise Geweigerd(f"{pad}: hier kan geen bestand worden geschreven.")


def _schrijf(pad: Path, bron: bytes) -> None:
    try:
        pad.write_bytes(bron)
    except OSError as fout:
        raise CommandError(f"{pad}: schrijven lukt niet: {fout.strerror}.") from fout
