"""Two dossiers beside each other, making them one by keyboard, and taking that back."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dossiers.actions.samenvoegen import voeg_samen
from dossiers.models import Contactmoment
from kern.klok import vandaag
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.browser


@pytest.fixture
def ik(transactional_db):
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR)


@pytest.fixture
def paar(ik):
    blijft = StatushouderFactory(voornamen="Amanuel", achternaam="Gebreselassie", telefoon="0612340021")
    vervalt = StatushouderFactory(voornamen="Amanuel", achternaam="Ghebre Selassie", telefoon="0612340090")
    Contactmoment.objects.create(statushouder=vervalt, op=vandaag(), tekst="Gesproken")
    return blijft, vervalt


def adres(naam, *personen):
    return reverse(f"dossiers:{naam}", args=[persoon.sleutel for persoon in personen])


@pytest.fixture
def gedaan(paar, ik):
    return voeg_samen(*paar, versies=(1, 1), keuzes={"naam": "blijft"}, reden="gezien", op=vandaag(), door=ik)


def test_de_paginas(bekijk, ik, paar):
    bekijk(reverse("dossiers:dubbelen"), ik)
    bekijk(adres("samenvoegen", *paar), ik)
    bekijk(adres("samenvoegen-met", paar[0]), ik)


def test_na_het_samenvoegen(bekijk, ik, paar, gedaan):
    terug = reverse("dossiers:samenvoeging-ongedaan", args=[paar[0].sleutel, gedaan.pk])
    bekijk(paar[0].get_absolute_url(), ik)
    bekijk(terug, ik)
    Contactmoment.objects.create(statushouder=paar[0], op=vandaag(), tekst="Later")
    bekijk(terug, ik)
    VestigingFactory(statushouder=paar[0], van=vandaag())
    bekijk(terug, ik)


def test_zonder_script_kiezen_samenvoegen_en_terug(kijker, ik, paar):
    bezoeker = kijker(ik)
    with bezoeker.context(java_script_enabled=False) as context:
        pagina = context.new_page()
        pagina.goto(bezoeker.adres + adres("samenvoegen", *paar))
        pagina.get_by_role("button", name="Voeg samen tot").click()
        expect(pagina.get_by_role("alert")).to_contain_text("Waarom is dit dezelfde persoon?")
        pagina.get_by_label("Naam uit").nth(1).check()
        pagina.get_by_label("Waarom is dit dezelfde persoon?").select_option("gezien")
        pagina.get_by_role("button", name="Voeg samen tot").click()
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Amanuel Ghebre Selassie")
        pagina.goto(bezoeker.adres + paar[1].get_absolute_url())
        expect(pagina).to_have_url(bezoeker.adres + paar[0].get_absolute_url())
        pagina.get_by_role("link", name="Maak ongedaan").click()
        pagina.get_by_role("button", name="Maak ongedaan").click()
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Amanuel Gebreselassie")
