"""Ledger files for the tests: rows as dictionaries, read and saved by the engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.base import ContentFile

from financien.models import Activiteit, Inkomstenpost
from tests.financien.factories import (
    ActiviteitFactory,
    InkomstenpostFactory,
    PlanFactory,
    RekeningFactory,
    VerplichtingFactory,
)
from uitwisseling import actions
from uitwisseling.models import Inlezing

VANDAAG = date(2017, 5, 1)
KOLOMMEN = (
    "boekstuk",
    "regelnummer",
    "boekdatum",
    "boekjaar",
    "kostenplaats",
    "grootboekrekening",
    "omschrijving",
    "relatie",
    "bedrag",
    "verplichting",
)
RIJ = {
    "boekstuk": "4470912",
    "regelnummer": "1",
    "boekdatum": "26-04-2017",
    "boekjaar": "2017",
    "kostenplaats": "67110",
    "grootboekrekening": "43210",
    "omschrijving": "Uitnodigingen",
    "relatie": "Drukkerij De Horst",
    "bedrag": "312,50",
}


def als_bestand(*rijen: dict[str, str]) -> ContentFile:
    """A CSV with a row for each of these, on top of a row without faults."""
    regels = [";".join(KOLOMMEN), *(";".join({**RIJ, **rij}.get(k, "") for k in KOLOMMEN) for rij in rijen)]
    return ContentFile("\r\n".join(regels).encode(), name="grootboek.csv")


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def begroting(db) -> tuple[Activiteit, Inkomstenpost]:
    """Two lines with an account each (43210 and 80010), and a commitment V-17-006 on a third."""
    PlanFactory()
    activiteit, post = ActiviteitFactory(code="PVT"), InkomstenpostFactory(code="RMBA-2017")
    RekeningFactory(kostenplaats="67110", grootboekrekening="43210", activiteit=activiteit)
    RekeningFactory(kostenplaats="67110", grootboekrekening="80010", activiteit=None, inkomstenpost=post)
    VerplichtingFactory(nummer="V-17-006", activiteit=ActiviteitFactory(code="AMV"))
    return activiteit, post


@pytest.fixture
def lees(begroting) -> Callable[..., Inlezing]:
    """`lees(rij, rij, …)`: the reading, set ready."""
    return lambda *rijen: actions.lees_in("grootboek", als_bestand(*rijen), gebruiker=None, op=VANDAAG)


@pytest.fixture
def importeer(lees) -> Callable[..., Inlezing]:
    """`importeer(rij, rij, …)`: the reading, with its good rows saved."""
    return lambda *rijen: actions.sla_op(lees(*rijen), op=VANDAAG, goede_rijen=True)


def fouten(inlezing: Inlezing) -> list[tuple[int, str, str]]:
    """(row, column, code) of each fault."""
    return list(inlezing.fouten.order_by("rij", "kolom", "code").values_list("rij", "kolom", "code"))


def opzij(inlezing: Inlezing) -> list[tuple[int, str]]:
    """(row, code) of each row set aside."""
    return list(inlezing.opzijgezet.order_by("rij", "code").values_list("rij", "code"))


def tellingen(inlezing: Inlezing) -> tuple[int, int, int, int]:
    """New, changed, the same, with a fault."""
    return (inlezing.aangemaakt, inlezing.gewijzigd, inlezing.ongewijzigd, inlezing.met_fout)


def regels() -> list[tuple[str, str | None, str]]:
    """(entry, line, how) of all entries, loose ones too, in the order of their numbers."""
    from financien.models import Toedeling

    rijen = Toedeling.objects.geldig().order_by("boeking__boekstuk")
    return [(rij.boeking.boekstuk, rij.regelcode, rij.wijze) for rij in rijen]
