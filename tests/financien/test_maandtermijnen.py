"""The months of the budget that are to be closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from financien.actions import heropen_maand, sluit_maand
from financien.figures.termijnen import maandnamen
from kern.register import register
from termijnen import motor
from termijnen.figures import zonder_dossier
from termijnen.models import Status, Termijn
from tests.financien.factories import BoekingFactory, PlanFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


@pytest.fixture
def _grootboek():
    PlanFactory()
    BoekingFactory(boekdatum=date(2017, 3, 31))
    register.werk_onderwerpen_bij()


def maart() -> Termijn:
    return Termijn.objects.get(onderwerp="2017-03")


@pytest.mark.usefixtures("_grootboek")
def test_van_de_maand_van_de_eerste_boeking_tot_het_eind_van_het_plan():
    rijen = Termijn.objects.order_by("vervalt_op")
    assert [rij.onderwerp for rij in rijen][:2] == ["2017-03", "2017-04"]
    assert rijen.last().onderwerp == "2018-12"
    assert len(rijen) == 22
    assert (maart().begint_op, maart().vervalt_op) == (date(2017, 4, 1), date(2017, 4, 30))
    februari = Termijn.objects.get(onderwerp="2018-02")
    assert (februari.begint_op, februari.vervalt_op) == (date(2018, 3, 1), date(2018, 3, 31))


@pytest.mark.usefixtures("_grootboek")
def test_de_dag_ervoor_de_dag_en_de_dag_erna():
    laatste = date(2017, 4, 30)
    assert [
        zonder_dossier(laatste + timedelta(days=verschil)).get(onderwerp="2017-03").status
        for verschil in (-1, 0, 1)
    ] == [Status.OPEN, Status.OPEN, Status.TE_LAAT]


@pytest.mark.usefixtures("_grootboek")
@pytest.mark.parametrize(
    ("op", "status"),
    [
        (date(2017, 4, 29), Status.VOLDAAN),
        (date(2017, 4, 30), Status.VOLDAAN),
        (MEI, Status.VOLDAAN_TE_LAAT),
    ],
)
def test_sluiten_voldoet_en_heropenen_niet_meer(op, status):
    door = GebruikerFactory(rol=Rol.FINANCIEN)
    rij = sluit_maand(maand=date(2017, 3, 1), door=door, op=op)
    assert maart().voldaan_op == op
    assert zonder_dossier(MEI).get(onderwerp="2017-03").status == status
    heropen_maand(rij, versie=rij.versie, reden="Een rekening kwam later", door=door, op=MEI)
    assert maart().voldaan_op is None
    sluit_maand(maand=date(2017, 3, 1), door=door, op=date(2017, 5, 2))
    assert maart().voldaan_op == date(2017, 5, 2)
    assert motor.onvers() == []


def test_zonder_boeking_of_zonder_plan_is_er_niets_te_sluiten():
    PlanFactory()
    register.werk_onderwerpen_bij()
    assert not Termijn.objects.exists()


def test_een_eerdere_boeking_geeft_meer_maanden():
    BoekingFactory(boekdatum=date(2017, 3, 31))
    register.werk_onderwerpen_bij("financien")
    assert not Termijn.objects.exists()
    PlanFactory(jaren=[2017])
    BoekingFactory(boekdatum=date(2017, 1, 1))
    register.werk_onderwerpen_bij("financien")
    assert Termijn.objects.count() == 12


def test_januari_van_een_schrikkeljaar_sluit_uiterlijk_29_februari():
    PlanFactory(jaren=[2016])
    BoekingFactory(boekdatum=date(2016, 1, 31))
    register.werk_onderwerpen_bij("financien")
    januari = Termijn.objects.get(onderwerp="2016-01")
    assert (januari.begint_op, januari.vervalt_op) == (date(2016, 2, 1), date(2016, 2, 29))
    assert [
        zonder_dossier(dag).get(pk=januari.pk).status for dag in (date(2016, 2, 29), date(2016, 3, 1))
    ] == [Status.OPEN, Status.TE_LAAT]


def test_een_boeking_na_het_plan_vraagt_niets():
    PlanFactory(jaren=[2016])
    BoekingFactory(boekdatum=date(2017, 1, 1))
    register.werk_onderwerpen_bij("financien")
    assert not Termijn.objects.exists()


def test_een_maand_heeft_een_naam():
    assert maandnamen(["2017-03"]) == {"2017-03": "maart 2017"}


@pytest.mark.parametrize("aantal", [1, 50])
def test_een_opdracht_voor_hoeveel_maanden_ook(aantal, django_assert_num_queries):
    eerste = 12 * 2019 - aantal
    PlanFactory()
    BoekingFactory(boekdatum=date(eerste // 12, eerste % 12 + 1, 1))
    with django_assert_num_queries(1):
        register.werk_onderwerpen_bij("financien")
    assert Termijn.objects.count() == aantal
