"""Pages with a planted fault, each of a kind that KeurendeClient must find, and one without."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

GEBREKEN = {
    "script": "<script>alert(1)</script>",
    "script-met-kenmerk": '<script nonce="abc">alert(1)</script>',
    "stijl": "<style>p { color: red }</style>",
    "stijl-bij-element": '<p style="color: red">Rood</p>',
    "gebeurtenis": '<button onclick="weg()">Weg</button>',
    "adres": '<a href="javascript:weg()">Weg</a>',
    "variabele": "<p>Beste {{ naam }}</p>",
    "label": "<p>{% if naam %}</p>",
    "opmerking": "<p>{# nog doen #}</p>",
    "lege-keuze": "<select><option>---------</option></select>",
    "kenmerk": '<p class="{{ soort }}">Tekst</p>',
}
GAAF = (
    '<script src="/static/a.js"></script><script type="application/json">{"a": "{{"}</script>'
    '<p class="online">Op tijd, en onveranderd.</p>'
)


@login_not_required
def pagina(request: HttpRequest, naam: str) -> HttpResponse:
    return HttpResponse(f"<!doctype html><title>Proef</title>{GEBREKEN.get(naam, GAAF)}")


@login_not_required
def platte_tekst(request: HttpRequest) -> HttpResponse:
    return HttpResponse(GEBREKEN["script"], content_type="text/plain")


urlpatterns = [path("tekst/", platte_tekst), path("<slug:naam>/", pagina)]
