"""A file in at once, as the command does it: read, look, and save or leave, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction

from kern.contract import Gebruiker, Importsoort
from uitwisseling.actions.besluiten import schrijf
from uitwisseling.actions.keuren import keur, soort_van
from uitwisseling.actions.lezen import ontvang, zet_klaar
from uitwisseling.inlezen import opslag
from uitwisseling.models import Inlezing
from uitwisseling.rules.grenzen import Weigering


@dataclass(frozen=True, slots=True)
class Fout:
    """A fault by row and column; `waarde` is the cell as it stands, None for a BSN."""

    rij: int
    kolom: str
    waarde: str | None
    code: str
    melding: str


@dataclass(frozen=True, slots=True)
class Opzij:
    """A good row that needs a person's decision."""

    rij: int
    code: str
    melding: str


@dataclass(frozen=True)
class Uitslag:
    """What became of a file. `inlezing` has the counts; it is kept only when `opgeslagen`."""

    inlezing: Inlezing
    fouten: list[Fout]
    opzij: list[Opzij]
    opgeslagen: bool


def importeer(
    soort: str,
    bestand: File[Any],
    *,
    kolommen: Mapping[str, str] | None = None,
    gebruiker: Gebruiker | None,
    op: date,
    goede_rijen: bool = False,
    proef: bool = False,
) -> Uitslag:
    """Read a file and save it, all or nothing; with `goede_rijen` without its faulty rows.

    With `proef`, or with faults and without `goede_rijen`, nothing is kept, not even the file.
    ValidationError with one sentence when the file is refused as a whole.
    """
    inlezing = None
    uitslag = None
    try:
        with transaction.atomic():
            inlezing = ontvang(soort, bestand, kolommen=kolommen, gebruiker=gebruiker, op=op)
            uitslag = _lees_en_schrijf(inlezing, op, goede_rijen=goede_rijen, proef=proef)
            transaction.set_rollback(not uitslag.opgeslagen)
    except Weigering as fout:
        raise ValidationError(str(fout), code="geweigerd") from fout
    finally:
        if inlezing is not None and not (uitslag and uitslag.opgeslagen):
            opslag.weg(inlezing)
    return uitslag


def _lees_en_schrijf(inlezing: Inlezing, op: date, *, goede_rijen: bool, proef: bool) -> Uitslag:
    zet_klaar(inlezing)
    inlezing.goede_rijen = goede_rijen
    werk, verwerker = keur(inlezing, opslaan=not proef)
    opslaan = not proef and (not inlezing.met_fout or (goede_rijen and inlezing.te_bewaren > 0))
    if opslaan:
        schrijf(werk, verwerker, op=op)
    return Uitslag(inlezing, _fouten(inlezing, soort_van(inlezing.soort)), _opzij(inlezing), opslaan)


def _fouten(inlezing: Inlezing, soort: Importsoort) -> list[Fout]:
    """By row, and within it by column."""
    plaats = {kolom.naam: nummer for nummer, kolom in enumerate(soort.kolommen)}
    rijen = inlezing.fouten.order_by("rij", "pk").values_list("rij", "kolom", "waarde", "code", "melding")
    fouten = [Fout(*rij) for rij in rijen.iterator()]
    return sorted(fouten, key=lambda fout: (fout.rij, plaats.get(fout.kolom, -1)))


def _opzij(inlezing: Inlezing) -> list[Opzij]:
    rijen = inlezing.opzijgezet.order_by("rij", "pk").values_list("rij", "code", "melding")
    return [
        Opzij(rij, intern(code), melding) for rij, code, melding in rijen.iterator()
    ]  # a few codes, many rows
