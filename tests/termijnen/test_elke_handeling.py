"""Every public action of every app tells the register which dossiers it touched, or says here why it need not."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings

# What touches nothing that a term or anything else derived follows from, with the reason.
NIETS_AFGELEID = {
    "toegang": "users, sessions, the read log: nothing of a dossier",
    "rapportage": "a report is frozen",
    "financien": "the budget is of no dossier",
    "dossiers.vestig": "is part of housing somebody, which tells",
    "dossiers.toon_bsn": "reads",
    "dossiers.neem_nummers": "numbers for dossiers that are made after it",
    "dossiers.merk_herinnerd": "the day of a reminder: no term follows from it",
    "partners.bewaak_verwijzingen": "calls the action of dossiers, which tells",
    "partners.zet_plaatsen": "places of an organisation",
    "huisvesting.bewaar_afspraak": "what a landlord promised",
    "huisvesting.bewaar_mogelijke_woning": "a home that may come",
    "huisvesting.bewaar_stuurgetal": "a number to steer by",
    "huisvesting.bewaar_toezichtstap": "a letter of the province",
    "huisvesting.haal_toezichtstap_door": "a letter of the province",
    "huisvesting.bewaar_uitkomst": "a forecast that is kept",
    "huisvesting.bewaar_uitruil": "of a period",
    "huisvesting.leg_opgave_vast": "of a period",
    "huisvesting.wijzig_opgave": "of a period",
    "huisvesting.maak_woning": "a home without anybody in it",
    "huisvesting.hertel": "is called by the register itself",
    "huisvesting.hertel_alles": "what the register calls, for all",
    "begeleiding.volg_vestigingen": "is called by the register itself",
    "termijnen.werk_bij": "is what the register calls",
    "termijnen.herbereken": "computes all anew itself",
}
# Reading and checking a file; what it changes goes through `importeer` or `zet_terug`.
_BESTAND = ("gooi_weg", "kijk_opnieuw", "koppel_anders", "lees", "lees_in", "lees_kop", "lezing_van_tabel")
_BESTAND += ("ontvang", "past", "sla_op", "soort_van", "stop", "terugneembaar", "vraag_opslaan", "importeer")
_BESTAND += ("maak_ongedaan", "zet_terug")
NIETS_AFGELEID |= {
    f"uitwisseling.{naam}": "knows no subject: each kind of file calls actions" for naam in _BESTAND
}


def handelingen() -> dict[str, Callable[..., Any]]:
    """All public functions of all `actions` of our apps, by app and name."""
    gevonden = {}
    for app in settings.EIGEN_APPS:
        if find_spec(f"{app}.actions") is None:
            continue
        pakket = import_module(f"{app}.actions")
        for naam in getattr(pakket, "__all__", [naam for naam in vars(pakket) if naam[0] != "_"]):
            ding = getattr(pakket, naam)
            if inspect.isfunction(ding) and ding.__module__.startswith(f"{app}.actions"):
                gevonden[f"{app}.{naam}"] = ding
    return gevonden


def meldt(functie: Callable[..., Any], gezien: frozenset[str] = frozenset()) -> bool:
    """Does it call `register.werk_bij`, or a function of the same app's actions that does?"""
    functie = inspect.unwrap(functie)
    module = inspect.getmodule(functie)
    sleutel = f"{functie.__module__}.{functie.__name__}"
    if module is None or sleutel in gezien:
        return False
    for knoop in ast.walk(ast.parse(inspect.getsource(functie).lstrip())):
        if not isinstance(knoop, ast.Call):
            continue
        if ast.unparse(knoop.func) == "register.werk_bij":
            return True
        geroepen = _genoemd(knoop.func, module)
        if geroepen is not None and meldt(geroepen, gezien | {sleutel}):
            return True
    return False


def _genoemd(wat: ast.expr, module: ModuleType) -> Callable[..., Any] | None:
    naam = wat.id if isinstance(wat, ast.Name) else ""
    ding = vars(module).get(naam)
    eigen = module.__name__.split(".")[0]
    return ding if inspect.isfunction(ding) and ding.__module__.startswith(f"{eigen}.actions") else None


def _reden(code: str) -> str:
    return NIETS_AFGELEID.get(code) or NIETS_AFGELEID.get(code.split(".", maxsplit=1)[0], "")


@pytest.mark.parametrize("code", sorted(handelingen()))
def test_meldt_aan_het_register_wat_zij_raakt(code):
    meldend = meldt(handelingen()[code])
    assert meldend or _reden(code), f"{code} roept register.werk_bij niet aan."
    if code in NIETS_AFGELEID:
        assert not meldend, f"{code} meldt wel: haal de reden weg."


def test_elke_reden_is_van_een_handeling_die_er_is():
    bekend = set(handelingen())
    apps = {code.split(".")[0] for code in bekend}
    assert {code for code in NIETS_AFGELEID if code not in bekend | apps} == set()


def test_er_zijn_handelingen_van_elk_domein_met_dossiers():
    apps = {code.split(".")[0] for code in handelingen()}
    assert {"dossiers", "huisvesting", "begeleiding", "termijnen"} <= apps
    assert len(handelingen()) > 100


def test_de_controle_ziet_wie_het_vergeet():
    def vergeet() -> None:
        raise NotImplementedError

    assert not meldt(vergeet)
    assert meldt(handelingen()["dossiers.vertrek"])
