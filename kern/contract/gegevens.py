"""What a domain knows and gives out: facts, invariants, words to find a person by, tables in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kern.contract.cijfers import Peiling

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, kw_only=True)
class Feit:
    """A kind of dated fact about a person, which other domains may use by its code.

    `rijen` gives a queryset of dictionaries with `dossier` (primary key of the person) and `op`
    (the day), as `.values(dossier=..., op=...)` makes them.
    """

    code: str
    label: str
    rijen: Callable[[], QuerySet[Any, Any]]


@dataclass(frozen=True, kw_only=True)
class Steun:
    """Rows `x` of table `leunt` cannot do without a row `d` of table `op`, though they do not refer to it.

    Tables by their label (`app.model`); `waar` is SQL over `x` and `d`. With `code` and `zin` neither a page
    nor a file may change `d` so that `waar` no longer holds; without them that is no matter.
    """

    op: str
    leunt: str
    waar: str
    code: str = ""
    zin: str = ""


@dataclass(frozen=True)
class Bevinding:
    """What an invariant found: the number of faults, and at most ten examples without personal data."""

    aantal: int
    voorbeelden: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Invariant:
    """Something that always holds over the whole database; `regel` says it in Dutch."""

    code: str
    regel: str
    toets: Callable[[], Bevinding]


@dataclass(frozen=True, kw_only=True)
class Zoekbron:
    """Other words by which a domain finds persons, such as an address.

    `zoek` gives, for the typed text, a queryset of primary keys of persons.
    """

    code: str
    label: str
    zoek: Callable[[str], QuerySet[Any, Any]]


@dataclass(frozen=True, kw_only=True)
class Exporttabel:
    """A table that goes out: column names and, in their order, the cells of each row.

    Dates stay dates and amounts Decimals; `uitwisseling` writes them for CSV or XLSX.
    `recht` is the right that a user needs in the domain; None: the table decides itself, and its
    `rijen` raises PermissionDenied for who may see none of it. `dossiers` gives the keys (`sleutel`) of
    the persons in the table, for the read log; None where there are no persons in it.
    """

    soort: str
    label: str
    kolommen: Sequence[str]
    rijen: Callable[[Peiling], Iterable[Sequence[Any]]]
    recht: str | None = "inzien"
    dossiers: Callable[[Peiling], Iterable[UUID]] | None = None


@dataclass(frozen=True, kw_only=True)
class Vindplaats:
    """A table by whose rows somebody is found: a home, and so an address. It is hidden with who is hidden.

    `model` is its label (`app.Model`). `rijen` asks in SQL for the keys of the rows that tell of persons of
    whom the user may not know: in it `verborgen` are the keys of these persons, and `huisgenoten` those and
    who is in a family with one of them on the day. `kenmerk` is an expression in SQL on a row `r`, as text, by
    which somebody who types the same is answered: that row cannot be made a second time.
    """

    model: str
    rijen: str
    kenmerk: str
