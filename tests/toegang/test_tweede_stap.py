"""The second step: an app, recovery codes, a known device, sessions; and where it is required."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import reverse

from tests.toegang.factories import WACHTZIN as ZIN

pytestmark = pytest.mark.django_db


def log_in(client, gebruiker):
    return client.post(reverse("account_login"), {"login": gebruiker.email, "password": ZIN}, follow=True)


def bevestig(client):
    """Say once more who you are, as the pages of one's own security ask."""
    return client.post(reverse("account_reauthenticate"), {"password": ZIN})


def code_van(geheim: str) -> str:
    return format_hotp_value(hotp_value(geheim, next(yield_hotp_counters_from_time())))


def voeg_app_toe(client):
    """Through the pages; gives the secret and the recovery codes shown."""
    bevestig(client)
    pagina = client.get(reverse("mfa_activate_totp"))
    geheim = pagina.context["form"].secret
    in_vieren = " ".join(geheim[begin : begin + 4] for begin in range(0, len(geheim), 4))
    assert in_vieren in pagina.text  # as people type it
    antwoord = client.post(reverse("mfa_activate_totp"), {"code": code_van(geheim)}, follow=True)
    return geheim, re.findall(r"<li>(\d+)</li>", antwoord.text)


def test_een_app_toevoegen_en_ermee_inloggen(client, gebruiker):
    log_in(client, gebruiker)
    geheim, codes = voeg_app_toe(client)
    assert len(codes) == 10
    client.post(reverse("account_logout"))
    stap = log_in(client, gebruiker)
    assert stap.request["PATH_INFO"] == reverse("mfa_authenticate")
    assert client.get(reverse("welkom")).status_code == 302  # not inside yet
    fout = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Deze code klopt niet" in fout.text
    vraag = client.post(reverse("mfa_authenticate"), {"code": code_van(geheim)}, follow=True)
    assert vraag.request["PATH_INFO"] == reverse("mfa_trust")
    client.post(reverse("mfa_trust"), {"action": "niet"})
    assert client.get(reverse("welkom")).status_code == 200


@pytest.mark.parametrize(("keuze", "vraagt"), [("trust", False), ("niet", True)])
def test_een_onthouden_apparaat_vraagt_geen_code_meer(client, gebruiker, keuze, vraagt):
    log_in(client, gebruiker)
    _geheim, codes = voeg_app_toe(client)
    client.post(reverse("account_logout"))
    log_in(client, gebruiker)
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    client.post(reverse("mfa_trust"), {"action": keuze})
    client.post(reverse("account_logout"))
    assert (log_in(client, gebruiker).request["PATH_INFO"] == reverse("mfa_authenticate")) is vraagt


def test_een_herstelcode_werkt_een_keer(client, gebruiker):
    log_in(client, gebruiker)
    _geheim, codes = voeg_app_toe(client)
    for zin in ("Dit apparaat onthouden?", "Deze code klopt niet"):
        client.post(reverse("account_logout"))
        log_in(client, gebruiker)
        assert zin in client.post(reverse("mfa_authenticate"), {"code": codes[3]}, follow=True).text


def test_het_geheim_staat_niet_leesbaar_in_de_databank(client, gebruiker):
    log_in(client, gebruiker)
    geheim, codes = voeg_app_toe(client)
    bewaard = str([rij.data for rij in Authenticator.objects.all()])
    assert geheim not in bewaard
    assert not [code for code in codes if code in bewaard]


class TestVerplicht:
    @pytest.fixture(autouse=True)
    def _verplicht(self, settings):
        settings.TWEEDE_STAP_VERPLICHT = True

    def test_zonder_tweede_stap_komt_niemand_verder_dan_de_beveiliging(self, client, gebruiker):
        antwoord = log_in(client, gebruiker)
        assert antwoord.request["PATH_INFO"] == reverse("mfa_index")
        assert "nog geen tweede stap" in antwoord.text
        assert client.get(reverse("usersessions_list")).url == reverse("mfa_index")
        assert client.get(reverse("hulp")).status_code == 200

    def test_daarna_wel(self, client, gebruiker):
        log_in(client, gebruiker)
        voeg_app_toe(client)
        assert client.get(reverse("welkom")).status_code == 200

    def test_zonder_de_middleware_mag_het(self, client, gebruiker, settings):
        settings.MIDDLEWARE = [naam for naam in settings.MIDDLEWARE if "EisTweedeStap" not in naam]
        log_in(client, gebruiker)
        assert client.get(reverse("welkom")).status_code == 200


@pytest.mark.parametrize(
    "naam",
    ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "usersessions_list"],
)
def test_elke_pagina_van_de_beveiliging_is_van_ons(client, gebruiker, naam):
    log_in(client, gebruiker)
    bevestig(client)
    html = client.get(reverse(naam)).text
    assert "wi-kopbalk" in html
    assert not re.findall(r"\b(Security|Authenticator|Add|Remove)\b", re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize(
    "naam", ["mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_view_recovery_codes"]
)
def test_en_wat_er_daarna_is(client, gebruiker, naam):
    log_in(client, gebruiker)
    voeg_app_toe(client)
    assert "wi-kopbalk" in client.get(reverse(naam)).text


def test_de_beveiliging_vraagt_opnieuw_wie_u_bent(client, gebruiker):
    log_in(client, gebruiker)
    vraag = client.get(reverse("mfa_activate_totp"), follow=True)
    assert "Bevestig dat u het bent" in vraag.text
    fout = client.post(reverse("account_reauthenticate"), {"password": "iets anders"})
    assert "niet uw wachtzin" in fout.text
    assert bevestig(client).status_code == 302
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_overal_anders_uitloggen(client, gebruiker):
    ander = type(client)()
    log_in(ander, gebruiker)
    log_in(client, gebruiker)
    ander.get(reverse("welkom"))
    client.get(reverse("welkom"))
    pagina = client.get(reverse("usersessions_list")).text
    assert pagina.count("Dit apparaat") == pagina.count("Ander apparaat") == 1
    client.post(reverse("usersessions_list"), {"wat": "anders"}, follow=True)
    assert ander.get(reverse("welkom")).status_code == 302
    assert client.get(reverse("welkom")).status_code == 200
