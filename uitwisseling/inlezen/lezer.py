"""From the rows of a file to the staging table: a batch at a time, by COPY, each text read once."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction

from kern.contract import Celsoort, Importsoort, Kolom
from uitwisseling.inlezen.koppen import Koppen
from uitwisseling.models import Inleesfout, Inleesrij, Inlezing
from uitwisseling.rules.cellen import Celfout, kolomvelden, lees, ontbreekt, schoon

PARTIJ = 5000
_MEESTE_ONTHOUDEN = 5_000
_MEEST_BEWAARD = 300  # characters of a faulty value

Regel = tuple[int, list[str]]


class _Cellen(dict[str, tuple[str, str, Celfout | None]]):
    """What the texts of one column give: the cell and its values as COPY writes them, or a fault.

    Most columns hold few different texts; where they hold many, the memory starts anew.
    """

    def __init__(self, kolom: Kolom, op: date) -> None:
        super().__init__()
        self.kolom = kolom
        self.op = op
        self.leeg = ",".join(["NULL"] * len(kolomvelden(kolom)))
        self.geheim = kolom.soort == Celsoort.BSN

    def __missing__(self, tekst: str) -> tuple[str, str, Celfout | None]:
        if len(self) >= _MEESTE_ONTHOUDEN:
            self.clear()
        antwoord = self[tekst] = self._lees(tekst)
        return antwoord

    def _lees(self, tekst: str) -> tuple[str, str, Celfout | None]:
        cel = schoon(tekst)
        if not cel:
            return "NULL", self.leeg, ontbreekt(self.kolom) if self.kolom.verplicht else None
        gelezen = lees(self.kolom, cel, self.op)
        if not self.leeg:
            return _element(cel), "", gelezen.fout
        velden = ",".join("NULL" if waarde is None else _element(waarde) for waarde in gelezen.waarden)
        return "NULL" if self.geheim else _element(cel), velden, gelezen.fout


def zet_klaar(
    inlezing: Inlezing,
    soort: Importsoort,
    koppen: Koppen,
    rijen: Iterable[list[str]],
    *,
    voortgang: Callable[[int], None],
) -> int:
    """Stage the rows after the header, and keep the faults of their cells; the number of filled rows."""
    lezer = _Rijlezer(inlezing, soort, koppen)
    gelezen = 0
    for partij in _partijen(_gevuld(rijen)):
        regels = [lezer.regel(rij) for rij in partij]
        _kopieer(Inleesrij, ("inlezing_id", "rij", "cellen", "velden"), regels)
        lezer.bewaar_fouten()
        gelezen += len(partij)
        voortgang(gelezen)
    return gelezen


def _gevuld(rijen: Iterable[list[str]]) -> Iterator[Regel]:
    """The rows that hold something, with their number; the header was row 1."""
    for nummer, rij in enumerate(rijen, 2):
        if any(cel and not cel.isspace() for cel in rij):
            yield nummer, rij


def _partijen(rijen: Iterator[Regel]) -> Iterator[list[Regel]]:
    partij: list[Regel] = []
    for rij in rijen:
        partij.append(rij)
        if len(partij) == PARTIJ:
            yield partij
            partij = []
    if partij:
        yield partij


class _Rijlezer:
    """Reads rows by their columns; what is wrong waits in `fouten`."""

    def __init__(self, inlezing: Inlezing, soort: Importsoort, koppen: Koppen) -> None:
        self._inlezing = inlezing.pk
        self._breedte = max([*koppen.plaats.values(), len(koppen.over) + len(koppen.plaats) - 1]) + 1
        self._kolommen = [
            (koppen.plaats.get(kolom.naam, -1), _Cellen(kolom, inlezing.op)) for kolom in soort.kolommen
        ]
        self._fouten: list[str] = []

    def regel(self, rij: Regel) -> str:
        """A line of COPY for one row."""
        nummer, cellen = rij
        lengte = len(cellen)
        ruw, gelezen = [], []
        for plaats, kolom in self._kolommen:
            if plaats < 0:
                ruw.append("NULL")
                if kolom.leeg:
                    gelezen.append(kolom.leeg)
                continue
            cel, velden, fout = kolom[cellen[plaats] if plaats < lengte else ""]
            ruw.append(cel)
            if velden:
                gelezen.append(velden)
            if fout:
                self._noteer(nummer, kolom, cellen[plaats] if plaats < lengte else "", fout)
        return f"{self._inlezing}\t{nummer}\t{{{','.join(ruw)}}}\t{{{','.join(gelezen)}}}\n"

    def _noteer(self, nummer: int, kolom: _Cellen, tekst: str, fout: Celfout) -> None:
        waarde = schoon(tekst)[:_MEEST_BEWAARD]
        velden = [
            str(self._inlezing),
            str(nummer),
            kolom.kolom.naam,
            r"\N" if kolom.geheim or not waarde else _kopie(waarde),
            fout.code,
            _kopie(fout.melding),
            _kopie(fout.goed),
            "t",
        ]
        self._fouten.append("\t".join(velden) + "\n")

    def bewaar_fouten(self) -> None:
        """Write the faults so far."""
        if self._fouten:
            kolommen = ("inlezing_id", "rij", "kolom", "waarde", "code", "melding", "goed", "bij_lezen")
            _kopieer(Inleesfout, kolommen, self._fouten)
            self._fouten = []


def _kopieer(model: Any, kolommen: Sequence[str], regels: Sequence[str]) -> None:
    """By COPY, and from there into the table: it does not go into one with row-level security at once."""
    tabel, namen = model._meta.db_table, ", ".join(kolommen)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE kopie ON COMMIT DROP AS SELECT {namen} FROM {tabel} WITH NO DATA"
        )
        cursor.copy_expert(f"COPY kopie ({namen}) FROM STDIN", io.StringIO("".join(regels)))
        cursor.execute(f"INSERT INTO {tabel} ({namen}) SELECT {namen} FROM kopie; DROP TABLE kopie")


def _kopie(tekst: str) -> str:
    """Text as a field of COPY; it holds no control characters (`schoon`)."""
    return tekst.replace("\\", "\\\\")


def _element(tekst: str) -> str:
    """Text as an element of an array, as a field of COPY."""
    if tekst.isalnum() and tekst.isascii() and tekst.upper() != "NULL":
        return tekst
    if "\\" not in tekst and '"' not in tekst:
        return f'"{tekst}"'
    in_array = tekst.replace("\\", "\\\\").replace('"', '\\"')
    return _kopie(f'"{in_array}"')
