"""Amanuel, registered twice, and somebody who may merge."""

from datetime import date

import pytest

from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

DAG = date(2017, 5, 1)


@pytest.fixture
def _vandaag(settings):
    settings.VANDAAG = DAG.isoformat()


@pytest.fixture
def regisseur(client):
    gebruiker = GebruikerFactory(rol=Rol.KLANTREGISSEUR, naam="Joost van den Berg")
    client.force_login(gebruiker)
    return gebruiker


@pytest.fixture
def paar():
    """Amanuel, registered twice: as the BRP has him, and as he was told at the Taalhuis."""
    blijft = StatushouderFactory(
        nummer="D-16-0031",
        voornamen="Amanuel",
        achternaam="Gebreselassie",
        geboren_vroegst=date(1990, 1, 1),
        geboren_laatst=date(1990, 12, 31),
        telefoon="0612340021",
        vnummer="2741603321",
        nationaliteit="Eritrese",
    )
    vervalt = StatushouderFactory(
        nummer="D-17-0064",
        voornamen="Amanuel",
        achternaam="Ghebre Selassie",
        geboren_vroegst=date(1990, 6, 5),
        geboren_laatst=date(1990, 6, 5),
        telefoon="0612340090",
        nationaliteit="Eritrese",
    )
    return blijft, vervalt
