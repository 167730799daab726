"""How the budget stands at a day: what is read once, and what follows from it. Amounts are euros, to the cent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from financien import rules

NUL = Decimal("0.00")
INKOMST, ACTIVITEIT = "inkomst", "activiteit"


@dataclass(frozen=True)
class Regelstand:
    """A line of the budget and how it stands. `jaar` is None for an activity: its split is not decided.

    `soort` is the kind of income, None for an activity; `hoofdstuk` the domain of an activity, None for
    income. `aantal` and `tarief` are both there or not. `geboekt` is what is spent, of income what is received:
    positive both. What is booked and committed is known by the year in which it is.
    """

    code: str
    jaar: int | None
    regelsoort: Literal["inkomst", "activiteit"]
    soort: str | None
    hoofdstuk: str | None
    omschrijving: str
    aantal: int | None
    tarief: Decimal | None
    tegenpost: str | None
    begroot: Decimal
    gewijzigd: Decimal = NUL
    geboekt: Decimal = NUL
    verplicht: Decimal = NUL
    verloop: rules.Verloop | None = None
    boekingen: int = 0
    geboekt_per_jaar: Mapping[int, Decimal] = field(default_factory=dict)
    verplicht_per_jaar: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def budget(self) -> Decimal:
        """What is budgeted, after changes."""
        return self.begroot + self.gewijzigd

    @property
    def prognose(self) -> Decimal | None:
        """What an activity will have cost at the end of the plan; None where that is not known."""
        return self.verloop.prognose if self.verloop else None

    @property
    def gebruikt(self) -> bool:
        """Is anything of it spent, received or committed?"""
        return bool(self.geboekt or self.verplicht)

    @property
    def verschil(self) -> Decimal:
        """What was budgeted and is not received or spent yet."""
        return self.budget - self.geboekt

    @property
    def vrij(self) -> Decimal:
        """The difference, less what is committed."""
        return self.verschil - self.verplicht


@dataclass(frozen=True)
class Personen:
    """Persons in a line beside the persons counted; `geteld` is None where nobody can know it yet."""

    regel: Regelstand
    grondslag: rules.Grondslag | None
    begroot: int
    tarief: Decimal
    geteld: int | None
    van: date
    tot_en_met: date
    bekend: bool

    @property
    def verschil(self) -> int | None:
        return None if self.geteld is None else self.geteld - self.begroot

    @property
    def verschil_euro(self) -> Decimal | None:
        return None if self.verschil is None else self.verschil * self.tarief


@dataclass(frozen=True)
class Grootboekstand:
    """The ledger up to and including a day, with its own sign, and what of it has no line (`los`)."""

    som: Decimal = NUL
    aangesloten: Decimal = NUL
    los: Decimal = NUL
    boekingen: int = 0
    aantal_los: int = 0
    oudste_los: date | None = None

    @property
    def sluit(self) -> bool:
        """The ledger is what is allocated and what is loose, to the cent."""
        return self.som == self.aangesloten + self.los


@dataclass(frozen=True)
class Aansluiting:
    """The whole reconciliation at a peildatum: the page, the command and the report read this."""

    peildatum: date
    jaren: list[int]
    regels: list[Regelstand]
    grootboek: Grootboekstand
    personen: list[Personen]

    @property
    def activiteiten(self) -> list[Regelstand]:
        return [regel for regel in self.regels if regel.regelsoort == ACTIVITEIT]

    def posten(self, jaar: int | None = None) -> list[Regelstand]:
        """The income lines of a year, or of all years."""
        return [
            regel
            for regel in self.regels
            if regel.regelsoort == INKOMST and (jaar is None or regel.jaar == jaar)
        ]

    def regel(self, code: str | None) -> Regelstand | None:
        """The line with this code, None when there is none."""
        return next((regel for regel in self.regels if regel.code == code), None)

    @property
    def inkomsten(self) -> Decimal:
        """Budgeted income of all years, after changes."""
        return som(self.posten(), "budget")

    @property
    def lasten(self) -> Decimal:
        """The budget of all activities, after changes."""
        return som(self.activiteiten, "budget")

    @property
    def prognose(self) -> Decimal | None:
        """What all activities together will have cost at the end of the plan; None while of none it is known."""
        bekend = [regel.prognose for regel in self.activiteiten if regel.prognose is not None]
        return sum(bekend, NUL) if bekend else None

    @property
    def inkomsten_per_jaar(self) -> dict[int, Decimal]:
        """Budgeted income for each year of the plan; a year without lines has zero."""
        return {jaar: som(self.posten(jaar), "budget") for jaar in self.jaren}

    @property
    def niet_toegewezen(self) -> Decimal:
        """Income of all years less all activities."""
        return self.inkomsten - self.lasten

    @property
    def niet_toegewezen_eerste_jaar(self) -> Decimal:
        """The other reading: all activities fall in the first year of the plan."""
        return self.inkomsten_per_jaar[self.jaren[0]] - self.lasten if self.jaren else NUL


def som(regels: Iterable[Regelstand], naam: str) -> Decimal:
    """The sum of one amount of these lines."""
    return sum((getattr(regel, naam) for regel in regels), NUL)
