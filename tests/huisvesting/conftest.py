"""The periods of the plan, as the loader makes them."""

from datetime import date

import pytest
from django.db import connection

from dossiers.models import Statushouder
from huisvesting.actions import plaats
from huisvesting.models import Periode
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import BeginstandFactory, OpgaveFactory, PeriodeFactory, WoningFactory


@pytest.fixture
def periodes(db) -> dict[str, Periode]:
    """2016: 66 with 56 done; 2017-H1: 20 with 20 done on 1 May; 2017-H2: 15."""
    rijen = {
        "2016": PeriodeFactory(code="2016", van=date(2016, 1, 1), tot_en_met=date(2016, 12, 31)),
        "2017-H1": PeriodeFactory(),
        "2017-H2": PeriodeFactory(code="2017-H2", van=date(2017, 7, 1), tot_en_met=date(2017, 12, 31)),
    }
    for code, aantal in {"2016": 66, "2017-H1": 20, "2017-H2": 15}.items():
        OpgaveFactory(periode=rijen[code], aantal=aantal)
    BeginstandFactory(periode=rijen["2016"], gerealiseerd=56, stand_op=date(2016, 12, 31))
    BeginstandFactory(periode=rijen["2017-H1"], gerealiseerd=20, stand_op=date(2017, 5, 1))
    return rijen


@pytest.fixture
def huurder(db) -> Statushouder:
    """Somebody who counts from 10 May 2017 on, by a first home here."""
    persoon = StatushouderFactory()
    plaats([persoon], woning=WoningFactory(), van=date(2017, 5, 10))
    return persoon


@pytest.fixture
def zonder_trigger():
    """The database does not look how full a home is; put back afterwards."""
    wissel = "ALTER TABLE huisvesting_plaatsing {} TRIGGER plaatsing_woning_niet_vol"
    with connection.cursor() as cursor:
        cursor.execute(wissel.format("DISABLE"))
    yield
    with connection.cursor() as cursor:
        cursor.execute(wissel.format("ENABLE"))
