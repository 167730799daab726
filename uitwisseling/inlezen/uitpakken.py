"""Is this a spreadsheet, and safe to unpack? Looked at before any library opens it."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import IO, Final

from uitwisseling.rules.grenzen import (
    MEESTE_DELEN,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN_XLSX,
    MEESTE_UITGEPAKT,
    MEESTE_VERHOUDING,
    VERHOUDING_VANAF,
    Weigering,
)

BOM_UITGEPAKT: Final = "Dit bestand pakt uit tot iets veel groters. Zo'n bestand lezen wij niet in."
GEEN_SPREADSHEET: Final = (
    "Dit is geen spreadsheet. Lever het bestand aan als XLSX, of als CSV met puntkomma's."
)
BESCHADIGD: Final = (
    "Dit XLSX-bestand is beschadigd. Open het in Excel, sla het opnieuw op en probeer het nog eens."
)
TE_VEEL_KOLOMMEN: Final = (
    f"Dit bestand heeft meer dan {MEESTE_KOLOMMEN} kolommen. Lever alleen de kolommen die nodig zijn."
)
TE_VEEL_RIJEN: Final = "Dit bestand heeft meer dan {aantal} rijen. Splits het in kleinere bestanden."

# A cell far outside makes a reader reserve the whole square up to it: GR is column 200.
_VERRE_KOLOM: Final = re.compile(rb"""\br\s*=\s*["'](?:[A-Z]{3,}|[H-Z][A-Z]|G[S-Z])[0-9]""")
_VERRE_RIJ: Final = re.compile(rb"""\br\s*=\s*["'][A-Z]{0,3}(?:[0-9]{7,}|[2-9][0-9]{5})["']""")
_OVERLAP: Final = 64  # a cell's name may lie across two pieces
_STUK: Final = 1 << 18
_KOP: Final = 30  # bytes of a local header of ZIP before its name


def keur_xlsx(bestand: IO[bytes]) -> None:
    """Refuse what is no workbook, an archive bomb, and cells outside what is read. Weigering."""
    try:
        with zipfile.ZipFile(bestand) as archief:
            delen = archief.infolist()
            namen = {deel.filename for deel in delen}
            if "[Content_Types].xml" not in namen or not any(_is_blad(naam) for naam in namen):
                raise Weigering(GEEN_SPREADSHEET)
            if len(delen) > MEESTE_DELEN:
                raise Weigering(BOM_UITGEPAKT)
            over = MEESTE_UITGEPAKT
            for deel in delen:
                over -= _pak_uit(bestand, deel, over)
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError) as fout:
        raise Weigering(BESCHADIGD) from fout


def _is_blad(naam: str) -> bool:
    return naam.startswith("xl/worksheets/") and naam.endswith(".xml")


def _pak_uit(bestand: IO[bytes], deel: zipfile.ZipInfo, over: int) -> int:
    """The true size of a part; what its header promises is not believed."""
    if deel.flag_bits & 1:
        raise Weigering("Dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord.")
    bestand.seek(deel.header_offset)
    kop = bestand.read(_KOP)
    bestand.seek(int.from_bytes(kop[26:28], "little") + int.from_bytes(kop[28:30], "little"), 1)
    pakker = zlib.decompressobj(-zlib.MAX_WBITS) if deel.compress_type == zipfile.ZIP_DEFLATED else None
    if pakker is None and deel.compress_type != zipfile.ZIP_STORED:
        raise Weigering(BESCHADIGD)
    ingepakt, gelezen, staart = deel.compress_size, 0, b""
    while ingepakt > 0:
        ruw = bestand.read(min(_STUK, ingepakt))
        if not ruw:
            raise Weigering(BESCHADIGD)
        ingepakt -= len(ruw)
        while ruw:
            stuk = pakker.decompress(ruw, _STUK) if pakker else ruw
            ruw = pakker.unconsumed_tail if pakker else b""
            gelezen += len(stuk)
            _keur_omvang(deel, gelezen, over)
            if _is_blad(deel.filename):
                staart = _keur_cellen(staart + stuk)
    return gelezen


def _keur_omvang(deel: zipfile.ZipInfo, gelezen: int, over: int) -> None:
    verhouding = gelezen / max(deel.compress_size, 1)
    if gelezen > over or (gelezen > VERHOUDING_VANAF and verhouding > MEESTE_VERHOUDING):
        raise Weigering(BOM_UITGEPAKT)


def _keur_cellen(stuk: bytes) -> bytes:
    """Refuse a cell far outside; gives the end, which may hold half a name."""
    if _VERRE_KOLOM.search(stuk):
        raise Weigering(TE_VEEL_KOLOMMEN)
    if _VERRE_RIJ.search(stuk):
        raise Weigering(TE_VEEL_RIJEN.format(aantal=f"{MEESTE_RIJEN_XLSX:,}".replace(",", ".")))
    return stuk[-_OVERLAP:]
