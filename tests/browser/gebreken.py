"""Pages with a planted fault, as addresses for the negative controls: what `bekijk` must find."""

from csp.decorators import csp_exempt
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from wassenaar_integratie.urls import urlpatterns as gewone

KADER = '{% extends "basis.html" %}{% block titel %}Proef{% endblock %}'
PAGINAS = {
    "bleek": (
        '{% block kopregels %}<link rel="stylesheet" href="/gebrek.css">{% endblock %}'
        '{% block inhoud %}<p class="bleek">Dit is te bleek om te lezen.</p>{% endblock %}'
    ),
    "zonder-naam": "{% block inhoud %}<input type='text' class='utrecht-textbox'>{% endblock %}",
    "te-breed": (
        '{% block kopregels %}<link rel="stylesheet" href="/gebrek.css">{% endblock %}'
        '{% block inhoud %}<p class="breed">Te breed</p>{% endblock %}'
    ),
    "script": "{% block inhoud %}<script>document.title = 'binnen';</script>{% endblock %}",
    "stijl": "{% block inhoud %}<p style='color: black'>Gekleurd</p>{% endblock %}",
    "klik": "{% block inhoud %}<p onclick='alert(1)'>Klik</p>{% endblock %}",
    "klein": (
        '{% block kopregels %}<link rel="stylesheet" href="/gebrek.css">{% endblock %}'
        "{% block inhoud %}<button class='klein' type='button'>x</button>{% endblock %}"
    ),
    "klein-in-cel": (
        "{% block inhoud %}<table><caption>Rijen</caption><tr><th scope='row'><a href='/'>Rij</a></th></tr></table>"
        "{% endblock %}"
    ),
    "plaatje": "{% block inhoud %}<img src='/static/bestaat-niet.svg' alt='Er is niets'>{% endblock %}",
    "vreemd-plaatje": "{% block inhoud %}<img src='data:image/gif;base64,R0lGOD' alt='Punt'>{% endblock %}",
    "onaf": "{% block inhoud %}<p>{% verbatim %}{{ naam }}{% endverbatim %}</p>{% endblock %}",
    "goed": "{% block inhoud %}<p class='nl-paragraph'>Hier is niets mis.</p>{% endblock %}",
}
CSS = """
.bleek { color: #ccc; }
.breed { inline-size: 90rem; }
.klein { inline-size: 12px; block-size: 12px; padding: 0; }
"""


@login_not_required
def gebrek(request: HttpRequest, naam: str) -> HttpResponse:
    return HttpResponse(engines["django"].from_string(KADER + PAGINAS[naam]).render({}, request))


@csp_exempt()
@login_not_required
def zonder_beleid(request: HttpRequest) -> HttpResponse:
    return gebrek(request, "goed")


@login_not_required
def css(request: HttpRequest) -> HttpResponse:
    return HttpResponse(CSS, content_type="text/css")


urlpatterns = [
    *gewone,
    path("gebrek/zonder-beleid/", zonder_beleid),
    path("gebrek/<slug:naam>/", gebrek),
    path("gebrek.css", css),
]
