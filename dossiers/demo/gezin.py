"""A household of the demonstration, as it came: what the other domains build their facts on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossiers.models import Gezin, Statushouder


@dataclass(frozen=True)
class Demogezin:
    """Persons who came together; who follows later (nareizigers, a baby) is an entry of its own.

    `gehuisvest_op` is the day on which the municipality gives a home, None for who lives elsewhere or still
    comes (`verwacht_op`). `verblijven` are the spells of the whole family here, `tot` exclusive, and
    `verhuist_op` the days within them on which it moves to another home.
    """

    gezin: Gezin
    personen: Sequence[Statushouder]
    gehuisvest_op: date | None
    verwacht_op: date | None
    soort: str
    verblijven: tuple[tuple[date, date | None], ...] = ()
    verhuist_op: tuple[date, ...] = ()
