"""In Mijn werk: what is due of no dossier, for who has the role that it is of."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from financien.actions import sluit_maand
from huisvesting.actions import bewaar_afspraak, leg_opgave_vast
from huisvesting.models import Prestatieafspraak
from kern.namens import namens
from kern.register import register
from tests.financien.factories import BoekingFactory, PlanFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol
from werkplek.figures.werk import Groep, te_laat, werk
from werkplek.figures.wiens import Keuze, Wie

pytestmark = pytest.mark.django_db
MAANDAG = date(2017, 5, 1)
LIJST = reverse("werkplek:mijn-werk")


@pytest.fixture(autouse=True)
def _dag(settings):
    settings.VANDAAG = MAANDAG.isoformat()


@pytest.fixture
def pieter():
    return GebruikerFactory(rol=Rol.FINANCIEN)


@pytest.fixture
def hanneke():
    return GebruikerFactory(rol=Rol.COORDINATOR)


@pytest.fixture
def _maanden():
    PlanFactory()
    BoekingFactory(boekdatum=date(2017, 3, 1))
    register.werk_onderwerpen_bij()


def afspraak(tot_en_met: date) -> Prestatieafspraak:
    verhuurder = OrganisatieFactory(naam=f"De Goede Woning {tot_en_met:%d-%m-%Y}")
    gegevens = {"verhuurder": verhuurder, "van": date(2016, 1, 1), "tot_en_met": tot_en_met, "woningen": 3}
    return bewaar_afspraak(Prestatieafspraak(), gegevens={**gegevens, "bron": "Brief"})


def vraag(wie, keuze=None, op=MAANDAG):
    with namens(wie, op=op):
        gevonden = werk(wie, op, keuze or Keuze(wie=Wie.ALLE), per_groep=50)
    return {
        groep: [(regel.rij.onderwerp, regel.rij.naam) for regel in rijen]
        for groep, rijen in gevonden.regels.items()
        if rijen
    }


@pytest.mark.usefixtures("_maanden")
def test_de_financieel_medewerker_ziet_de_maanden_die_voorbij_zijn(pieter, hanneke):
    assert vraag(pieter) == {
        Groep.TE_LAAT: [("2017-03", "maart 2017")],
        Groep.KOMT_ERAAN: [("2017-04", "april 2017")],  # not May: it still runs
    }
    assert vraag(hanneke) == {}
    assert vraag(GebruikerFactory(rol=Rol.KLANTREGISSEUR)) == {}
    assert te_laat(pieter, MAANDAG) == 1
    sluit_maand(maand=date(2017, 3, 1), door=pieter, op=MAANDAG)
    assert list(vraag(pieter)) == [Groep.KOMT_ERAAN]
    assert te_laat(pieter, MAANDAG) == 0


@pytest.mark.parametrize(
    ("tot_en_met", "groep"),
    [
        (date(2017, 4, 30), Groep.TE_LAAT),
        (MAANDAG, Groep.DEZE_WEEK),  # on the last day it is still in time
        (date(2017, 5, 7), Groep.DEZE_WEEK),
        (date(2017, 5, 8), Groep.KOMT_ERAAN),
        (date(2017, 7, 1), None),
    ],
)
def test_een_afspraak_staat_in_de_groep_van_haar_laatste_dag(hanneke, tot_en_met, groep):
    rij = afspraak(tot_en_met)
    verwacht = {groep: [(str(rij.pk), rij.verhuurder.naam)]} if groep else {}
    assert vraag(hanneke) == vraag(hanneke, Keuze()) == verwacht


def test_niet_in_het_werk_van_een_ander_of_van_een_ander_domein(hanneke, pieter):
    afspraak(MAANDAG)
    for keuze in (Keuze(wie=Wie.GEEN), Keuze(wie=pieter.pk), Keuze(domein="begeleiding")):
        assert vraag(hanneke, keuze) == {}
    assert list(vraag(hanneke, Keuze(domein="huisvesting"))) == [Groep.DEZE_WEEK]


def test_de_dagen_van_het_toezicht_bij_de_coordinator(client, hanneke):
    leg_opgave_vast(periode="2017-H1", gegevens={"aantal": 20, "bron": "Plan"})
    assert vraag(hanneke) == {Groep.TE_LAAT: [("2017-H1", "2017, eerste helft")]}
    client.force_login(hanneke)
    tekst = client.get(LIJST).content.decode()
    assert "Koppeldag: nagaan of COA genoeg mensen koppelde: 2017, eerste helft" in tekst
    assert "norm, geen wet" in tekst
    assert "hoort niet bij een dossier" in tekst
    assert reverse("huisvesting:toezicht") in tekst
    assert "30 dagen te laat" in tekst


@pytest.mark.usefixtures("_maanden")
def test_de_pagina_van_de_financieel_medewerker(client, pieter):
    client.force_login(pieter)
    tekst = client.get(LIJST).content.decode()
    assert "Maand van de begroting sluiten: maart 2017" in tekst
    assert reverse("financien:maand-sluiten", args=["2017-03"]) in tekst
    assert "Uitstellen" in tekst
    for woord in ("Overdragen", "Alle gezinnen", "Gezin registreren"):
        assert woord not in tekst


@pytest.mark.usefixtures("_maanden")
def test_elke_knop_zegt_over_welke_maand(client, pieter):
    client.force_login(pieter)
    tekst = " ".join(re.sub("<[^>]+>", " ", client.get(LIJST).content.decode()).split())
    for maand in ("maart", "april"):
        assert f"Maand sluiten Maand van de begroting sluiten: {maand} 2017" in tekst


@pytest.mark.usefixtures("_maanden")
def test_uitstellen_vanuit_de_lijst_en_terug(client, pieter):
    client.force_login(pieter)
    [pk] = [rij.pk for rij in _rijen(pieter) if rij.onderwerp == "2017-03"]
    open_ = client.get(LIJST, {"besluit": pk}).content.decode()
    assert "Leg vast" in open_
    adres = f"{reverse('termijnen:besluit', args=[pk])}?terug={LIJST}"
    gestuurd = {"soort": "uitstel", "nieuwe_datum": "8-5-2017", "reden": "Nog een rekening"}
    antwoord = client.post(adres, gestuurd, follow=True)
    assert antwoord.redirect_chain[0][0] == LIJST
    tekst = antwoord.content.decode()
    assert "uitgesteld: Nog een rekening" in tekst
    assert "Draai terug" in tekst
    assert te_laat(pieter, MAANDAG) == 0


def _rijen(wie):
    with namens(wie, op=MAANDAG):
        gevonden = werk(wie, MAANDAG, Keuze(wie=Wie.ALLE), per_groep=50)
    return [regel.rij for rijen in gevonden.regels.values() for regel in rijen]


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_vragen_bij_een_en_bij_vijftig(client, hanneke, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        afspraak(MAANDAG - timedelta(days=nummer))
    client.force_login(hanneke)
    with django_assert_num_queries(11):
        tekst = client.get(LIJST).content.decode()
    assert tekst.count("Prestatieafspraak loopt af zonder vervolg") >= aantal
