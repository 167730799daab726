"""An organisation that answers, a caseworker with a family, and a coordinator; the first of May 2017."""

from datetime import date

import pytest

from dossiers import actions
from dossiers.models import Regie
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

DAG = date(2017, 5, 1)


@pytest.fixture(autouse=True)
def _vandaag(settings):
    settings.VANDAAG = DAG.isoformat()


@pytest.fixture
def organisatie(db):
    return OrganisatieFactory(naam="VluchtelingenWerk Proef", van_plan=True)


@pytest.fixture
def els(organisatie):
    return GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie, naam="Els Brouwer")


@pytest.fixture
def marieke(db):
    return GebruikerFactory(naam="Marieke de Wit")


@pytest.fixture
def hanneke(db):
    return GebruikerFactory(naam="Hanneke Vos", rol=Rol.COORDINATOR)


@pytest.fixture
def rima(marieke):
    persoon = StatushouderFactory(voornamen="Rima", achternaam="Haddad")
    Regie.objects.filter(statushouder=persoon).update(regisseur=marieke)
    return persoon


@pytest.fixture
def verwijs(organisatie, marieke):
    """Ask the organisation, by default for half a year from the day itself."""

    def vraag(persoon, *, op=DAG, tot_en_met=date(2017, 12, 31), **anders):
        gegevens = {
            "organisatie": organisatie,
            "domeinen": ["dossiers", "begeleiding"],
            "doel": "Een jaar begeleiding",
            "tot_en_met": tot_en_met,
            **anders,
        }
        return actions.verwijs(persoon, gegevens=gegevens, heel_gezin=False, op=op, door=marieke)

    return vraag
