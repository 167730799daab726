"""A table as CSV or XLSX, in the form in which our own reader takes it back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from pathlib import PurePath
from typing import IO

from django.conf import settings
from django.http import HttpResponse
from django.utils.text import slugify

from toegang.poort.grenzen import TeVeelRijen
from uitwisseling.rules.formules import maak_onschadelijk
from uitwisseling.weergave.xlsx import Waarde, schrijf_blad

Cel = str | int | Decimal | date | bool | None
Rij = Sequence[Cel]


class Formaat(StrEnum):
    """The two kinds of file."""

    CSV = "csv"
    XLSX = "xlsx"


MEDIATYPE = {
    Formaat.CSV: "text/csv; charset=utf-8",
    Formaat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def formaat_van(bestandsnaam: str) -> Formaat:
    """The kind of file by the end of its name. ValueError, in Dutch, for any other end."""
    try:
        return Formaat(PurePath(bestandsnaam).suffix.lower().removeprefix("."))
    except ValueError as fout:
        raise ValueError("Laat de naam van het bestand eindigen op .csv of .xlsx.") from fout


def schrijf(bestand: IO[bytes], kolommen: Sequence[str], rijen: Iterable[Rij], *, formaat: Formaat) -> int:
    """Write the table into an open binary file, row by row; gives the number of rows without the header.

    A day is dd-mm-jjjj (in XLSX a date cell), an amount is 1234,56 (in XLSX a number), True and False
    are ja and nee, None is empty. Text that would run as a formula is made harmless.
    """
    schrijver = _schrijf_csv if formaat is Formaat.CSV else _schrijf_xlsx
    return schrijver(bestand, kolommen, rijen)


def als_download(
    kolommen: Sequence[str], rijen: Iterable[Rij], *, naam: str, formaat: Formaat | str
) -> HttpResponse:
    """The table as a file to keep. `naam` has no ending, and may hold nothing about a person.

    All rows are read before this returns: a later read would be outside the request's role. TeVeelRijen
    when they are more than a file may hold; their number goes along as `rijen`, for the count of the day.
    """
    formaat = Formaat(formaat)
    inhoud = io.BytesIO()
    aantal = schrijf(inhoud, kolommen, _begrensd(rijen), formaat=formaat)
    antwoord = HttpResponse(
        inhoud.getvalue(),
        content_type=MEDIATYPE[formaat],
        headers={
            "Content-Disposition": f'attachment; filename="{slugify(naam) or "tabel"}.{formaat}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )
    antwoord.rijen = aantal  # type: ignore[attr-defined]
    return antwoord


def _begrensd(rijen: Iterable[Rij]) -> Iterator[Rij]:
    for nummer, rij in enumerate(rijen, start=1):
        if nummer > settings.UITVOER_RIJEN:
            raise TeVeelRijen
        yield rij


def _schrijf_csv(bestand: IO[bytes], kolommen: Sequence[str], rijen: Iterable[Rij]) -> int:
    # With a byte order mark, by which Excel knows that the letters are UTF-8.
    tekst = io.TextIOWrapper(bestand, encoding="utf-8-sig", newline="", write_through=True)
    try:
        schrijver = csv.writer(tekst, delimiter=";", lineterminator="\r\n")
        schrijver.writerow([maak_onschadelijk(kolom) for kolom in kolommen])
        aantal = 0
        for aantal, rij in enumerate(rijen, start=1):  # noqa: B007  # the number of rows is the answer
            schrijver.writerow([_als_tekst(waarde) for waarde in rij])
        return aantal
    finally:
        tekst.detach()


def _als_tekst(waarde: Cel) -> str:
    if isinstance(waarde, str):
        return maak_onschadelijk(waarde)
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return f"{waarde.day:02d}-{waarde.month:02d}-{waarde.year:04d}"
    return f"{waarde:f}".replace(".", ",") if isinstance(waarde, Decimal) else str(waarde)


def _schrijf_xlsx(bestand: IO[bytes], kolommen: Sequence[str], rijen: Iterable[Rij]) -> int:
    geteld = _Teller(rijen)
    schrijf_blad(bestand, chain([[maak_onschadelijk(kolom) for kolom in kolommen]], geteld))
    return geteld.aantal


class _Teller:
    """The rows with the cells of XLSX, counted on the way."""

    def __init__(self, rijen: Iterable[Rij]) -> None:
        self._rijen = rijen
        self.aantal = 0

    def __iter__(self) -> Iterator[list[Waarde]]:
        for rij in self._rijen:
            self.aantal += 1
            yield [_als_cel(waarde) for waarde in rij]


def _als_cel(waarde: Cel) -> Waarde:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return maak_onschadelijk(waarde) if isinstance(waarde, str) else waarde
