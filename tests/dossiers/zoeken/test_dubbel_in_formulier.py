"""Registering a family begins with who is known already: nothing is saved, nothing typed is lost."""

from datetime import date

import pytest
from django.urls import reverse

from dossiers.models import Gezin, Statushouder
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory
from tests.dossiers.test_paginas import REGISTREREN, invoer, persoon
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _ik(client):
    client.force_login(GebruikerFactory())


@pytest.fixture
def bekend():
    return StatushouderFactory(
        voornamen="Mohammed",
        achternaam="al-Khateeb",
        geslacht="M",
        nationaliteit="Syrische",
        geboren_vroegst=date(1981, 2, 14),
        geboren_laatst=date(1981, 2, 14),
        nummer="D-17-0036",
    )


def test_wie_misschien_bekend_is_staat_ernaast_en_niets_is_opgeslagen(client, bekend):
    kind = persoon(voornamen="Nadia", geboren="3-6-2012", geslacht="V", rol="kind")
    antwoord = client.post(REGISTREREN, invoer(persoon(), kind))
    tekst = antwoord.content.decode()
    (groep,) = antwoord.context["dubbelen"]
    assert (groep.nummer, groep.kandidaten[0]["persoon"]) == (1, bekend)
    for deel in (
        "Misschien al bekend (1)",
        "Lijkt",
        "andere spelling",
        "alleen het jaar bekend",
        "D-17-0036",
    ):
        assert deel in tekst
    assert 'value="Nadia"' in tekst
    assert 'value="El Khatib"' in tekst
    assert not Gezin.objects.exists()


def test_met_iemand_anders_wordt_er_wel_opgeslagen(client, bekend):
    eerst = client.post(REGISTREREN, invoer(persoon()))
    (groep,) = eerst.context["dubbelen"]
    antwoord = client.post(REGISTREREN, {**invoer(persoon()), groep.veld: groep.keuze})
    assert antwoord.status_code == 302
    assert Statushouder.objects.count() == 2


@pytest.mark.parametrize("keuze", ["", "on", "1", "00000000-0000-0000-0000-000000000000"])
def test_een_keuze_voor_iemand_anders_dan_getoond_telt_niet(client, bekend, keuze):
    antwoord = client.post(REGISTREREN, {**invoer(persoon()), "toch-1": keuze})
    assert not antwoord.context["dubbelen"][0].gekozen
    assert not Gezin.objects.exists()


def test_de_keuze_geldt_voor_een_persoon(client, bekend):
    StatushouderFactory(voornamen="Nadia", achternaam="El Khatib", geslacht="V", nationaliteit="Syrische")
    twee = invoer(persoon(), persoon(voornamen="Nadia", geboren="17-5-1980", geslacht="V", rol="partner"))
    eerste, tweede = client.post(REGISTREREN, twee).context["dubbelen"]
    antwoord = client.post(REGISTREREN, {**twee, eerste.veld: eerste.keuze})
    assert [groep.gekozen for groep in antwoord.context["dubbelen"]] == [True, False]
    assert f'value="{eerste.keuze}" form="gezinsformulier" checked' in " ".join(
        antwoord.content.decode().split()
    )
    assert not Gezin.objects.exists()
    beide = {eerste.veld: eerste.keuze, tweede.veld: tweede.keuze}
    assert client.post(REGISTREREN, {**twee, **beide}).status_code == 302


def test_bij_fouten_staan_de_dubbelen_er_ook_en_een_bekend_nummer_is_de_persoon(client):
    StatushouderFactory(voornamen="Anders", achternaam="Geschreven", vnummer="2741830552")
    antwoord = client.post(REGISTREREN, invoer(persoon(vnummer="274 183 0552"), naam=""))
    (groep,) = antwoord.context["dubbelen"]
    assert groep.kandidaten[0]["oordeel"] == "Lijkt sterk"
    assert "Er is al een dossier met dit V-nummer." in antwoord.content.decode()


def test_het_bsn_zelf_staat_er_niet(client):
    from kern.velden import blinde_index

    StatushouderFactory(bsn="123456782", bsn_index=blinde_index("123456782"))
    tekst = client.post(REGISTREREN, invoer(persoon(bsn="123456782"))).content.decode()
    assert "••••••" in tekst
    assert tekst.count("123456782") == 1  # what was typed, in its field


@pytest.mark.parametrize(
    "anders",
    [
        {"geboren": "1994"},
        {"voornamen": "Mahmoud"},
        {"achternaam": "Barakat"},
        {"geslacht": "V"},
    ],
)
def test_wie_een_ander_is_wordt_niet_gevraagd(client, bekend, anders):
    assert client.post(REGISTREREN, invoer(persoon(**anders))).status_code == 302


def test_een_broertje_erbij_is_geen_dubbele(client):
    lid = GezinslidFactory(
        statushouder__voornamen="Hassan",
        statushouder__achternaam="Haddad",
        statushouder__geboren_vroegst=date(2010, 3, 4),
        statushouder__geboren_laatst=date(2010, 3, 4),
    )
    url = reverse("dossiers:gezinslid", args=[lid.statushouder.sleutel])
    data = {"achternaam": "Haddad", "geboren": "4-3-2010", "rol": "kind"}
    assert client.post(url, invoer(persoon(voornamen="Hussein", **data))).status_code == 302
    assert client.post(url, invoer(persoon(voornamen="Hasan", **data))).status_code == 200


@pytest.mark.parametrize("aantal", [1, 20])
def test_evenveel_vragen_voor_elk_aantal_personen(client, aantal, bekend, django_assert_max_num_queries):
    mensen = [persoon(rol="hoofd" if not nummer else "kind") for nummer in range(aantal)]
    client.post(REGISTREREN, invoer(*mensen))
    with django_assert_max_num_queries(7):
        assert len(client.post(REGISTREREN, invoer(*mensen)).context["dubbelen"]) == aantal
