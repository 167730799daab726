"""What of people is kept, why, how long, and under which law: declared on the models and by the domains.

A model says of each of its columns what it tells of whom, or that it tells of nobody; a domain says for
what it keeps them. Together they are the register of processing (AVG, article 30).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

STATUSHOUDERS = "statushouders en hun gezinsleden"
GEBRUIKERS = "gebruikers van het systeem"
MELDERS = "mensen die een signaal geven"
RELATIES = "leveranciers en anderen met wie de gemeente geld verrekent"


class Gevoeligheid(Enum):
    """How the law ranks a datum. Criminal data are not kept anywhere."""

    GEWOON = "gewoon"
    BIJZONDER = "bijzonder"
    NATIONAAL_NUMMER = "nationaal nummer"


@dataclass(frozen=True)
class Gegeven:
    """Columns that together are one datum for people; `velden` are their names with spaces between.

    `waarom` says why it is more than ordinary, with its source. `over` is of whom, where that differs from
    the rest of the table.
    """

    naam: str
    velden: str
    aard: Gevoeligheid = Gevoeligheid.GEWOON
    waarom: str = ""
    over: str = ""

    def __post_init__(self) -> None:
        if (self.aard is Gevoeligheid.GEWOON) == bool(self.waarom):
            raise ValueError(f"{self.naam}: zeg waarom precies bij wat niet gewoon is.")


@dataclass(frozen=True)
class Persoonsgegevens:
    """All columns of one table: the data in them, and by name in `geen` those that tell of nobody.

    `verwerking` is the code of what they are kept for. A table of which all stands in `geen` has none.
    """

    verwerking: str = ""
    over: str = STATUSHOUDERS
    gegevens: Sequence[Gegeven] = ()
    geen: str = ""

    def __post_init__(self) -> None:
        if bool(self.verwerking) != bool(self.gegevens):
            raise ValueError("Persoonsgegevens horen bij een verwerking, en een verwerking heeft er.")

    def met(self, *gegevens: Gegeven, geen: str = "") -> Persoonsgegevens:
        """The same with more columns: for a table that is built on another."""
        return replace(self, gegevens=[*self.gegevens, *gegevens], geen=f"{self.geen} {geen}")

    def velden(self) -> Iterator[str]:
        """Every column that is spoken of; twice when it is spoken of twice."""
        for gegeven in self.gegevens:
            yield from gegeven.velden.split()
        yield from self.geen.split()


@dataclass(frozen=True)
class Stelling:
    """A sentence of the register. Without `bron` somebody of the municipality still has to confirm it."""

    tekst: str
    bron: str = ""


@dataclass(frozen=True, kw_only=True)
class Verwerking:
    """For what a domain keeps data of people, on which grounds, and how long.

    Who may read them follows from `recht` in the domain; without `partners` a partner never may. Without
    `bewaren` the term is still to be set. `maatregelen` protect this besides what protects all of it.
    A model refers to it by `code`.
    """

    code: str
    naam: str
    doel: str
    grondslagen: Sequence[Stelling]
    bewaren: Sequence[Stelling] = ()
    maatregelen: Sequence[str] = ()
    recht: str = "inzien"
    partners: bool = True
