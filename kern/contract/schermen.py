"""What a domain shows: menu, panel, events of the time line, and where its addresses are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Case, Model, Q, When
from django.db.models.functions import Greatest

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kern.contract.cijfers import Gebruiker

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Menupunt:
    """An entry of the navigation, shown to who has `recht` in the domain.

    `teller` counts what waits there for a user on a day, in one query; `tellerwoorden` says what that is, of
    one and of more.
    """

    label: str
    url: str
    icoon: str
    groep: str = ""
    volgorde: int = 100
    recht: str = "inzien"
    teller: Callable[[Gebruiker, date], int] | None = None
    tellerwoorden: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Gezinsactie:
    """Something to do for a family, offered on its page; `url` takes the key of a person in it."""

    label: str
    url: str
    icoon: str
    recht: str = "wijzigen"


@dataclass(frozen=True)
class Nodig:
    """Something that has to be done for a family now: what, by when, and where; `stand` says how far it is."""

    wat: str
    uiterlijk_op: date
    adres: str
    stand: str = ""


@dataclass(frozen=True)
class Verwijsactie:
    """Something to do with a referral, offered in the dossier to whom it went; `url` takes its key.

    What `vraagt` is offered besides where they work for the family, such as at its first month.
    """

    label: str
    url: str
    recht: str = "wijzigen"
    vraagt: bool = False


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
    `doorgehaald` is the reason why it no longer holds; it stays on the line, struck out.
    """

    op: date
    soort: str
    icoon: str
    titel: str
    tekst: str = ""
    door: str = ""
    adres: str = ""
    doorgehaald: str = ""


@dataclass(frozen=True, kw_only=True)
class Terugblik:
    """What the time line asks of a domain: events dated up to and including `tot_en_met`, newest first.

    Of those only the newest `hoogstens` are shown, so a domain with many rows reads no more of each kind
    (`nieuwste`); one with few may give all. `soort` is the filter, empty for every kind.
    """

    tot_en_met: date
    hoogstens: int
    soort: str = ""

    def wil(self, *soorten: str) -> bool:
        """Are events of one of these kinds asked for?"""
        return not self.soort or self.soort in soorten

    def nieuwste(self, rijen: QuerySet[M], *velden: str) -> QuerySet[M]:
        """Rows of which the newest of these dates can be among what is shown, newest first.

        A row may give an event for each of its dates. Dates after `tot_en_met` do not count; None never does.
        """
        if len(velden) == 1:  # an index may give the order
            tot = rijen.filter(**{f"{velden[0]}__lte": self.tot_en_met})
            return tot.order_by(f"-{velden[0]}", "-pk")[: self.hoogstens]
        datums = [Case(When(**{f"{veld}__lte": self.tot_en_met}, then=veld)) for veld in velden]
        gedateerd = rijen.filter(Q(*((f"{veld}__lte", self.tot_en_met) for veld in velden), _connector=Q.OR))
        return gedateerd.order_by(Greatest(*datums).desc(), "-pk")[: self.hoogstens]


@dataclass(frozen=True, kw_only=True)
class Snelactie:
    """A quick action on the page of a person: something to record; `url` takes the key of the person."""

    label: str
    url: str
    icoon: str
    volgorde: int = 100
    recht: str = "wijzigen"


@dataclass(frozen=True, kw_only=True)
class Samenvoegbeeld:
    """What a domain says before two dossiers are made one: what it knows of both, and what changes.

    `feiten` are (name, of the dossier that stays, of the other), empty where nothing is known; `gevolg` is one
    or more sentences.
    """

    feiten: Sequence[tuple[str, str, str]] = ()
    gevolg: str = ""
