"""A year of 600 invented entries as a file, with faults planted in it; which row has which is known here alone.

The relations are numbered so that nothing is alike by accident: two entries of one relation lie eight days or
more apart, or differ in amount.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

KOPPEN = (
    "boekstuk;regelnummer;boekdatum;boekjaar;kostenplaats;grootboekrekening;omschrijving;relatie;bedrag;"
    "verplichting"
)
ACTIVITEIT, POST, ONBEKEND = "67110;43210", "67110;80010", "67190;43990"


@dataclass
class Jaar:
    """The rows, and for each row of the file (the header is 1) what must be found of it, and nothing else."""

    rijen: list[str] = field(default_factory=list)
    fouten: set[tuple[int, str, str]] = field(default_factory=set)
    opzij: set[tuple[int, str]] = field(default_factory=set)
    stuk: int = 4_500_000

    @property
    def volgende(self) -> int:
        """The number that the next row has in the file."""
        return len(self.rijen) + 2

    def boek(
        self, dag: date, bedrag: str, relatie: str, *, waar: str = ACTIVITEIT, stuk: str = "", nummer: int = 1
    ) -> str:
        """Add a row; with its number of the document."""
        if not stuk:
            self.stuk += 1
            stuk = str(self.stuk)
        self.rijen.append(f"{stuk};{nummer};{dag:%d-%m-%Y};{dag.year};{waar};Nota;{relatie};{bedrag};")
        return stuk

    def fout(self, kolom: str, code: str) -> None:
        """The row that comes next must be refused so."""
        self.fouten.add((self.volgende, kolom, code))

    def apart(self, code: str) -> None:
        """The row that comes next must be set aside so."""
        self.opzij.add((self.volgende, code))

    def bestand(self) -> bytes:
        return "\r\n".join([KOPPEN, *self.rijen, ""]).encode()


def maak(zaad: int, *, rijen: int = 600) -> Jaar:
    """600 rows, of which ten of each kind have a fault, on other places with another seed."""
    dobbel = random.Random(zaad)
    jaar = Jaar()
    soorten = [_dubbel, _dubbele_rij, _terug, _terug_zonder, _rekening, _gesplitst, _engels, _datum]
    plekken = sorted(dobbel.sample(range(20, 480), 10 * len(soorten)))
    wie = dobbel.sample(soorten * 10, 10 * len(soorten))
    planten = dict(zip(plekken, wie, strict=True))
    nummer = 0
    while len(jaar.rijen) < rijen:
        nummer += 1
        dag = date(2017, 1, 1) + timedelta(days=dobbel.randrange(350))
        cent = dobbel.randrange(100, 99_999)
        jaar.boek(dag, _nl(cent), f"Relatie {nummer}", waar=dobbel.choice([ACTIVITEIT, ACTIVITEIT, POST]))
        if nummer in planten:
            planten[nummer](jaar, dag, cent, f"Geplant {nummer}")
    return jaar


def _nl(cent: int) -> str:
    """The Dutch way, with thousands."""
    return f"{cent // 100:,}".replace(",", ".") + f",{cent % 100:02}"


def _dubbel(jaar: Jaar, dag: date, cent: int, wie: str) -> None:
    """Seven days apart is likely a double; eight is not."""
    jaar.boek(dag, _nl(cent), wie)
    jaar.apart("mogelijk_dubbel")
    jaar.boek(dag + timedelta(days=7), _nl(cent), wie)
    jaar.boek(dag + timedelta(days=15), _nl(cent), wie)


def _dubbele_rij(jaar: Jaar, dag: date, cent: int, wie: str) -> None:
    stuk = jaar.boek(dag, _nl(cent), wie)
    jaar.fout("boekstuk", "dubbel_in_bestand")
    jaar.boek(dag, _nl(cent), wie, stuk=stuk)


def _terug(jaar: Jaar, dag: date, cent: int, wie: str) -> None:
    """A reversal of what was there is in order."""
    jaar.boek(dag, _nl(cent), wie)
    jaar.boek(dag + timedelta(days=1), f"{_nl(cent)}-", wie)


def _terug_zonder(jaar: Jaar, dag: date, cent: int, wie: str) -> None:
    """A wrong sign: nothing was ever paid to them, or a cent less."""
    jaar.apart("tegenboeking_zonder_origineel")
    jaar.boek(dag, f"-{_nl(cent)}", wie)
    jaar.boek(dag, _nl(cent), f"{wie} b")
    jaar.apart("tegenboeking_zonder_origineel")
    jaar.boek(dag + timedelta(days=1), f"-{_nl(cent + 1)}", f"{wie} b")


def _rekening(jaar: Jaar, dag: date, cent: int, wie: str) -> None:
    jaar.apart("niet_toegewezen")
    jaar.boek(dag, _nl(cent), wie, waar=ONBEKEND)


def _gesplitst(jaar: Jaar, dag: date, cent: int, wie: str) -> None:
    """One document in two equal rows is no double."""
    stuk = jaar.boek(dag, _nl(cent), wie)
    jaar.boek(dag, _nl(cent), wie, stuk=stuk, nummer=2)


def _engels(jaar: Jaar, dag: date, cent: int, wie: str) -> None:
    jaar.fout("bedrag", "bedrag_dubbelzinnig")
    jaar.boek(dag, f"{(cent + 100_000) // 100:,}.56", wie)


def _datum(jaar: Jaar, dag: date, cent: int, wie: str) -> None:
    jaar.fout("boekdatum", "datum_buiten_plan")
    jaar.boek(date(2016, 12, 31), _nl(cent), wie)
