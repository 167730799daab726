"""Signing in, a forgotten passphrase, changing it, and the demonstration's buttons."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core import mail
from django.test import override_settings
from django.urls import NoReverseMatch, reverse

from tests.toegang.factories import WACHTZIN, GebruikerFactory
from toegang.actions import verstuur_openstaande
from toegang.demo import adres
from toegang.models import Gebruiker, Rol

NIEUW = "nog een lange zin over de zee"
pytestmark = pytest.mark.django_db


def fouten(antwoord) -> list[str]:
    """The sentences at the fields."""
    html = re.sub(r"<svg.*?</svg>", "", antwoord.text, flags=re.DOTALL)
    return [zin.strip() for zin in re.findall(r'error-message"[^>]*>(.*?)</span>', html, re.DOTALL)]


def samenvatting(antwoord) -> str:
    return re.search(r'id="fouten">(.*?)</div>', antwoord.text, re.DOTALL)[1]


def test_inloggen_met_adres_en_wachtzin(client, gebruiker):
    antwoord = client.post(
        reverse("account_login"), {"login": gebruiker.email.upper(), "password": WACHTZIN}, follow=True
    )
    assert client.session["_auth_user_id"] == str(gebruiker.pk)
    assert antwoord.status_code == 200
    assert not antwoord.context["messages"]


def test_daarna_naar_de_pagina_die_men_wilde(client, gebruiker):
    naar = client.get(reverse("onderdelen")).url
    assert reverse("onderdelen") in client.get(naar).text
    antwoord = client.post(
        naar, {"login": gebruiker.email, "password": WACHTZIN, "next": reverse("onderdelen")}
    )
    assert antwoord.url == reverse("onderdelen")


@pytest.mark.parametrize(("adres_", "zin"), [("niemand@wassenaar.example", WACHTZIN), (None, "verkeerd")])
def test_een_verkeerde_wachtzin_en_een_onbekend_adres_klinken_gelijk(client, gebruiker, adres_, zin):
    antwoord = client.post(reverse("account_login"), {"login": adres_ or gebruiker.email, "password": zin})
    assert antwoord.status_code == 200
    assert "Dit e-mailadres of deze wachtzin klopt niet." in samenvatting(antwoord)
    assert "<title>Fout: Inloggen" in antwoord.text
    assert "_auth_user_id" not in client.session


def test_lege_velden_krijgen_elk_een_zin(client):
    antwoord = client.post(reverse("account_login"), {"login": "", "password": ""})
    assert fouten(antwoord) == ["Vul uw e-mailadres in.", "Vul uw wachtzin in."]
    assert "placeholder" not in antwoord.text


def test_wie_niet_meer_mag_komt_er_niet_in(client, gebruiker):
    Gebruiker.objects.update(is_active=False)
    antwoord = client.post(
        reverse("account_login"), {"login": gebruiker.email, "password": WACHTZIN}, follow=True
    )
    assert "_auth_user_id" not in client.session
    assert "Traceback" not in antwoord.text


def test_uitloggen_gaat_alleen_met_een_knop(client, gebruiker):
    client.force_login(gebruiker)
    client.get(reverse("account_logout"))
    assert "_auth_user_id" in client.session
    antwoord = client.post(reverse("account_logout"), follow=True)
    assert "_auth_user_id" not in client.session
    assert "U bent uitgelogd." in antwoord.text


def test_nieuwe_wachtzin_per_mail(client, gebruiker):
    antwoord = client.post(reverse("account_reset_password"), {"email": gebruiker.email}, follow=True)
    assert "Kijk in uw mail" in antwoord.text
    assert verstuur_openstaande() == 1
    [bericht] = mail.outbox
    assert bericht.subject == "Kies een nieuwe wachtzin"
    assert not re.search(r"wachtwoord|password|example\.com!", bericht.body, re.IGNORECASE)
    link = re.search(r"https?://\S+", bericht.body)[0]
    formulier = client.get(link, follow=True)
    assert "Minstens 14 tekens. Een zin mag ook." in formulier.text
    doel = formulier.request["PATH_INFO"]
    assert client.post(doel, {"password1": NIEUW, "password2": NIEUW}, follow=True).status_code == 200
    gebruiker.refresh_from_db()
    assert gebruiker.check_password(NIEUW)
    assert "Deze link werkt niet meer" in client.get(link, follow=True).text


def test_een_onbekend_adres_krijgt_geen_mail_en_hetzelfde_antwoord(client, gebruiker):
    bekend = client.post(reverse("account_reset_password"), {"email": gebruiker.email})
    onbekend = client.post(reverse("account_reset_password"), {"email": "niemand@wassenaar.example"})
    assert (bekend.status_code, bekend.url) == (onbekend.status_code, onbekend.url)
    assert not mail.outbox  # sent by the worker, so that an unknown address takes no less time
    assert verstuur_openstaande() == len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("een", "twee", "zinnen"),
    [
        ("x" * 13, "x" * 13, ["Gebruik minstens 14 tekens."]),
        (
            "12345678901234567890",
            "12345678901234567890",
            ["Veel mensen gebruiken deze wachtzin. Kies een andere."],
        ),
        (NIEUW, NIEUW + "!", ["De twee wachtzinnen zijn niet gelijk."]),
        ("", "", ["Vul een nieuwe wachtzin in.", "Vul de nieuwe wachtzin nog een keer in."]),
    ],
)
def test_een_wachtzin_die_niet_kan(client, gebruiker, een, twee, zinnen):
    client.force_login(gebruiker)
    antwoord = client.post(
        reverse("account_change_password"), {"oldpassword": WACHTZIN, "password1": een, "password2": twee}
    )
    assert fouten(antwoord) == zinnen
    gebruiker.refresh_from_db()
    assert gebruiker.check_password(WACHTZIN)


def test_veertien_tekens_is_genoeg(client, gebruiker):
    client.force_login(gebruiker)
    zin = "zee en duin 14"
    assert len(zin) == 14
    gegevens = {"oldpassword": WACHTZIN, "password1": zin, "password2": zin}
    antwoord = client.post(reverse("account_change_password"), gegevens, follow=True)
    assert "Uw wachtzin is gewijzigd." in antwoord.text
    assert "_auth_user_id" in client.session


def test_wijzigen_vraagt_de_huidige_wachtzin(client, gebruiker):
    client.force_login(gebruiker)
    gegevens = {"oldpassword": "verkeerd", "password1": NIEUW, "password2": NIEUW}
    assert fouten(client.post(reverse("account_change_password"), gegevens)) == [
        "Dit is niet uw huidige wachtzin. Typ haar opnieuw."
    ]


def test_wie_er_nog_geen_heeft_kiest_de_eerste(client):
    client.force_login(GebruikerFactory(password="!"))
    antwoord = client.get(reverse("account_change_password"), follow=True)
    assert antwoord.request["PATH_INFO"] == reverse("account_set_password")
    assert 'name="oldpassword"' not in antwoord.text


def test_niemand_meldt_zichzelf_aan(client):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert "signup" not in client.get(reverse("account_login")).text


@pytest.mark.parametrize("rol", Rol.values)
def test_een_knop_voor_elke_rol(client, rol):
    GebruikerFactory(rol=Rol.PRIVACY if rol == Rol.PARTNER else rol, email=adres(rol))
    client.post(reverse("demo-inloggen"), {"rol": rol})
    assert client.session["_auth_user_id"]


@pytest.mark.parametrize("rol", ["", "koning", "privacy@wassenaar.example"])
def test_een_onbekende_rol_bestaat_niet(client, rol):
    assert client.post(reverse("demo-inloggen"), {"rol": rol}).status_code == 404


@override_settings(DEMONSTRATIE=False)
def test_buiten_de_demonstratie_bestaat_de_knop_niet(client):
    GebruikerFactory(rol=Rol.PRIVACY, email=adres(Rol.PRIVACY))
    assert client.post("/demonstratie/inloggen/", {"rol": Rol.PRIVACY}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_de_productie_heeft_het_adres_van_de_knop_niet():
    """Whatever the environment says: the production settings cannot become the demonstration."""
    code = (
        "import django; django.setup()\n"
        "from django.conf import settings; from django.urls import resolve, Resolver404\n"
        "assert settings.DEMONSTRATIE is False and settings.VANDAAG is None\n"
        "resolve('/inloggen/')\n"
        "try: resolve('/demonstratie/inloggen/')\n"
        "except Resolver404: print('afwezig')\n"
    )
    namen = (
        "SECRET_KEY",
        "BSN_SLEUTEL",
        "BSN_INDEX_SLEUTEL",
        "ALLOWED_HOSTS",
        "DEFAULT_FROM_EMAIL",
        "WI_DATA",
    )
    omgeving = {
        **os.environ,
        **dict.fromkeys(namen, "een-lange-waarde-alleen-voor-deze-test-en-nergens-anders"),
        "DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.productie",
        "DATABASE_URL": "postgres://wi@localhost/wi",
        "REDIS_URL": "redis://localhost:6379/0",
        "EMAIL_URL": "smtp://localhost:25",
        "DEMONSTRATIE": "True",
        "WI_VANDAAG": "2017-05-01",
    }
    uit = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASIS,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.stdout == "afwezig\n", uit.stderr
