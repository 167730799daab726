"""Headers and cookies of every answer, tokens on every form, and secrets from the environment alone."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings as instellingen
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, include, path, reverse
from django.views.decorators.csrf import csrf_exempt

from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol
from toegang.poort.koppen import KOPPEN

NAMEN = ("SECRET_KEY", "BSN_SLEUTEL", "BSN_INDEX_SLEUTEL")
OVERIG = ("ALLOWED_HOSTS", "DEFAULT_FROM_EMAIL", "WI_DATA")
WAARDE = "waarde-van-deze-test-die-lang-genoeg-is-en-verschillende-tekens-heeft-0123456789"
OMGEVING = {
    **{naam: value for naam, value in os.environ.items() if not naam.startswith(("WI_", "DATABASE"))},
    **dict.fromkeys((*NAMEN, *OVERIG), WAARDE),
    "ALLOWED_HOSTS": "integratie.example",
    "DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.productie",
    "DATABASE_URL": "postgres://wi@localhost/wi",
    "REDIS_URL": "redis://localhost:6379/0",
    "EMAIL_URL": "smtp://localhost:25",
}


@pytest.fixture
def ingelogd(client):
    client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    return client


@pytest.mark.django_db
class TestKoppen:
    @pytest.mark.parametrize(
        "pad",
        ["/inloggen/", "/welkom/", "/hulp/", "/bestaat-niet/", "/static/wassenaar.js", "/gebruikers/9/"],
    )
    def test_op_elk_antwoord(self, ingelogd, pad):
        antwoord = ingelogd.get(pad)
        antwoord.close()  # a static file is open until then
        koppen = antwoord.headers
        assert {naam: koppen[naam] for naam in KOPPEN} == KOPPEN
        assert koppen["Referrer-Policy"] == "same-origin"
        assert koppen["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "default-src 'none'" in koppen["Content-Security-Policy"]

    @pytest.mark.parametrize(
        "pad", ["/welkom/", "/gebruikers/", "/beveiliging/", "/bestaat-niet/", "/hulp/", "/"]
    )
    def test_geen_browser_bewaart_een_pagina(self, ingelogd, pad):
        assert ingelogd.get(pad).headers["Cache-Control"] == "no-store"

    def test_ook_niet_de_pagina_na_uitloggen_of_van_wie_er_niet_is(self, ingelogd, client):
        assert ingelogd.post(reverse("account_logout")).headers["Cache-Control"] == "no-store"
        assert client.get("/inloggen/").headers["Cache-Control"] == "no-store"

    def test_een_vast_bestand_wel(self, client):
        antwoord = client.get("/static/wassenaar.js")
        antwoord.close()
        assert "no-store" not in antwoord.headers.get("Cache-Control", "")

    def test_zonder_de_middleware_niet(self, settings):
        """The control."""
        settings.MIDDLEWARE = [naam for naam in settings.MIDDLEWARE if "koppen" not in naam]
        client = Client()
        client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
        assert "Permissions-Policy" not in client.get("/welkom/").headers


def vrijgesteld(patronen, voor: str = "") -> list[str]:
    """Addresses of which the view asks no token."""
    gevonden = []
    for patroon in patronen:
        adres = voor + str(patroon.pattern)
        if isinstance(patroon, URLResolver):
            gevonden += vrijgesteld(patroon.url_patterns, adres)
        elif isinstance(patroon, URLPattern) and getattr(patroon.callback, "csrf_exempt", False):
            gevonden.append(adres)
    return gevonden


class TestTeken:
    def test_geen_enkel_adres_is_vrijgesteld(self):
        assert vrijgesteld(get_resolver().url_patterns) == []

    def test_een_vrijgesteld_adres_wordt_gevonden(self):
        los = csrf_exempt(lambda _verzoek: HttpResponse())
        patronen = [path("a/", include(([path("b/", los), path("c/", HttpResponse)], "a")))]
        assert vrijgesteld(patronen) == ["a/b/"]

    @pytest.mark.django_db
    @pytest.mark.parametrize("naam", ["account_login", "account_logout", "usersessions_list", "start"])
    def test_zonder_teken_gebeurt_er_niets(self, naam):
        client = Client(enforce_csrf_checks=True)
        client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
        assert client.post(reverse(naam), {"wat": "alles"}).status_code == 403
        assert "_auth_user_id" in client.session


def in_productie(code: str, **omgeving: str) -> str:
    """What this code prints under the production settings."""
    uit = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import django; django.setup()\nfrom django.conf import settings as s\n{code}",
        ],
        cwd=instellingen.BASIS,
        env={**OMGEVING, **omgeving},
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.returncode == 0, uit.stderr
    return uit.stdout.strip()


class TestProductie:
    def test_koekjes_horen_bij_deze_site_alleen(self):
        namen = ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "MFA_TRUST_COOKIE_NAME", "BEKEND_COOKIE"]
        veilig = [
            "SESSION_COOKIE_SECURE",
            "CSRF_COOKIE_SECURE",
            "MFA_TRUST_COOKIE_SECURE",
            "SECURE_SSL_REDIRECT",
        ]
        code = (
            f"print(*(getattr(s, naam) for naam in {namen}), all(getattr(s, naam) for naam in {veilig}),"
            " s.SESSION_COOKIE_DOMAIN, s.CSRF_COOKIE_DOMAIN, s.SESSION_COOKIE_PATH, s.SECURE_HSTS_SECONDS,"
            " s.TWEEDE_STAP_VERPLICHT, s.ALLAUTH_TRUSTED_PROXY_COUNT, s.MESSAGE_STORAGE)"
        )
        *koekjes, alle, sessiedomein, csrfdomein, pad, hsts, stap, proxies, berichten = in_productie(
            code
        ).split()
        assert all(naam.startswith("__Host-") for naam in koekjes)
        assert (alle, sessiedomein, csrfdomein, pad) == ("True", "None", "None", "/")
        assert int(hsts) >= 31_536_000
        assert (stap, proxies) == ("True", "1")
        assert berichten.endswith("SessionStorage")  # a message names people: not in a cookie

    @pytest.mark.parametrize(
        ("verbinding", "rol", "limiet"),
        [
            ("web", "wi_web", "statement_timeout=25s"),
            ("worker", "wi_web", "statement_timeout=1800s"),
            ("", "wi", ""),
        ],
    )
    def test_de_databank_geeft_het_web_minder_tijd_dan_een_taak(self, verbinding, rol, limiet):
        code = "d = s.DATABASES['default']; print(d['USER'], d['OPTIONS'].get('options', ''))"
        uit = in_productie(code.replace("d['OPTIONS']", "d.get('OPTIONS', {})"), WI_VERBINDING=verbinding)
        assert uit.split()[0] == rol
        assert limiet in uit
        for naam in ("lock_timeout", "idle_in_transaction_session_timeout"):
            assert (naam in uit) is bool(limiet)

    @pytest.mark.parametrize("naam", [*NAMEN, *OVERIG, "DATABASE_URL", "REDIS_URL", "EMAIL_URL"])
    def test_zonder_een_waarde_uit_de_omgeving_begint_er_niets(self, naam):
        omgeving = {**OMGEVING}
        del omgeving[naam]
        uit = subprocess.run(
            [sys.executable, "-c", "import django; django.setup()"],
            cwd=instellingen.BASIS,
            env=omgeving,
            capture_output=True,
            text=True,
            check=False,
        )
        assert uit.returncode != 0
        assert naam in uit.stderr


def geheimen_in(bron: str) -> list[str]:
    """Names of settings with a secret that the source itself holds as text."""
    geheim = re.compile(r"SECRET|PASSWORD|SLEUTEL|TOKEN|_KEY$|CREDENTIAL")
    gevonden = []
    for knoop in ast.walk(ast.parse(bron)):
        if not isinstance(knoop, ast.Assign) or not isinstance(knoop.value, ast.Constant):
            continue
        namen = [doel.id for doel in knoop.targets if isinstance(doel, ast.Name)]
        if isinstance(knoop.value.value, str) and any(geheim.search(naam) for naam in namen):
            gevonden += namen
    return gevonden


class TestGeheimen:
    MAP = Path(instellingen.BASIS) / "wassenaar_integratie" / "settings"

    @pytest.mark.parametrize("naam", ["base.py", "ontwikkeling.py", "productie.py"])
    def test_geen_instellingenbestand_bevat_er_een(self, naam):
        assert geheimen_in((self.MAP / naam).read_text()) == []

    def test_die_van_de_tests_is_alleen_van_de_tests(self):
        """The control: there one stands, and it is found."""
        assert geheimen_in((self.MAP / "test.py").read_text()) == [*NAMEN]
