"""Are the files that are kept still what came in?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from dossiers.models import Document
from kern import kluis
from kern.contract import Bevinding
from kern.velden import Sleutelfout
from uitwisseling.models import Inlezing

_STUK = 1 << 20
_MEESTE_VOORBEELDEN = 10


def bestanden_hash() -> Bevinding:
    """Documents and files of imports that are not there, or have another content than came in.

    Reads every file, a piece at a time. A finding names the row, not the file or the person.
    """
    fouten = [zin for zin in _fouten() if zin]
    return Bevinding(len(fouten), fouten[:_MEESTE_VOORBEELDEN])


def _fouten() -> Iterator[str]:
    for document in Document.objects.only("bestand", "sha256").order_by("pk").iterator():
        yield _fout(f"document {document.pk}", document, _stukken)
    inlezingen = Inlezing.objects.exclude(bestand="").only("bestand", "sha256").order_by("pk")
    for inlezing in inlezingen.iterator():
        yield _fout(f"inlezing {inlezing.pk}", inlezing, kluis.ontsleutel)


def _fout(wat: str, rij: Any, lees: Any) -> str:
    """What is wrong with the file of this row; empty when nothing is."""
    try:
        with rij.bestand.open("rb") as bestand:
            som = _som(lees(bestand.file))
    except OSError:
        return f"Het bestand van {wat} is er niet."
    except Sleutelfout:
        return f"Het bestand van {wat} is niet te lezen."
    return "" if som == rij.sha256 else f"Het bestand van {wat} is veranderd."


def _stukken(bestand: Any) -> Iterator[bytes]:
    while stuk := bestand.read(_STUK):
        yield stuk


def _som(stukken: Iterable[bytes]) -> str:
    som = sha256()
    for stuk in stukken:
        som.update(stuk)
    return som.hexdigest()
