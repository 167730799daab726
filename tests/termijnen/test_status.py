"""How a term stands, at the day before, the day and the day after (T6)."""

from __future__ import annotations

from datetime import date

import pytest

from termijnen.models import Status, Termijn
from tests.termijnen.factories import TermijnFactory, UitzonderingFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 15)  # the last day


def status(peildatum: date, **velden) -> str:
    termijn = TermijnFactory(**velden)
    return Termijn.objects.met_status(peildatum).get(pk=termijn.pk).status


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        (date(2017, 5, 14), Status.OPEN),
        (date(2017, 5, 15), Status.OPEN),
        (date(2017, 5, 16), Status.TE_LAAT),
    ],
)
def test_op_de_laatste_dag_is_het_op_tijd(peildatum, verwacht):
    assert status(peildatum) == verwacht


@pytest.mark.parametrize(
    ("voldaan_op", "verwacht"),
    [
        (date(2017, 5, 14), Status.VOLDAAN),
        (date(2017, 5, 15), Status.VOLDAAN),
        (date(2017, 5, 16), Status.VOLDAAN_TE_LAAT),
    ],
)
def test_gedaan_op_de_laatste_dag_is_op_tijd(voldaan_op, verwacht):
    assert status(date(2017, 7, 1), voldaan_op=voldaan_op) == verwacht


def test_wat_na_de_peildatum_is_gedaan_is_dan_nog_niet_bekend():
    termijn = TermijnFactory(voldaan_op=date(2017, 5, 20))
    op = {
        dag: Termijn.objects.met_status(dag).get(pk=termijn.pk)
        for dag in (date(2017, 5, 19), date(2017, 5, 20))
    }
    assert [(rij.status, rij.gedaan_op) for rij in op.values()] == [
        (Status.TE_LAAT, None),
        (Status.VOLDAAN_TE_LAAT, date(2017, 5, 20)),
    ]


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        (date(2017, 5, 9), Status.OPEN),  # not decided yet
        (date(2017, 5, 10), Status.UITGESTELD),
        (date(2017, 6, 1), Status.UITGESTELD),  # the last day of the postponement
        (date(2017, 6, 2), Status.TE_LAAT),
    ],
)
def test_uitstel_geldt_vanaf_het_besluit_tot_en_met_de_nieuwe_datum(peildatum, verwacht):
    termijn = TermijnFactory()
    UitzonderingFactory(statushouder=termijn.statushouder)
    assert Termijn.objects.met_status(peildatum).get(pk=termijn.pk).status == verwacht


@pytest.mark.parametrize(
    ("voldaan_op", "verwacht"),
    [(date(2017, 6, 1), Status.VOLDAAN), (date(2017, 6, 2), Status.VOLDAAN_TE_LAAT)],
)
def test_gedaan_binnen_het_uitstel_is_op_tijd(voldaan_op, verwacht):
    termijn = TermijnFactory(voldaan_op=voldaan_op)
    UitzonderingFactory(statushouder=termijn.statushouder)
    assert Termijn.objects.met_status(date(2017, 7, 1)).get(pk=termijn.pk).status == verwacht


def test_vrijgesteld_wordt_nooit_te_laat():
    termijn = TermijnFactory()
    UitzonderingFactory(statushouder=termijn.statushouder, soort="vrijstelling", nieuwe_datum=None)
    rij = Termijn.objects.met_status(date(2018, 1, 1)).get(pk=termijn.pk)
    assert (rij.status, rij.reden) == (Status.VRIJGESTELD, "De woning komt later vrij")


def test_buiten_het_systeem_om_gedaan():
    termijn = TermijnFactory()
    UitzonderingFactory(statushouder=termijn.statushouder, soort="voldaan", nieuwe_datum=date(2017, 5, 12))
    rij = Termijn.objects.met_status(date(2017, 5, 16)).get(pk=termijn.pk)
    assert (rij.status, rij.gedaan_op) == (Status.VOLDAAN, date(2017, 5, 12))


def test_van_twee_besluiten_geldt_het_laatste_en_wat_is_teruggedraaid_telt_niet():
    termijn = TermijnFactory()
    persoon = termijn.statushouder
    UitzonderingFactory(statushouder=persoon, nieuwe_datum=date(2017, 5, 20), besloten_op=date(2017, 5, 1))
    UitzonderingFactory(statushouder=persoon, nieuwe_datum=date(2017, 6, 1), besloten_op=date(2017, 5, 10))
    UitzonderingFactory(
        statushouder=persoon,
        soort="vrijstelling",
        nieuwe_datum=None,
        besloten_op=date(2017, 5, 11),
        ingetrokken_op=date(2017, 5, 12),
    )
    assert Termijn.objects.met_status(date(2017, 5, 25)).get(pk=termijn.pk).uitgesteld_tot == date(2017, 6, 1)


def test_een_besluit_over_iets_anders_doet_er_niet_toe():
    termijn = TermijnFactory(gelegenheid="1")
    for anders in ({"gelegenheid": "2"}, {"code": "huisvesting.koppelen", "gelegenheid": "1"}, {}):
        UitzonderingFactory(**{"statushouder": termijn.statushouder, **anders})
    UitzonderingFactory(gelegenheid="1")  # of somebody else
    assert Termijn.objects.met_status(date(2017, 5, 16)).get(pk=termijn.pk).status == Status.TE_LAAT
