"""What a domain can tell the others. The ten upper apps never import each other: they meet here.

Each app from `toegang` up makes one `Domein` in its `domain.py` and hands it to the register.
Every part is optional; the pages, commands and reports walk what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kern.plan import Planbestand

Waarde = int | Decimal | None


class Gebruiker(Protocol):
    """What the contract needs to know of a user; `toegang.Gebruiker` is one."""

    pk: Any
    rol: str


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
    dossier number, None where the rows are no persons.
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
    gevoelig: bool = False

    def bereken(self, peiling: Peiling) -> Waarde:
        """The number for this peiling: `waarde` where given, else the count of the rows."""
        return self.waarde(peiling) if self.waarde else self.rijen(peiling).count()


@dataclass(frozen=True)
class Verwijzing:
    """A domain uses a key figure of another by its code; `mits_aanwezig`: it may come later."""

    code: str
    mits_aanwezig: bool = False


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


@dataclass(frozen=True)
class Controle:
    """One sum of the plan file: what the file says and what follows from its rows.

    Counts are numbers, amounts strings with two decimals. `som` says in words how `berekend` comes
    about ("22 × 2.370"), for the sentence that refuses the file.
    """

    code: str
    verwacht: int | str
    berekend: int | str
    som: str = "de regels samen"

    @property
    def ok(self) -> bool:
        return self.verwacht == self.berekend


@dataclass
class Laadtelling:
    """Rows made, changed (or taken away) and left as they were by loading the plan."""

    aangemaakt: int = 0
    gewijzigd: int = 0
    ongewijzigd: int = 0

    def __add__(self, ander: Laadtelling) -> Laadtelling:
        return Laadtelling(
            self.aangemaakt + ander.aangemaakt,
            self.gewijzigd + ander.gewijzigd,
            self.ongewijzigd + ander.ongewijzigd,
        )


@dataclass(frozen=True)
class Plandeel:
    """The sections of the plan file that a domain reads.

    `lees` checks the rows and gives the sums; faults go to `Planbestand.fout`. `laad` writes, and
    is only called when no part found a fault.
    """

    secties: tuple[str, ...]
    lees: Callable[[Planbestand], list[Controle]]
    laad: Callable[[Planbestand], Laadtelling]


@dataclass
class Demo:
    """What the demonstration is made of; each domain adds its facts to the same people.

    `gezinnen` is filled by `dossiers`: one entry for each invented family, with the dates that
    the other domains build on. `kenmerken` is what the fingerprint is taken of.
    """

    zaad: int
    vandaag: date
    gezinnen: list[Any] = field(default_factory=list)
    kenmerken: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Menupunt:
    """An entry of the navigation, shown to who has `recht` in the domain."""

    label: str
    url: str
    icoon: str
    groep: str = ""
    volgorde: int = 100
    recht: str = "inzien"


@dataclass(frozen=True)
class Gezinsactie:
    """Something to do for a family, offered on its page; `url` takes the key of a person in it."""

    label: str
    url: str
    icoon: str
    recht: str = "wijzigen"


@dataclass(frozen=True, kw_only=True)
class Paneel:
    """A domain's part of the page of a person, for this user: at most seven facts and two actions.

    `stand` is the kind and the word of one badge; `acties` are (label, address, hidden words).
    """

    kop: str
    icoon: str
    feiten: Sequence[tuple[str, str]]
    stand: tuple[str, str] | None = None
    leeg: str = ""
    acties: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True)
class Adressen:
    """Where the project mounts the addresses of a domain."""

    voorvoegsel: str
    module: str


@dataclass(frozen=True, kw_only=True)
class Domein:
    """All that one app tells the others."""

    code: str
    label: str
    kerncijfers: Sequence[Kerncijfer] = ()
    verwijzingen: Sequence[Verwijzing] = ()
    hoofdstuk: Hoofdstuk | None = None
    plan: Plandeel | None = None
    demo: Callable[[Demo], None] | None = None
    menu: Sequence[Menupunt] = ()
    gezinsacties: Sequence[Gezinsactie] = ()
    paneel: Callable[[Any, Gebruiker, date], Paneel] | None = None
    urls: Adressen | None = None
