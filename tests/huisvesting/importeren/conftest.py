"""Files with placements for the tests: rows as dictionaries, read and saved by the engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile

from tests.dossiers.factories import StatushouderFactory
from uitwisseling import actions
from uitwisseling.models import Inlezing

VANDAAG = date(2017, 5, 1)
KOLOMMEN = (
    "vnummer",
    "straat",
    "huisnummer",
    "toevoeging",
    "postcode",
    "wijk",
    "verhuurder",
    "amv_woning",
    "van",
    "tot_en_met",
)
RIJ = {
    "vnummer": "2741603318",
    "straat": "Zijdeweg",
    "huisnummer": "12",
    "postcode": "2245 AB",
    "van": "28-03-2017",
}


def als_bestand(*rijen: dict[str, str]) -> ContentFile:
    """A CSV with a row for each of these, on top of a row without faults."""
    regels = [";".join(KOLOMMEN), *(";".join({**RIJ, **rij}.get(k, "") for k in KOLOMMEN) for rij in rijen)]
    return ContentFile("\r\n".join(regels).encode(), name="plaatsingen.csv")


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def persoon(db) -> Any:
    return StatushouderFactory(vnummer=RIJ["vnummer"])


@pytest.fixture
def lees(db) -> Callable[..., Inlezing]:
    """`lees(rij, rij, …)`: the reading, set ready."""
    return lambda *rijen: actions.lees_in("plaatsingen", als_bestand(*rijen), gebruiker=None, op=VANDAAG)


@pytest.fixture
def importeer(lees) -> Callable[..., Inlezing]:
    """`importeer(rij, rij, …)`: the reading, with its good rows saved."""
    return lambda *rijen: actions.sla_op(lees(*rijen), op=VANDAAG, goede_rijen=True)


def fouten(inlezing: Inlezing) -> list[tuple[int, str, str]]:
    """(row, column, code) of each fault."""
    return list(inlezing.fouten.order_by("rij", "code").values_list("rij", "kolom", "code"))


def opzij(inlezing: Inlezing) -> list[tuple[int, str]]:
    """(row, code) of each row set aside."""
    return list(inlezing.opzijgezet.order_by("rij").values_list("rij", "code"))


def tellingen(inlezing: Inlezing) -> dict[str, int]:
    """The four numbers."""
    return {
        "nieuw": inlezing.aangemaakt,
        "gewijzigd": inlezing.gewijzigd,
        "ongewijzigd": inlezing.ongewijzigd,
        "fout": inlezing.met_fout,
    }
