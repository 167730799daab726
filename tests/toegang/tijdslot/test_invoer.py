"""That nothing is lost of what was typed when a session ends."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dossiers.models import Statushouder
from tests.toegang.factories import WACHTZIN, GebruikerFactory, OrganisatieFactory, gebruiker_met_wachtzin
from tests.toegang.tijdslot.conftest import GETYPT, STIL, VAN_HIER, log_in
from toegang.models import Organisatie, Rol
from toegang.poort import invoer

pytestmark = pytest.mark.django_db


class TestWatGetyptIs:
    def verlopen(self, client, gebruiker, klok, pad, gegevens, **rest):
        """Typed, but sent too late."""
        log_in(client, gebruiker)
        client.get(pad)
        klok(STIL + 60)
        return client.post(pad, gegevens, **VAN_HIER, **rest)

    def test_komt_terug_in_het_formulier_en_is_niet_opgeslagen(self, client, gebruiker, klok):
        pad = reverse("organisatie-toevoegen")
        naar = self.verlopen(client, gebruiker, klok, pad, GETYPT)
        assert naar.url == f"{reverse('account_login')}?next={pad}"
        assert "Wat u typte, is bewaard." in client.get(naar.url).text
        assert log_in(client, gebruiker, next=pad).url == pad
        pagina = client.get(pad)
        assert 'value="Taalhuis Kerkehout"' in pagina.text
        assert "voordat u werd uitgelogd. Het is nog niet opgeslagen." in pagina.text
        assert not Organisatie.objects.filter(naam=GETYPT["naam"]).exists()
        client.post(pad, GETYPT, **VAN_HIER)
        assert Organisatie.objects.get(naam=GETYPT["naam"]).rol == "taalaanbieder"
        assert 'value="Taalhuis' not in client.get(pad).text  # once sent it is gone

    def test_ook_met_de_versie_van_toen(self, client, gebruiker, klok):
        rij = OrganisatieFactory()
        pad = reverse("organisatie", args=[rij.pk])
        self.verlopen(client, gebruiker, klok, pad, {**GETYPT, "versie": 1})
        log_in(client, gebruiker)
        html = client.get(pad).text
        assert 'value="Taalhuis Kerkehout"' in html
        assert re.search(r'name="versie" value="1"', html)

    def test_ook_een_heel_gezin_met_al_zijn_leden(self, client, klok):
        """The longest form: a formset in a page of its own."""
        regisseur = gebruiker_met_wachtzin(rol=Rol.KLANTREGISSEUR)
        pad = reverse("dossiers:registreren")
        gegevens = {
            "naam": "Haddad",
            "p-TOTAL_FORMS": "2",
            "p-INITIAL_FORMS": "0",
            "p-0-achternaam": "Haddad",
            "p-0-voornamen": "Rima",
            "p-1-achternaam": "Haddad",
            "p-1-voornamen": "Nour",
        }
        self.verlopen(client, regisseur, klok, pad, gegevens)
        log_in(client, regisseur)
        html = client.get(pad).text
        assert 'value="Rima"' in html
        assert 'value="Nour"' in html
        assert not Statushouder.objects.exists()

    def test_niet_voor_een_ander_op_dezelfde_computer(self, client, gebruiker, klok):
        pad = reverse("organisatie-toevoegen")
        self.verlopen(client, gebruiker, klok, pad, GETYPT)
        ander = gebruiker_met_wachtzin(rol=Rol.BEHEERDER)
        log_in(client, ander)
        assert "Taalhuis" not in client.get(pad).text
        client.post(reverse("account_logout"))
        log_in(client, gebruiker)
        assert "Taalhuis" not in client.get(pad).text  # and thrown away

    def test_een_uur_lang(self, client, gebruiker, klok):
        pad = reverse("organisatie-toevoegen")
        for seconden, terug in ((3600, True), (3601, False)):
            self.verlopen(client, gebruiker, klok, pad, GETYPT)
            klok(seconden)
            log_in(client, gebruiker)
            assert ("Taalhuis" in client.get(pad).text) is terug
            client.post(reverse("account_logout"))

    def test_versleuteld_in_de_sessie_en_nergens_in_een_adres(self, client, gebruiker, klok):
        naar = self.verlopen(client, gebruiker, klok, reverse("organisatie-toevoegen"), GETYPT)
        bewaard = client.session["bewaarde_invoer"]
        assert bewaard["gebruiker"] == gebruiker.pk
        assert "Taalhuis" not in str(dict(client.session.items())) + naar.url

    def test_een_bestand_bewaren_wij_niet_en_dat_zegt_de_pagina(self, client, gebruiker, klok):
        pad = reverse("organisatie-toevoegen")
        bestand = SimpleUploadedFile("lijst.csv", b"geheim")
        self.verlopen(client, gebruiker, klok, pad, {**GETYPT, "bestand": bestand})
        log_in(client, gebruiker)
        assert "Kies het bestand opnieuw." in client.get(pad).text

    def test_wat_geen_formulier_is_gaat_met_een_knop(self, client, gebruiker, klok):
        ander = GebruikerFactory()
        pad = reverse("gebruiker-toegang", args=[ander.pk])
        self.verlopen(client, gebruiker, klok, pad, {"versie": "1", "waarom": 'weg & "klaar"'})
        log_in(client, gebruiker)
        pagina = client.get(pad)
        assert "U bent weer ingelogd" in pagina.text
        assert 'name="waarom" value="weg &amp; &quot;klaar&quot;"' in pagina.text
        ander.refresh_from_db()
        assert ander.is_active
        assert "Opnieuw versturen" not in client.get(pad).text

    def test_een_wachtzin_nooit(self, client, gebruiker, klok):
        self.verlopen(client, gebruiker, klok, reverse("account_change_password"), {"oldpassword": WACHTZIN})
        assert "bewaarde_invoer" not in client.session

    def test_niet_wat_een_andere_site_stuurt(self, client, gebruiker, klok):
        log_in(client, gebruiker)
        klok(STIL + 60)
        client.post(reverse("organisatie-toevoegen"), GETYPT, HTTP_ORIGIN="http://elders.example")
        assert "bewaarde_invoer" not in client.session

    def test_niet_meer_dan_een_formulier_kan_zijn(self, client, gebruiker, klok):
        veel = {**GETYPT, "naam": "x" * invoer.HOOGSTENS_TEKENS}
        naar = self.verlopen(client, gebruiker, klok, reverse("organisatie-toevoegen"), veel)
        assert "bewaarde_invoer" not in client.session
        assert "is niet opgeslagen" in client.get(naar.url).text

    def test_ook_als_de_sessie_elders_is_beeindigd(self, client, gebruiker, klok):
        """Then the device knows whose it was."""
        log_in(client, gebruiker)
        Session.objects.all().delete()
        pad = reverse("organisatie-toevoegen")
        client.post(pad, GETYPT, **VAN_HIER)
        log_in(client, gebruiker)
        assert 'value="Taalhuis Kerkehout"' in client.get(pad).text

    def test_op_een_onbekend_apparaat_bewaren_wij_niets(self, client, klok):
        client.post(reverse("organisatie-toevoegen"), GETYPT, **VAN_HIER)
        assert "bewaarde_invoer" not in client.session


class TestTeken:
    """The token of a form, which signing in again in another tab makes a new one of."""

    @pytest.fixture
    def streng(self):
        return Client(enforce_csrf_checks=True, **VAN_HIER)

    @pytest.fixture
    def ingelogd(self, klok, streng, gebruiker):
        streng.force_login(gebruiker)
        return streng

    def test_wie_weer_is_ingelogd_verstuurt_het_opnieuw(self, ingelogd):
        pad = reverse("organisatie-toevoegen")
        ingelogd.get(pad)
        antwoord = ingelogd.post(pad, {**GETYPT, "csrfmiddlewaretoken": "x" * 64})
        html = antwoord.content.decode()
        assert antwoord.status_code == 403
        assert not Organisatie.objects.filter(naam=GETYPT["naam"]).exists()
        assert 'name="naam" value="Taalhuis Kerkehout"' in html
        teken = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]
        assert ingelogd.post(pad, {**GETYPT, "csrfmiddlewaretoken": teken}).status_code == 302
        assert Organisatie.objects.filter(naam=GETYPT["naam"]).exists()

    def test_wie_is_uitgelogd_vindt_het_na_het_inloggen(self, ingelogd, gebruiker, klok):
        """Also without the token's cookie: the kept form is shown, never saved by itself."""
        pad = reverse("organisatie-toevoegen")
        ingelogd.get(pad)
        klok(STIL + 60)
        antwoord = ingelogd.post(pad, {**GETYPT, "csrfmiddlewaretoken": "x" * 64})
        assert "U bent intussen uitgelogd" in antwoord.content.decode()
        assert f"?next={pad}" in antwoord.content.decode()
        assert not Organisatie.objects.exists()
        ingelogd.force_login(gebruiker)
        assert 'value="Taalhuis Kerkehout"' in ingelogd.get(pad).content.decode()

    def test_niet_van_een_andere_site(self, ingelogd):
        antwoord = ingelogd.post(
            reverse("organisatie-toevoegen"), GETYPT, HTTP_ORIGIN="http://elders.example"
        )
        assert antwoord.status_code == 403
        assert "Taalhuis" not in antwoord.content.decode()
