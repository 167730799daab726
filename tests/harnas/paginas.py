"""A test client that looks at every page it gets: nothing inline, nothing left of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from html.parser import HTMLParser
from typing import Any

from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client

from tests.harnas.kanaries import personen_in_adres
from tests.harnas.vers import blijft_vers

GEGEVENSSOORTEN = {"application/json", "application/ld+json"}
# attributes that hold an address
ADRESSEN = {"href", "src", "action", "formaction", "hx-get", "hx-post"}
STREEPJES = ">---------<"  # Django's empty choice
_SJABLOONRESTEN = re.compile(r"\{\{|\{%|\{#|#\}|%\}|\}\}")


class Bladzijdefout(AssertionError):
    """A page that the browser would refuse to run in part, or that shows its template."""


class KeurendeClient(Client):
    """As Django's, but an HTML answer with a finding fails the test.

    The database is asked as the web's own role: what a page asks outside `kern.namens` is refused there.
    """

    def request(self, **verzoek: Any) -> Any:
        """Ask, and look at the answer. Bladzijdefout with every finding."""
        with self._vers(verzoek), als_web():
            antwoord = super().request(**verzoek)
        gevonden = keur(antwoord)
        if gevonden:
            raise Bladzijdefout(f"{verzoek.get('PATH_INFO', '')}: {'; '.join(gevonden)}")
        return antwoord

    @staticmethod
    def _vers(verzoek: dict[str, Any]) -> AbstractContextManager[None]:
        """Only what may change something is looked at."""
        schrijft = verzoek.get("REQUEST_METHOD") == "POST"
        return blijft_vers(str(verzoek.get("PATH_INFO", ""))) if schrijft else nullcontext()


@contextmanager
def als_web() -> Iterator[None]:
    """Be `wi_web` for the database; not by Django's cursor, so that no query is counted for it."""
    lijn = connection.connection
    if lijn is None:  # a page without a database
        yield
        return
    _rol(lijn, "wi_web")
    try:
        yield
    finally:
        if lijn is connection.connection and not connection.needs_rollback:
            _rol(lijn, "none")


def _rol(lijn: Any, rol: str) -> None:
    with lijn.cursor() as cursor:
        cursor.execute(f"SET ROLE {rol}")


def keur(antwoord: HttpResponse | StreamingHttpResponse) -> list[str]:
    """What is wrong in this answer: where it sends to, and, where it is HTML, all that it holds."""
    if wie := personen_in_adres(antwoord.headers.get("Location", "")):
        return [f"persoon in het adres van een omleiding: {wie}"]
    if antwoord.streaming or not antwoord.headers.get("Content-Type", "").startswith("text/html"):
        return []
    html = antwoord.content.decode()
    lezer = _Lezer()
    lezer.feed(html)
    resten = {f"onverwerkt sjabloon: {rest}" for rest in _SJABLOONRESTEN.findall(lezer.zonder_gegevens)}
    if STREEPJES in html:
        resten.add("een keuze zonder woorden")
    return [*lezer.gevonden, *sorted(resten)]


class _Lezer(HTMLParser):
    """Notes scripts and styles that stand in the page itself, which the CSP refuses."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.gevonden: list[str] = []
        self._stukken: list[str] = []
        self._in_gegevens = False

    @property
    def zonder_gegevens(self) -> str:
        """All texts and attributes, without the JSON that a page carries along."""
        return "\n".join(self._stukken)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = dict(attrs)
        self._in_gegevens = tag == "script" and kenmerken.get("type") in GEGEVENSSOORTEN
        if tag == "style" or (tag == "script" and "src" not in kenmerken and not self._in_gegevens):
            self.gevonden.append(f"<{tag}> in de bladzijde zelf")
        for naam, waarde in attrs:
            if naam in ADRESSEN and (wie := personen_in_adres(waarde or "")):
                self.gevonden.append(f"persoon in {naam} bij <{tag}>: {wie}")
            if naam == "style" or naam.startswith("on"):
                self.gevonden.append(f'{naam}="{waarde}" bij <{tag}>')
            if (waarde or "").strip().lower().startswith("javascript:"):
                self.gevonden.append(f"javascript: in {naam} bij <{tag}>")
            self._stukken += [naam, waarde or ""]

    def handle_endtag(self, tag: str) -> None:
        self._in_gegevens = False

    def handle_data(self, data: str) -> None:
        if not self._in_gegevens:
            self._stukken.append(data)
