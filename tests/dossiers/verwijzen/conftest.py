"""A family, an organisation that answers, and who asks it."""

from datetime import date

import pytest

from dossiers import actions
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

DAG = date(2017, 5, 1)


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
