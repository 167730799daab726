"""A clock that a test moves, and who signs in with a passphrase."""

import pytest
from django.urls import reverse

from tests.toegang.factories import gebruiker_met_wachtzin
from toegang.models import Rol
from toegang.poort import invoer, tijdslot

ZIN = "een lange zin over de duinen"
VAN_HIER = {"HTTP_ORIGIN": "http://testserver"}
GETYPT = {"naam": "Taalhuis Kerkehout", "rol": "taalaanbieder"}
STIL, LANGST = 30 * 60, 12 * 3600


@pytest.fixture
def klok(monkeypatch):
    """The time of the sessions: `klok(seconden)` lets it pass."""
    nu = [1_493_600_000.0]

    def verder(seconden: float) -> None:
        nu[0] += seconden

    for module in (tijdslot, invoer):
        monkeypatch.setattr(module.time, "time", lambda: nu[0])
    return verder


@pytest.fixture
def gebruiker(db):
    return gebruiker_met_wachtzin(rol=Rol.BEHEERDER)


def log_in(client, gebruiker, **rest):
    return client.post(reverse("account_login"), {"login": gebruiker.email, "password": ZIN, **rest})
