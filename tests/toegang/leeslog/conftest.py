"""A signed-in caseworker, a person, and what stands in the read log."""

import pytest

from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Leesregel


@pytest.fixture
def ik(client):
    client.force_login(gebruiker := GebruikerFactory())
    return gebruiker


@pytest.fixture
def rima(db):
    return StatushouderFactory(voornamen="Rima", achternaam="Haddad", vnummer="1234567890")


@pytest.fixture
def log():
    """The rows in order, each as (action, what, outcome, dossier)."""

    def lees():
        return [
            (rij.handeling, rij.wat, rij.uitkomst, rij.dossier) for rij in Leesregel.objects.order_by("pk")
        ]

    return lees
