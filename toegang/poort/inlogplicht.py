"""Who is not signed in goes to sign in, and loses nothing of what was just sent; afterwards it is back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from kern import schrijfwijze
from toegang.poort import invoer
from toegang.poort.paginas import opnieuw_versturen
from toegang.poort.tijdslot import WAS_INGELOGD

_WAAROM = {
    "stil": "U was lang niet actief. Daarom bent u uitgelogd.",
    "lang": "U was twaalf uur ingelogd. Daarom bent u uitgelogd.",
}
_BEWAARD = "Wat u typte, is bewaard. Log in, dan staat het er weer."
_NIET_BEWAARD = "Wat u verstuurde, is niet opgeslagen."


class Inlogplicht(LoginRequiredMiddleware):
    """Middleware: as Django's, and it keeps a form that was sent too late."""

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponseBase:
        """To the page of signing in, and from there to the page that was asked."""
        if "HX-Request" in request.headers:
            return self._hele_pagina(request)
        self._zeg_waarom(request)
        antwoord: HttpResponseBase = super().handle_no_permission(request, view_func)
        return antwoord

    @staticmethod
    def _zeg_waarom(request: HttpRequest) -> None:
        was = request.session.get(WAS_INGELOGD)
        zinnen = [_WAAROM[was[1]]] if was and was[1] else []
        if was:
            request.session[WAS_INGELOGD] = [was[0], ""]  # said once
        if request.method == "POST":
            zinnen.append(_BEWAARD if invoer.bewaar(request) else _NIET_BEWAARD)
        if zinnen:
            messages.info(request, " ".join(zinnen))

    @staticmethod
    def _hele_pagina(request: HttpRequest) -> HttpResponse:
        """A part of a page is refreshed: let the browser leave the page as a whole."""
        pad = urlsplit(request.headers.get("HX-Current-URL", "/")).path
        return HttpResponse(status=204, headers={"HX-Redirect": redirect_to_login(pad).url})


class Terugzetten:
    """Middleware: what was kept comes back on the page where it was typed, and is not saved by itself.

    A form that can be filled again gets it in `request.herstelde_invoer` (kern.forms); for what else was
    sent there is a page with one button.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view_func: Any, *_rest: object) -> HttpResponse | None:
        """Before the view: None lets it go on."""
        if not request.user.is_authenticated or "bewaarde_invoer" not in request.session:
            return None
        bewaard = invoer.bewaard_voor(request)
        if bewaard is None:
            return None
        if request.method == "POST":
            invoer.vergeet(request)
            return None
        if not getattr(getattr(view_func, "view_class", None), "herstelt_invoer", False):
            invoer.vergeet(request)
            return opnieuw_versturen(request, bewaard.paren, reden="ingelogd", bestand=bewaard.met_bestand)
        request.herstelde_invoer = bewaard.data  # type: ignore[attr-defined]
        zin = f"Dit typte u om {schrijfwijze.tijd(bewaard.op)}, voordat u werd uitgelogd. Het is nog niet opgeslagen."
        if bewaard.met_bestand:
            zin += " Kies het bestand opnieuw."
        messages.warning(request, zin)
        return None
