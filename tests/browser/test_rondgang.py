"""Every page that a role can reach by links in the demonstration: nothing refused by the CSP, for each of the eight.

Four walk around here, one page of each kind at one width, their own account with it. Of the four others each page is
looked at all round in the files of the demonstration, what the policy refused among it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve, reverse
from playwright.sync_api import Error, Page, Route

from tests.browser.keuring import BELEID, GEWEIGERD, Kijker
from tests.browser.ronde import ALLES_GEKEURD
from toegang.demo import adres
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.browser

LINKS = "() => [...document.querySelectorAll('a[href]:not([href^=mailto])')].map((link) => link.href)"
# It ends the session of who walks around.
NIET_VOLGEN = {"account_logout"}


@dataclass
class Rondgang:
    """What a role saw: the kinds of pages, and what the browser refused on them."""

    rol: str
    bladzijden: list[str] = field(default_factory=list)
    geweigerd: list[str] = field(default_factory=list)


def van_ons(kijker: Kijker, link: str) -> tuple[str, str] | None:
    """(name of the view, path with query) of an address of the site; None for any other."""
    if not link.startswith(kijker.adres):
        return None
    deel = urlsplit(link)
    try:
        naam = resolve(deel.path).view_name
    except Resolver404:  # a served file
        return None
    return (naam, deel.path + (f"?{deel.query}" if deel.query else "")) if naam not in NIET_VOLGEN else None


def loop_rond(kijker: Kijker, rol: str, *, eerst: str = "") -> Rondgang:
    """From the first page on by all links; `eerst` is looked at besides."""
    rondgang = Rondgang(rol)
    with kijker.context() as context:
        context.add_init_script(BELEID)
        pagina = context.new_page()
        gezien = {"start"}
        wachtrij = [eerst or reverse("start"), reverse("welkom")]
        while wachtrij:
            pad = wachtrij.pop(0)
            try:
                gevonden = list(bekeken(pagina, kijker.adres + pad))
            except Error as fout:
                if "Download is starting" not in str(fout):
                    raise
                continue  # a file to save is no page
            rondgang.bladzijden.append(pad)
            rondgang.geweigerd += [f"{rol} {pad}: {wat}" for wat in gevonden]
            for naam, volgende in filter(None, (van_ons(kijker, link) for link in pagina.evaluate(LINKS))):
                if naam not in gezien:
                    gezien.add(naam)
                    wachtrij.append(volgende)
    return rondgang


def bekeken(pagina: Page, adres_: str) -> Iterator[str]:
    """What the browser refused on this page."""
    antwoord = pagina.goto(adres_, wait_until="load")
    assert antwoord is not None
    assert "content-security-policy" in antwoord.headers, f"{adres_}: zonder beleid"
    yield from pagina.evaluate(GEWEIGERD)
    if antwoord.status >= 400:
        yield f"status {antwoord.status}"


@pytest.mark.usefixtures("demonstratie")
def test_elke_rol_overal_zonder_een_melding_van_het_beleid(kijker, record_property):
    rollen = set(Rol) - ALLES_GEKEURD
    gangen = [loop_rond(kijker(Gebruiker.objects.get(email=adres(rol))), rol) for rol in sorted(rollen)]
    record_property("bladzijden", {str(gang.rol): len(gang.bladzijden) for gang in gangen})
    print({gang.rol: len(gang.bladzijden) for gang in gangen})  # noqa: T201  # shown with -s
    assert [melding for gang in gangen for melding in gang.geweigerd] == []
    assert {gang.rol for gang in gangen} == rollen
    per_rol = {gang.rol: len(gang.bladzijden) for gang in gangen}
    assert min(per_rol.values()) >= 8, per_rol
    assert per_rol[Rol.PARTNER] >= 15, per_rol


@pytest.mark.django_db(transaction=True)
def test_een_script_in_de_bladzijde_zelf_wordt_gemeld(kijker):
    bezoeker = kijker()
    with bezoeker.context() as context:
        context.add_init_script(BELEID)
        pagina = context.new_page()

        def met_script(route: Route) -> None:
            antwoord = route.fetch()
            route.fulfill(
                response=antwoord, body=antwoord.text().replace("</main>", "<script>1</script></main>")
            )

        pagina.route("**/hulp/", met_script)
        gevonden = list(bekeken(pagina, bezoeker.adres + reverse("hulp")))
    assert [melding for melding in gevonden if melding.startswith("script-src")]
