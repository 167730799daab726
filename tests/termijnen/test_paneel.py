"""What is due, on the page of a person and in the JSON of the dossier."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from kern.namens import namens
from termijnen.actions import herbereken
from termijnen.domain.paneel import paneel
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.termijnen.factories import UitzonderingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def gebruiker():
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR)


@pytest.fixture
def persoon():
    persoon = StatushouderFactory(coa_koppeldatum=date(2017, 3, 6))
    herbereken()
    return persoon


def op(dag: date, persoon, gebruiker):
    with namens(gebruiker, op=dag):
        return paneel(persoon, gebruiker, dag)


@pytest.mark.parametrize(
    ("dag", "stand", "woorden"),
    [
        (date(2017, 5, 15), ("goed", "Niets te laat"), "uiterlijk 15-5-2017"),
        (date(2017, 5, 16), ("slecht", "1 te laat"), "te laat, uiterlijk 15-5-2017"),
    ],
)
def test_te_laat_vanaf_de_dag_erna(persoon, gebruiker, dag, stand, woorden):
    gegeven = op(dag, persoon, gebruiker)
    assert (gegeven.stand, list(gegeven.feiten)) == (stand, [("Woning vinden", woorden)])


def test_uitstel_staat_er_met_de_reden(persoon, gebruiker):
    UitzonderingFactory(statushouder=persoon)
    [(_label, woorden)] = op(date(2017, 5, 16), persoon, gebruiker).feiten
    assert woorden == "uitgesteld tot en met 1-6-2017: De woning komt later vrij"
    [(_label, woorden)] = op(date(2017, 6, 2), persoon, gebruiker).feiten
    assert woorden == "te laat, uiterlijk 1-6-2017"


def test_wat_klaar_is_staat_er_niet(gebruiker):
    gegeven = op(date(2017, 5, 1), StatushouderFactory(), gebruiker)
    assert (gegeven.stand, list(gegeven.feiten), gegeven.leeg) == (None, [], "Er staan geen termijnen open.")


def test_een_termijn_van_het_gezin_staat_bij_elk_lid(persoon, gebruiker):
    gezin = GezinFactory()
    GezinslidFactory(gezin=gezin, statushouder=persoon)
    kind = GezinslidFactory(gezin=gezin, rol="kind").statushouder
    herbereken()
    assert len(op(date(2017, 5, 1), kind, gebruiker).feiten) == 1


def test_het_dossier_als_json_heeft_de_termijnen(persoon):
    uit = StringIO()
    call_command("dossier", persoon.nummer, "--json", "--peildatum", "2017-05-16", stdout=uit)
    [rij] = json.loads(uit.getvalue())["termijnen"]
    assert (rij["code"], rij["status"]) == ("huisvesting.woning", "te_laat")
