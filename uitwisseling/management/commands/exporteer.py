"""`manage.py exporteer`: a table of a domain as CSV or XLSX, by the name of the file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import CommandParser

from kern.contract import Domein, Exporttabel, Peiling
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag
from kern.opmaak import scherm
from kern.register import register
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling
from uitwisseling.actions import lezing_van_tabel
from uitwisseling.rules.exporten import mag_export, zoek_export
from uitwisseling.weergave.tabellen import Formaat, formaat_van, schrijf


class Command(Opdracht):
    """The table at a peildatum. The file is there as a whole or not at all, and only its owner can read it."""

    help = "Schrijft een tabel weg als CSV of XLSX."
    schema = "exporteer/1"

    def argumenten(self, parser: CommandParser) -> None:
        bekend = ", ".join(tabel.soort for _, tabel in register.exporten())
        parser.add_argument("soort", metavar="SOORT", help=f"Een van: {bekend}.")
        parser.add_argument("bestand", metavar="FILE", help="Naam die eindigt op .csv of .xlsx.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        domein, tabel = _tabel(vraag.opties["soort"])
        if not mag_export(vraag.gebruiker, domein, tabel):
            if tabel.dossiers:
                poging = Lezing(handeling=Leeshandeling.UITVOER, wat=f"Tabel {tabel.label.lower()}")
                leg_lezen_vast(vraag.gebruiker, poging, geweigerd=True)
            raise NietToegestaan(f"Deze gebruiker mag de tabel {tabel.soort} niet zien.")
        pad = Path(vraag.opties["bestand"])
        try:
            formaat = formaat_van(pad.name)
        except ValueError as fout:
            raise Geweigerd(f"{pad.name}: {fout}") from fout
        peiling = Peiling.op(vraag.peildatum, gebruiker=vraag.gebruiker)
        lezing = lezing_van_tabel(tabel, peiling)
        if lezing:
            leg_lezen_vast(vraag.gebruiker, lezing)
        try:
            aantal = _schrijf_heel(pad, tabel, peiling, formaat)
        except PermissionDenied as weigering:
            raise NietToegestaan(str(weigering)) from weigering
        return {"soort": tabel.soort, "bestand": str(pad), "rijen": aantal}

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        rijen = "1 rij" if document["rijen"] == 1 else f"{scherm.getal(document['rijen'])} rijen"
        yield f"{document['soort']} op {document['peildatum']}: {rijen} in {document['bestand']}"


def _tabel(soort: str) -> tuple[Domein, Exporttabel]:
    """The table that is asked for. Geweigerd, with the names that exist, when there is none."""
    gevonden = zoek_export(soort)
    if gevonden is None:
        bekend = ", ".join(tabel.soort for _, tabel in register.exporten())
        raise Geweigerd(f"SOORT: {soort!r} bestaat niet. Kies uit: {bekend}.")
    return gevonden


def _schrijf_heel(pad: Path, tabel: Exporttabel, peiling: Peiling, formaat: Formaat) -> int:
    """Write beside the file first, and put it in its place when all rows are there."""
    try:
        with NamedTemporaryFile(dir=pad.parent, prefix=".exporteer-", delete=False) as tijdelijk:
            try:
                aantal = schrijf(tijdelijk, tabel.kolommen, tabel.rijen(peiling), formaat=formaat)
                tijdelijk.close()
                os.replace(tijdelijk.name, pad)
            except BaseException:
                Path(tijdelijk.name).unlink(missing_ok=True)
                raise
    except OSError as fout:
        raise Geweigerd(f"{pad}: dit bestand kan hier niet worden geschreven ({fout.strerror}).") from fout
    return aantal
