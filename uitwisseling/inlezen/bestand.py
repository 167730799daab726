"""A file as rows of text: CSV with semicolons or XLSX, known by its content and never by its name."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO, Any, Final

import python_calamine

from uitwisseling.inlezen.uitpakken import BESCHADIGD, GEEN_SPREADSHEET, TE_VEEL_RIJEN, keur_xlsx
from uitwisseling.rules.grenzen import MEESTE_RIJEN, Weigering

_ZIP: Final = b"PK\x03\x04"
_STUK: Final = 1 << 20
_TEKENSET: Final = "De tekenset van dit bestand kennen wij niet. Sla het op als CSV UTF-8, of als XLSX."
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ANDERE: Final = {  # the first bytes of what is sent by mistake
    b"\xd0\xcf\x11\xe0": "Dit is een oud Excel-bestand (XLS), of een met een wachtwoord. Sla het op als XLSX zonder "
    "wachtwoord.",
    b"%PDF": GEEN_SPREADSHEET,
    b"\x1f\x8b": GEEN_SPREADSHEET,
}
_TEKENS_IN_TEKST: Final = frozenset({0x09, 0x0A, 0x0C, 0x0D, 0x1A})
_ANDERE_TEKENS: Final = bytes(set(range(32)) - _TEKENS_IN_TEKST)


def rijen(bestand: IO[bytes]) -> Iterator[list[str]]:
    """The rows of a file that can be read twice, the header first, an empty row as an empty list.

    Row n of the answer is row n of the spreadsheet. Weigering, before the first row or where the
    file turns out to be damaged, when it is no spreadsheet that is read here.
    """
    begin = bestand.read(4)
    bestand.seek(0)
    if not begin:
        raise Weigering("Dit bestand is leeg.")
    for kop, zin in _ANDERE.items():
        if begin.startswith(kop):
            raise Weigering(zin)
    return _xlsx(bestand) if begin == _ZIP else _csv(bestand)


def _xlsx(bestand: IO[bytes]) -> Iterator[list[str]]:
    keur_xlsx(bestand)
    bestand.seek(0)
    try:
        boek = python_calamine.load_workbook(bestand)
        blad = boek.get_sheet_by_index(0)
    except Exception as fout:
        raise Weigering(BESCHADIGD) from fout
    if blad.start is None:
        raise Weigering("Dit bestand is leeg.")
    boven, links = blad.start
    for _ in range(boven):
        yield []
    for rij in blad.to_python(skip_empty_area=True) if boven else blad.iter_rows():
        yield (
            [*([""] * links), *(als_tekst(cel) for cel in rij)] if boven else [als_tekst(cel) for cel in rij]
        )


def als_tekst(cel: Any) -> str:
    """A cell of XLSX as it would stand in CSV: a date as dd-mm-jjjj, a whole number without decimals."""
    if isinstance(cel, str):
        return cel
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float):
        return str(int(cel)) if cel.is_integer() else repr(round(cel, 9)).replace(".", ",")
    if isinstance(cel, date):  # a datetime is one too
        return f"{cel.day:02d}-{cel.month:02d}-{cel.year:04d}"
    return str(cel)


def _csv(bestand: IO[bytes]) -> Iterator[list[str]]:
    tekst = io.TextIOWrapper(_Open(bestand), encoding=_tekenset(bestand), newline="")
    bestand.seek(0)
    nummer = 0
    try:
        for nummer, rij in enumerate(csv.reader(tekst, delimiter=";"), 1):
            if nummer > MEESTE_RIJEN + 1:
                raise Weigering(TE_VEEL_RIJEN.format(aantal=f"{MEESTE_RIJEN:,}".replace(",", ".")))
            yield rij
    except csv.Error as fout:
        raise Weigering(
            f"Na rij {nummer} is dit bestand niet te lezen. Staat er een aanhalingsteken dat nergens sluit?"
        ) from fout


class _Open(io.BufferedReader):
    """Keeps the file open when the reader of its text is done."""

    def __init__(self, bestand: IO[bytes]) -> None:
        super().__init__(_Ruw(bestand), _STUK)


class _Ruw(io.RawIOBase):
    def __init__(self, bestand: IO[bytes]) -> None:
        super().__init__()
        self._bestand = bestand

    def readable(self) -> bool:
        return True

    def readinto(self, ruimte: Any) -> int:
        stuk = self._bestand.read(len(ruimte))
        ruimte[: len(stuk)] = stuk
        return len(stuk)


def _stukken(bestand: IO[bytes]) -> Iterator[bytes]:
    bestand.seek(0)
    while stuk := bestand.read(_STUK):
        yield stuk


def _tekenset(bestand: IO[bytes]) -> str:
    """UTF-8 where the whole file is, else Windows-1252. Weigering for anything that is no such text."""
    for nummer, stuk in enumerate(_stukken(bestand)):
        if nummer == 0 and stuk.startswith(_UTF16):
            raise Weigering(_TEKENSET)
        if stuk.translate(None, _ANDERE_TEKENS) != stuk:
            raise Weigering(_TEKENSET if stuk.count(b"\0") * 3 > len(stuk) else GEEN_SPREADSHEET)
    for naam in ("utf-8-sig", "cp1252"):
        if _past(_stukken(bestand), naam):
            return naam
    raise Weigering(_TEKENSET)


def _past(stukken: Iterable[bytes], naam: str) -> bool:
    lezer = codecs.getincrementaldecoder(naam)()
    try:
        for stuk in stukken:
            lezer.decode(stuk)
        lezer.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
