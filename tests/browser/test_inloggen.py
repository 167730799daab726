"""Signing in as a browser does it: a passkey, a form that comes back, and the warning before the end."""

import re
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from tests.toegang.factories import WACHTZIN, gebruiker_met_wachtzin
from toegang.models import Gebruiker, Organisatie, Rol

pytestmark = pytest.mark.browser


@pytest.fixture
def gebruiker(live_server) -> Gebruiker:
    return gebruiker_met_wachtzin(rol=Rol.BEHEERDER, naam="Thijs Mulder")


@pytest.fixture
def site(live_server) -> str:
    """By its name: a key is of a name, not of a number."""
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def omgeving(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL")
    yield context
    context.close()


@pytest.fixture
def pagina(omgeving: BrowserContext) -> Page:
    return omgeving.new_page()


def sleutel(pagina: Page, *, herkent: bool = True) -> tuple[CDPSession, str]:
    """A device with a fingerprint reader; with `herkent` it knows the finger."""
    cdp = pagina.context.new_cdp_session(pagina)
    cdp.send("WebAuthn.enable")
    antwoord = cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": herkent,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return cdp, antwoord["authenticatorId"]


def log_in(pagina: Page, site: str, gebruiker: Gebruiker) -> None:
    pagina.goto(site + reverse("account_login"))
    pagina.get_by_label("E-mailadres").fill(gebruiker.email)
    pagina.get_by_label("Wachtzin", exact=True).fill(WACHTZIN)
    pagina.get_by_role("button", name="Inloggen", exact=True).click()
    pagina.wait_for_url(lambda adres: "/inloggen/" not in adres)


def voeg_sleutel_toe(pagina: Page, site: str) -> None:
    pagina.goto(site + reverse("mfa_add_webauthn"))
    pagina.get_by_label("Wachtzin", exact=True).fill(WACHTZIN)
    pagina.get_by_role("button", name="Bevestigen").click()
    pagina.get_by_label("Inloggen met alleen deze sleutel").check()
    pagina.get_by_role("button", name="Sleutel toevoegen").click()


def log_uit(pagina: Page, site: str) -> None:
    pagina.goto(site + reverse("account_logout"))
    pagina.locator("main").get_by_role("button", name="Uitloggen").click()
    pagina.wait_for_url("**/inloggen/")


class TestSleutel:
    def test_toevoegen_uitloggen_en_ermee_inloggen(self, pagina, site, gebruiker):
        cdp, apparaat = sleutel(pagina)
        log_in(pagina, site, gebruiker)
        voeg_sleutel_toe(pagina, site)
        expect(pagina.get_by_role("heading", name="Herstelcodes", level=1)).to_be_visible()
        expect(pagina.locator(".wi-codes li")).to_have_count(10)
        expect(pagina.get_by_role("button", name="Afdrukken")).to_be_visible()
        assert Authenticator.objects.filter(user=gebruiker, type="webauthn").count() == 1
        [bewaard] = cdp.send("WebAuthn.getCredentials", {"authenticatorId": apparaat})["credentials"]
        assert bewaard["isResidentCredential"]
        assert bewaard["rpId"] == "localhost"
        log_uit(pagina, site)
        pagina.get_by_role("button", name="Inloggen met een sleutel").click()
        pagina.wait_for_url(lambda adres: "/inloggen/" not in adres)
        expect(pagina.get_by_text("Thijs Mulder").first).to_be_visible()

    def test_zonder_vinger_komt_niemand_erin(self, pagina, site, gebruiker):
        """User verification: who only holds the device is not its owner."""
        cdp, apparaat = sleutel(pagina)
        log_in(pagina, site, gebruiker)
        voeg_sleutel_toe(pagina, site)
        expect(pagina.locator(".wi-codes li")).to_have_count(10)
        log_uit(pagina, site)
        cdp.send("WebAuthn.setUserVerified", {"authenticatorId": apparaat, "isUserVerified": False})
        pagina.get_by_role("button", name="Inloggen met een sleutel").click()
        expect(pagina.get_by_text("Het lukte niet met uw sleutel of apparaat.")).to_be_visible()
        pagina.goto(site + reverse("welkom"))
        assert "/inloggen/" in pagina.url

    def test_als_tweede_stap_na_de_wachtzin(self, pagina, site, gebruiker):
        sleutel(pagina)
        log_in(pagina, site, gebruiker)
        voeg_sleutel_toe(pagina, site)
        expect(pagina.locator(".wi-codes li")).to_have_count(10)
        log_uit(pagina, site)
        pagina.get_by_label("E-mailadres").fill(gebruiker.email)
        pagina.get_by_label("Wachtzin", exact=True).fill(WACHTZIN)
        pagina.get_by_role("button", name="Inloggen", exact=True).click()
        expect(pagina.get_by_role("heading", name="Tweede stap")).to_be_visible()
        pagina.get_by_role("button", name="Sleutel of apparaat gebruiken").click()
        expect(pagina.get_by_role("heading", name="Dit apparaat onthouden?")).to_be_visible()
        pagina.get_by_role("button", name="Niet onthouden").click()
        pagina.wait_for_url(lambda adres: "/inloggen/" not in adres)
        expect(pagina.get_by_text("Thijs Mulder").first).to_be_visible()


def verouder(seconden: int) -> None:
    """Every session had its last click so long ago."""
    for rij in Session.objects.all():
        gegevens = rij.get_decoded()
        if "tijdslot_laatst" in gegevens:
            gegevens["tijdslot_laatst"] -= seconden
            rij.session_data = Session.get_session_store_class()().encode(gegevens)
            rij.save()


class TestTijdslot:
    def test_wat_getypt_is_komt_terug(self, pagina, site, gebruiker):
        log_in(pagina, site, gebruiker)
        pagina.goto(site + reverse("organisatie-toevoegen"))
        pagina.get_by_label("Naam", exact=True).fill("Taalhuis Kerkehout")
        pagina.get_by_label(re.compile("^Rol")).fill("taalaanbieder")
        verouder(2000)
        pagina.locator("main form[method=post]").get_by_role("button").first.click()
        expect(pagina.get_by_text("Wat u typte, is bewaard.")).to_be_visible()
        pagina.get_by_label("E-mailadres").fill(gebruiker.email)
        pagina.get_by_label("Wachtzin", exact=True).fill(WACHTZIN)
        pagina.get_by_role("button", name="Inloggen", exact=True).click()
        expect(pagina.get_by_label("Naam", exact=True)).to_have_value("Taalhuis Kerkehout")
        assert not Organisatie.objects.filter(naam="Taalhuis Kerkehout").exists()
        pagina.locator("main form[method=post]").get_by_role("button").first.click()
        expect(pagina.get_by_text("staat in de lijst")).to_be_visible()

    def test_opnieuw_ingelogd_in_een_ander_tabblad(self, omgeving, pagina, site, gebruiker):
        """The token of the first tab is not that of the new session."""
        log_in(pagina, site, gebruiker)
        pagina.goto(site + reverse("organisatie-toevoegen"))
        pagina.get_by_label("Naam", exact=True).fill("Taalhuis Kerkehout")
        pagina.get_by_label(re.compile("^Rol")).fill("taalaanbieder")
        tweede = omgeving.new_page()
        log_uit(tweede, site)
        log_in(tweede, site, gebruiker)
        pagina.locator("main form[method=post]").get_by_role("button").first.click()
        expect(pagina.get_by_role("heading", name="Verstuur dit opnieuw")).to_be_visible()
        pagina.get_by_role("button", name="Opnieuw versturen").click()
        expect(pagina.get_by_text("staat in de lijst")).to_be_visible()
        assert Organisatie.objects.filter(naam="Taalhuis Kerkehout").exists()

    def test_de_waarschuwing_en_ingelogd_blijven(self, pagina, site, gebruiker):
        pagina.clock.install()
        log_in(pagina, site, gebruiker)
        pagina.goto(site + reverse("organisatie-toevoegen"))
        vak = pagina.get_by_role("alert").filter(has_text="U wordt bijna uitgelogd")
        naam = pagina.get_by_label("Naam", exact=True)
        naam.fill("half getypt")
        expect(vak).to_be_hidden()
        pagina.clock.fast_forward("28:30")
        expect(vak).to_be_visible()
        expect(pagina.get_by_role("heading", name="U wordt bijna uitgelogd")).to_be_focused()
        vak.get_by_role("button", name="Ingelogd blijven").click()
        expect(vak).to_be_hidden()
        expect(naam).to_have_value("half getypt")
        expect(naam).to_be_focused()
        pagina.clock.fast_forward("30:10")
        expect(pagina.get_by_role("heading", name="U bent uitgelogd")).to_be_visible()
        expect(naam).to_have_value("half getypt")

    def test_zonder_javascript_toont_het_stijlblad_haar(self, browser, site, gebruiker):
        """The animation ends after 28 minutes; its end is looked at without waiting for it."""
        context = browser.new_context(java_script_enabled=False)
        pagina = context.new_page()
        log_in(pagina, site, gebruiker)
        vak = pagina.locator(".wi-tijdslot")
        expect(vak).to_be_hidden()
        cdp = context.new_cdp_session(pagina)
        cdp.send("Animation.enable")
        cdp.send("Animation.setPlaybackRate", {"playbackRate": 5000})
        expect(vak).to_be_visible()
        with context.expect_page() as nieuw:
            vak.get_by_role("button", name="Ingelogd blijven").click()
        expect(nieuw.value.get_by_role("heading", name="U blijft ingelogd")).to_be_visible()
        context.close()


@pytest.mark.parametrize("naam", ["account_login", "account_reset_password"])
def test_de_paginas_voor_het_inloggen(bekijk, naam):
    bekijk(reverse(naam))


@pytest.mark.parametrize("naam", ["mfa_index", "usersessions_list", "mfa_list_webauthn"])
def test_de_paginas_van_de_beveiliging(bekijk, gebruiker, naam):
    bekijk(reverse(naam), gebruiker)
