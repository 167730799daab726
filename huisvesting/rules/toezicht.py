"""How the province watches the quota, as dated data and pure functions. Source: rekenregels H12."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from huisvesting.models import Trede
from huisvesting.rules.taakstelling import grenzen

# Zuid-Holland may intervene after so many half-years missed in a row.
OP_RIJ = 4
# From the first day of a half-year: to 1 April or to 1 October.
MAANDEN_TOT_KOPPELDAG = 3
TOEZICHTBRON = _COA = "COA, voor gemeenten: huisvesting vergunninghouders (2023)"
_KADER = "Provincie Zuid-Holland, kader CVDR641687 (26 juni 2020 tot en met 18 april 2024)"


@dataclass(frozen=True)
class Toezichtsregel:
    """A rule of supervision with its source; `twijfel` says what of it was not looked up, empty where nothing.

    `van` and `tot_en_met` are inclusive; None: no such day is known.
    """

    code: str
    wat: str
    bron: str
    twijfel: str = ""
    van: date | None = None
    tot_en_met: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Holds on `dag`, as far as its days are known."""
        return (self.van is None or self.van <= dag) and (self.tot_en_met is None or dag <= self.tot_en_met)


TOEZICHTSREGELS: Sequence[Toezichtsregel] = (
    Toezichtsregel(
        "beoordeling",
        "De provincie kijkt op 1 januari en op 1 juli naar het half jaar dat net voorbij is.",
        _COA,
        "Sinds wanneer dit zo is, staat er niet bij.",
    ),
    Toezichtsregel(
        "verschoonbaar",
        "Had COA op 1 april of 1 oktober te weinig mensen gekoppeld? Dan is een tekort verschoonbaar en kan de "
        "provincie niet handhaven.",
        _COA,
        "Hoe de provincie die mensen telt, staat er niet bij. Wij tellen wie op die dag gekoppeld was en aan het "
        "begin van het half jaar nog niet meetelde.",
    ),
    Toezichtsregel(
        "vier",
        "Zuid-Holland kan ingrijpen na vier gemiste halve jaren op rij.",
        "Reformatorisch Dagblad, januari 2025; ANP, 17 september 2025",
        "Dit komt uit de krant. Het kader dat de provincie nu gebruikt, hebben wij niet gelezen. Wij tellen een "
        "verschoonbaar half jaar niet mee voor de vier; ook dat is onze lezing.",
    ),
    Toezichtsregel(
        "indeplaatsstelling",
        "De laatste stap: de provincie regelt de huisvesting zelf, en de gemeente betaalt.",
        "Gemeentewet, artikel 124; ANP, 17 september 2025",
    ),
    Toezichtsregel(
        "treden",
        "Daarvoor zet de provincie stappen, van signaleren tot en met het besluit.",
        _KADER,
        "De namen en de volgorde van deze stappen zijn niet nagegaan. Het kader gold tot en met 18 april 2024; wat "
        "er nu geldt, hebben wij niet gelezen.",
    ),
)

# The order of the steps; only the last one was read in a source.
LADDER: Sequence[Trede] = tuple(Trede)
NAGEGAAN = frozenset({Trede.UITVOERING})


class Beoordeling(StrEnum):
    """How a period stands before the province."""

    LOOPT = "loopt"
    GEHAALD = "gehaald"
    GEMIST = "gemist"
    VERSCHOONBAAR = "verschoonbaar"
    ONBEKEND = "onbekend"


def beoordeeldag(code: str) -> date:
    """The day on which the province looks at a period: the day after its last one."""
    return grenzen(code)[1] + timedelta(days=1)


def koppeldag(code: str) -> date:
    """The day on which enough people must have been linked: 1 April, or 1 October for the second half of a year.

    Of a whole year that of its second half, since it is judged with that.
    """
    eind = grenzen(code)[1]
    return date(eind.year, 4 if eind.month == 6 else 10, 1)


@dataclass(frozen=True)
class Koppeling:
    """Persons whom COA had linked on the day that counts, against what had to be realised.

    `met_woning` of them count within the period, `wachtend` did not yet at its end. `zonder_naam` are counted
    in the period without being known, so that nobody can say when they were linked.
    """

    met_woning: int
    wachtend: int
    zonder_naam: int
    nodig: int

    @property
    def zeker(self) -> int:
        """Linked in time, as far as they are known by name."""
        return self.met_woning + self.wachtend

    @property
    def genoeg(self) -> bool | None:
        """Enough were linked; None where that turns on persons without a name."""
        if self.zeker >= self.nodig:
            return True
        return False if self.zeker + self.zonder_naam < self.nodig else None


def beoordeel_periode(saldo: int | None, koppeling: Koppeling | None) -> Beoordeling:
    """A period that has ended; `saldo` None: its realised figures are not known, so it is not missed either.

    A shortage is excusable only when it is certain that too few people were linked.
    """
    if saldo is None:
        return Beoordeling.ONBEKEND
    if saldo <= 0:
        return Beoordeling.GEHAALD
    te_weinig = koppeling is not None and koppeling.genoeg is False
    return Beoordeling.VERSCHOONBAAR if te_weinig else Beoordeling.GEMIST


@dataclass(frozen=True)
class Reeks:
    """Periods missed in a row, up to the last one that ended; `verschoonbaar` of them are excusable.

    Not `zeker`: what was before the row is not known, so that it can be longer.
    """

    gemist: int
    verschoonbaar: int
    zeker: bool

    @property
    def telt(self) -> int:
        """Those that count for the four of Zuid-Holland, by our reading [O]."""
        return self.gemist - self.verschoonbaar


def reeks(beoordelingen: Sequence[Beoordeling]) -> Reeks:
    """Of periods that have ended, the last one first; before the first known one nothing is known."""
    gemist = verschoonbaar = 0
    for beoordeling in beoordelingen:
        if beoordeling in {Beoordeling.GEHAALD, Beoordeling.ONBEKEND}:
            return Reeks(gemist, verschoonbaar, zeker=beoordeling == Beoordeling.GEHAALD)
        gemist += 1
        verschoonbaar += beoordeling == Beoordeling.VERSCHOONBAAR
    return Reeks(gemist, verschoonbaar, zeker=False)


def volgende_trede(gezet: Sequence[Trede]) -> Trede | None:
    """The step after the highest one that was taken; None after the last."""
    hoogste = max((LADDER.index(trede) for trede in gezet), default=-1)
    return LADDER[hoogste + 1] if hoogste + 1 < len(LADDER) else None
