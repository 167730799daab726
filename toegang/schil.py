"""What every page of the shell needs: navigation by right, the demonstration's banner, the peildatum.

And what comes before every page: the second step of signing in, where it is required.
"""

import logging
from collections.abc import Callable, Collection
from contextlib import nullcontext
from functools import cache
from importlib import import_module
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import cached_property

from kern.contract import Menupunt
from kern.klok import vandaag
from kern.namens import namens
from kern.register import register
from kern.weigering import NietVastgelegd
from toegang.poort.tijdslot import over
from toegang.rules import INZIEN, mag

logger = logging.getLogger(__name__)


class Menuregel:
    """An entry of the menu for this user; what waits there is counted when the menu is drawn, once."""

    def __init__(self, punt: Menupunt, request: HttpRequest) -> None:
        self.label, self.url, self.icoon = punt.label, punt.url, punt.icoon
        self._punt, self._request = punt, request

    @cached_property
    def aantal(self) -> int:
        """What waits for this user; 0 for an entry without a counter."""
        if self._punt.teller is None:
            return 0
        gebruiker: Any = self._request.user
        with namens(gebruiker, op=vandaag()) if _over_gebruikers(self._request) else nullcontext():
            return self._punt.teller(gebruiker, vandaag())

    @property
    def woorden(self) -> str:
        """The counter for who cannot see that it is one."""
        een, meer = self._punt.tellerwoorden
        return f"{self.aantal} {een if self.aantal == 1 else meer}"


def navigatie(request: HttpRequest) -> list[dict[str, Any]]:
    """The groups of the menu with the entries that this user may open, in order; made once for a request."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return []
    voor, groepen = getattr(request, "menu", (None, []))
    if voor != request.user.pk:
        groepen = _groepen(request)
        request.menu = request.user.pk, groepen  # type: ignore[attr-defined]
    return groepen


def _groepen(request: HttpRequest) -> list[dict[str, Any]]:
    gebruiker: Any = request.user
    punten = [
        (punt, domein.code)
        for domein in register
        for punt in domein.menu
        if mag(gebruiker, domein.code, punt.recht)
    ]
    groepen: dict[str, list[Any]] = {}
    for punt, _domein in sorted(punten, key=lambda paar: paar[0].volgorde):
        groepen.setdefault(punt.groep, []).append(Menuregel(punt, request))
    return [{"kop": kop, "punten": rijen} for kop, rijen in groepen.items()]


def huidig_punt(request: HttpRequest, groepen: list[dict[str, Any]]) -> str:
    """The entry that this page belongs to: the one whose address is the longest beginning of the page's.

    So the form of a new family belongs to the list of families. Else the entry of the domain itself, which
    bears its name, or the first that it has. Empty where there is none.
    """
    adressen = {punt.url: reverse(punt.url) for groep in groepen for punt in groep["punten"]}
    passend = [url for url, adres in adressen.items() if request.path.startswith(adres)]
    return max(passend, key=lambda url: len(adressen[url]), default=_van_het_domein(request.path, adressen))


def _van_het_domein(pad: str, adressen: Collection[str]) -> str:
    for domein in register:
        if domein.urls and domein.urls.voorvoegsel and pad.startswith(f"/{domein.urls.voorvoegsel}"):
            punten = sorted(domein.menu, key=lambda punt: punt.label != domein.label)
            return next((punt.url for punt in punten if punt.url in adressen), "")
    return ""


def mag_zoeken(request: HttpRequest) -> bool:
    """Does the search box for persons stand in the top bar?"""
    gebruiker = getattr(request, "user", None)
    return bool(gebruiker and gebruiker.is_authenticated and mag(gebruiker, "dossiers", INZIEN))


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context processor of the shell."""
    groepen = navigatie(request)
    return {
        "demonstratie": settings.DEMONSTRATIE,
        "vandaag": vandaag(),
        "peildatum": vandaag(),  # a page with figures of another day says so itself
        "navigatie": groepen,
        "huidig_punt": huidig_punt(request, groepen),
        "mag_zoeken": mag_zoeken(request),
        "zoektekst": "",  # the page with the results says what was typed
        "tijdslot": _tijdslot(request),
    }


def _tijdslot(request: HttpRequest) -> dict[str, int]:
    """When this session ends, for the warning before it; empty for who is not signed in."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    stil, langst = over(request)
    return {
        "stil": stil,
        "langst": langst,
        "minuten": int(settings.SESSIE_STIL.total_seconds() // 60),
        "uren": int(settings.SESSIE_LANGST.total_seconds() // 3600),
        "einde": langst // 60 + 1 if langst <= settings.SESSIE_STIL.total_seconds() else 0,
        "waarschuw": int(settings.SESSIE_WAARSCHUWING.total_seconds()),
    }


# What somebody needs who has no second step yet: to set one up, to sign out, and to read what this is.
ZONDER_TWEEDE_STAP = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "account_logout",
    "sessie-verlengen",
    "hulp",
    "privacy",
    "toegankelijkheid",
    "beeldmerk",
}


class EisTweedeStap:
    """Middleware: who has no app or key yet comes to the page where one is set up, and nowhere else.

    Before the role of the page: a partner's own does not read who has a second step.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        eist = settings.TWEEDE_STAP_VERPLICHT and request.user.is_authenticated
        # also where there is no page: that of what does not exist has the menu, with what waits there
        if eist and _paginanaam(request) not in ZONDER_TWEEDE_STAP and not is_mfa_enabled(request.user):
            return HttpResponseRedirect(reverse("mfa_index"))
        return self.get_response(request)


def _paginanaam(request: HttpRequest) -> str:
    """The name of the page that is asked; empty where there is none."""
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


@cache
def _gebruikerspaginas() -> frozenset[str]:
    """Names of the pages that keep who signs in and how: they show nothing of those who are helped."""
    return frozenset(patroon.name for patroon in import_module("toegang.urls").urlpatterns)


def _over_gebruikers(request: HttpRequest) -> bool:
    return _paginanaam(request) in _gebruikerspaginas()


class Databankrol:
    """Middleware: inside a page the database is asked on behalf of this user, in one transaction.

    Who has not signed in gets no role, and so nothing of persons. Nor have the pages of signing in and of
    users one: only the web itself may write there, and that of a partner holds no passphrase. A page
    that failed saves nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        with transaction.atomic() if _over_gebruikers(request) else namens(request.user, op=vandaag()):
            antwoord = self.get_response(request)
            if antwoord.status_code >= 500:
                transaction.set_rollback(True)
        return antwoord


class Leeslog:
    """Middleware: what a page shows of persons is written down before it goes out; else it does not go out.

    Inside the role of the page, and outside all that a view may do with its own `dispatch`. What was saved
    on a page that could not be logged is not saved either: 503 takes it back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        pagina = getattr(request, "pagina", None)  # a view with a right: see `RechtMixin`
        if pagina is None:
            return antwoord
        try:
            pagina.leg_vast(antwoord)
        except NietVastgelegd as fout:
            return self._niets(fout)
        return antwoord

    def process_exception(self, _request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """A view that writes the log itself, before it looks at something, and could not."""
        return self._niets(fout) if isinstance(fout, NietVastgelegd) else None

    @staticmethod
    def _niets(fout: Exception) -> HttpResponse:
        logger.error("Het leeslog kon niet worden geschreven; de pagina is niet getoond.", exc_info=fout)
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Cache-Control": "no-store"})
