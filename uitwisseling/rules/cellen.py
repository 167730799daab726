"""How a cell is read, by the kind of its column; and what is said of one that cannot be read.

Source: the promise of the command line ("Columns by default", "Fault codes").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from kern.bsn import bsn_geldig, bsn_genormaliseerd
from kern.contract import Celsoort, Kolom
from kern.leeftijd import Geboortedatum
from kern.opmaak.bedrag import lees_bedrag, zonder_opmaak
from kern.opmaak.datum import Datumfout, lees_datum
from kern.velden import Versleuteld, blinde_index
from kern.vnummer import vnummer_genormaliseerd
from uitwisseling.rules import zinnen
from uitwisseling.rules.formules import maak_weer_echt

ONTBREEKT: Final = "ontbreekt"
_TE_GROOT: Final = Decimal(10) ** 12  # what a column of amounts does not hold


@dataclass(frozen=True)
class Celfout:
    """Why a cell cannot be used: a code of the promise, what is wrong, and what would be right."""

    code: str
    melding: str
    goed: str


class Gelezen(NamedTuple):
    """What a cell gives: one text for each field of its column (None: nothing), or a fault."""

    waarden: tuple[str | None, ...]
    fout: Celfout | None = None


_ALLEEN_DE_CEL: Final = Gelezen(())


def kolomvelden(kolom: Kolom) -> list[tuple[str, str]]:
    """Names and SQL types of the values that a column gives; none where the cell itself is the value."""
    match kolom.soort:
        case Celsoort.TEKST:
            return []
        case Celsoort.GEBOORTEDATUM:
            return [(f"{kolom.naam}_vroegst", "date"), (f"{kolom.naam}_laatst", "date")]
        case Celsoort.BSN:
            return [(kolom.naam, "text"), (f"{kolom.naam}_index", "text")]
        case Celsoort.DATUM | Celsoort.GETAL | Celsoort.BEDRAG | Celsoort.JA_NEE:
            return [(kolom.naam, kolom.soort.value)]
        case _:
            return [(kolom.naam, "text")]


_NADER: Final = frozenset(" '")  # a first character that asks for a closer look


def schoon(tekst: str) -> str:
    """The text of a cell: single spaces, composed letters, no control characters.

    The apostrophe that `exporteer` puts before what a spreadsheet would run as a formula goes.
    """
    if tekst.isascii() and tekst.isprintable() and tekst[:1] not in _NADER and tekst[-1:] != " ":
        return tekst if "  " not in tekst else " ".join(tekst.split())
    tekst = maak_weer_echt(tekst)
    if not tekst.isascii():
        tekst = unicodedata.normalize("NFC", tekst)
    if not tekst.isprintable():
        tekst = "".join(teken for teken in tekst if teken.isspace() or unicodedata.category(teken) != "Cc")
    return " ".join(tekst.split())


def lees(kolom: Kolom, tekst: str, op: date) -> Gelezen:
    """Read a clean, filled cell; `op` is the day of import, on which nobody is born later."""
    if len(tekst) > kolom.lengte:
        return _fout(kolom, "te_lang", zinnen.te_lang(kolom, len(tekst)), zinnen.niet_langer(kolom))
    return _LEZERS[kolom.soort](kolom, tekst, op)


def ontbreekt(kolom: Kolom) -> Celfout:
    """A required cell is empty."""
    return Celfout(ONTBREEKT, zinnen.ontbreekt(kolom), zinnen.goed(kolom))


def _fout(kolom: Kolom, code: str, melding: str, goed: str = "") -> Gelezen:
    leeg = (None,) * len(kolomvelden(kolom))
    return Gelezen(leeg, Celfout(code, melding, goed or zinnen.goed(kolom)))


def _tekst(_kolom: Kolom, _tekst: str, _op: date) -> Gelezen:
    return _ALLEEN_DE_CEL


def _datum(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    try:
        return Gelezen((lees_datum(tekst).isoformat(),))
    except Datumfout as fout:
        melding, goed = zinnen.datum(tekst, fout.code, kolom)
        return _fout(kolom, "datum_ongeldig", melding, goed)


def _geboortedatum(kolom: Kolom, tekst: str, op: date) -> Gelezen:
    try:
        geboren = Geboortedatum.lees(tekst)
    except Datumfout as fout:
        melding, goed = zinnen.datum(tekst, fout.code, kolom)
        return _fout(kolom, "datum_ongeldig", melding, goed)
    if geboren.vroegst is None or geboren.laatst is None:
        return Gelezen((None, None))
    if geboren.vroegst > op:
        return _fout(kolom, "geboortedatum_toekomst", "Deze geboortedatum ligt in de toekomst.")
    return Gelezen((geboren.vroegst.isoformat(), geboren.laatst.isoformat()))


def _keuze(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    waarde = kolom.keuzes.get(tekst.casefold())
    if waarde is None:
        return _fout(kolom, "waarde_onbekend", "Deze waarde staat niet in de lijst.")
    return Gelezen((waarde,))


def _getal(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    if not (tekst.isascii() and tekst.isdecimal() and len(tekst) < 10):
        return _fout(kolom, "getal_ongeldig", "Dit is geen heel getal.")
    return Gelezen((str(int(tekst)),))


def _bedrag(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    schrijf = zonder_opmaak(tekst)
    if schrijf.endswith("-") and schrijf[:1] not in {"-", "+"}:
        schrijf = f"-{schrijf[:-1]}"
    try:
        bedrag = lees_bedrag(schrijf)
    except ValueError:
        if zinnen.LEEST_ENGELS.fullmatch(schrijf):
            return _fout(kolom, "bedrag_dubbelzinnig", "Dit bedrag is alleen op de Engelse manier te lezen.")
        return _fout(kolom, "bedrag_ongeldig", "Dit is geen bedrag.")
    if abs(bedrag) >= _TE_GROOT:
        return _fout(kolom, "bedrag_ongeldig", "Dit bedrag is te groot.")
    return Gelezen((str(bedrag),))


def _ja_nee(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    antwoord = {"ja": "true", "j": "true", "nee": "false", "n": "false"}.get(tekst.casefold())
    if antwoord is None:
        return _fout(kolom, "waarde_onbekend", "Hier staat geen ja of nee.")
    return Gelezen((antwoord,))


def _vnummer(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    try:
        return Gelezen((vnummer_genormaliseerd(tekst),))
    except ValueError:
        return _fout(kolom, "vnummer_ongeldig", "Dit V-nummer klopt niet: het heeft geen 10 cijfers.")


def _bsn(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    if not bsn_geldig(tekst):
        return _fout(
            kolom, "bsn_ongeldig", "Dit BSN klopt niet. Er staat waarschijnlijk een cijfer verkeerd."
        )
    bsn = bsn_genormaliseerd(tekst)
    return Gelezen((Versleuteld.van(bsn).cijfertekst, blinde_index(bsn)))


def _email(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    return Gelezen((tekst.lower(),))


def _postcode(kolom: Kolom, tekst: str, _op: date) -> Gelezen:
    kaal = tekst.replace(" ", "").upper()
    if not zinnen.POSTCODE.fullmatch(kaal):
        return _fout(kolom, "postcode_ongeldig", "Deze postcode bestaat niet.")
    return Gelezen((f"{kaal[:4]} {kaal[4:]}",))


_LEZERS: Final[dict[Celsoort, Callable[[Kolom, str, date], Gelezen]]] = {
    Celsoort.TEKST: _tekst,
    Celsoort.DATUM: _datum,
    Celsoort.GEBOORTEDATUM: _geboortedatum,
    Celsoort.KEUZE: _keuze,
    Celsoort.GETAL: _getal,
    Celsoort.BEDRAG: _bedrag,
    Celsoort.JA_NEE: _ja_nee,
    Celsoort.VNUMMER: _vnummer,
    Celsoort.BSN: _bsn,
    Celsoort.EMAIL: _email,
    Celsoort.POSTCODE: _postcode,
}
