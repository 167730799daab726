"""The first page of a partner: whose turn it is, and what is due of the families that it helps; and of nobody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from partners.views import start
from termijnen.actions import herbereken
from tests.begeleiding.factories import MAART, eerste_maand, stap
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.dossiers.samenvoegen.hulp import tekst
from tests.dossiers.vastleggen.factories import SignaalFactory
from tests.partners.conftest import DAG
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
START = "partners:verwijzingen"


@pytest.fixture
def pagina(client, els):
    client.force_login(els)
    return lambda: client.get(reverse(START))


def help_gezin(organisatie, *, naam="Haddad", op=MAART, domeinen=("dossiers", "begeleiding")):
    """A family that this organisation helps, with its list for the first month."""
    lijst = eerste_maand(StatushouderFactory(achternaam=naam), op=op, naam=naam)
    return lijst, DoorverwijzingFactory(
        statushouder=None,
        gezin=lijst.gezin,
        organisatie=organisatie,
        domeinen=list(domeinen),
        kaart={
            "personen": 2,
            "leeftijden": ["36", "30"],
            "tolktalen": ["Arabisch"],
            "wijk": "",
            "onderwerpen": ["Algemeen"],
        },
    )


def test_wie_inlogt_komt_hier(client, els):
    client.force_login(els)
    assert client.get(reverse("start")).url == reverse(START)


@pytest.mark.parametrize(("meeste", "kaarten"), [(2, 2), (3, 3), (4, 3)])
def test_boven_de_pagina_staan_ook_de_verwijzingen_die_er_niet_op_passen(
    pagina, organisatie, monkeypatch, meeste, kaarten
):
    monkeypatch.setattr(start, "MEESTE_NIEUW", meeste)
    DoorverwijzingFactory.create_batch(3, organisatie=organisatie, aangenomen_op=None)
    antwoord = pagina()
    assert "3 nieuwe verwijzingen wachten op uw antwoord." in tekst(antwoord)
    assert "3 wachten op een antwoord" in tekst(antwoord)
    assert len(antwoord.context["nieuw"]) == kaarten


def test_afwijzen_gaat_open_in_de_kaart(client, pagina, organisatie, els):
    een, ander = DoorverwijzingFactory.create_batch(2, organisatie=organisatie, aangenomen_op=None)
    openen = f"{reverse(START)}?afwijzen={een.pk}"
    afwijzen = reverse("partners:afwijzen", args=[een.pk])
    dicht = pagina().content.decode()
    assert f'href="{openen}#afwijzen"' in dicht  # at the form, where Tab goes on
    assert 'id="afwijzen"' not in dicht
    assert f'action="{afwijzen}"' not in dicht
    open_ = client.get(openen).content.decode()
    assert f'action="{afwijzen}"' in open_
    assert open_.count('id="afwijzen"') == 1
    assert f'action="{reverse("partners:aannemen", args=[een.pk])}"' not in open_
    assert f'action="{reverse("partners:aannemen", args=[ander.pk])}"' in open_
    antwoord = client.post(afwijzen, {"keuze": "Wij hebben nu geen plaats"}, follow=True)
    assert "U wees de verwijzing af. De gemeente ziet uw reden." in tekst(antwoord)
    een.refresh_from_db()
    assert een.afgewezen_op == DAG


@pytest.mark.parametrize("rol", [Rol.KLANTREGISSEUR, Rol.COORDINATOR])
def test_de_gemeente_komt_op_mijn_werk(client, rol):
    client.force_login(GebruikerFactory(rol=rol))
    assert client.get(reverse("start")).url == reverse("werkplek:mijn-werk")


def test_een_gezin_met_wat_nu_nodig_is(pagina, organisatie):
    lijst, _verwijzing = help_gezin(organisatie)
    woorden = tekst(pagina())
    for deel in (
        "Dag Els",
        "1 gezin heeft deze week iets nodig.",
        "Gezin Haddad 2 personen, tolk Arabisch",
        "Ingeschreven bij de gemeente van Gezin Haddad",
        "0 van 3 stappen klaar",
        "4 dagen te laat",  # by 27 April
        "31-12-2017",
    ):
        assert deel in woorden
    assert reverse("begeleiding:eerste-maand", args=[lijst.pk]) in pagina().content.decode()


def test_een_laatste_dag_die_ver_weg_is_heet_ook_uiterlijk(pagina, organisatie):
    help_gezin(organisatie, op=date(2017, 4, 20))
    woorden = tekst(pagina())
    assert "uiterlijk 20 mei" in woorden
    assert "vóór" not in woorden.lower()


def test_wie_dezelfde_dag_antwoordt_leest_dat(pagina, organisatie):
    DoorverwijzingFactory(organisatie=organisatie, gevraagd_op=DAG, van=DAG, aangenomen_op=DAG)
    assert "Meestal dezelfde dag" in tekst(pagina())


def test_drie_gezinnen_op_dinsdag_het_dringendste_eerst(client, pagina, organisatie, els, settings):
    """Sign in, tick the first month of three families: each from this page, by its link and back."""
    settings.VANDAAG = "2017-05-02"
    lijsten = {
        naam: help_gezin(organisatie, naam=naam, op=op)[0]
        for naam, op in (("Rahimi", date(2017, 4, 20)), ("Haddad", MAART), ("Barakat", date(2017, 4, 5)))
    }
    html = pagina().content.decode()
    plaatsen = [html.index(f"Gezin {naam}</a>") for naam in ("Haddad", "Barakat", "Rahimi")]
    assert plaatsen == sorted(plaatsen)
    assert "te laat" in html
    assert "uiterlijk 5 mei" in html
    for naam, lijst in lijsten.items():
        adres = reverse("begeleiding:eerste-maand", args=[lijst.pk])
        assert adres in pagina().content.decode()
        assert client.get(adres).status_code == 200
        for code in ("registratie", "woning", "telefoon"):
            rij = stap(lijst, code)
            gedaan = {"gedaan_op": "2-5-2017", "versie": rij.versie}
            antwoord = client.post(reverse("begeleiding:stap-gedaan", args=[rij.pk]), gedaan)
            assert antwoord.status_code == 302, naam
    assert tekst(pagina()).count("Op orde") == 3
    assert "Er wacht nu niets op u." in tekst(pagina())


def test_stappen_alleen_wie_ze_mag_lezen(pagina, organisatie):
    help_gezin(organisatie, domeinen=["dossiers"])
    assert "stappen klaar" not in tekst(pagina())
    assert "Niets open" in tekst(pagina())


def test_een_termijn_van_een_gedeeld_onderwerp(pagina, organisatie):
    wie = StatushouderFactory(coa_koppeldatum=DAG - timedelta(weeks=9))
    verwijzing = DoorverwijzingFactory(statushouder=wie, organisatie=organisatie, domeinen=["huisvesting"])
    herbereken()
    assert "Woning vinden" in tekst(pagina())
    type(verwijzing).objects.filter(pk=verwijzing.pk).update(domeinen=["onderwijs"])
    assert "Woning vinden" not in tekst(pagina())


def test_niemand_van_een_ander(pagina, organisatie):
    vreemd, _ = help_gezin(OrganisatieFactory(), naam="Vreemd")
    SignaalFactory(statushouder=vreemd.statushouder, wat="Een geheim signaal", zichtbaarheid="betrokken")
    html = pagina().content.decode()
    for geheim in ("Vreemd", "geheim signaal", vreemd.statushouder.nummer):
        assert geheim not in html
    assert "U helpt nu nog niemand" in html


def test_signalen_die_met_de_partner_zijn_gedeeld(pagina, organisatie):
    lijst, _ = help_gezin(organisatie)
    for zicht, wat in (("betrokken", "Veel verzuim"), ("gemeente", "Alleen voor ons")):
        SignaalFactory(statushouder=lijst.statushouder, wat=wat, zichtbaarheid=zicht)
    woorden = tekst(pagina())
    assert "Veel verzuim" in woorden
    assert "Alleen voor ons" not in woorden


@pytest.mark.parametrize(
    ("op", "dringend"), [(date(2017, 5, 21), False), (date(2017, 5, 22), True), (date(2017, 5, 29), True)]
)
def test_de_laatste_week_om_te_antwoorden_springt_eruit(pagina, rima, verwijs, settings, op, dringend):
    verwijs(rima)
    settings.VANDAAG = op.isoformat()
    assert (
        "<strong>U kunt antwoorden tot en met 29 mei 2017</strong>" in pagina().content.decode()
    ) is dringend


def test_na_de_laatste_dag_staat_zij_bij_voorbij(pagina, rima, verwijs, settings):
    verwijs(rima)
    settings.VANDAAG = "2017-05-30"
    woorden = tekst(pagina())
    assert "Geen nieuwe verwijzingen" in woorden
    assert "Voorbij (1)" in woorden


@pytest.mark.parametrize("aantal", [1, 20])
def test_kost_altijd_evenveel_queries(client, django_assert_num_queries, pagina, organisatie, aantal):
    for nummer in range(aantal):
        lijst, _ = help_gezin(organisatie, naam=f"Gezin{nummer}")
        SignaalFactory(statushouder=lijst.statushouder, zichtbaarheid="betrokken")
    herbereken()
    # session, user; new, accepted, over; members; terms, domains, steps; questions, signals; three of the places;
    # the counter of the menu
    with django_assert_num_queries(15):
        antwoord = pagina_zonder_inloggen(client)
    assert len(antwoord.context["lopend"]) == len(antwoord.context["signalen"]) == aantal


def pagina_zonder_inloggen(client):
    return client.get(reverse(START))
