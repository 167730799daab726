"""A coordinator, the numbers that were set, and the residents of the example."""

import pytest

from tests.huisvesting.amv.voorbeeld import zes_bewoners, zet_getallen
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol


@pytest.fixture
def ik(client, db):
    client.force_login(gebruiker := GebruikerFactory(rol=Rol.COORDINATOR))
    return gebruiker


@pytest.fixture
def getallen(db):
    zet_getallen()


@pytest.fixture
def zes(getallen):
    return zes_bewoners()
