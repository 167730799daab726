"""The pages of a request that could not be done: they need no database, and keep what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.views import defaults
from django.views.csrf import csrf_failure

from toegang.poort import invoer

_STATUS: Final = {"ingelogd": 200, "verlopen": 403, "uitgelogd": 403, "druk": 503}
_TE_GROOT: Final[dict[type[Exception], str]] = {
    RequestDataTooBig: "U verstuurde te veel tekst in één keer. Maak het korter en verstuur het opnieuw.",
    TooManyFieldsSent: "Dit formulier heeft te veel velden. Verstuur het in delen.",
    TooManyFilesSent: "U koos te veel bestanden. Verstuur ze een voor een.",
}


def opnieuw_versturen(
    request: HttpRequest, paren: Sequence[tuple[str, str]], *, reden: str, bestand: bool = False
) -> HttpResponse:
    """Nothing was saved; with one button the same is sent again. `reden` is ingelogd, verlopen or druk."""
    return _opnieuw(reden, request.get_full_path(), request=request, velden=paren, bestand=bestand)


def te_druk(request: HttpRequest) -> HttpResponse:
    """The database gave up: send it again, or for a page that was only asked for, ask it again."""
    if invoer.te_bewaren(request):
        antwoord = opnieuw_versturen(
            request, invoer.getypt(request), reden="druk", bestand=bool(request.FILES)
        )
    else:
        linktekst = "Probeer opnieuw" if request.method == "GET" else ""
        antwoord = _opnieuw("druk", request.get_full_path(), linktekst=linktekst)
    antwoord.headers["Retry-After"] = "10"
    return antwoord


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token of a form is not that of the session: after signing in again in another tab, mostly.

    What was typed is offered once more, with a new token, to who is signed in and sent it from a page of ours.
    Who is not signed in any more signs in first, and finds it back then.
    """
    if not invoer.te_bewaren(request):
        return csrf_failure(request, reason)
    if request.user.is_authenticated:
        paren = invoer.getypt(request)
        return opnieuw_versturen(request, paren, reden="verlopen", bestand=bool(request.FILES))
    if not invoer.bewaar(request):
        return csrf_failure(request, reason)
    return _opnieuw("uitgelogd", redirect_to_login(request.path).url, linktekst="Inloggen")


def niet_gevonden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For who is signed in within the ordinary shell, so that the menu is there; else a page by itself.

    What is not theirs and what does not exist have the same status, title and text.
    """
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return defaults.page_not_found(request, exception)
    return HttpResponse(get_template("404_ingelogd.html").render({}, request), status=404)


def slecht_verzoek(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Status 413 with the reason where too much was sent at once, else Django's 400."""
    zin = next((zin for soort, zin in _TE_GROOT.items() if isinstance(exception, soort)), None)
    return te_groot(zin) if zin else defaults.bad_request(request, exception)


def te_groot(zin: str = "", *, status: int = 413) -> HttpResponse:
    """More than the server takes or gives; without a sentence it was a file."""
    zin = zin or f"Een bestand mag hoogstens {settings.VERZOEK_MB} MB zijn. Kies een kleiner bestand."
    return HttpResponse(get_template("413.html").render({"zin": zin}), status=status)


def _opnieuw(
    reden: str,
    doel: str,
    *,
    request: HttpRequest | None = None,
    velden: Sequence[tuple[str, str]] = (),
    bestand: bool = False,
    linktekst: str = "",
) -> HttpResponse:
    """With a request there is a button that sends the fields again, else a link, or nothing."""
    html = get_template("opnieuw.html").render(
        {
            "reden": reden,
            "doel": doel,
            "velden": velden,
            "bestand": bestand,
            "versturen": request is not None,
            "linktekst": linktekst,
            "csrf_token": get_token(request) if request else "",
        }
    )
    return HttpResponse(html, status=_STATUS[reden])
