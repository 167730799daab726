"""Keeping a file in a dossier: its kind by its content, its hash, and a place that says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, BinaryIO, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction

from dossiers import figures
from dossiers.actions.vastleggen import voeg_toe, wijzig_deel
from dossiers.models import Document, Statushouder
from dossiers.models.sloten import vergrendel
from dossiers.rules import bestanden
from kern.contract import Gebruiker
from kern.opmaak.datum import schrijf_datum


def bewaar_document(
    persoon: Statushouder, *, bestand: File[Any], gegevens: Mapping[str, Any], auteur: Gebruiker | None
) -> Document:
    """Keep a file of this person. `gegevens` are fields of Document; without `naam` the file's own.

    ValidationError at `bestand`: empty, too large, no kind that a dossier takes, or there already. Where
    the row does not come about the file goes away again.
    """
    document = Document(statushouder=persoon)
    soort, document.sha256, document.grootte = _gekeurd(bestand)
    document.inhoudstype = soort.inhoudstype
    naam = bestanden.nette_naam(gegevens.get("naam") or bestand.name or "", soort)
    try:
        with transaction.atomic():
            # Two people with the same file at once: the second waits here and then sees the first's.
            vergrendel([persoon.pk])
            _eis_nieuw(persoon, document.sha256)
            bestand.seek(0)
            document.bestand.save(naam, File(bestand.file), save=False)
            return voeg_toe(document, {**gegevens, "naam": naam}, auteur)
    except BaseException:
        # Outside the transaction, so that a commit that fails takes the file along too.
        if document.bestand:
            document.bestand.storage.delete(str(document.bestand.name))
        raise


def wijzig_document(document: Document, *, versie: int, gegevens: Mapping[str, Any]) -> Document:
    """Change what is said of a document, not its content; its name keeps the ending of its kind."""
    soort = bestanden.soort_van(document.inhoudstype)
    naam = bestanden.nette_naam(gegevens["naam"], soort) if soort else gegevens["naam"]
    return wijzig_deel(document, versie=versie, gegevens={**gegevens, "naam": naam})


def _gekeurd(bestand: File[Any]) -> tuple[bestanden.Bestandsoort, str, int]:
    """Kind, hash and size, read from the content in pieces."""
    inhoud = cast(BinaryIO, bestand.file)
    try:
        bestanden.keur_grootte(bestand.size, hoogste_mb=settings.DOCUMENT_MB)
        soort = bestanden.herken(inhoud)
    except ValidationError as fout:
        raise ValidationError({"bestand": fout.error_list}) from fout
    som, grootte = sha256(), 0
    for stuk in bestanden.stukken(inhoud):
        som.update(stuk)
        grootte += len(stuk)
    return soort, som.hexdigest(), grootte


def _eis_nieuw(persoon: Statushouder, som: str) -> None:
    eerder = figures.zelfde_document(persoon, som)
    if eerder:
        raise ValidationError(
            {"bestand": f"Dit bestand staat al in dit dossier: {eerder} van {schrijf_datum(eerder.op)}."}
        )
