"""What is computed with: persons behind a line, the forecast of an activity, what is off, what is carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from financien.models import Soort
from kern import schrijfwijze


@dataclass(frozen=True)
class Grondslag:
    """The key figure that counts the persons of a line, in words and with its source."""

    kerncijfer: str
    wie: str
    bron: str


# RMBA has conditions on age and duty (F1) that inburgering registers as a figure of its own.
RMBA = Grondslag(
    "inburgering.rmba",
    "Gehuisvest en moet inburgeren",
    "VNG, vraag en antwoord over € 2.370 en € 4.430",
)
# Placed persons of any age, by the day of placement (F2).
DU = Grondslag("huisvesting.gehuisvest", "Iedereen die een woning kreeg", "Septembercirculaire 2016")
# Signed within the plan's years (P1).
PVT = Grondslag(
    "inburgering.pvt_getekend",
    "Participatieverklaring getekend",
    "Plan 2017-2018, hoofdstuk Inburgering",
)
_PER_SOORT = {Soort.RMBA: RMBA, Soort.DU: DU}
_PER_ACTIVITEIT = {"PVT": PVT}
GRONDSLAGEN = (RMBA, DU, PVT)

BRONVERSCHILLEN = ("niet-toegewezen", "grondslag-personen")


def grondslag(*, code: str, soort: str | None) -> Grondslag | None:
    """Who is counted for a line in persons: by kind for income, by code for an activity (`soort` None).

    None when nobody counts them: then the line says so.
    """
    return _PER_ACTIVITEIT.get(code) if soort is None else _PER_SOORT.get(Soort(soort))


def looptijd(jaar: int | None, jaren: list[int]) -> tuple[date, date]:
    """First and last day, inclusive, over which a line counts: its year, or all years of the plan."""
    return date(jaar or jaren[0], 1, 1), date(jaar or jaren[-1], 12, 31)


# A line that is off by more than this asks for a remark, until somebody sets another amount. [house rule]
DREMPEL = Decimal("5000.00")
# Forecast below this part of the budget: the activity lags behind. [house rule]
LOOPT_ACHTER = Decimal("0.8")
_CENT = Decimal("0.01")
MAANDEN_PER_JAAR = 12


@dataclass(frozen=True)
class Verloop:
    """The course of an activity so far: euros, and whole months of the plan passed and still to come.

    `los_tot` is spent without a commitment in the months that are over, `los_na` in the month that runs.
    """

    geboekt: Decimal
    verplicht: Decimal
    los_tot: Decimal
    los_na: Decimal
    voorbij: int
    te_gaan: int

    @property
    def per_maand(self) -> Decimal:
        """What goes without a commitment in a month, over the months that are over; zero before one is."""
        return _rond(self.los_tot / self.voorbij) if self.voorbij else Decimal("0.00")

    @property
    def nog_los(self) -> Decimal:
        """What is still to come without a commitment, at the same pace; what this month took is of that."""
        if not self.voorbij:
            return Decimal("0.00")
        return max(_rond(self.los_tot / self.voorbij * self.te_gaan) - self.los_na, Decimal("0.00"))

    @property
    def prognose(self) -> Decimal:
        """Spent at the end of the plan: spent, committed, and the rest at the same pace. [house rule]"""
        return self.geboekt + self.verplicht + self.nog_los


def maanden(peildatum: date, jaren: list[int]) -> tuple[int, int]:
    """Whole months of the plan that are over at the end of `peildatum`, and those that are not."""
    alle = MAANDEN_PER_JAAR * (jaren[-1] - jaren[0] + 1)
    morgen = peildatum + timedelta(days=1)
    voorbij = MAANDEN_PER_JAAR * (morgen.year - jaren[0]) + morgen.month - 1
    voorbij = min(max(voorbij, 0), alle)
    return voorbij, alle - voorbij


def lopende_maand(peildatum: date) -> date:
    """The first day of the month that is not over at the end of `peildatum`."""
    return (peildatum + timedelta(days=1)).replace(day=1)


def overheveling_uit(jaar: int) -> str:
    """Code of the line in `jaar` that what is carried over goes from; it stands beside no plan line."""
    return f"OVH-{jaar}-NAAR-{jaar + 1}"


OVERHEVELING_UIT = r"^OVH-\d{4}-NAAR-\d{4}$"


def mag_overhevelen(jaar: int, op: date) -> bool:
    """What a year leaves over is known once it has ended."""
    return op.year > jaar


def _rond(bedrag: Decimal) -> Decimal:
    return bedrag.quantize(_CENT, ROUND_HALF_UP)


def bezwaar_tegen_maand(dag: date, aangegaan_op: date, jaren: Sequence[int]) -> str:
    """Why no part of a commitment can be expected in the month of `dag`; empty where it can.

    Not before the month in which it was made, and not after the last year of the plan, of which the money is.
    """
    if (dag.year, dag.month) < (aangegaan_op.year, aangegaan_op.month):
        return f"Een termijn valt niet voor de maand van de verplichting: {schrijfwijze.maand(aangegaan_op)}."
    if jaren and dag.year > jaren[-1]:
        return f"Het plan loopt tot en met {jaren[-1]}. Kies een maand in of voor dat jaar."
    return ""
