"""`manage.py importeer`: a spreadsheet or CSV in, all or nothing, and taken back again."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.management.base import CommandParser

from kern.opdrachten import Geweigerd, Opdracht, Vraag
from kern.register import register
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling
from uitwisseling import actions
from uitwisseling.inlezen.koppen import lees_kolommenbestand
from uitwisseling.models import KOP, Inlezing
from uitwisseling.rules.grenzen import Weigering
from uitwisseling.weergave.sjablonen import schrijf_sjabloon

RIJEN_MET_FOUTEN = 3


class Command(Opdracht):
    """Exit 3 when there are rows with faults: then nothing was saved, unless `--goede-rijen`."""

    help = "Leest een spreadsheet of CSV in, of neemt een import terug."
    schema = "importeer/1"
    leest = False

    def argumenten(self, parser: CommandParser) -> None:
        bekend = ", ".join(soort.soort for _, soort in register.importen())
        parser.add_argument("soort", nargs="?", metavar="SOORT", help=f"Een van: {bekend}.")
        parser.add_argument(
            "bestand", nargs="?", type=Path, metavar="FILE", help="CSV met puntkomma's, of XLSX."
        )
        parser.add_argument(
            "--kolommen",
            type=Path,
            metavar="FILE.toml",
            help="Tabel [kolommen]: onze naam = naam in het bestand.",
        )
        parser.add_argument(
            "--proef", action="store_true", help="Sla niets op; vertel wel wat er zou gebeuren."
        )
        parser.add_argument("--goede-rijen", action="store_true", help="Sla de rijen zonder fout op.")
        parser.add_argument("--ongedaan", type=int, metavar="NR", help="Neem deze import terug.")
        parser.add_argument("--sjabloon", type=Path, metavar="FILE.xlsx", help="Schrijf een leeg bestand.")

    def handle(self, *args: Any, **opties: Any) -> None:
        """As every command; then the exit code says whether there were faults."""
        self._met_fouten = False
        super().handle(*args, **opties)
        if self._met_fouten:
            self.stdout.flush()
            sys.exit(RIJEN_MET_FOUTEN)

    def document(self, vraag: Vraag) -> dict[str, Any]:
        _keur_argumenten(vraag)
        try:
            if vraag.opties["ongedaan"] is not None:
                return _neem_terug(vraag)
            if vraag.opties["sjabloon"]:
                return _sjabloon(vraag)
            document = _importeer(vraag)
        except (ValidationError, Weigering) as fout:
            zinnen = fout.messages if isinstance(fout, ValidationError) else [str(fout)]
            raise Geweigerd("\n".join(zinnen)) from fout
        self._met_fouten = bool(document["fouten"])
        return document

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        if "sjabloon" in document:
            yield f"Sjabloon voor {document['soort']}: {document['sjabloon']}"
        elif "behouden" in document:
            yield f"Import {document['import']} is ongedaan gemaakt."
            for een in document["behouden"]:
                yield f"Blijft staan: rij {een['rij']}, dossier {een['dossier'] or 'geen'}: {een['wat']}."
        else:
            yield from _verslag(document)


def _keur_argumenten(vraag: Vraag) -> None:
    opties = vraag.opties
    if opties["ongedaan"] is not None:
        if opties["soort"] or opties["sjabloon"]:
            raise Geweigerd("--ongedaan: geef alleen het nummer van de import, zonder SOORT en FILE.")
    elif not opties["soort"]:
        raise Geweigerd("Dit ontbreekt: SOORT.")
    elif bool(opties["bestand"]) == bool(opties["sjabloon"]):
        raise Geweigerd("Geef na SOORT een bestand om in te lezen, of --sjabloon met een naam.")


def _importeer(vraag: Vraag) -> dict[str, Any]:
    opties = vraag.opties
    kolommen = lees_kolommenbestand(_lees(opties["kolommen"])) if opties["kolommen"] else None
    pad: Path = opties["bestand"]
    try:
        stroom = pad.open("rb")
    except OSError as fout:
        raise Geweigerd(f"{pad}: dit bestand kan niet worden gelezen ({fout.strerror}).") from fout
    with stroom:
        _leg_vast("Bestand om in te lezen")
        uitslag = actions.importeer(
            opties["soort"],
            File(stroom, name=pad.name),
            kolommen=kolommen,
            gebruiker=None,
            op=vraag.peildatum,
            goede_rijen=opties["goede_rijen"],
            proef=opties["proef"],
        )
    inlezing = uitslag.inlezing
    return {
        "soort": inlezing.soort,
        "bestand": str(pad),
        "sha256": inlezing.sha256,
        "gelezen": inlezing.gelezen,
        "aangemaakt": inlezing.aangemaakt,
        "gewijzigd": inlezing.gewijzigd,
        "ongewijzigd": inlezing.ongewijzigd,
        "opzij": uitslag.opzij,
        "fouten": uitslag.fouten,
        "import": inlezing.pk if uitslag.opgeslagen else None,
        "opgeslagen": uitslag.opgeslagen,
    }


def _lees(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise Geweigerd(f"{pad}: dit bestand kan niet worden gelezen ({fout.strerror}).") from fout


def _neem_terug(vraag: Vraag) -> dict[str, Any]:
    nummer = vraag.opties["ongedaan"]
    inlezing = Inlezing.objects.filter(pk=nummer).first()
    if inlezing is None:
        raise Geweigerd(f"--ongedaan: import {nummer} bestaat niet.")
    _leg_vast("Import ongedaan maken")
    uitkomst = actions.maak_ongedaan(inlezing, gebruiker=None, op=vraag.peildatum)
    return {"import": nummer, "behouden": [asdict(een) for een in uitkomst.behouden]}


def _leg_vast(wat: str) -> None:
    """What is said of the rows tells who is known already. Before anything is saved: without a log nothing is."""
    leg_lezen_vast(None, Lezing(handeling=Leeshandeling.LIJST, wat=wat))


def _sjabloon(vraag: Vraag) -> dict[str, Any]:
    soort = actions.soort_van(vraag.opties["soort"])
    pad: Path = vraag.opties["sjabloon"]
    try:
        schrijf_sjabloon(soort, pad)
    except OSError as fout:
        raise Geweigerd(f"{pad}: dit bestand kan hier niet worden geschreven ({fout.strerror}).") from fout
    return {"soort": soort.soort, "sjabloon": str(pad)}


def _verslag(document: dict[str, Any]) -> Iterable[str]:
    yield (
        f"{document['bestand']}: {document['gelezen']} rijen gelezen. {document['aangemaakt']} nieuw, "
        f"{document['gewijzigd']} gewijzigd, {document['ongewijzigd']} ongewijzigd."
    )
    for fout in document["fouten"]:
        waarde = f" ({fout.waarde})" if fout.waarde else ""
        yield f"Rij {fout.rij}, {fout.kolom}{waarde}: {fout.melding}"
    for een in document["opzij"]:
        over = "Het hele bestand" if een.rij == KOP else f"Rij {een.rij} opzij"
        yield f"{over}: {een.melding}"
    if document["opgeslagen"]:
        yield f"Opgeslagen als import {document['import']}."
    else:
        yield "Er is niets opgeslagen."
