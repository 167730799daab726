"""Every page of the demonstration that a role can reach by links, from the first page on.

A test file for each role that takes minutes: the files are what the processes of a test run share out.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.urls import resolve, reverse
from playwright.sync_api import Error, Page

from tests.browser.keuring import Kijker
from toegang.demo import adres
from toegang.models import Gebruiker, Rol

# Of these roles each page is looked at all round; the others walk around in test_rondgang.
ALLES_GEKEURD = frozenset({Rol.KLANTREGISSEUR, Rol.COORDINATOR, Rol.FINANCIEN, Rol.RAADSGRIFFIE})
# Pages that belong to every user are looked at in test_paginas.
OVERAL = {"hulp", "toegankelijkheid", "privacy", "account_change_password", "account_login"}
LINKS = "() => [...document.querySelectorAll('main a[href]:not([href^=mailto]), nav a[href]')].map((link) => link.href)"


def pagina_van(url: str) -> tuple[str, str] | None:
    """(name of the view, path with query) of a page of ours; None for a file, a telephone number and mail."""
    deel = urlsplit(url)
    if deel.scheme in {"tel", "mailto"} or deel.path.endswith((".pdf", ".json", ".svg", ".xlsx")):
        return None
    return resolve(deel.path).view_name, deel.path + (f"?{deel.query}" if deel.query else "")


def keur_alles(kijker: Callable[..., Kijker], rol: Rol, minstens: set[str]) -> None:
    """One page of each kind, and no finding on any; `minstens` are kinds that have to be among them."""
    assert rol in ALLES_GEKEURD
    bezoeker = kijker(Gebruiker.objects.get(email=adres(rol)))
    wachtrij, gezien, gevonden = [eerste(bezoeker)], {"start", *OVERAL}, []
    while wachtrij:
        naam, pad = wachtrij.pop(0)
        if naam in gezien:
            continue
        gezien.add(naam)
        bevindingen, links = keur(bezoeker, pad)
        gevonden += [f"{pad}: {punt}" for punt in bevindingen]
        wachtrij += filter(None, map(pagina_van, links))
    assert not gevonden, "\n".join(gevonden)
    assert gezien >= minstens


def eerste(bezoeker: Kijker) -> tuple[str, str]:
    """Where the first page sends this role."""
    with bezoeker.context() as context:
        pagina = pagina_van(context.request.get(bezoeker.adres + reverse("start")).url)
    assert pagina is not None
    return pagina


def keur(bezoeker: Kijker, pad: str) -> tuple[list[str], list[str]]:
    """The findings on a page, and its links; a file to save has neither: it only has to come."""
    links: list[str] = []

    def lees(pagina: Page) -> None:
        links.extend(pagina.evaluate(LINKS))

    try:
        return bezoeker.keur(pad, daarna=lees), links
    except Error as fout:
        if "Download is starting" not in str(fout):
            raise
    with bezoeker.context() as context:
        antwoord = context.request.get(bezoeker.adres + pad)
    bijlage = antwoord.headers.get("content-disposition", "").startswith("attachment")
    return [] if antwoord.ok and bijlage else [f"status {antwoord.status}, geen bestand"], []
