"""A form that was opened before somebody else saved gives the page with both versions, on every form.

The forms and their pages are found by walking the classes and the addresses: a new one without a case
here fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db.models import F
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from dossiers.models import (
    Bewaardfilter,
    Contactmoment,
    Document,
    Regie,
    Relatie,
    Signaal,
    Taak,
    Waarneming,
)
from huisvesting.models import Uitruil
from kern.forms import BasisForm
from kern.models import VersieModel
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import OpgaveFactory, PlaatsingFactory, VerwachtingFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db
DAG = date(2017, 4, 3)


@dataclass
class Geval:
    """A stored row, its page, and what two people make of one field: we type, a colleague saves first.

    Without `veld` the form holds nothing of the row, and `opgeslagen` is a field that the page tells of.
    """

    rij: Any
    args: list[Any]
    opgeslagen: dict[str, Any]
    veld: str = ""
    getypt: str = ""
    rest: dict[str, str] = field(default_factory=dict)


def ik() -> Gebruiker:
    return Gebruiker.objects.get(naam="Ik")


def _persoon() -> Geval:
    rij = StatushouderFactory()
    return Geval(rij, [rij.sleutel], {"voornamen": "Reem"}, "voornamen", "Rim")


def _vestiging() -> Geval:
    rij = VestigingFactory(van=date(2017, 1, 2))
    return Geval(rij, [rij.statushouder.sleutel, rij.pk], {"brp_op": date(2017, 1, 3)}, "brp_op", "4-1-2017")


def _contact() -> Contactmoment:
    return Contactmoment.objects.create(
        statushouder=StatushouderFactory(), op=DAG, tekst="Gebeld.", auteur=ik()
    )


def _taak(**velden: Any) -> Taak:
    return Taak.objects.create(
        statushouder=StatushouderFactory(), wat="Bel", uiterlijk_op=DAG, eigenaar=ik(), auteur=ik(), **velden
    )


def _signaal() -> Signaal:
    return Signaal.objects.create(
        statushouder=StatushouderFactory(),
        wat="Vaak te laat",
        melder="School",
        gemeld_op=DAG,
        antwoord_voor=DAG + timedelta(days=14),
        eigenaar=ik(),
        auteur=ik(),
    )


def _document() -> Document:
    rij = Document(statushouder=StatushouderFactory(), naam="Brief", op=DAG, grootte=3, auteur=ik())
    rij.bestand.save("brief", ContentFile(b"abc"))
    return rij


def _handeling(rij: Any, opgeslagen: dict[str, Any], **rest: str) -> Geval:
    return Geval(rij, [rij.pk], opgeslagen, rest=rest)


def _overdragen() -> Geval:
    rij: Regie = StatushouderFactory().regie.get()
    een, ander = GebruikerFactory(naam="Een"), GebruikerFactory(naam="Ander")
    return Geval(rij, [rij.statushouder.sleutel], {"regisseur": ander}, "regisseur", str(een.pk))


def _taak_overdragen() -> Geval:
    rij, een, ander = _taak(), GebruikerFactory(naam="Een"), GebruikerFactory(naam="Ander")
    return Geval(rij, [rij.pk], {"eigenaar": ander}, "eigenaar", str(een.pk))


def _waarneming() -> Waarneming:
    van, tot = date(2017, 5, 8), date(2017, 5, 15)
    return Waarneming.objects.create(afwezige=ik(), waarnemer=GebruikerFactory(naam="Een"), van=van, tot=tot)


def _relatie() -> Geval:
    kind, ouder = StatushouderFactory(), StatushouderFactory()
    rij = Relatie.objects.create(persoon=kind, verwant=ouder, soort="voogd", van=date(2017, 1, 1))
    return Geval(rij, [kind.sleutel, rij.pk], {"tot": date(2017, 4, 1)}, "tot", "3-4-2017")


def _plaatsing() -> Geval:
    rij = PlaatsingFactory(statushouder=VestigingFactory(van=date(2016, 1, 1)).statushouder)
    return Geval(rij, [rij.pk], {"tot": date(2017, 4, 1)}, "tot", "3-4-2017")


def _opgave() -> Geval:
    rij = OpgaveFactory(bekend_op=DAG)
    return Geval(rij, [rij.periode.code, rij.pk], {"bron": "Brief"}, "bron", "Staatscourant")


def _uitruil() -> Geval:
    rij = Uitruil.objects.create(
        periode=OpgaveFactory().periode, gemeente="Leiden", aantal=-3, besloten_op=DAG, bron="Besluit"
    )
    return Geval(rij, [rij.periode.code, rij.pk], {"gemeente": "Delft"}, "gemeente", "Voorschoten")


def _verwachting() -> Geval:
    rij = VerwachtingFactory()
    return Geval(rij, [rij.statushouder.sleutel], {"bron": "COA"}, "bron", "Nidos")


def _filter() -> Geval:
    rij = Bewaardfilter.objects.create(gebruiker=ik(), naam="Mijn", parameters={})
    return Geval(rij, [rij.pk], {"naam": "Ons"}, "naam", "Jullie")


def _gewoon(rij: Any, veld: str, opgeslagen: str, getypt: str) -> Geval:
    return Geval(rij, [rij.pk], {veld: opgeslagen}, veld, getypt)


# By the name of the page. A page that two kinds of users see with another form stands here twice.
GEVALLEN: dict[str, Callable[[], Geval]] = {
    "dossiers:wijzigen": _persoon,
    "dossiers:vestiging": _vestiging,
    "dossiers:overdragen": _overdragen,
    "dossiers:relatie-einde": _relatie,
    "dossiers:filter_hernoemen": _filter,
    "dossiers:contact-wijzigen": lambda: _gewoon(_contact(), "tekst", "Gebeld, geen gehoor.", "Teruggebeld."),
    "dossiers:contact-doorhalen": lambda: _handeling(
        _contact(), {"tekst": "Anders."}, doorgehaald_reden="Fout"
    ),
    "dossiers:taak-wijzigen": lambda: _gewoon(_taak(), "wat", "Schrijf", "Mail"),
    "dossiers:taak-overdragen": _taak_overdragen,
    "dossiers:taak-gedaan": lambda: _handeling(_taak(), {"wat": "Schrijf"}),
    "dossiers:taak-heropenen": lambda: _handeling(_taak(gedaan_op=DAG, gedaan_door=ik()), {"wat": "Schrijf"}),
    "dossiers:taak-doorhalen": lambda: _handeling(_taak(), {"wat": "Schrijf"}, doorgehaald_reden="Fout"),
    "dossiers:document-wijzigen": lambda: _gewoon(_document(), "naam", "Akte", "Pas"),
    "dossiers:document-doorhalen": lambda: _handeling(
        _document(), {"naam": "Akte"}, doorgehaald_reden="Fout"
    ),
    "dossiers:signaal-wijzigen": lambda: _gewoon(_signaal(), "melder", "Sportclub", "Huisarts"),
    "dossiers:signaal-antwoord": lambda: _handeling(
        _signaal(), {"melder": "Sportclub"}, antwoord="Gebeld.", beantwoord_op="3-4-2017"
    ),
    "dossiers:signaal-doorhalen": lambda: _handeling(
        _signaal(), {"melder": "Sportclub"}, doorgehaald_reden="Fout"
    ),
    "dossiers:waarneming-wijzigen": lambda: Geval(
        rij := _waarneming(), [rij.pk], {"van": date(2017, 5, 9)}, "van", "10-5-2017"
    ),
    "dossiers:waarneming-intrekken": lambda: _handeling(_waarneming(), {"van": date(2017, 5, 9)}),
    "huisvesting:woning": lambda: _gewoon(WoningFactory(), "wijk", "Centrum", "Oostdorp"),
    "huisvesting:beeindigen": _plaatsing,
    "huisvesting:verwachting": _verwachting,
    "huisvesting:opgave-wijzigen": _opgave,
    "huisvesting:uitruil-wijzigen": _uitruil,
    "gebruiker": lambda: _gewoon(GebruikerFactory(), "naam", "Anders", "Nieuw"),
    "organisatie": lambda: _gewoon(OrganisatieFactory(), "naam", "Anders", "Nieuw"),
}
ROLLEN = {"gebruiker": Rol.BEHEERDER, "organisatie": Rol.BEHEERDER}
# Pages whose form makes a new row, so that nothing can be stale.
NIEUW = {
    "dossiers:filter_bewaren",
    "dossiers:waarneming-nieuw",
    "dossiers:contact-nieuw",
    "dossiers:taak-nieuw",
    "dossiers:document-nieuw",
    "dossiers:signaal-nieuw",
    "huisvesting:woning-toevoegen",
    "huisvesting:opgave-nieuw",
    "huisvesting:uitruil-nieuw",
    "gebruiker-toevoegen",
    "organisatie-toevoegen",
}


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
