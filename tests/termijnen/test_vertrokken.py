"""Of who left: why a term is exempt, the day before they left, that day and after it; what was done stays done."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from termijnen.models import Status, Termijn
from tests.dossiers.factories import StatushouderFactory
from tests.termijnen.factories import TermijnFactory, UitzonderingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
WEG = date(2017, 6, 1)
ERVOOR, ERNA = date(2017, 5, 31), date(2017, 6, 2)
VERTROKKEN = "Vertrokken uit de gemeente"


def stand(termijn: Termijn, dag: date) -> tuple[str, str]:
    rij = Termijn.objects.met_status(dag).get(pk=termijn.pk)
    return rij.status, rij.reden


@pytest.mark.parametrize("dag", [ERVOOR, WEG, ERNA])
def test_wat_was_gedaan_is_niet_gedaan_omdat_iemand_vertrok(dag):
    termijn = TermijnFactory(voldaan_op=date(2017, 5, 10), gestopt_op=WEG)
    assert stand(termijn, dag) == (Status.VOLDAAN, "")


@pytest.mark.parametrize("dag", [ERVOOR, WEG, ERNA])
def test_wat_met_de_hand_gedaan_is_houdt_zijn_eigen_reden(dag):
    termijn = TermijnFactory(gestopt_op=WEG)
    wie = {"statushouder": termijn.statushouder, "nieuwe_datum": date(2017, 5, 9)}
    UitzonderingFactory(**wie, soort="voldaan", reden="Huurt zelf")
    assert stand(termijn, dag) == (Status.VOLDAAN, "Huurt zelf")


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (ERVOOR, (Status.UITGESTELD, "De woning komt later vrij")),
        (WEG, (Status.VRIJGESTELD, VERTROKKEN)),
        (ERNA, (Status.VRIJGESTELD, VERTROKKEN)),
    ],
)
def test_wat_openstond_is_vrij_omdat_iemand_vertrok(dag, verwacht):
    termijn = TermijnFactory(gestopt_op=WEG)
    UitzonderingFactory(statushouder=termijn.statushouder)
    assert stand(termijn, dag) == verwacht


@pytest.mark.parametrize(("dag", "vertrokken"), [(ERVOOR, False), (WEG, True)])
def test_de_pagina_zegt_waarom_en_vraagt_geen_besluit_meer(client, settings, dag, vertrokken):
    settings.VANDAAG = dag.isoformat()
    termijn = TermijnFactory(statushouder=StatushouderFactory(), gestopt_op=WEG)
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    adres = reverse("termijnen:dossier", args=[termijn.statushouder.sleutel])
    tekst = client.get(adres).content.decode()
    assert (VERTROKKEN in tekst) is vertrokken
    assert (reverse("termijnen:besluit", args=[termijn.pk]) in tekst) is not vertrokken
