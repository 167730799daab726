"""Spreadsheets that come in: what a domain declares of a kind of file, and what it does with its rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from django.db.models import QuerySet


class Celsoort(StrEnum):
    """What a cell holds; `uitwisseling` reads it, and names what cannot be read.

    In the work table a column has its own name and the type given here; GEBOORTEDATUM has two,
    `naam_vroegst` and `naam_laatst`, and BSN has `naam` (encrypted) and `naam_index`.
    """

    TEKST = "text"
    DATUM = "date"
    GEBOORTEDATUM = "geboortedatum"
    KEUZE = "keuze"
    GETAL = "integer"
    BEDRAG = "numeric(14,2)"
    JA_NEE = "boolean"
    VNUMMER = "vnummer"
    BSN = "bsn"
    EMAIL = "email"
    POSTCODE = "postcode"


@dataclass(frozen=True)
class Kolom:
    """A column of a file that comes in; `voorbeeld` stands in the template.

    `verplicht`: the column must be there and each row fills it. `keuzes` (of KEUZE): from what may
    stand in a cell, in lower case, to what is kept. `lengte` is the most characters that fit.
    `goed` is the advice beside a fault; by default it follows from `soort`.
    """

    naam: str
    label: str
    uitleg: str = ""
    voorbeeld: str = ""
    verplicht: bool = False
    soort: Celsoort = Celsoort.TEKST
    keuzes: Mapping[str, str] = field(default_factory=dict)
    lengte: int = 200
    goed: str = ""


class Verwerker(Protocol):
    """What a domain does with the rows of one file; `werk` is `uitwisseling.inlezen.Werk`.

    Both are called with all rows at once and write SQL over sets of rows, never row by row.
    """

    def controleer(self, werk: Any) -> None:
        """Recognise what is known, and mark faults, doubts and changes. Saves nothing in the domain."""

    def schrijf(self, werk: Any) -> None:
        """Make what the good rows ask for; what `controleer` marked as a change is saved already."""


@dataclass(frozen=True)
class Opzijrij:
    """A row set aside with the primary key of what it resembles; its cells and values by name."""

    rij: int
    bekend: int
    cellen: Mapping[str, str | None]
    velden: Mapping[str, str | None]


@dataclass(frozen=True)
class Naastregel:
    """One field of a row beside what is known. `soort` is gelijk, lijkt, verschilt or empty."""

    label: str
    hier: str
    bekend: str
    soort: str = ""
    woorden: str = ""


@dataclass(frozen=True)
class Naast:
    """A row set aside beside what it resembles, as the screen shows it; `stand` is a badge (kind, words)."""

    kop: str
    stand: tuple[str, str]
    regels: Sequence[Naastregel]


Woorden = Callable[[Collection[str]], Mapping[str, str]]


@dataclass(frozen=True)
class Opzijwoord:
    """What a code of a row set aside is called, and the columns (by name) that it is about."""

    label: str
    kolommen: Sequence[str] = ()


@dataclass(frozen=True)
class Gemaakt:
    """What a row became: `model` (label in lower case), and of primary keys the name and address of each page."""

    model: str
    noem: Callable[[Collection[int]], Mapping[int, tuple[str, str]]]


@dataclass(frozen=True, kw_only=True)
class Importsoort:
    """A kind of spreadsheet that a domain reads; `verwerker` is made anew for each file.

    `sleutels`: the file must have all columns of one of these. `rijnaam` are the columns that name
    a row for who reads the faults. `dossiers` gives the persons behind primary keys, with `nummer`,
    a name and an address; None where the rows are no persons. `na_herstel` works out what follows
    for the dossiers with these primary keys after an import was taken back. `naast` shows rows set
    aside beside what they resemble, by row number. `woorden` turns stored values into words, by
    column, where the kind of the cell does not say how. `daarna` are the next steps once a file is saved:
    a text, and the name of an address. `opzijwoorden` says of codes of rows set aside what they are about, and
    `gemaakt` which page has what such a row became.
    """

    soort: str
    label: str
    kolommen: Sequence[Kolom]
    verwerker: Callable[[], Verwerker]
    recht: str = "wijzigen"
    sleutels: Sequence[Sequence[str]] = ()
    rijnaam: Sequence[str] = ()
    dossiers: Callable[[Collection[int]], QuerySet[Any]] | None = None
    na_herstel: Callable[[Collection[int]], None] | None = None
    naast: Callable[[Sequence[Opzijrij]], Mapping[int, Naast]] | None = None
    woorden: Mapping[str, Woorden] = field(default_factory=dict)
    daarna: Sequence[tuple[str, str]] = ()
    opzijwoorden: Mapping[str, Opzijwoord] = field(default_factory=dict)
    gemaakt: Gemaakt | None = None
