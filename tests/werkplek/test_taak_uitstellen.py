"""Postponing a task from Mijn werk: the form below its row, and back to the list."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from termijnen.actions import herbereken
from termijnen.models import Termijn
from tests.dossiers.vastleggen.factories import TaakFactory
from tests.toegang.factories import GebruikerFactory
from tests.werkplek.test_mijn_werk_pagina import MAANDAG, _dag, dossier_van, ik, toon
from toegang.models import Rol

__all__ = ["_dag", "ik"]  # fixtures
pytestmark = pytest.mark.django_db


def test_een_taak_uitstellen_in_de_lijst_en_ongedaan_maken(client, ik):
    taak = TaakFactory(statushouder=dossier_van(ik), eigenaar=ik, uiterlijk_op=date(2017, 4, 27))
    assert f'href="/werk/?uitstel={taak.pk}#blad"' in toon(client)
    open_ = toon(client, uitstel=taak.pk)
    adres = f"{reverse('dossiers:taak-uitstellen', args=[taak.pk])}?terug=%2Fwerk%2F%23te-laat"
    assert f'action="{adres}"' in open_
    assert '<input type="hidden" name="versie" value="1"' in open_
    gestuurd = {"nieuwe_datum": "15-5-2017", "waarom": "", "reden": "Wacht op een brief", "versie": "1"}
    assert client.post(adres, gestuurd)["Location"] == "/werk/#te-laat"
    pagina = toon(client)
    assert "Over 14 dagen" in pagina
    assert "uitgesteld: Wacht op een brief · was uiterlijk 27-4-2017" in pagina
    terug = f"{reverse('dossiers:taak-uitstel-terug', args=[taak.pk])}?terug=%2Fwerk%2F%23taak-{taak.pk}"
    assert f'href="{terug}">Maak ongedaan' in pagina
    assert client.post(terug, {"versie": "2"})["Location"] == f"/werk/#taak-{taak.pk}"
    pagina = toon(client)
    assert "4 dagen te laat" in pagina
    assert "uitgesteld" not in pagina


def test_een_fout_bij_een_taak_komt_terug_met_wat_is_getypt(client, ik):
    taak = TaakFactory(statushouder=dossier_van(ik), eigenaar=ik)
    adres = f"{reverse('dossiers:taak-uitstellen', args=[taak.pk])}?terug=/werk/"
    gestuurd = {"nieuwe_datum": "1-5-2017", "waarom": "", "reden": "Wacht op een brief", "versie": "1"}
    pagina = client.post(adres, gestuurd).content.decode()
    for deel in ("Kies een dag na vandaag.", 'value="1-5-2017"', "Wacht op een brief", 'href="/werk/"'):
        assert deel in pagina


def test_de_taak_en_de_termijn_met_hetzelfde_nummer_gaan_niet_beide_open(client, ik):
    persoon = dossier_van(ik, uiterlijk=date(2017, 4, 27))
    herbereken()
    termijn = Termijn.objects.get(statushouder=persoon)
    TaakFactory(pk=termijn.pk, statushouder=persoon, eigenaar=ik, uiterlijk_op=MAANDAG)
    assert toon(client, uitstel=termijn.pk).count("wi-taak--open") == 1
    assert toon(client, besluit=termijn.pk).count("wi-taak--open") == 1


def test_wie_een_taak_alleen_mag_afvinken_stelt_hem_niet_uit(client, ik):
    consulent = GebruikerFactory(rol=Rol.CONSULENT)
    TaakFactory(statushouder=dossier_van(ik), eigenaar=consulent, uiterlijk_op=MAANDAG)
    client.force_login(consulent)
    pagina = toon(client)
    assert "Toeslagen aanvragen" in pagina
    assert "Uitstellen" not in pagina
