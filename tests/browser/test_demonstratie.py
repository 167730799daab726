"""Every page of the demonstration that a role can reach by links, from the first page on."""

from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.urls import resolve, reverse
from playwright.sync_api import APIResponse

from toegang.demo import adres, maak_gebruikers
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.browser

# Pages that belong to every user are looked at in test_paginas.
OVERAL = {"hulp", "toegankelijkheid", "privacy", "account_change_password", "account_login"}
LINKS = "() => [...document.querySelectorAll('main a[href]:not([href^=mailto]), nav a[href]')].map((link) => link.href)"


@pytest.fixture
def demonstratie(transactional_db) -> None:
    call_command("laad_plan", stdout=StringIO())
    call_command("demo_gegevens", stdout=StringIO())
    maak_gebruikers()


def pagina_van(url: str) -> tuple[str, str] | None:
    """(name of the view, path with query) of a page of ours; None for a file, a telephone number and mail."""
    deel = urlsplit(url)
    if deel.scheme in {"tel", "mailto"} or deel.path.endswith((".pdf", ".json", ".svg", ".xlsx")):
        return None
    return resolve(deel.path).view_name, deel.path + (f"?{deel.query}" if deel.query else "")


def is_download(antwoord: APIResponse) -> bool:
    """Is this a file to save? A browser does not open it as a page; it only has to come."""
    bijlage = antwoord.headers.get("content-disposition", "").startswith("attachment")
    assert antwoord.ok or not bijlage
    return bijlage


@pytest.mark.usefixtures("demonstratie")
@pytest.mark.parametrize(
    ("rol", "minstens"),
    [
        (
            Rol.COORDINATOR,
            {
                "dossiers:lijst",
                "dossiers:registreren",
                "werkplek:dossier",
                "werkplek:gezin",
                "werkplek:geschiedenis",
                "huisvesting:taakstelling",
            },
        ),
        (Rol.KLANTREGISSEUR, {"dossiers:registreren", "huisvesting:plaatsen", "huisvesting:woningen"}),
        (Rol.FINANCIEN, {"financien:aansluiting", "financien:regel", "rapportage:rapporten"}),
        (Rol.RAADSGRIFFIE, {"rapportage:rapporten"}),
    ],
)
def test_elke_pagina_die_een_rol_kan_bereiken(kijker, rol, minstens):
    bezoeker = kijker(Gebruiker.objects.get(email=adres(rol)))
    wachtrij, gezien, gevonden = [reverse("start")], {"start", *OVERAL}, []
    with bezoeker.context() as context:
        pagina = context.new_page()
        while wachtrij:
            pad = wachtrij.pop(0)
            if is_download(context.request.get(bezoeker.adres + pad)):
                continue
            pagina.goto(bezoeker.adres + pad)
            if pad != reverse("start"):
                gevonden += [f"{pad}: {punt}" for punt in bezoeker.keur(pad)]
            for link in pagina.evaluate(LINKS):
                naam, volgende = pagina_van(link) or ("", "")
                if naam and naam not in gezien:
                    gezien.add(naam)
                    wachtrij.append(volgende)
    assert not gevonden, "\n".join(gevonden)
    assert gezien >= minstens
