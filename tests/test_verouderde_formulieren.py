"""A form that was opened before somebody else saved gives the page with both versions, on every form.

The forms and their pages are found by walking the classes and the addresses: a new one without a case
here fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db.models import F
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kern.forms import BasisForm
from kern.models import VersieModel
from tests.toegang.factories import GebruikerFactory
from tests.verouderd_geval import Geval
from tests.verouderde_gevallen import GEVALLEN, NIEUW, ROLLEN
from toegang.models import Rol

pytestmark = pytest.mark.django_db


def formulieren() -> Iterator[type[BasisForm[Any]]]:
    """Every form of our apps on a model with a version, by walking the classes."""
    open_ = list(BasisForm.__subclasses__())
    while open_:
        klasse = open_.pop()
        open_ += klasse.__subclasses__()
        model = klasse._meta.model
        van_ons = klasse.__module__.partition(".")[0] in settings.EIGEN_APPS
        if van_ons and model is not None and issubclass(model, VersieModel):
            yield klasse


def bladzijden(resolver: URLResolver, ruimte: str = "") -> Iterator[tuple[str, type[Any]]]:
    """Name and view of every address of our apps that shows a form."""
    for deel in resolver.url_patterns:
        if isinstance(deel, URLResolver):
            yield from bladzijden(deel, f"{deel.namespace}:" if deel.namespace else ruimte)
        elif isinstance(deel, URLPattern) and (klasse := getattr(deel.callback, "view_class", None)):
            van_ons = klasse.__module__.partition(".")[0] in settings.EIGEN_APPS
            if van_ons and hasattr(klasse, "get_form_class"):
                yield f"{ruimte}{deel.name}", klasse


def kan_verouderen(klasse: type[Any]) -> bool:
    """Whether the form of this view is, or may be, one on a model: a class that it makes itself may be."""
    form = getattr(klasse, "form_class", None)
    if form is not None:
        return issubclass(form, BasisForm)
    return klasse.get_form_class.__module__.partition(".")[0] in settings.EIGEN_APPS and hasattr(
        klasse, "bewaar"
    )


def ingevuld(form: Any) -> dict[str, str]:
    """What a browser sends of this form as it was shown."""
    data = {}
    for naam, veld in form.fields.items():
        waarde = veld.widget.format_value(veld.prepare_value(form[naam].value()))
        if isinstance(waarde, list):
            waarde = next(iter(waarde), "")
        if waarde not in (None, False, "False"):
            data[form.add_prefix(naam)] = str(waarde)
    return data


@pytest.fixture
def geopend(request, client, settings, tmp_path) -> tuple[Geval, str, Any]:
    """The case, its address, and the form as we opened it."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }
    client.force_login(GebruikerFactory(naam="Ik", rol=ROLLEN.get(request.param, Rol.COORDINATOR)))
    geval = GEVALLEN[request.param]()
    adres = reverse(request.param, args=geval.args)
    return geval, adres, client.get(adres).context["form"]


@pytest.mark.parametrize("geopend", GEVALLEN, indirect=True)
def test_wie_later_opslaat_ziet_beide(client, geopend):
    geval, adres, form = geopend
    assert "versie" in form.fields
    data = ingevuld(form) | geval.rest | ({geval.veld: geval.getypt} if geval.veld else {})
    rijen = type(geval.rij)._default_manager.filter(pk=geval.rij.pk)
    rijen.update(versie=F("versie") + 1, **geval.opgeslagen)
    eerst = rijen.values().get()

    antwoord = client.post(adres, data)

    assert antwoord.status_code == 200
    verschillen = [
        verschil for verschil in antwoord.context["form"].verschillen if verschil.veld == geval.veld
    ]
    assert verschillen
    pagina = antwoord.content.decode()
    for verschil in verschillen:
        assert verschil.getypt != verschil.opgeslagen
        assert verschil.getypt in pagina
        assert verschil.opgeslagen in pagina
    assert rijen.values().get() == eerst


def test_elke_bladzijde_met_een_opgeslagen_rij_heeft_een_geval():
    met_form = {naam for naam, klasse in bladzijden(get_resolver()) if kan_verouderen(klasse)}
    assert met_form == {*GEVALLEN, *NIEUW}


def test_elk_formulier_hoort_bij_een_bladzijde_met_een_geval():
    paginas = dict(bladzijden(get_resolver()))
    gebruikt = {getattr(paginas[naam], "form_class", None) for naam in {*GEVALLEN, *NIEUW}}
    zelf_gekozen = {naam for naam in GEVALLEN if getattr(paginas[naam], "form_class", None) is None}
    over = {klasse.__name__ for klasse in formulieren() if klasse not in gebruikt}
    assert zelf_gekozen == {
        "gebruiker",
        "dossiers:contact-doorhalen",
        "dossiers:taak-doorhalen",
        "dossiers:document-doorhalen",
        "dossiers:signaal-doorhalen",
    }
    # made by those pages themselves: one for each kind of user, one for each kind of row
    assert over <= {"GebruikerForm", "CollegaForm"} | {name for name in over if name.endswith("DoorhaalForm")}
