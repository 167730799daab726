"""How the quota ends in the half-years to come, with little, expected and much inflow. Pure functions.

Persons throughout. What is not known stays None: it is never taken for nought.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from huisvesting.rules.taakstelling import grenzen, halfjaar

# The running half-year and three years after it.
VOORUIT = 7


class Lijn(StrEnum):
    """With how many persons who come is forecast."""

    LAAG = "laag"
    VERWACHT = "verwacht"
    HOOG = "hoog"

    @property
    def label(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, kw_only=True)
class Halfjaar:
    """What is known, or taken for it, of one period of the quota.

    `opgave` without what is carried, None where nothing is known; `geschat`: it is no published number.
    `gekoppeld`, `nareizigers` and `amv` have a day in this period on which a home is expected; `amv_18` turn
    18 in it, without such a day. `instroom` is how many come in all in this period by each line, `amv_instroom`
    how many AMV come; both count who is known by name.
    """

    code: str
    loopt: bool = False
    opgave: int | None = None
    geschat: bool = False
    gerealiseerd: int = 0
    gekoppeld: int = 0
    nareizigers: int = 0
    amv: int = 0
    amv_18: int = 0
    instroom: Mapping[Lijn, int | None]
    amv_instroom: int | None = None

    @property
    def van(self) -> date:
        return grenzen(self.code)[0]

    @property
    def tot_en_met(self) -> date:
        return grenzen(self.code)[1]

    @property
    def met_naam(self) -> int:
        """Expected persons of whom we know who they are."""
        return self.gekoppeld + self.nareizigers + self.amv + self.amv_18

    def zonder_naam(self, lijn: Lijn) -> int | None:
        """Persons who are expected besides: the inflow less who is known already; None where it is not set.

        In the running period nobody: who is not linked yet gets a home after it (H11: ten weeks and more).
        """
        if self.loopt:
            return 0
        instroom = self.instroom[lijn]
        if instroom is None:
            return None
        mensen = max(instroom - self.gekoppeld - self.nareizigers, 0)
        return mensen + max((self.amv_instroom or 0) - self.amv, 0)


@dataclass(frozen=True)
class Uitkomst:
    """How a period ends by one line; None where that cannot be known.

    `saldo` = te_realiseren − aan_eind: positive is a shortage, negative a lead; it goes on to the next (H4).
    """

    meegenomen: int | None
    te_realiseren: int | None
    zonder_naam: int | None
    aan_eind: int | None
    saldo: int | None


@dataclass(frozen=True)
class Vooruitzicht:
    """A period with its three outcomes."""

    halfjaar: Halfjaar
    uitkomsten: Mapping[Lijn, Uitkomst]


def prognose(halfjaren: Sequence[Halfjaar], *, meegenomen: int) -> list[Vooruitzicht]:
    """The outcomes of periods in order of time; `meegenomen` is what is carried into the first (H4)."""
    saldi: dict[Lijn, int | None] = dict.fromkeys(Lijn, meegenomen)
    vooruit = []
    for deel in halfjaren:
        uitkomsten = {lijn: _uitkomst(deel, lijn, saldi[lijn]) for lijn in Lijn}
        saldi = {lijn: uitkomst.saldo for lijn, uitkomst in uitkomsten.items()}
        vooruit.append(Vooruitzicht(deel, uitkomsten))
    return vooruit


def _uitkomst(deel: Halfjaar, lijn: Lijn, meegenomen: int | None) -> Uitkomst:
    te_realiseren = _plus(deel.opgave, meegenomen)
    zonder_naam = deel.zonder_naam(lijn)
    aan_eind = _plus(deel.gerealiseerd + deel.met_naam, zonder_naam)
    saldo = None if te_realiseren is None or aan_eind is None else te_realiseren - aan_eind
    return Uitkomst(meegenomen, te_realiseren, zonder_naam, aan_eind, saldo)


def _plus(een: int | None, ander: int | None) -> int | None:
    return None if een is None or ander is None else een + ander


def vooruitcodes(peildatum: date, periodes: Sequence[str], aantal: int = VOORUIT) -> list[str]:
    """Codes of the period of `peildatum` and those after it: of `periodes` where one holds, else half-years."""
    bekend = [(*grenzen(code), code) for code in periodes]
    codes: list[str] = []
    dag = peildatum
    while len(codes) < aantal:
        code = next((code for van, tot_en_met, code in bekend if van <= dag <= tot_en_met), halfjaar(dag))
        codes.append(code)
        dag = grenzen(code)[1] + timedelta(days=1)
    return codes


def helften(code: str) -> int:
    """Half-years in a period: 1, or 2 for a whole year."""
    return 1 if "-" in code else 2


def van_jaar(per_jaar: int, code: str) -> int:
    """The part of a number per year that falls in a period; an odd one has its greater half in the second."""
    if helften(code) == 2:
        return per_jaar
    return per_jaar // 2 if code.endswith("H1") else per_jaar - per_jaar // 2
