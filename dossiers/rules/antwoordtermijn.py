"""How long an organisation has to answer a referral: dated, so that what was asked earlier keeps its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

# No law or plan says it: agreed with the partners, counted in days after the day of asking.
BRON = "Afspraak met de partners over doorverwijzen (geen wet)"


@dataclass(frozen=True)
class Antwoordtermijn:
    """Days after asking, for what is asked on `vanaf` or later, each the last one of its part.

    Up to `herinnering` the organisation has its time; then it is reminded. Up to `coordinator` the caseworker
    waits; then the coordinator has it. After `verloopt` no answer is taken any more.
    """

    vanaf: date
    herinnering: int
    coordinator: int
    verloopt: int
    vraag: int  # for the municipality, to answer a question of the partner


TERMIJNEN = (Antwoordtermijn(date.min, herinnering=7, coordinator=14, verloopt=28, vraag=7),)


class Antwoorddagen(NamedTuple):
    """The last day before the reminder, before the coordinator has it, and on which an answer is taken."""

    herinner_na: date
    coordinator_na: date
    antwoord_tot_en_met: date


def geldend(dag: date) -> Antwoordtermijn:
    """What holds for what is asked on this day."""
    return max((een for een in TERMIJNEN if een.vanaf <= dag), key=lambda een: een.vanaf)


def antwoorddagen(gevraagd_op: date, tot_en_met: date) -> Antwoorddagen:
    """The days of a referral that was asked on `gevraagd_op`; none of them after it is over by itself."""
    termijn = geldend(gevraagd_op)
    dagen = (termijn.herinnering, termijn.coordinator, termijn.verloopt)
    return Antwoorddagen(*(min(gevraagd_op + timedelta(days=aantal), tot_en_met) for aantal in dagen))


def vraag_uiterlijk(gesteld_op: date) -> date:
    """The last day on which the municipality answers a question in time."""
    return gesteld_op + timedelta(days=geldend(gesteld_op).vraag)
