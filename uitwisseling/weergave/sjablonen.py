"""An empty spreadsheet to fill in, with what belongs in each column on a second sheet."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from kern.contract import Celsoort, Importsoort
from uitwisseling.rules import zinnen

_RIJEN = 1000
_BREEDTE = 18
# As text, or the program drops zeros in front and writes dates in its own way.
_TEKST = "@"


def schrijf_sjabloon(soort: Importsoort, naar: Path | IO[bytes]) -> None:
    """Write the template of this kind as XLSX; what stands there already is replaced."""
    boek = Workbook()
    blad = boek.active
    assert blad is not None  # noqa: S101  (a new workbook has one sheet)
    blad.title = soort.label
    for nummer, kolom in enumerate(soort.kolommen, 1):
        blad.cell(1, nummer, kolom.naam).font = Font(bold=True)
        blad.column_dimensions[get_column_letter(nummer)].width = _BREEDTE
        if kolom.soort not in {Celsoort.GETAL, Celsoort.BEDRAG}:
            for rij in range(2, _RIJEN + 2):
                blad.cell(rij, nummer).number_format = _TEKST
    blad.freeze_panes = "A2"
    uitleg = boek.create_sheet("Uitleg")
    uitleg.append(["Kolom", "Verplicht", "Wat hoort hier?", "Uitleg", "Voorbeeld"])
    for kolom in soort.kolommen:
        verplicht = "ja" if kolom.verplicht else ""
        uitleg.append([kolom.naam, verplicht, zinnen.goed(kolom), kolom.uitleg, kolom.voorbeeld])
    for letter, breedte in zip("ABCDE", (20, 10, 60, 50, 28), strict=True):
        uitleg.column_dimensions[letter].width = breedte
    boek.save(naar)
