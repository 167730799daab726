"""Devices from which somebody signed in before: a signed cookie, in which nobody's address can be read.

Tries from a known device are counted apart. So whoever hammers somebody's address, from wherever, does not
keep that somebody out. It lets nobody in: passphrase and second step are asked all the same.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from toegang.models import Gebruiker

_ZOUT = "toegang.poort.bekend"
MEESTE = 5  # people who share one computer; the first of them is forgotten


@dataclass(frozen=True)
class Apparaat:
    """A device: its own number, and who signed in on it, the last one last, as (key, mark of the address)."""

    nummer: str
    wie: tuple[tuple[int, str], ...]

    @property
    def laatste(self) -> int | None:
        """Key of who signed in last."""
        return self.wie[-1][0] if self.wie else None

    def kent(self, adres: str) -> bool:
        """Did who has this e-mail address sign in here before? It asks nothing of the database."""
        gezocht = _merk(adres)
        return any(constant_time_compare(merk, gezocht) for _pk, merk in self.wie)


def apparaat_van(request: HttpRequest) -> Apparaat | None:
    """The known device that this request comes from; None for an unknown one or a cookie that is not ours."""
    try:
        nummer, wie = signing.loads(
            request.COOKIES.get(settings.BEKEND_COOKIE, ""), salt=_ZOUT, max_age=settings.BEKEND_DUUR
        )
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Apparaat(str(nummer), tuple((int(pk), str(merk)) for pk, merk in wie))


def onthoud(request: HttpRequest, antwoord: HttpResponse, gebruiker: Gebruiker) -> None:
    """Put on the answer that this user signed in on this device."""
    apparaat = apparaat_van(request) or Apparaat(secrets.token_urlsafe(16), ())
    anderen = tuple(paar for paar in apparaat.wie if paar[0] != gebruiker.pk)
    nieuw = replace(apparaat, wie=(*anderen, (gebruiker.pk, _merk(gebruiker.email)))[-MEESTE:])
    antwoord.set_cookie(
        settings.BEKEND_COOKIE,
        signing.dumps((nieuw.nummer, nieuw.wie), salt=_ZOUT),
        max_age=settings.BEKEND_DUUR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _merk(adres: str) -> str:
    return salted_hmac(_ZOUT, adres.strip().lower(), algorithm="sha256").hexdigest()[:32]
