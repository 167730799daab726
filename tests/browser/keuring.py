"""What is looked at on every page, at 1280 and 320 px. Each finding is one line; none is the only good answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page

BREEDTES = (1280, 320)
REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Where a page that passes its rules stands, nobody reads: of those axe says the rules, and only of faults each place.
AXE = {"runOnly": REGELS, "resultTypes": ["violations"], "selectors": False}
# A small file of the site, without a script: where the window waits between two pages.
RUST = "/static/beeldmerk.svg"
# Where who may not see a page is sent: that page is good, and not the one that was asked for.
INLOGGEN = "/inloggen/"
# WCAG 2.2, 2.5.8: 24 by 24 px, but for a link in a sentence (not one that is a cell's own); of a choice, the label
# around it is the target.
KLEINE_DOELEN = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
  .filter((deel) => {
    const vak = deel.getBoundingClientRect();
    const inCel = deel.parentElement.matches("td, th") && ![...deel.parentElement.childNodes]
      .some((naast) => naast.nodeType === Node.TEXT_NODE && naast.textContent.trim());
    const inZin = deel.tagName === "A" && getComputedStyle(deel).display === "inline" && !inCel;
    const ander = inZin || deel.closest(".wi-keuze, [aria-hidden=true]");
    return vak.width && !ander && (vak.width < 23.5 || vak.height < 23.5);
  })
  .map((deel) => `${deel.tagName} ${(deel.textContent || deel.id).trim().slice(0, 40)}`)"""
TE_BREED = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Plain text on the page that no template should leave there.
ONAF = """() => (document.body.innerText.match(/\\{[{%#]|[}%#]\\}|&lt;|\\bNone\\b|\\bundefined\\b/g) || [])"""
BELEID = """window.geweigerd = [];
document.addEventListener("securitypolicyviolation", (melding) => {
  window.geweigerd.push(`${melding.violatedDirective} ${melding.blockedURI}`);
});"""

# Some versions of Chromium judge an attribute like onclick only when somebody asks for its handler.
GEWEIGERD = """async () => {
  for (const deel of document.querySelectorAll("*"))
    for (const naam of deel.getAttributeNames()) if (naam.startsWith("on")) deel[naam];
  await new Promise((klaar) => setTimeout(klaar));
  return window.geweigerd;
}"""


@cache
def axe() -> str:
    """The source of axe-core, which the set-up copied from its package."""
    return (Path(settings.BASIS) / "static/pakketten/axe.min.js").read_text(encoding="utf-8")


@contextmanager
def axe_in(pagina: Page) -> Iterator[Callable[[], list[str]]]:
    """What axe finds. It runs in the debugger's own world, so that the page's policy stays as strict as it is."""
    sessie = pagina.context.new_cdp_session(pagina)
    frame = sessie.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    wereld = sessie.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})[
        "executionContextId"
    ]

    def voer_uit(opdracht: str, **rest: Any) -> Any:
        gegeven = sessie.send("Runtime.evaluate", {"expression": opdracht, "contextId": wereld, **rest})
        if "exceptionDetails" in gegeven:
            raise RuntimeError(gegeven["exceptionDetails"]["exception"]["description"])
        return gegeven["result"].get("value")

    def overtredingen() -> list[str]:
        opdracht = f"axe.run(document, {json.dumps(AXE)})"
        vraag = f"{opdracht}.then((r) => JSON.stringify([r.violations, r.passes.length]))"
        gevonden, goed = json.loads(voer_uit(vraag, awaitPromise=True, returnByValue=True))
        assert goed > 5, "axe keek bijna nergens naar"
        return [
            f"axe {punt['id']}: {knoop['html'][:160]}" for punt in gevonden for knoop in punt["nodes"][:4]
        ]

    voer_uit(axe())
    yield overtredingen
    sessie.detach()


def afmetingen(breedte: int) -> dict[str, int]:
    return {"width": breedte, "height": 900 if breedte > 400 else 720}


class Venster:
    """The one window for all the looking: a new one for each page would read and compile the same files again.

    Of a former page nothing stays but what the browser keeps of files: no cookie, no storage, no pointer.
    """

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(locale="nl-NL")
        self.context.add_init_script(BELEID)
        self.pagina = self.context.new_page()

    @contextmanager
    def open(self, adres: str, sessie: str | None) -> Iterator[Page]:
        self.context.clear_cookies()
        if sessie:
            self.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sessie, "url": adres}])
        if self.pagina.is_closed():
            self.pagina = self.context.new_page()
        self.pagina.set_viewport_size(afmetingen(BREEDTES[0]))
        try:
            yield self.pagina
        finally:
            if not self.pagina.is_closed():
                self.pagina.goto(adres + RUST)  # no request of a page comes after its test
                self.pagina.evaluate("() => [localStorage, sessionStorage].forEach((bak) => bak.clear())")


class Kijker:
    """One visitor; opens pages of the live server at both widths and says what is wrong with them."""

    def __init__(self, venster: Venster, browser: Browser, adres: str, sessie: str | None = None) -> None:
        self.venster, self.browser, self.adres, self.sessie = venster, browser, adres, sessie

    def context(self, breedte: int = 1280, **rest: Any) -> BrowserContext:
        """A fresh window of this width, signed in when this visitor is; close it after use."""
        context = self.browser.new_context(viewport=afmetingen(breedte), locale="nl-NL", **rest)
        if self.sessie:
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": self.sessie, "url": self.adres}]
            )
        return context

    def keur(
        self,
        pad: str,
        *,
        status: int = 200,
        open: str = "",  # noqa: A002
        daarna: Callable[[Page], None] | None = None,
    ) -> list[str]:
        """Every finding on this page: while loading, and then at each width.

        `open` is folded out by a click; `daarna` is done with the page before it is left.
        """
        with self.venster.open(self.adres, self.sessie) as pagina, luister(pagina, pad) as geladen:
            antwoord = pagina.goto(self.adres + pad, wait_until="load")
            assert antwoord is not None
            if "content-security-policy" not in antwoord.headers:
                geladen.append("zonder beleid")
            if antwoord.status != status:
                geladen.append(f"status {antwoord.status}, niet {status}")
            if INLOGGEN in pagina.url and INLOGGEN not in pad:
                geladen.append("kwam uit bij het inloggen")
            with axe_in(pagina) as overtredingen:
                per_breedte = [
                    f"{breedte} px: {punt}"
                    for breedte in BREEDTES
                    for punt in _bekijk(pagina, breedte, open, overtredingen)
                ]
            geladen += [f"geweigerd door het beleid: {wat}" for wat in pagina.evaluate(GEWEIGERD)]
            if daarna:
                daarna(pagina)
            if open:
                pagina.close()  # the pointer is where it clicked
        # The browser says of every page that is not 200 that it failed to load; that is no fault of an error page.
        laden = [punt for punt in geladen if status == 200 or "Failed to load resource" not in punt]
        return [f"laden: {punt}" for punt in laden] + per_breedte


@contextmanager
def luister(pagina: Page, pad: str) -> Iterator[list[str]]:
    """What the browser itself says of this page and of all that belongs to it."""
    gehoord: list[str] = []
    oren: dict[str, Callable[[Any], Any]] = {
        "pageerror": lambda fout: gehoord.append(f"script: {fout}"),
        "console": lambda regel: regel.type == "error" and gehoord.append(f"console: {regel.text}"),
        "response": lambda antwoord: _meld_mislukt(antwoord, pad, gehoord),
    }
    for soort, oor in oren.items():
        pagina.on(soort, oor)
    try:
        yield gehoord
    finally:
        for soort, oor in oren.items():
            pagina.remove_listener(soort, oor)


def _bekijk(pagina: Page, breedte: int, uitklappen: str, overtredingen: Callable[[], list[str]]) -> list[str]:
    pagina.set_viewport_size(afmetingen(breedte))
    if uitklappen:
        pagina.locator(uitklappen).locator("visible=true").first.click()
    gevonden = overtredingen()
    gevonden += [f"doel kleiner dan 24 px: {doel}" for doel in pagina.evaluate(KLEINE_DOELEN)]
    gevonden += [f"tekst die er niet hoort: {tekst}" for tekst in pagina.evaluate(ONAF)]
    if over := pagina.evaluate(TE_BREED):
        gevonden.append(f"schuift {over} px opzij")
    return gevonden


def _meld_mislukt(antwoord: Any, pad: str, gevonden: list[str]) -> None:
    """A picture, font or script that is not there; the page itself is judged by its own status."""
    if antwoord.status >= 400 and not antwoord.url.endswith(pad):
        gevonden.append(f"{antwoord.status} {antwoord.url}")
