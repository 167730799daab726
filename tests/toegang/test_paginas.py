"""The pages that every user has, the shell around them, and the pages of errors."""

import re
from dataclasses import replace

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.urls import reverse
from django.utils.html import escape
from django.views import defaults
from django.views.csrf import csrf_failure

from kern.contract import Menupunt
from kern.register import register
from tests.toegang.factories import GebruikerFactory
from toegang import schil
from toegang.models import Rol

WONEN = Menupunt("Wonen", "wonen", "werk")
OPENBAAR = ["hulp", "toegankelijkheid", "privacy", "account_login", "account_reset_password"]


@pytest.mark.django_db
@pytest.mark.parametrize("naam", OPENBAAR)
def test_ook_wie_niet_is_ingelogd_leest_deze(client, naam):
    antwoord = client.get(reverse(naam))
    assert antwoord.status_code == 200
    assert "Uitloggen" not in antwoord.text


@pytest.mark.django_db
def test_wat_geen_pagina_is_heeft_ook_het_beeldmerk(client):
    """A PDF or a file that is shown names no icon: there a browser asks for this one."""
    antwoord = client.get("/favicon.ico")
    assert antwoord.status_code == 302
    assert antwoord.url.endswith("/beeldmerk.svg")
    assert finders.find("beeldmerk.svg")


@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["welkom", "onderdelen", "account_change_password", "start"])
def test_wie_niet_is_ingelogd_gaat_eerst_inloggen(client, naam):
    antwoord = client.get(reverse(naam))
    assert antwoord.status_code == 302
    assert antwoord.url.startswith(reverse("account_login"))


@pytest.mark.django_db
@pytest.mark.parametrize("rol", [Rol.PRIVACY, Rol.BEHEERDER, Rol.CONSULENT])
def test_welkom_zegt_wie_u_bent(client, rol):
    gebruiker = GebruikerFactory(rol=rol, naam="Anouk Visser")
    client.force_login(gebruiker)
    html = client.get(reverse("welkom")).text
    assert f"Anouk Visser, {escape(gebruiker.get_rol_display())}" in html
    assert re.search(rf'action="{reverse("account_logout")}"\s+method="post"', html)


@pytest.mark.django_db
@override_settings(DEMONSTRATIE=False)
def test_zonder_demonstratie_geen_balk_en_geen_rollen(client):
    html = client.get(reverse("account_login")).text
    assert "Demonstratie" not in html
    assert 'name="rol"' not in html


@pytest.mark.django_db
def test_in_de_demonstratie_staat_vandaag_in_woorden(client):
    html = client.get(reverse("account_login")).text
    assert "maandag 1 mei 2017" in html
    assert re.findall(r'name="rol"\s+value="(\w+)"', html) == Rol.values


@pytest.mark.django_db
def test_alle_onderdelen_op_een_pagina(client):
    client.force_login(GebruikerFactory())
    html = client.get(reverse("onderdelen")).text
    assert "<title>Onderdelen en toestanden ·" in html
    assert html.count('id="fouten"') == 1
    assert "&lt;" not in html


@pytest.mark.parametrize(
    ("pad", "punt"),
    [
        ("/lijst/", "lijst"),
        ("/lijst/nieuw/", "lijst"),
        ("/lijst/wonen/", "wonen"),
        ("/lijst/wonen/1/", "wonen"),
        ("/lijstje/", ""),
        ("/huisvesting/verhuurders/", "wonen"),
        ("/", ""),
    ],
)
def test_het_menu_wijst_waar_deze_pagina_bij_hoort(monkeypatch, pad, punt):
    monkeypatch.setattr(schil, "reverse", {"lijst": "/lijst/", "wonen": "/lijst/wonen/"}.__getitem__)
    van_domein = replace(register["huisvesting"], menu=[Menupunt("Elders", "elders", "doel"), WONEN])
    monkeypatch.setattr(schil, "register", [van_domein])
    groepen = [{"kop": "", "punten": [Menupunt("Lijst", "lijst", "werk"), WONEN]}]
    assert schil.huidig_punt(RequestFactory().get(pad), groepen) == punt


def _kop(html: str) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)[1].strip()


@pytest.mark.parametrize(
    ("weergave", "code", "kop"),
    [
        (lambda vraag: defaults.bad_request(vraag, Exception()), 400, "Deze vraag begrijpen we niet"),
        (lambda vraag: defaults.permission_denied(vraag, Exception()), 403, "Dit mag u niet"),
        (csrf_failure, 403, "Dit formulier is niet meer geldig"),
        (lambda vraag: defaults.page_not_found(vraag, Exception()), 404, "Deze pagina is er niet"),
        (defaults.server_error, 500, "Er ging iets mis"),
    ],
)
def test_een_foutpagina_heeft_geen_database_en_geen_gebruiker_nodig(weergave, code, kop):
    """No mark for the database: touching it fails, as does the absent `request.user`."""
    antwoord = weergave(RequestFactory().get("/"))
    assert antwoord.status_code == code
    assert _kop(antwoord.text) == kop
    assert f"<title>{kop} · Integratie" in antwoord.text


def test_te_vaak_proberen_heeft_een_pagina():
    assert _kop(render_to_string("429.html")) == "U probeert het te vaak"


@pytest.mark.django_db
def test_wat_er_niet_is_zegt_wat_u_kunt_doen(client):
    antwoord = client.get("/bestaat-niet/")
    assert antwoord.status_code == 404
    assert "Het adres klopt niet, of u mag dit niet zien." in antwoord.text


@pytest.mark.django_db
def test_wie_is_ingelogd_houdt_het_menu_op_een_pagina_die_er_niet_is(client):
    client.force_login(GebruikerFactory())
    antwoord = client.get("/bestaat-niet/")
    assert (antwoord.status_code, _kop(antwoord.text)) == (404, "Deze pagina is er niet")
    assert "<title>Deze pagina is er niet · Integratie" in antwoord.text
    assert "Het adres klopt niet, of u mag dit niet zien." in antwoord.text
    assert 'aria-label="Hoofdmenu"' in antwoord.text
    client.logout()
    assert 'aria-label="Hoofdmenu"' not in client.get("/bestaat-niet/").text


@pytest.mark.django_db
def test_de_privacypagina_zegt_dat_kijken_wordt_opgeschreven(client):
    assert "schrijven we op wie u bent, wat u bekeek" in " ".join(client.get(reverse("privacy")).text.split())


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["/inloggen/", "/bestaat-niet/", "/demonstratie/inloggen/", "/"])
def test_elke_pagina_draagt_het_strenge_beleid(client, pad):
    beleid = client.get(pad).headers["Content-Security-Policy"]
    regels = dict(regel.strip().split(" ", 1) for regel in beleid.split(";"))
    assert regels["default-src"] == "'none'"
    assert not re.search("unsafe|https?:|data:|[*]", beleid)


@pytest.mark.django_db
def test_ook_een_fout_van_ons_draagt_het_beleid(client, monkeypatch):
    def stuk(*_: object, **__: object) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr("toegang.views.Hulp.get", stuk)
    client.raise_request_exception = False
    antwoord = client.get(reverse("hulp"))
    assert antwoord.status_code == 500
    assert "default-src 'none'" in antwoord.headers["Content-Security-Policy"]
