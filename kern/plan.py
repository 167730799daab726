"""Reading the plan file (TOML): every fault by its key, in one go, before anything is written."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_SOORTEN: dict[type, str] = {str: "teksten", int: "gehele getallen", dict: "tabellen { … }"}


class Planfout(Exception):
    """The plan file is refused; `fouten` names each key and what would be right."""

    def __init__(self, fouten: list[str]) -> None:
        super().__init__("\n".join(fouten))
        self.fouten = fouten


@dataclass
class Planrij:
    """One table of the file. A value that is missing or of another kind becomes a named fault."""

    bestand: Planbestand
    pad: str
    waarden: dict[str, Any]

    def heeft(self, sleutel: str) -> bool:
        return sleutel in self.waarden

    def alleen(self, *sleutels: str) -> None:
        """Every other key is a fault: a typing error in a key that may be absent would go unseen."""
        for sleutel in self.waarden:
            if sleutel not in sleutels:
                self.fout(sleutel, f"deze sleutel bestaat hier niet; wel: {', '.join(sleutels)}")

    def tekst(self, sleutel: str, hoogstens: int = 200) -> str:
        """A text; empty is a fault, and so is more than `hoogstens` characters."""
        waarde = self._lees(sleutel, str, "een tekst", "")
        if not isinstance(self.waarden.get(sleutel), str):
            return waarde
        if not waarde.strip():
            self.fout(sleutel, "mag niet leeg zijn")
        if len(waarde) > hoogstens:
            self.fout(sleutel, f"mag hoogstens {hoogstens} tekens hebben, het zijn er {len(waarde)}")
        if "\0" in waarde:
            self.fout(sleutel, "bevat een teken dat niet bewaard kan worden (NUL)")
        return waarde

    def code(self, sleutel: str) -> str:
        """A short code that can stand in an address: letters, digits, - and _."""
        waarde = self.tekst(sleutel, 50)
        if waarde and not re.fullmatch(r"[-\w]+", waarde, re.ASCII):
            self.fout(sleutel, f"mag alleen letters, cijfers, - en _ hebben, niet {waarde!r}")
        return waarde

    def keuze(self, sleutel: str, keuzes: Sequence[str]) -> str:
        """One of these texts."""
        waarde = self.tekst(sleutel)
        if waarde and waarde not in keuzes:
            self.fout(sleutel, f"{waarde!r} bestaat niet; kies uit {', '.join(keuzes)}")
        return waarde

    def waarheid(self, sleutel: str) -> bool:
        """True or false; absent is false."""
        return self._lees(sleutel, bool, "true of false", anders=False) if self.heeft(sleutel) else False

    def geheel(self, sleutel: str) -> int:
        """A whole number; a truth value is none."""
        if isinstance(self.waarden.get(sleutel), bool):
            self.fout(sleutel, "moet een geheel getal zijn")
            return 0
        return self._lees(sleutel, int, "een geheel getal", 0)

    def bedrag(self, sleutel: str) -> Decimal:
        """Euros, with at most two decimals."""
        waarde = self.waarden.get(sleutel)
        if isinstance(waarde, bool) or not isinstance(waarde, (int, float)):
            self.fout(sleutel, "moet een bedrag in euro zijn" if self.heeft(sleutel) else "ontbreekt")
            return Decimal(0)
        try:
            bedrag = Decimal(str(waarde)).quantize(Decimal("0.01"))
        except InvalidOperation:
            bedrag = Decimal(0)
        if not bedrag.is_finite():  # TOML knows nan and inf
            self.fout(sleutel, "moet een bedrag in euro zijn, met ten hoogste twee decimalen")
            return Decimal(0)
        if bedrag != Decimal(str(waarde)) or abs(bedrag) >= Decimal("1e10"):
            self.fout(sleutel, "moet een bedrag in euro zijn, met ten hoogste twee decimalen")
        return bedrag

    def datum(self, sleutel: str) -> date:
        """A local date, without a time."""
        waarde = self._lees(sleutel, date, "een datum (JJJJ-MM-DD)", date.min)
        if isinstance(waarde, datetime):
            self.fout(sleutel, "moet een datum zonder tijd zijn")
            return date.min
        return waarde

    def lijst(self, sleutel: str, soort: type[T]) -> list[T]:
        """A list of values of one kind."""
        waarde = self._lees(sleutel, list, "een lijst", [])
        if not all(isinstance(deel, soort) and not isinstance(deel, bool) for deel in waarde):
            self.fout(sleutel, f"moet een lijst van {_SOORTEN[soort]} zijn")
            return []
        return waarde

    def fout(self, sleutel: str, tekst: str) -> None:
        self.bestand.fout(f"{self.pad}.{sleutel}", tekst)

    def heeft_fout(self, sleutel: str = "") -> bool:
        """Was a fault found in this row (or in this key of it)?"""
        return self.bestand.heeft_fout(f"{self.pad}.{sleutel}" if sleutel else self.pad)

    def _lees(self, sleutel: str, soort: type[T], omschrijving: str, anders: T) -> T:
        if sleutel not in self.waarden:
            self.fout(sleutel, "ontbreekt")
            return anders
        waarde = self.waarden[sleutel]
        if not isinstance(waarde, soort):
            self.fout(sleutel, f"moet {omschrijving} zijn, niet {waarde!r}")
            return anders
        return waarde


@dataclass
class Planbestand:
    """The parsed file, with the faults that its readers found so far."""

    inhoud: dict[str, Any]
    sha256: str
    fouten: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, pad: Path) -> Planbestand:
        """Read and parse. Planfout when the file is not there or is no TOML."""
        try:
            bron = pad.read_bytes()
            return cls(tomllib.loads(bron.decode("utf-8")), hashlib.sha256(bron).hexdigest())
        except FileNotFoundError as fout:
            raise Planfout([f"Het planbestand {pad} bestaat niet."]) from fout
        except OSError as fout:
            raise Planfout(
                [f"Het planbestand {pad} is niet te lezen. Geef een bestand dat u mag lezen."]
            ) from fout
        except UnicodeDecodeError as fout:
            raise Planfout([f"Het planbestand {pad} is geen geldig TOML: het is geen UTF-8."]) from fout
        except tomllib.TOMLDecodeError as fout:
            raise Planfout([f"Het planbestand {pad} is geen geldig TOML, {_plaats(str(fout))}."]) from fout

    def fout(self, sleutel: str, tekst: str) -> None:
        """Note a fault: the key as in the file, and what is wrong and would be right."""
        melding = f"{sleutel}: {tekst}"
        if melding not in self.fouten:
            self.fouten.append(melding)

    def heeft_fout(self, *paden: str) -> bool:
        """Was a fault found at or below one of these: a section, a row of it, or a key?"""
        sleutels = [fout.partition(": ")[0] for fout in self.fouten]
        return any(
            sleutel == pad or sleutel.startswith((f"{pad}.", f"{pad}["))
            for sleutel in sleutels
            for pad in paden
        )

    def tabel(self, naam: str) -> Planrij:
        """The one table `[naam]`."""
        waarde = self.inhoud.get(naam)
        if not isinstance(waarde, dict):
            self.fout(naam, "ontbreekt" if waarde is None else "moet één tabel zijn")
            waarde = {}
        return Planrij(self, naam, waarde)

    def rijen(self, naam: str, sleutel: str | None = None) -> list[Planrij]:
        """The rows of `[[naam]]`; with `sleutel` named by that value, which must be there once.

        A row without a usable key is named by its number; its reader reports what is missing.
        """
        waarde = self.inhoud.get(naam)
        if not isinstance(waarde, list) or not all(isinstance(rij, dict) for rij in waarde):
            self.fout(naam, "ontbreekt" if waarde is None else "moet een lijst van tabellen zijn")
            return []
        rijen: list[Planrij] = []
        gezien: set[str | int] = set()
        for nummer, inhoud in enumerate(waarde, start=1):
            merk = inhoud.get(sleutel) if sleutel else None
            if not isinstance(merk, (str, int)):
                rijen.append(Planrij(self, f"{naam}[{nummer}]", inhoud))
                continue
            rij = Planrij(self, f"{naam}[{merk}]", inhoud)
            if merk in gezien:
                rij.fout(sleutel or "", "komt twee keer voor; een code hoort bij één rij")
            gezien.add(merk)
            rijen.append(rij)
        return rijen


def _plaats(melding: str) -> str:
    """Where the parser stopped, from its English words; it says no more than that in words of its own."""
    plaats = re.search(r"line (\d+), column (\d+)", melding)
    return f"zie regel {plaats[1]}, teken {plaats[2]}" if plaats else "het houdt te vroeg op"
