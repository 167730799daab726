"""What a domain shows: menu, panel, events of the time line, and where its addresses are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


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
class Gebeurtenis:
    """Something dated on the time line of a person, for this user.

    `soort` is one of contact, domein or document: the filters of the time line. `adres` opens it.
    """

    op: date
    soort: str
    icoon: str
    titel: str
    tekst: str = ""
    door: str = ""
    adres: str = ""


@dataclass(frozen=True, kw_only=True)
class Snelactie:
    """A quick action on the page of a person: something to record; `url` takes the key of the person."""

    label: str
    url: str
    icoon: str
    volgorde: int = 100
    recht: str = "wijzigen"
