"""Correcting a spell: the registration, the leaving, and that somebody did not leave after all."""

from datetime import date

import pytest
from django.urls import reverse

from tests.dossiers.factories import VestigingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def vestiging():
    return VestigingFactory(van=date(2017, 1, 10), tot=date(2099, 1, 1), reden_vertrek="Verhuisd")


def adres(rij):
    return reverse("dossiers:vestiging", args=[rij.statushouder.sleutel, rij.pk])


def bewaar(client, rij, **anders):
    invoer = {"brp_op": "", "tot": "", "reden_vertrek": "", "versie": str(rij.versie), **anders}
    return client.post(adres(rij), invoer, follow=True)


@pytest.fixture(autouse=True)
def _ingelogd(client):
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))


def test_een_verkeerde_dag_wordt_hersteld(client, vestiging):
    pagina = bewaar(client, vestiging, tot="1-4-2017", reden_vertrek="Naar Leiden")
    assert "De vestiging is opgeslagen." in pagina.text
    vestiging.refresh_from_db()
    assert (vestiging.tot, vestiging.reden_vertrek, vestiging.versie) == (date(2017, 4, 1), "Naar Leiden", 2)


def test_toch_niet_vertrokken(client, vestiging):
    assert "Gevestigd" in bewaar(client, vestiging).text
    vestiging.refresh_from_db()
    assert vestiging.tot is None


@pytest.mark.parametrize(("tot", "mag"), [("9-1-2017", False), ("10-1-2017", True), ("11-1-2017", True)])
def test_niet_voor_de_vestiging(client, vestiging, tot, mag):
    pagina = bewaar(client, vestiging, tot=tot, reden_vertrek="Verhuisd")
    assert ("mag niet voor de vestiging liggen" not in pagina.text) == mag


@pytest.mark.parametrize(
    ("invoer", "zin"),
    [
        ({"tot": "1-4-2017"}, "Vul in waarom deze persoon vertrok."),
        ({"reden_vertrek": "Verhuisd"}, "Vul de dag van het vertrek in, of maak de reden leeg."),
    ],
)
def test_dag_en_reden_horen_bij_elkaar(client, vestiging, invoer, zin):
    assert zin in bewaar(client, vestiging, **invoer).text
    vestiging.refresh_from_db()
    assert vestiging.versie == 1


def test_een_latere_vestiging_mag_niet_overlappen(client, vestiging):
    vestiging.tot = date(2017, 2, 1)
    vestiging.save()
    VestigingFactory(statushouder=vestiging.statushouder, van=date(2017, 3, 1))
    assert "al gevestigd in Wassenaar" in bewaar(client, vestiging).text


def test_een_vestiging_van_een_ander_is_er_niet(client, vestiging):
    ander = VestigingFactory()
    vreemd = reverse("dossiers:vestiging", args=[ander.statushouder.sleutel, vestiging.pk])
    assert client.get(vreemd).status_code == 404


def test_de_tijdlijn_leidt_erheen_voor_wie_mag_wijzigen(client, vestiging):
    dossier = vestiging.statushouder.get_absolute_url()
    assert adres(vestiging) in client.get(dossier).text
    client.force_login(GebruikerFactory(rol=Rol.CONSULENT))
    assert adres(vestiging) not in client.get(dossier).text
