"""The shape of the code: apps and layers, docstrings, sizes, and a right on every page."""

from __future__ import annotations

import ast
import inspect
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from django.views import View

from kern.register import register
from toegang.rules import RECHTEN, RECHTEN_VAN_BEHEER
from toegang.views import RechtMixin

BASIS: Path = settings.BASIS
PYPROJECT = tomllib.loads((BASIS / "pyproject.toml").read_text())
CONTRACTEN = {deel["name"]: deel for deel in PYPROJECT["tool"]["importlinter"]["contracts"]}
EIGEN = [*settings.EIGEN_APPS, "wassenaar_integratie"]
HOOGSTE_AANTAL_REGELS = 300

# Our views that ask for no right in a domain, and why.
ZONDER_RECHT = {
    "Start": "sends each user to the first page that their rights give them",
    "Welkom": "for who has no right that gives a page",
    "Beveiliging": "everybody's own second step",
    "Onderdelen": "the components on one page; shows nothing of anybody",
    "Inloggen": "before signing in there are no rights",
    "Sessies": "everybody's own sessions",
    "SessieVerlengen": "everybody's own session, kept a while longer",
    "NieuweWachtzin": "for who cannot sign in, by a link from a mail",
    "DemoInloggen": "signs in, in the demonstration only",
    "Beeldmerk": "the icon of the site, also for who cannot sign in",
    "Hulp": "a fixed text, also for who cannot sign in",
    "Privacy": "a fixed text, also for who cannot sign in",
    "Toegankelijkheid": "a fixed text, also for who cannot sign in",
}
# Modules of frameworks that say nothing that the app's own docstring does not.
ZONDER_UITLEG = {"apps.py"}


def bronnen(*mappen: str) -> list[Path]:
    """Our Python files, without migrations."""
    alle = (pad for map_ in mappen for pad in (BASIS / map_).rglob("*.py"))
    return sorted(pad for pad in alle if "migrations" not in pad.parts)


def kort(pad: Path) -> str:
    return str(pad.relative_to(BASIS))


class TestApps:
    def lagen(self) -> list[list[str]]:
        return [[naam.strip() for naam in laag.split("|")] for laag in CONTRACTEN["Layers"]["layers"]]

    def test_de_lagen_zijn_precies_onze_apps_in_hun_volgorde(self):
        van_onder_naar_boven = [set(laag) for laag in reversed(self.lagen())]
        apps = iter(EIGEN)
        assert [{next(apps) for _ in laag} for laag in van_onder_naar_boven] == van_onder_naar_boven
        assert next(apps, None) is None

    def test_elk_lijstje_van_apps_is_hetzelfde(self):
        ruff = PYPROJECT["tool"]["ruff"]["lint"]["isort"]["known-first-party"]
        assert set(PYPROJECT["tool"]["importlinter"]["root_packages"]) == set(ruff) == set(EIGEN)
        met_kamers = set(CONTRACTEN["Rooms"]["containers"])
        assert met_kamers == set(EIGEN) - {"kern", "wassenaar_integratie"}

    def test_elke_map_met_een_app_doet_mee(self):
        assert {pad.parent.name for pad in BASIS.glob("*/apps.py")} == set(settings.EIGEN_APPS)

    @pytest.mark.parametrize("app", EIGEN)
    def test_elke_app_zegt_wat_zij_is(self, app):
        assert inspect.getdoc(import_module(app))

    def test_niets_heet_utils(self):
        verboden = {"utils", "util", "helpers", "common", "misc", "tools"}
        assert [kort(pad) for pad in bronnen(*EIGEN, "tests") if {pad.stem, *pad.parts} & verboden] == []


class TestBronnen:
    def zonder_uitleg(self, bron: str) -> list[str]:
        """The module and its public classes and functions without a docstring."""
        module = ast.parse(bron)
        soorten = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        openbaar = [
            deel for deel in module.body if isinstance(deel, soorten) and not deel.name.startswith("_")
        ]
        zonder = [deel.name for deel in openbaar if not ast.get_docstring(deel)]
        return zonder if ast.get_docstring(module) or not module.body else ["module", *zonder]

    @pytest.mark.parametrize("app", EIGEN)
    def test_alles_wat_openbaar_is_wordt_uitgelegd(self, app):
        zonder = {
            kort(pad): self.zonder_uitleg(pad.read_text())
            for pad in bronnen(app)
            if pad.name not in ZONDER_UITLEG
        }
        assert {pad: namen for pad, namen in zonder.items() if namen} == {}

    def test_de_controle_ziet_wat_er_niet_is(self):
        bron = "import os\ndef openbaar(): pass\ndef _eigen(): pass\nclass Ding:\n    '''Uitleg.'''\n"
        assert self.zonder_uitleg(bron) == ["module", "openbaar"]

    def test_geen_bestand_is_te_lang(self):
        lengtes = {
            kort(pad): len(pad.read_text().splitlines()) for pad in bronnen(*EIGEN, "tests", "scripts")
        }
        assert {pad: aantal for pad, aantal in lengtes.items() if aantal > HOOGSTE_AANTAL_REGELS} == {}

    def test_elk_sjabloon_van_een_app_wordt_gebruikt(self):
        sjablonen = BASIS / "templates"
        van_apps = [pad for app in EIGEN for pad in (sjablonen / app).rglob("*.html")]
        bron = "".join(pad.read_text() for pad in [*bronnen(*EIGEN), *sjablonen.rglob("*.html")])
        assert [kort(pad) for pad in van_apps if str(pad.relative_to(sjablonen)) not in bron] == []


def adressen(resolver: URLResolver, voor: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every address of the project with what answers it."""
    for deel in resolver.url_patterns:
        pad = f"{voor}{deel.pattern}"
        if isinstance(deel, URLResolver):
            yield from adressen(deel, pad)
        elif isinstance(deel, URLPattern):
            yield pad, deel.callback


ADRESSEN = dict(adressen(get_resolver()))


def weergaven() -> dict[str, type[View] | None]:
    """Class of the view at each address; None for a plain function."""
    return {pad: getattr(antwoord, "view_class", None) for pad, antwoord in ADRESSEN.items()}


def is_bibliotheek(antwoord: Callable[..., Any]) -> bool:
    return getattr(antwoord, "view_class", antwoord).__module__.partition(".")[0] not in {*EIGEN, "django"}


EIGEN_WEERGAVEN = {pad: klasse for pad, klasse in weergaven().items() if not is_bibliotheek(ADRESSEN[pad])}
MET_RECHT = {
    pad: klasse for pad, klasse in EIGEN_WEERGAVEN.items() if klasse and issubclass(klasse, RechtMixin)
}


def zonder_recht(eigen: dict[str, type[View] | None]) -> list[str]:
    """Addresses that ask for no right and do not stand on the list."""
    toegestaan = [pad for pad, klasse in eigen.items() if klasse and klasse.__name__ in ZONDER_RECHT]
    gevraagd = [pad for pad, klasse in eigen.items() if klasse and getattr(klasse, "recht", None)]
    return sorted(set(eigen) - set(toegestaan) - set(gevraagd))


class TestRecht:
    def test_elke_bladzijde_vraagt_een_recht_of_staat_op_de_lijst(self):
        assert zonder_recht(EIGEN_WEERGAVEN) == []

    def test_de_controle_ziet_een_bladzijde_zonder_recht(self):
        class Vergeten(RechtMixin):
            pass

        assert zonder_recht({"a/": Vergeten, "b/": View, "c/": None, **EIGEN_WEERGAVEN}) == ["a/", "b/", "c/"]
        with pytest.raises(ImproperlyConfigured, match="Vergeten heeft geen recht"):
            Vergeten.as_view()(RequestFactory().get("/"))

    def test_elke_uitzondering_is_nog_nodig(self):
        assert set(ZONDER_RECHT) <= {klasse.__name__ for klasse in EIGEN_WEERGAVEN.values() if klasse}

    def test_elk_gevraagd_recht_bestaat_en_iemand_heeft_het(self):
        verleend = {(domein, recht) for (_rol, domein), rechten in RECHTEN.items() for recht in rechten}
        verleend |= {(domein, recht) for domein, rechten in RECHTEN_VAN_BEHEER.items() for recht in rechten}
        assert {klasse.recht for klasse in MET_RECHT.values()} <= verleend

    def test_elk_recht_gaat_over_een_app(self):
        assert {domein for _rol, domein in RECHTEN} <= set(settings.EIGEN_APPS)

    @pytest.mark.django_db
    @pytest.mark.parametrize("pad", sorted(pad for pad in MET_RECHT if "<" not in pad))
    def test_wie_niet_is_ingelogd_gaat_naar_de_inlogpagina(self, pad):
        antwoord = Client().get(f"/{pad}")
        assert (antwoord.status_code, antwoord["Location"].partition("?")[0]) == (302, "/inloggen/")


class TestDomeinen:
    def test_elk_domein_heet_als_zijn_app(self):
        assert {domein.code for domein in register} <= set(settings.EIGEN_APPS)

    def test_elke_code_van_een_cijfer_begint_met_haar_domein(self):
        codes = [(domein.code, cijfer.code) for domein in register for cijfer in domein.kerncijfers]
        assert codes
        assert [code for domein, code in codes if not code.startswith(f"{domein}.")] == []
