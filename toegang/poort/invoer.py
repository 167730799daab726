"""What was typed when a page could not be saved: kept, encrypted, until its user is back.

It lies in the session, so on the server: only its own user gets it back, on the page where it was typed, and
for an hour at most. A file is not kept; the page says so. Nor is anything of signing in.
"""

from __future__ import annotations

import json
import time
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from cryptography.fernet import InvalidToken
from django.http import HttpRequest, QueryDict

from kern.kalender import AMSTERDAM
from kern.velden import slot_voor
from toegang.poort import bekend
from toegang.poort.tijdslot import WAS_INGELOGD

_SLEUTEL = "bewaarde_invoer"
HOOGSTENS_TEKENS: Final = 300_000
HOOGSTENS_SECONDEN: Final = 3600
# By the names of the addresses: passphrases and codes are kept nowhere.
_VAN_HET_INLOGGEN = ("account_", "mfa_", "usersessions_", "sessie-", "demo-")
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105


def getypt(request: HttpRequest) -> list[tuple[str, str]]:
    """Name and value of all that was typed in this request, without the token of the form."""
    return [(naam, waarde) for naam, rij in request.POST.lists() for waarde in rij if naam != _TOKEN]


def te_bewaren(request: HttpRequest) -> bool:
    """Is this a form of a page of ours, sent from our own page, that may be kept or shown again?"""
    if request.method != "POST" or not _van_hier(request):
        return False
    gevonden = request.resolver_match
    return gevonden is not None and not (gevonden.view_name or "").startswith(_VAN_HET_INLOGGEN)


def bewaar(request: HttpRequest) -> bool:
    """Keep what was typed for whoever was signed in here until just now; False where that is not known."""
    gebruiker = _was_ingelogd(request)
    inhoud = json.dumps(getypt(request))
    if gebruiker is None or len(inhoud) > HOOGSTENS_TEKENS or not te_bewaren(request):
        return False
    request.session[_SLEUTEL] = {
        "gebruiker": gebruiker,
        "pad": request.path,
        "op": time.time(),
        "bestand": bool(request.FILES),
        "inhoud": slot_voor("bewaarde invoer").encrypt(inhoud.encode()).decode(),
    }
    return True


class Bewaard:
    """What was kept for this user and this page: the data of a form, when it was typed, and a file or not."""

    def __init__(self, rij: dict[str, Any], paren: list[tuple[str, str]]) -> None:
        self.paren = paren
        self.op = datetime.fromtimestamp(rij["op"], tz=AMSTERDAM)
        self.met_bestand: bool = rij["bestand"]

    @property
    def data(self) -> QueryDict:
        """As a form takes it."""
        gegevens = QueryDict(mutable=True)
        for naam, waarde in self.paren:
            gegevens.appendlist(naam, waarde)
        return gegevens


def bewaard_voor(request: HttpRequest) -> Bewaard | None:
    """What was kept for this page. What is of another user or too old is thrown away, and so None."""
    rij = request.session.get(_SLEUTEL)
    if not rij:
        return None
    if rij["gebruiker"] != request.user.pk or time.time() - rij["op"] > HOOGSTENS_SECONDEN:
        vergeet(request)
        return None
    if rij["pad"] != request.path:
        return None
    try:
        inhoud = slot_voor("bewaarde invoer").decrypt(rij["inhoud"].encode())
    except InvalidToken:  # the key in the settings was changed in between
        vergeet(request)
        return None
    return Bewaard(rij, [(naam, waarde) for naam, waarde in json.loads(inhoud)])


def vergeet(request: HttpRequest) -> None:
    """It was sent once more, or is not wanted."""
    request.session.pop(_SLEUTEL, None)


def _was_ingelogd(request: HttpRequest) -> int | None:
    """Key of who was signed in here: by the session that ended, else by the device."""
    if rij := request.session.get(WAS_INGELOGD):
        return int(rij[0])
    apparaat = bekend.apparaat_van(request)
    return apparaat.laatste if apparaat else None


def _van_hier(request: HttpRequest) -> bool:
    """Does the browser say that our own page sent this? Without any sign it does not."""
    bron = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(bron).netloc == request.get_host() and bron != "null"
