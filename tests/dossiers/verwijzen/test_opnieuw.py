"""Referring again: filled in from what was asked before."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from dossiers import actions
from dossiers.models import Doorverwijzing
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.dossiers.samenvoegen.hulp import tekst
from tests.dossiers.verwijzen.conftest import DAG
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
OUD = {
    "domeinen": ["dossiers", "huisvesting"],
    "doel": "Wegwijs in de wijk",
    "grondslag": "toestemming",
    "van": date(2017, 4, 1),
    "gevraagd_op": date(2017, 4, 1),
    "aangenomen_op": None,
}


@pytest.fixture(autouse=True)
def _vandaag(settings, client):
    settings.VANDAAG = DAG.isoformat()
    client.force_login(GebruikerFactory())


def adres(rij) -> str:
    return reverse("dossiers:opnieuw-verwijzen", args=[rij.statushouder.sleutel, rij.pk])


def begin(client, rij) -> dict:
    form = client.get(adres(rij)).context["form"]
    return {naam: form[naam].value() for naam in form.fields}


def test_na_een_nee_kiest_u_een_ander(client):
    rij = DoorverwijzingFactory(**OUD, afgewezen_op=date(2017, 4, 5), reden="Geen plaats")
    assert rij.grondslag in dict(Doorverwijzing._meta.get_field("grondslag").choices)
    ingevuld = begin(client, rij)
    assert (ingevuld["organisatie"], ingevuld["doel"]) == (None, "Wegwijs in de wijk")
    assert ingevuld["domeinen"] == ["dossiers", "huisvesting"]
    assert (ingevuld["van"], ingevuld["tot_en_met"]) == (DAG, date(2017, 12, 31))
    assert "Geen plaats" in tekst(client.get(adres(rij)))


def test_na_verlopen_staat_dezelfde_er_al(client):
    rij = DoorverwijzingFactory(**OUD, antwoord_tot_en_met=date(2017, 4, 29))
    assert begin(client, rij)["organisatie"] == rij.organisatie_id
    gedeeld = client.get(reverse("dossiers:gedeeld", args=[rij.statushouder.sleutel]))
    assert "Verlopen" in tekst(gedeeld)
    assert adres(rij) in gedeeld.content.decode()
    nieuw = {
        "organisatie": rij.organisatie_id,
        "domeinen": OUD["domeinen"],
        "doel": OUD["doel"],
        "van": "1-5-2017",
        "tot_en_met": "31-12-2017",
        "grondslag": "taak",
    }
    # an organisation that takes part, so that it may be chosen
    type(rij.organisatie).objects.filter(pk=rij.organisatie_id).update(van_plan=True)
    assert client.post(adres(rij), nieuw).status_code == 302
    rij.refresh_from_db()
    assert (rij.einde, Doorverwijzing.objects.onbeantwoord().count()) == ("verlopen", 1)


def test_een_periode_die_voorbij_is_blijft_leeg(client):
    rij = DoorverwijzingFactory(**{**OUD, "tot_en_met": date(2017, 4, 30)})
    assert begin(client, rij)["tot_en_met"] is None


def test_niet_van_een_ander_dossier(client):
    rij = DoorverwijzingFactory(**OUD)
    vreemd = reverse("dossiers:opnieuw-verwijzen", args=[StatushouderFactory().sleutel, rij.pk])
    assert client.get(vreemd).status_code == 404


def test_wat_nog_loopt_biedt_het_niet_aan(client):
    rij = DoorverwijzingFactory()
    assert (
        adres(rij)
        not in client.get(reverse("dossiers:gedeeld", args=[rij.statushouder.sleutel])).content.decode()
    )
    actions.rond_verwijzing_af(rij, op=DAG, door=None)
    assert (
        adres(rij)
        in client.get(reverse("dossiers:gedeeld", args=[rij.statushouder.sleutel])).content.decode()
    )
