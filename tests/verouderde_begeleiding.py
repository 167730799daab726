"""The stale forms of begeleiding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.begeleiding.factories import StapFactory, StappenlijstFactory, TrajectFactory, eerste_maand, stap
from tests.verouderd_geval import DAG, Geval, gewoon, handeling


def _stapstand(**rest: str) -> Geval:
    """A step of the first month: the page tells how it stands, and the form holds nothing of that."""
    rij = stap(eerste_maand(op=date(2017, 3, 1)), "telefoon")
    return Geval(rij, [rij.pk], {"gedaan_op": DAG}, rest=rest)


def _afgevinkt() -> Geval:
    geval = _stapstand()
    type(geval.rij).objects.filter(pk=geval.rij.pk).update(gedaan_op=DAG)
    return Geval(geval.rij, geval.args, {"opmerking": "Prepaid"})


def _lijststap() -> Any:
    return StapFactory(lijst=StappenlijstFactory(geldig_vanaf=date(2090, 1, 1)))


VAN_BEGELEIDING: dict[str, Callable[[], Geval]] = {
    "begeleiding:stap-gedaan": lambda: _stapstand(gedaan_op="10-4-2017"),
    "begeleiding:stap-niet": lambda: _stapstand(reden="Had er een"),
    "begeleiding:stap-terug": _afgevinkt,
    "begeleiding:versie": lambda: gewoon(
        StappenlijstFactory(geldig_vanaf=date(2090, 1, 1)), "toelichting", "Afspraak", "Besluit"
    ),
    "begeleiding:versie-weg": lambda: handeling(
        StappenlijstFactory(geldig_vanaf=date(2090, 1, 1)), {"toelichting": "Afspraak"}
    ),
    "begeleiding:lijststap": lambda: gewoon(_lijststap(), "stap", "Bank geregeld", "Rekening geopend"),
    "begeleiding:lijststap-weg": lambda: handeling(_lijststap(), {"stap": "Bank geregeld"}),
    "begeleiding:traject": lambda: gewoon(TrajectFactory(), "vrijwilliger", "Bram", "Yvonne"),
}
