"""All rows of a file that were set aside, page by page from a row on: as quick for the last as for the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from django.db.models import F, Q, QuerySet

from kern.contract import Importsoort
from uitwisseling.figures.voorbeeld import Opzijregel, opzijregels
from uitwisseling.models import KOP, Inleesopzij, Inlezing

PER_BLAD = 100
_CIJFERS = 18  # more do not fit a key


@dataclass(frozen=True)
class Plek:
    """Where a page begins or ends: a row of the file and the key of what was said of it."""

    rij: int
    pk: int

    def __str__(self) -> str:
        return f"{self.rij}-{self.pk}"

    @classmethod
    def van(cls, tekst: str | None) -> Self | None:
        """Read it from an address; None for what is no place."""
        rij, _, pk = (tekst or "").partition("-")
        goed = all(deel.isascii() and deel.isdecimal() and len(deel) <= _CIJFERS for deel in (rij, pk))
        return cls(int(rij), int(pk)) if goed else None


@dataclass(frozen=True)
class Opzijblad:
    """One page; `vorige` ends before it and `volgende` begins after it, None where there is none."""

    rijen: list[Opzijregel]
    vorige: Plek | None
    volgende: Plek | None


def opzijblad(
    inlezing: Inlezing, soort: Importsoort, *, na: Plek | None = None, voor: Plek | None = None
) -> Opzijblad:
    """The rows after `na`, or before `voor`, in the order of the file; a fixed number of queries.

    Where none is there, as when rows are gone since the address was made, the first page.
    """
    terug = voor is not None and na is None
    rijen = _rijen(inlezing)
    if na:
        rijen = rijen.filter(Q(rij__gt=na.rij) | Q(rij=na.rij, pk__gt=na.pk))
    elif voor:
        rijen = rijen.filter(Q(rij__lt=voor.rij) | Q(rij=voor.rij, pk__lt=voor.pk)).order_by("-rij", "-pk")
    gevonden = list(rijen[: PER_BLAD + 1])
    er_is_meer, blad = len(gevonden) > PER_BLAD, gevonden[:PER_BLAD]
    if terug:
        blad.reverse()
    if not blad and (na or voor):
        return opzijblad(inlezing, soort)
    if not blad:
        return Opzijblad([], None, None)
    begin, eind = (Plek(een.rij, een.pk) for een in (blad[0], blad[-1]))
    return Opzijblad(
        opzijregels(inlezing, soort, blad),
        begin if (er_is_meer if terug else na) else None,
        eind if (voor if terug else er_is_meer) else None,
    )


def _rijen(inlezing: Inlezing) -> QuerySet[Inleesopzij]:
    """What is said of rows; not what is said of the file as a whole."""
    return inlezing.opzijgezet.exclude(rij=KOP).order_by(F("rij"), F("pk"))
