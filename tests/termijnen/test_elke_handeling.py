"""Every public action of every app, done once: the terms stand there afterwards as a fresh computation says."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import transaction

from kern.register import register
from termijnen import motor
from tests.termijnen.handelingen import (
    van_domeinen,
    van_dossiers,
    van_financien,
    van_huisvesting,
    van_vastleggen,
)
from tests.termijnen.handelingen.wereld import GEVALLEN, RAAKT, Wereld

# What cannot touch a term: a whole app of which no rule reads a table, or what only stages a file.
NIETS = {
    "toegang": "users, sessions, mail and the read log; it stands below the dossiers and cannot write in them",
    "rapportage": "a report is frozen, and written nowhere else",
}
_KLAARZETTEN = "puts a file and its rows ready in tables of its own; saving them is `sla_op`, done below"
_BESTAND = ("gooi_weg", "kijk_opnieuw", "koppel_anders", "lees", "lees_kop", "lezing_van_tabel", "ontvang")
_BESTAND += ("past", "soort_van", "terugneembaar", "vraag_opslaan", "zet_terug")
NIETS |= {f"uitwisseling.{naam}": _KLAARZETTEN for naam in _BESTAND}
# A rule reads of the budget only from when there are entries, and which months are closed: see the test below.
_GEEN_MAAND = "makes no entry and closes no month"
_BEGROTING = (
    "besluit_over",
    "stop_rekening",
    "zet_rekening",
    "koppel",
    "koppel_vanzelf",
    "maak_los",
    "verdeel",
)
_BEGROTING += ("verklaar", "zet_drempel", "beeindig_verplichting", "bewaar_verplichting", "gelijke_delen")
_BEGROTING += ("hevel_over", "wijzig_begroting", "stel_begroting_gelijk", "te_verklaren", "zo_staat_zij")
NIETS |= {f"financien.{naam}": _GEEN_MAAND for naam in _BEGROTING}
# Public in their module for another of the same app, and given out to nobody: the actions that use them are done.
_DEEL = "a part of actions that are done below"
GEREEDSCHAP = {
    "dossiers.bewaarbaar": "turns a value into JSON",
    "dossiers.scherm_nieuwe_leden_af": _DEEL,
    "dossiers.eis_steun": "refuses, and writes nothing",
    "dossiers.vergrendeld_geldig": "locks and reads",
    "dossiers.voeg_toe": _DEEL,
    "dossiers.wijzig_deel": _DEEL,
    "huisvesting.neem_huur_terug": _DEEL,
    "huisvesting.adres_zegt_niets": "reads",
    "termijnen.vergrendel_met_besluit": "locks and reads",
    "uitwisseling.schrijf": _DEEL,
    "uitwisseling.schrijf_wijzigingen": _DEEL,
    "uitwisseling.keur": _KLAARZETTEN,
    "uitwisseling.zet_klaar": _KLAARZETTEN,
}
NIETS |= GEREEDSCHAP
_MODULES = (van_domeinen, van_dossiers, van_financien, van_huisvesting, van_vastleggen)  # which fill GEVALLEN


def handelingen() -> dict[str, Callable[..., Any]]:
    """All public functions in the `actions` of our apps, by app and name; those given out under that name."""
    gevonden: dict[str, Callable[..., Any]] = {}
    for app in settings.EIGEN_APPS:
        if find_spec(f"{app}.actions") is None:
            continue
        pakket = import_module(f"{app}.actions")
        modules = [
            import_module(f"{app}.actions.{deel.name}")
            for deel in iter_modules(getattr(pakket, "__path__", []))
        ]
        for module in (pakket, *modules):
            for naam, ding in vars(module).items():
                if (
                    naam[0] != "_"
                    and inspect.isfunction(ding)
                    and ding.__module__.startswith(f"{app}.actions")
                ):
                    assert gevonden.setdefault(f"{app}.{naam}", ding) is ding, naam
    return gevonden


def _reden(code: str) -> str:
    return NIETS.get(code) or NIETS.get(code.split(".", maxsplit=1)[0], "")


@contextmanager
def _weer_weg() -> Iterator[None]:
    """What is done in it is undone after it."""
    punt = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(punt)


def _onvers_na_elk(
    codes: Iterable[str], monkeypatch: pytest.MonkeyPatch, *, zonder_register: bool
) -> dict[str, Any]:
    """By code of an action what stands there otherwise than its rule says, once it was done."""
    wereld = Wereld()
    assert motor.onvers() == []
    gevonden = {}
    for code in codes:
        with _weer_weg(), monkeypatch.context() as anders:
            doe = GEVALLEN[code](wereld)
            if zonder_register:
                anders.setattr(register, "_bijwerker", lambda _dossiers: None)
                anders.setattr(register, "_onderwerpbijwerker", lambda _domein: None)
            doe()
            if anders_dan := motor.onvers():
                gevonden[code] = anders_dan
    return gevonden


@pytest.fixture
def _bestanden(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "bestanden")},
        },
    }


def test_elke_handeling_wordt_gedaan_of_raakt_niets():
    """A new action is added to the walk, or said here to touch nothing."""
    alle = set(handelingen())
    assert {code for code in alle if code not in GEVALLEN and not _reden(code)} == set()
    assert {code for code in GEVALLEN if code not in alle} == set()
    assert {code for code in GEVALLEN if _reden(code)} == set()
    assert len(GEVALLEN) > 90


def test_elke_reden_is_van_iets_dat_er_is():
    alle = set(handelingen())
    assert {code for code in NIETS if code not in alle | {code.split(".")[0] for code in alle}} == set()


@pytest.mark.django_db
@pytest.mark.parametrize("app", [*(code for code in NIETS if "." not in code), "uitwisseling"])
def test_geen_regel_leest_een_tabel_van_wie_niets_raakt(app):
    gelezen = _gelezen()
    assert {"dossiers_statushouder", "huisvesting_plaatsing", "partners_vraag"} <= gelezen
    assert {tabel for tabel in gelezen if tabel.startswith(f"{app}_")} == set()


@pytest.mark.django_db
def test_van_de_begroting_leest_een_regel_alleen_boekingen_en_gesloten_maanden():
    van_begroting = {tabel for tabel in _gelezen() if tabel.startswith("financien_")}
    assert van_begroting == {"financien_boeking", "financien_periodeafsluiting"}


def _gelezen() -> set[str]:
    """The tables that the rules read, whether Django quotes their names or a rule says them itself."""
    vraag = motor.vraag_onvers()
    return {
        model._meta.db_table
        for model in apps.get_models()
        if re.search(rf"\b{model._meta.db_table}\b", vraag)
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("_bestanden")
def test_na_elke_handeling_staat_alles_er_zoals_zijn_regel_zegt(monkeypatch):
    assert _onvers_na_elk(GEVALLEN, monkeypatch, zonder_register=False) == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("_bestanden")
def test_met_het_register_uit_valt_elke_handeling_die_iets_raakt_door_de_mand(monkeypatch):
    """The control: with the computation switched off each of these leaves terms stale."""
    assert len(RAAKT) > 25
    gevonden = _onvers_na_elk(sorted(RAAKT), monkeypatch, zonder_register=True)
    assert RAAKT - set(gevonden) == set()
