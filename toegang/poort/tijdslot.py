"""How long a session lasts: half an hour without a click, twelve hours at most. What was typed is kept.

A page that asks by itself (htmx) is no click.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from toegang.models import Gebruiker
from toegang.poort import bekend

_BEGON, _LAATST = "tijdslot_begon", "tijdslot_laatst"
WAS_INGELOGD: Final = (
    "tijdslot_was"  # in the session after the end of another: whose it was, and why it ended
)
# Written at most once in this many seconds, and given on top of the time without a click.
SCHRIJF_ELKE: Final = 60


def begin(sender: object, request: HttpRequest, user: Gebruiker, **_rest: Any) -> None:
    """Receiver of Django's `user_logged_in`: the session begins now, and the device is known from now on."""
    nu = time.time()
    request.session.update({_BEGON: nu, _LAATST: nu})
    request.session.pop(WAS_INGELOGD, None)
    request.pas_ingelogd = user  # type: ignore[attr-defined]


def over(request: HttpRequest) -> tuple[int, int]:
    """Seconds that are left: without a click, and in all. Never below zero."""
    nu = time.time()
    stil = settings.SESSIE_STIL.total_seconds()
    langst = request.session.get(_BEGON, nu) + settings.SESSIE_LANGST.total_seconds() - nu
    return max(0, int(min(stil, langst))), max(0, int(langst))


class Tijdslot:
    """Middleware: a session that lasted too long ends before anything else is asked of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if reden := self._verlopen(request):
                self._beeindig(request, reden)
            else:
                self._noteer(request)
        antwoord = self.get_response(request)
        if gebruiker := getattr(request, "pas_ingelogd", None):
            bekend.onthoud(request, antwoord, gebruiker)
        return antwoord

    @staticmethod
    def _verlopen(request: HttpRequest) -> str:
        """Why this session is over; empty while it is not."""
        nu, sessie = time.time(), request.session
        if nu - sessie.get(_BEGON, nu) >= settings.SESSIE_LANGST.total_seconds():
            return "lang"
        if nu - sessie.get(_LAATST, nu) >= settings.SESSIE_STIL.total_seconds() + SCHRIJF_ELKE:
            return "stil"
        return ""

    @staticmethod
    def _beeindig(request: HttpRequest, reden: str) -> None:
        pk = request.user.pk
        UserSession.objects.filter(session_key=request.session.session_key).delete()
        logout(request)
        request.session[WAS_INGELOGD] = [pk, reden]

    @staticmethod
    def _noteer(request: HttpRequest) -> None:
        """The moment of the last click, for this session and in the list of sessions."""
        nu, sessie = time.time(), request.session
        sessie.setdefault(_BEGON, nu)
        vanzelf = request.method == "GET" and "HX-Request" in request.headers
        if vanzelf or nu - sessie.get(_LAATST, 0) < SCHRIJF_ELKE:
            return
        sessie[_LAATST] = nu
        UserSession.objects.filter(session_key=sessie.session_key).update(
            last_seen_at=datetime.fromtimestamp(nu, tz=UTC)
        )
