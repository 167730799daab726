"""A family, an organisation that answers, who asks it, and who shields a dossier."""

from datetime import date, timedelta

import pytest

from dossiers import actions
from dossiers.models import Regie, Statushouder
from kern.namens import namens
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

DAG = date(2017, 5, 1)
EEN_DAG = timedelta(days=1)


@pytest.fixture
def organisatie(db):
    return OrganisatieFactory(naam="Stichting VluchtelingenWerk Wassenaar", van_plan=True)


@pytest.fixture
def els(organisatie):
    return GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie, naam="Els Brouwer")


@pytest.fixture
def marieke(db):
    return GebruikerFactory(naam="Marieke de Wit")


@pytest.fixture
def joost(db):
    return GebruikerFactory(naam="Joost van den Berg")


@pytest.fixture
def gezin(db):
    return GezinFactory(naam="Haddad")


@pytest.fixture
def rima(gezin):
    persoon = StatushouderFactory(voornamen="Rima", achternaam="Haddad", tolktaal="ar", telefoon="0612340021")
    GezinslidFactory(gezin=gezin, statushouder=persoon)
    return persoon


@pytest.fixture
def lina(gezin, rima):
    geboren = date(2009, 5, 2)
    persoon = StatushouderFactory(
        voornamen="Lina", achternaam="Haddad", geboren_vroegst=geboren, geboren_laatst=geboren
    )
    GezinslidFactory(gezin=gezin, statushouder=persoon, rol="kind")
    return persoon


@pytest.fixture
def vraag(rima, organisatie, marieke):
    """`vraag(tot_en_met=…)` refers Rima to the organisation, on 1 May 2017."""

    def verwijs(persoon=rima, *, heel_gezin=False, op=DAG, door=marieke, **gegevens):
        velden = {
            "organisatie": organisatie,
            "domeinen": ["dossiers"],
            "doel": "Maatschappelijke begeleiding",
            "tot_en_met": date(2017, 10, 31),
        }
        return actions.verwijs(persoon, gegevens=velden | gegevens, heel_gezin=heel_gezin, op=op, door=door)

    return verwijs


def scherm_af(marieke, *personen, collegas=(), op=DAG):
    return actions.scherm_af(personen, reden="Wordt bedreigd", collegas=list(collegas), op=op, door=marieke)


def ziet(gebruiker, persoon, op=DAG) -> bool:
    """By the page and by the database alike."""
    with namens(gebruiker, op=op):
        rijen = Statushouder.objects.filter(pk=persoon.pk)
        door_de_pagina = rijen.zichtbaar_voor(gebruiker).exists()
        assert door_de_pagina == rijen.exists()
    return door_de_pagina


@pytest.fixture
def familie(rima, lina, marieke):
    """Rima and Lina, shielded since yesterday."""
    Regie.objects.filter(statushouder__in=[rima, lina]).update(regisseur=marieke)
    scherm_af(marieke, rima, lina, op=DAG - EEN_DAG)
    return [rima, lina]


@pytest.fixture
def ik(client, marieke):
    client.force_login(marieke)
    return marieke
