"""Figures and the report: what is asked, the key figure, the chapter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from django.db.models import QuerySet


Waarde = int | Decimal | None


class Gebruiker(Protocol):
    """What the contract needs to know of a user; `toegang.Gebruiker` is one."""

    pk: Any
    rol: str
    organisatie_id: Any


@dataclass(frozen=True)
class Peiling:
    """What is asked of a figure: a day, and a period of which both ends are inclusive.

    `gebruiker` is who asks; None is the municipality as a whole (commands, the report).
    """

    peildatum: date
    van: date
    tot_en_met: date
    gebruiker: Gebruiker | None = None

    @classmethod
    def op(
        cls,
        peildatum: date,
        van: date | None = None,
        tot_en_met: date | None = None,
        gebruiker: Gebruiker | None = None,
    ) -> Peiling:
        """The period is by default 1 January of the year of `peildatum` up to and including it."""
        return cls(peildatum, van or date(peildatum.year, 1, 1), tot_en_met or peildatum, gebruiker)

    def heel_jaar(self) -> Peiling:
        """The same peildatum, over the whole of its year, 31 December included."""
        jaar = self.peildatum.year
        return Peiling(self.peildatum, date(jaar, 1, 1), date(jaar, 12, 31), self.gebruiker)

    @property
    def geteld_tot_en_met(self) -> date:
        """Last day that counts: a period that runs on after the peildatum counts up to the peildatum."""
        return min(self.peildatum, self.tot_en_met)


@dataclass(frozen=True, kw_only=True)
class Kerncijfer:
    """A key figure, defined once; page, report, export and command show it by the same queryset.

    `rijen` gives the rows behind the number. `waarde` computes the number where it is not their
    count; None means that it cannot be known. `dossier_via` is the lookup from a row to the
    dossier number, None where the rows are no persons. `zonder_dossier` says what each row that
    has none is about, of a figure that counts both.
    """

    code: str
    label: str
    eenheid: str
    thema: str
    definitie: str
    bron: str
    rijen: Callable[[Peiling], QuerySet[Any]]
    waarde: Callable[[Peiling], Waarde] | None = None
    noemer: Callable[[Peiling], Waarde] | None = None
    doel: Callable[[Peiling], Waarde] | None = None
    dossier_via: str | None = None
    zonder_dossier: Callable[[Peiling], list[str]] | None = None
    gevoelig: bool = False

    def bereken(self, peiling: Peiling) -> Waarde:
        """The number for this peiling: `waarde` where given, else the count of the rows."""
        return self.waarde(peiling) if self.waarde else self.rijen(peiling).count()


@dataclass(frozen=True)
class Verwijzing:
    """A domain uses a key figure or a fact of another by its code; `mits_aanwezig`: it may come later."""

    code: str
    mits_aanwezig: bool = False
    soort: Literal["kerncijfer", "feit"] = "kerncijfer"


@dataclass(frozen=True, kw_only=True)
class Hoofdstuk:
    """A chapter of the report. What `gegevens` gives is frozen; the PDF is made from that alone.

    `gegevens` returns JSON values only, in the shape of `rapportage` (see docs/hoofdstuk.md).
    `document` is the chapter's own JSON document by name, as its command prints it.
    """

    code: str
    titel: str
    volgorde: int
    rapporten: frozenset[str]
    gegevens: Callable[[Peiling], dict[str, Any]]
    document: tuple[str, Callable[[Peiling], dict[str, Any]]] | None = None
