"""The report of the plan and its invented people: its figures are those of the commands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command

from dossiers.models import Statushouder
from rapportage import figures
from tests.harnas.wereld import tot_het_eind
from tests.rapportage.conftest import APRIL
from tests.rapportage.test_pdf import tekst

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _van_het_plan(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The plan and its people, made once."""
    with tot_het_eind(django_db_blocker):
        for naam in ("laad_plan", "demo_gegevens"):
            call_command(naam, stdout=StringIO())
        yield


@pytest.fixture
def opdracht(capsys):
    """Answers of commands at the end of April, as JSON."""

    def vraag(naam: str, *argumenten: str) -> dict:
        call_command(naam, "--peildatum=2017-04-30", *argumenten, "--json")
        return json.loads(capsys.readouterr().out)

    return vraag


def test_de_cijfers_zijn_die_van_de_opdrachten(opdracht):
    inhoud = figures.bevries("voortgang", APRIL, 1)
    assert inhoud["taakstelling"] == opdracht("taakstelling")
    assert inhoud["aansluiting"] == opdracht("aansluiting")
    kerncijfers = opdracht("kerncijfers", "--van=2017-04-01", "--tot-en-met=2017-04-30")
    assert inhoud["cijfers"] == kerncijfers["cijfers"]


def test_de_bladzijden_noemen_de_cijfers_van_het_plan(opdracht):
    bladzijden = tekst(figures.bevries("voortgang", APRIL, 1))
    periodes = {rij["periode"]: rij for rij in opdracht("taakstelling")["periodes"]}
    for code, naam in (
        ("2016", "2016"),
        ("2017-H1", "2017, eerste helft"),
        ("2017-H2", "2017, tweede helft"),
    ):
        rij = periodes[code]
        overgedragen = "—" if code == "2016" else str(rij["overgedragen"])
        getallen = [rij["opgave"], overgedragen, rij["te_realiseren"], rij["gerealiseerd"], rij["saldo"]]
        assert f"{naam} {' '.join(str(getal) for getal in getallen)}" in bladzijden
    for bedrag in ("344.926,00", "68.775,00", "413.701,00", "282.666,00", "131.035,00"):
        assert bedrag in bladzijden
    assert "Z/17/9410/26001" in bladzijden


def test_het_budgetrapport_noemt_de_bedragen_van_de_aansluiting(opdracht):
    bladzijden = tekst(figures.bevries("budget", APRIL, 1))
    for bedrag in ("344.926,00", "68.775,00", "282.666,00", "131.035,00"):
        assert bedrag in bladzijden


def test_de_raad_krijgt_geen_persoonsgegevens(opdracht):
    """Neither in the pages nor in what they are made from: no name, no dossier number."""
    inhoud = figures.bevries("voortgang", APRIL, 1)
    stukken = [tekst(inhoud), json.dumps(inhoud["hoofdstukken"], ensure_ascii=False)]
    personen = Statushouder.objects.values_list("achternaam", "voornamen", "nummer")
    assert len(personen) > 50
    for stuk in stukken:
        woorden = set(re.findall(r"[\w-]+", stuk))
        assert not woorden & {woord for persoon in personen for woord in persoon if woord}


def test_dezelfde_gegevens_zijn_hetzelfde_document(opdracht):
    assert figures.als_tekst(figures.bevries("voortgang", APRIL, 1)) == figures.als_tekst(
        figures.bevries("voortgang", APRIL, 1)
    )
