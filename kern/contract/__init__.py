"""What a domain can tell the others. The ten upper apps never import each other: they meet here.

Each app from `toegang` up makes one `Domein` in its `domain.py` and hands it to the register.
Every part is optional; the pages, commands and reports walk what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kern.contract.cijfers import Gebruiker, Hoofdstuk, Kerncijfer, Peiling, Verwijzing, Waarde
from kern.contract.gegevens import Bevinding, Exporttabel, Feit, Invariant, Steun, Vindplaats, Zoekbron
from kern.contract.inlezen import (
    Celsoort,
    Gemaakt,
    Importsoort,
    Kolom,
    Naast,
    Naastregel,
    Opzijrij,
    Opzijwoord,
    Verwerker,
)
from kern.contract.persoonsgegevens import Gegeven, Gevoeligheid, Persoonsgegevens, Stelling, Verwerking
from kern.contract.plan import Controle, Demo, Laadtelling, Plandeel
from kern.contract.schermen import (
    Adressen,
    Gebeurtenis,
    Gezinsactie,
    Menupunt,
    Nodig,
    Paneel,
    Samenvoegbeeld,
    Snelactie,
    Terugblik,
    Verwijsactie,
)
from kern.contract.termijnen import Termijnregel

__all__ = [
    "Adressen",
    "Bevinding",
    "Celsoort",
    "Controle",
    "Demo",
    "Domein",
    "Exporttabel",
    "Feit",
    "Gebeurtenis",
    "Gebruiker",
    "Gegeven",
    "Gemaakt",
    "Gevoeligheid",
    "Gezinsactie",
    "Hoofdstuk",
    "Importsoort",
    "Invariant",
    "Kerncijfer",
    "Kolom",
    "Laadtelling",
    "Menupunt",
    "Naast",
    "Naastregel",
    "Nodig",
    "Opzijrij",
    "Opzijwoord",
    "Paneel",
    "Peiling",
    "Persoonsgegevens",
    "Plandeel",
    "Samenvoegbeeld",
    "Snelactie",
    "Stelling",
    "Steun",
    "Termijnregel",
    "Terugblik",
    "Verwerker",
    "Verwerking",
    "Verwijsactie",
    "Verwijzing",
    "Vindplaats",
    "Waarde",
    "Zoekbron",
]


@dataclass(frozen=True, kw_only=True)
class Domein:
    """All that one app tells the others.

    `vooraf` reads at once, for all persons of a page, what `paneel` and `tijdlijn` need of each; without
    it they ask for every person apart. `onderwerp` is what people call it when they record a contact, a
    task or a document about it; empty where nothing is recorded about the domain. `nodig` gives by primary key
    what has to be done first for each of these persons and their family, for who may do it. `over_organisaties`
    says by primary key what a caseworker weighs before asking these organisations for help. `rechten` are the rights
    by role of a domain that `toegang.rules` does not know; for one that stands there they say nothing.
    `wijken` gives, by primary key, the neighbourhood where these persons live on a day.
    `naslag` are tables without persons (`app.Model`) that its panel and time line read besides: of those a
    partner reads the rows to which something refers in a dossier that it sees. `vindplaatsen` are those of
    them by which somebody is found: these rows go with who may not be known of. `alleen_gemeente` are tables
    of which a partner reads no row, though it sees the dossier.
    `bijwerken` writes what it derives itself of these dossiers, inside every action that touches them
    (`Register.werk_bij`): it must be quick where nothing changes, for it is asked each time.
    `dossierdelen` are its lists in the JSON of one dossier, by name, for who asks (None: the municipality).
    `databank` gives SQL that makes what it needs in the database beside its tables, each time the models or
    rules change; it may run again.
    `verwerkingen` are what it keeps data of people for; its models say which data, and
    `persoonsgegevens` says it of tables of libraries, by their label (`app.Model`).
    """

    code: str
    label: str
    onderwerp: str = ""
    kerncijfers: Sequence[Kerncijfer] = ()
    verwijzingen: Sequence[Verwijzing] = ()
    hoofdstuk: Hoofdstuk | None = None
    plan: Plandeel | None = None
    demo: Callable[[Demo], None] | None = None
    menu: Sequence[Menupunt] = ()
    gezinsacties: Sequence[Gezinsactie] = ()
    verwijsacties: Sequence[Verwijsactie] = ()
    paneel: Callable[[Any, Gebruiker, date], Paneel] | None = None
    tijdlijn: Callable[[Any, Gebruiker, Terugblik], Iterable[Gebeurtenis]] | None = None
    vooraf: Callable[[Sequence[Any]], None] | None = None
    nodig: Callable[[Sequence[Any], Gebruiker, date], Mapping[int, Nodig]] | None = None
    over_organisaties: Callable[[Sequence[Any], date], Mapping[int, str]] | None = None
    snelacties: Sequence[Snelactie] = ()
    dossierdelen: Mapping[str, Callable[[Any, Gebruiker | None, date], list[dict[str, Any]]]] = field(
        default_factory=dict
    )
    samenvoegbeeld: Callable[[Any, Any, date], Samenvoegbeeld] | None = None
    feiten: Sequence[Feit] = ()
    termijnregels: Sequence[Termijnregel] = ()
    controles: Sequence[Invariant] = ()
    steunen: Sequence[Steun] = ()
    bijwerken: Callable[[Iterable[Any]], object] | None = None
    wijken: Callable[[Sequence[Any], date], Mapping[int, str]] | None = None
    zoekbronnen: Sequence[Zoekbron] = ()
    exporten: Sequence[Exporttabel] = ()
    importen: Sequence[Importsoort] = ()
    urls: Adressen | None = None
    naslag: Sequence[str] = ()
    alleen_gemeente: Sequence[str] = ()
    vindplaatsen: Sequence[Vindplaats] = ()
    verwerkingen: Sequence[Verwerking] = ()
    persoonsgegevens: Mapping[str, Persoonsgegevens] = field(default_factory=dict)
    rechten: Mapping[str, frozenset[str]] = field(default_factory=dict)
    databank: Callable[[], str] | None = None
