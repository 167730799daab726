"""What kind of file this is, by its content alone, and which kinds a dossier takes.

Own code and no library: the kinds are few, and what matters is inside the ZIP of an office file (is it
Word, without macros?), which the small ones (filetype, puremagic) do not look at reliably.
"""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.core.exceptions import ValidationError

STUK = 64 * 1024
_MEESTE_DELEN = 5_000  # entries of an office file; more is no letter
_OPMAAK = re.compile(
    rb"<\s*(!doctype|html|head|body|script|svg|\?xml|iframe|object)\b|<\?(xml|php)", re.IGNORECASE
)
_STUURTEKENS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Bestandsoort:
    """A kind of file that a dossier takes: its Dutch name, content type and the endings of its name."""

    naam: str
    inhoudstype: str
    uitgangen: tuple[str, ...]


PDF = Bestandsoort("PDF", "application/pdf", (".pdf",))
JPEG = Bestandsoort("Foto (JPEG)", "image/jpeg", (".jpg", ".jpeg"))
PNG = Bestandsoort("Afbeelding (PNG)", "image/png", (".png",))
WORD = Bestandsoort(
    "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",)
)
EXCEL = Bestandsoort("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))
ODT = Bestandsoort("OpenDocument-tekst", "application/vnd.oasis.opendocument.text", (".odt",))
TEKST = Bestandsoort("Tekst zonder opmaak", "text/plain", (".txt",))
SOORTEN = (PDF, JPEG, PNG, WORD, EXCEL, ODT, TEKST)

_BEGIN = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
_KERN = {"word/document.xml": WORD, "xl/workbook.xml": EXCEL}
TOEGESTAAN = "PDF, foto (JPEG of PNG), Word (.docx), Excel (.xlsx), OpenDocument (.odt) of tekst (.txt)"


def soort_van(inhoudstype: str) -> Bestandsoort | None:
    """The kind with this content type; None for one that was taken in earlier and no longer is."""
    return next((soort for soort in SOORTEN if soort.inhoudstype == inhoudstype), None)


def herken(bestand: BinaryIO) -> Bestandsoort:
    """The kind of this file, by its content; its name is not looked at. Ends at the beginning of the file.

    ValidationError when it is none of the kinds, or an office file with macros.
    """
    bestand.seek(0)
    begin = bestand.read(16)
    try:
        soort = next((soort for merk, soort in _BEGIN.items() if begin.startswith(merk)), None)
        if soort is None:
            soort = _in_zip(bestand) if begin.startswith(b"PK\x03\x04") else _tekst(bestand)
    finally:
        bestand.seek(0)
    if soort is None:
        raise ValidationError(
            f"Dit soort bestand kan niet in een dossier. Kies {TOEGESTAAN}.", code="soort_bestand"
        )
    return soort


def keur_grootte(grootte: int, *, hoogste_mb: int) -> None:
    """Something is in it, and not more than the limit; ValidationError with both sizes."""
    if grootte == 0:
        raise ValidationError("Dit bestand is leeg. Kies een ander bestand.", code="leeg_bestand")
    if grootte > hoogste_mb * 1024 * 1024:
        raise ValidationError(
            f"Dit bestand is te groot: {in_megabytes(grootte)}. Een bestand mag hoogstens {hoogste_mb} MB zijn.",
            code="groot_bestand",
        )


def in_megabytes(grootte: int) -> str:
    """A size as people read it: 812 kB, 3,4 MB. Rounded up, so that what is too large never looks allowed."""
    if grootte < 1024 * 1024:
        return f"{max(-(-grootte // 1024), 1)} kB"
    tienden = -(-grootte * 10 // (1024 * 1024))
    heel, rest = divmod(tienden, 10)
    return f"{heel},{rest} MB" if rest else f"{heel} MB"


def nette_naam(naam: str, soort: Bestandsoort, *, langste: int = 150) -> str:
    """A file's name without its path and without signs that do harm, ending as its kind does.

    So a text that calls itself `start.bat` becomes `start.bat.txt`.
    """
    laatste = re.split(r"[/\\]", naam)[-1]
    schoon = "".join(teken if teken.isprintable() and teken not in '<>:"|?*' else " " for teken in laatste)
    schoon = " ".join(schoon.split()).strip(". ") or "document"
    uitgang = next((u for u in soort.uitgangen if schoon.lower().endswith(u)), "")
    stam = schoon[: -len(uitgang)] if uitgang else schoon
    uitgang = schoon[len(stam) :] or soort.uitgangen[0]
    return (stam[: langste - len(uitgang)].rstrip(". ") or "document") + uitgang


def stukken(bestand: BinaryIO) -> Iterator[bytes]:
    """The content in pieces, from the beginning."""
    bestand.seek(0)
    while stuk := bestand.read(STUK):
        yield stuk


def _in_zip(bestand: BinaryIO) -> Bestandsoort | None:
    """What an office file is, by the names in its ZIP; nothing is unpacked but the short `mimetype`."""
    try:
        with zipfile.ZipFile(bestand) as archief:
            delen = archief.infolist()
            namen = {deel.filename for deel in delen[:_MEESTE_DELEN]}
            if len(delen) > _MEESTE_DELEN:
                return None
            _weiger_macros(namen)
            if "[Content_Types].xml" in namen:
                return next((soort for deel, soort in _KERN.items() if deel in namen), None)
            if "mimetype" not in namen or archief.getinfo("mimetype").file_size > 100:
                return None
            return ODT if archief.read("mimetype").strip() == ODT.inhoudstype.encode() else None
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError):
        return None


def _weiger_macros(namen: set[str]) -> None:
    if any(naam.lower().endswith("vbaproject.bin") or naam.startswith("Basic/") for naam in namen):
        raise ValidationError(
            "In dit bestand zitten macro's. Sla het op zonder macro's, of als PDF.", code="macros"
        )


def _tekst(bestand: BinaryIO) -> Bestandsoort | None:
    """Plain text: UTF-8 through and through, without control characters, and no page or picture in disguise."""
    lezer = codecs.getincrementaldecoder("utf-8")()
    try:
        for nummer, stuk in enumerate(stukken(bestand)):
            if _STUURTEKENS.search(stuk) or (nummer == 0 and _OPMAAK.search(stuk)):
                return None
            lezer.decode(stuk)
        lezer.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return TEKST
