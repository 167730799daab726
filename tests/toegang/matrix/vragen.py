"""Asking a page as the web does, many times: nothing stays, and what is said is made comparable."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import time
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.cache import cache
from django.core.signals import got_request_exception
from django.db import transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.utils.html import escape

from tests.harnas.paginas import als_web
from toegang.models import Gebruiker

METHODEN = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
_WISSELEND = [
    re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]+'),
    re.compile(r"(csrf(?:token)?\"?: ?\"?)[A-Za-z0-9]{32,64}"),
    re.compile(r'(data-[a-z]*langst=")\d+'),  # seconds that the session still has
    re.compile(r"(nonce[=-]\"?)[A-Za-z0-9+/=_-]{16,}"),
]
_TITEL = re.compile(r"<title>(.*?)</title>", re.DOTALL)
# Differ with every answer, or follow from the text that is compared itself.
_KOPPEN_BUITEN = {"Content-Length", "ETag", "Date", "Expires", "Last-Modified"}


@dataclass(frozen=True)
class Antwoord:
    """What somebody gets to see of an answer; `fout` is the exception behind a 500."""

    status: int
    titel: str
    tekst: str
    koppen: tuple[tuple[str, str], ...]
    ruw: bytes
    fout: str = ""

    @property
    def gezien(self) -> tuple[Any, ...]:
        """All by which two answers can be told apart."""
        return self.status, self.titel, self.tekst, self.koppen


class Vrager(RequestFactory):
    """One user, signed in once; each question is rolled back, and no answer changes the cookies."""

    def __init__(self, gebruiker: Gebruiker | None) -> None:
        super().__init__()
        self.gebruiker = gebruiker
        if gebruiker is not None:
            client = Client()
            client.force_login(gebruiker)
            sessie = client.session  # just signed in, so that no page asks to do it again
            opnieuw = {"method": "password", "at": time() + 86_400, "reauthenticated": True}
            sessie["account_authentication_methods"] = [opnieuw]
            sessie["account_authentication_methods_user"] = str(gebruiker.pk)
            sessie.save()
            self.cookies = client.cookies
        self._afhandelaar = ClientHandler(enforce_csrf_checks=False)

    def request(self, **verzoek: Any) -> Any:
        """The answer of the whole chain of middleware."""
        return self._afhandelaar(self._base_environ(**verzoek))

    def vraag(self, methode: str, pad: str, gegevens: Any = None, **koppen: str) -> Antwoord:
        """Ask one page, as the web's own role, and put back all that it did."""
        cache.clear()  # allauth counts how often a page was asked
        with transaction.atomic(), _fouten() as fouten:
            with als_web():
                antwoord = self._stuur(methode, pad, gegevens, koppen)
                with transaction.atomic():
                    inhoud = _inhoud(antwoord)
            transaction.set_rollback(True)
        return _vergelijkbaar(antwoord, inhoud, pad, "; ".join(fouten))

    def _stuur(self, methode: str, pad: str, gegevens: Any, koppen: dict[str, str]) -> Any:
        if methode == "POST":
            return self.post(pad, gegevens or {}, **koppen)
        return self.generic(methode, pad, **koppen)


@contextmanager
def _fouten() -> Iterator[list[str]]:
    """What a page failed on, for the message of the test."""
    gezien: list[str] = []

    def noteer(**_rest: object) -> None:
        soort, fout, spoor = sys.exc_info()
        while spoor and spoor.tb_next:
            spoor = spoor.tb_next
        waar = f" ({spoor.tb_frame.f_code.co_filename}:{spoor.tb_lineno})" if spoor else ""
        gezien.append(f"{soort.__name__ if soort else ''}: {fout}{waar}")

    got_request_exception.connect(noteer)
    try:
        yield gezien
    finally:
        got_request_exception.disconnect(noteer)


def _inhoud(antwoord: HttpResponse | StreamingHttpResponse) -> bytes:
    if isinstance(antwoord, StreamingHttpResponse):
        return b"".join(antwoord.streaming_content)  # type: ignore[arg-type]
    return antwoord.content


def _vergelijkbaar(antwoord: Any, inhoud: bytes, pad: str, fout: str) -> Antwoord:
    """Without the address itself, the token against forgery and the nonce."""
    tekst = _gelijk(inhoud.decode(errors="replace"), pad)
    titel = _TITEL.search(tekst)
    koppen = tuple(
        sorted(
            (naam, _gelijk(waarde, pad))
            for naam, waarde in antwoord.headers.items()
            if naam not in _KOPPEN_BUITEN
        )
    )
    # the session's own cookie comes back once in a while, by the clock
    namen = set(antwoord.cookies) - {settings.SESSION_COOKIE_NAME}
    koekjes = tuple(sorted(("Set-Cookie", naam) for naam in namen))
    return Antwoord(
        antwoord.status_code, titel[1].strip() if titel else "", tekst, koppen + koekjes, inhoud, fout
    )


def _gelijk(tekst: str, pad: str) -> str:
    for wisselend in _WISSELEND:
        tekst = wisselend.sub(r"\1", tekst)
    if pad == "/":  # stands in every address
        return tekst
    anders = (quote(pad, safe=""), escape(pad), pad)
    for vorm in anders:
        tekst = tekst.replace(vorm, "<hier>")
    return tekst


def inlogadres() -> str:
    """Where who has not signed in is sent to."""
    return str(settings.LOGIN_URL)
