"""Which persons stand behind a line in persons, and which contradictions of the plan are about money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from financien.models import Soort


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
