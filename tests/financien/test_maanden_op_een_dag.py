"""The page of the months at a day: a month stands there as it was at the end of that day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from financien.models import Periodeafsluiting
from tests.financien.factories import BoekingFactory, MerkFactory, PeriodeafsluitingFactory, PlanFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
PAGINA = "/begroting/maanden/"
DICHT, WEER_OPEN = date(2017, 4, 10), date(2017, 4, 20)
DAG = timedelta(days=1)


@pytest.fixture
def pieter(client, db):
    PlanFactory()
    client.force_login(wie := GebruikerFactory(rol="financien"))
    return wie


@pytest.fixture
def heropend(pieter) -> Periodeafsluiting:
    return PeriodeafsluitingFactory(
        afgesloten_op=DICHT, heropend_op=WEER_OPEN, heropend_door=pieter, reden="Nagekomen"
    )


def maart(client, dag: date | None = None):
    antwoord = client.get(PAGINA, {"peildatum": dag.isoformat()} if dag else {})
    [rij] = [een for een in antwoord.context["maanden"] if een["code"] == "2017-03"]
    return rij, antwoord


@pytest.mark.parametrize(
    ("dag", "dicht"),
    [
        (DICHT - DAG, False),
        (DICHT, True),
        (DICHT + DAG, True),
        (WEER_OPEN - DAG, True),
        (WEER_OPEN, False),
        (WEER_OPEN + DAG, False),
        (None, False),
    ],
)
def test_een_heropende_maand_staat_er_als_toen(client, heropend, dag, dicht):
    rij, antwoord = maart(client, dag)
    assert rij["dicht"] is dicht
    assert ("Gesloten</span>" in antwoord.content.decode().replace("\n", "")) is dicht


@pytest.mark.parametrize(
    ("dag", "bekend"), [(WEER_OPEN - DAG, False), (WEER_OPEN, True), (WEER_OPEN + DAG, True)]
)
def test_wie_heropende_staat_er_vanaf_die_dag(client, heropend, dag, bekend):
    assert ("Nagekomen" in maart(client, dag)[1].content.decode()) is bekend


def test_op_een_dag_heropend_en_weer_gesloten(client, heropend):
    PeriodeafsluitingFactory(afgesloten_op=WEER_OPEN)
    assert [maart(client, dag)[0]["dicht"] for dag in (WEER_OPEN - DAG, WEER_OPEN, WEER_OPEN + DAG)] == [
        True
    ] * 3


def test_de_knop_is_die_van_nu(client, heropend):
    """At a day on which it was closed the button still says what can be done now."""
    sluiten = reverse("financien:maand-sluiten", args=["2017-03"])
    heropenen = reverse("financien:maand-heropenen", args=[heropend.pk])
    html = maart(client, DICHT)[1].content.decode()
    assert f'href="{sluiten}"' in html
    assert f'href="{heropenen}"' not in html


def test_wat_nu_dicht_is_kan_ook_bij_een_eerdere_dag_weer_open(client, pieter):
    rij = PeriodeafsluitingFactory(afgesloten_op=DICHT)
    html = maart(client, DICHT - DAG)[1].content.decode()
    assert f'href="{reverse("financien:maand-heropenen", args=[rij.pk])}"' in html


def test_een_maand_die_toen_liep_en_nu_voorbij_is_kan_dicht(client, pieter):
    html = maart(client, date(2017, 3, 31))[1].content.decode()
    assert f'href="{reverse("financien:maand-sluiten", args=["2017-03"])}"' in html


def test_boekingen_tot_en_met_die_dag(client, pieter):
    for dag in (14, 15, 16):
        BoekingFactory(boekdatum=date(2017, 3, dag))
    rij, _ = maart(client, date(2017, 3, 15))
    assert (rij["boekingen"], rij["los"]) == (2, 2)


@pytest.mark.parametrize(("dag", "aantal"), [(14, 1), (15, 2), (16, 3)])
def test_om_na_te_kijken_tot_en_met_die_dag(client, pieter, dag, aantal):
    """What is marked stands beside the entries of the same days: never more of it than there are of them."""
    for boekdag in (14, 15, 16):
        MerkFactory(boeking__boekdatum=date(2017, 3, boekdag))
    rij, _ = maart(client, date(2017, 3, dag))
    assert (rij["boekingen"], rij["merken"]) == (aantal, aantal)


@pytest.mark.parametrize(("dag", "gezegd"), [(DICHT, True), (None, False)])
def test_bij_een_gevraagde_dag_staat_dat_de_knoppen_van_vandaag_zijn(client, pieter, dag, gezegd):
    html = maart(client, dag)[1].content.decode()
    assert ("De knoppen zijn die van vandaag." in html) is gezegd


def test_een_dag_die_niet_bestaat(client, pieter):
    html = client.get(PAGINA, {"peildatum": "32-4-2017"}).content.decode()
    assert "Deze datum bestaat niet" in html


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_vragen(client, pieter, aantal, django_assert_num_queries):
    BoekingFactory.create_batch(aantal)
    client.get(PAGINA)
    with django_assert_num_queries(10):
        client.get(PAGINA)
