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


def status_op(dag: date) -> set[tuple[str, Status]]:
    """What the month of March was at the end of a day, by occasion; not what was still to begin."""
    rijen = zonder_dossier(dag).filter(onderwerp="2017-03", begint_op__lte=dag)
    return {(rij.gelegenheid, rij.status) for rij in rijen}


@pytest.mark.usefixtures("_grootboek")
@pytest.mark.parametrize(
    ("op", "status"),
    [
        (date(2017, 4, 29), Status.VOLDAAN),
        (date(2017, 4, 30), Status.VOLDAAN),
        (MEI, Status.VOLDAAN_TE_LAAT),
    ],
)
def test_sluiten_voldoet_en_heropenen_vraagt_het_opnieuw(op, status):
    door = GebruikerFactory(rol=Rol.FINANCIEN)
    rij = sluit_maand(maand=date(2017, 3, 1), door=door, op=op)
    assert maart().voldaan_op == op
    assert status_op(MEI) == {("", status)}
    open_op = MEI + timedelta(days=1)
    heropen_maand(rij, versie=rij.versie, reden="Een rekening kwam later", door=door, op=open_op)
    opnieuw = "heropend 2017-05-02"
    # the day before, the day, the day after it was opened again; and what stood before it stays
    assert status_op(MEI) == {("", status)}
    assert status_op(open_op) == {("", status), (opnieuw, Status.OPEN)}
    assert status_op(open_op + timedelta(days=1)) == {("", status), (opnieuw, Status.OPEN)}
    sluit_maand(maand=date(2017, 3, 1), door=door, op=date(2017, 5, 4))
    assert status_op(date(2017, 5, 3)) == {("", status), (opnieuw, Status.OPEN)}
    assert status_op(date(2017, 5, 4)) == {("", status), (opnieuw, Status.VOLDAAN)}
    assert motor.onvers() == []


@pytest.mark.usefixtures("_grootboek")
@pytest.mark.parametrize(
    ("op", "laatste"),
    [
        (date(2017, 4, 20), date(2017, 5, 31)),  # before the last day that it had at first
        (date(2017, 4, 30), date(2017, 5, 31)),
        (date(2017, 5, 1), date(2017, 6, 30)),
        (date(2017, 5, 12), date(2017, 6, 30)),
        (date(2017, 12, 31), date(2018, 1, 31)),
        (date(2018, 1, 1), date(2018, 2, 28)),
    ],
)
def test_heropend_is_er_tijd_tot_het_eind_van_de_maand_erna(op, laatste):
    door = GebruikerFactory(rol=Rol.FINANCIEN)
    rij = sluit_maand(maand=date(2017, 3, 1), door=door, op=date(2017, 4, 10))
    heropen_maand(rij, versie=rij.versie, reden="Nagekomen", door=door, op=op)
    naam = f"heropend {op.isoformat()}"
    opnieuw = Termijn.objects.get(gelegenheid=naam)
    assert (opnieuw.begint_op, opnieuw.vervalt_op) == (op, laatste)
    assert status_op(date(2017, 4, 9)) == {("", Status.OPEN)}
    assert status_op(op - timedelta(days=1)) == {("", Status.VOLDAAN)}
    dagen = [laatste + timedelta(days=verschil) for verschil in (-1, 0, 1)]
    assert [dict(status_op(dag))[naam] for dag in dagen] == [Status.OPEN, Status.OPEN, Status.TE_LAAT]


@pytest.mark.usefixtures("_grootboek")
def test_op_een_dag_gesloten_en_heropend_was_nooit_dicht():
    door = GebruikerFactory(rol=Rol.FINANCIEN)
    rij = sluit_maand(maand=date(2017, 3, 1), door=door, op=MEI)
    heropen_maand(rij, versie=rij.versie, reden="Vergist", door=door, op=MEI)
    assert maart().voldaan_op is None
    assert status_op(MEI) == {("", Status.TE_LAAT)}
    sluit_maand(maand=date(2017, 3, 1), door=door, op=date(2017, 5, 2))
    assert maart().voldaan_op == date(2017, 5, 2)
    assert motor.onvers() == []


@pytest.mark.usefixtures("_grootboek")
def test_twee_keer_heropend():
    door = GebruikerFactory(rol=Rol.FINANCIEN)
    for dicht, weer_open in ((1, 2), (2, 3)):
        rij = sluit_maand(maand=date(2017, 3, 1), door=door, op=date(2017, 5, dicht))
        heropen_maand(rij, versie=rij.versie, reden="Nagekomen", door=door, op=date(2017, 5, weer_open))
    rijen = Termijn.objects.filter(onderwerp="2017-03").order_by("begint_op")
    assert [(rij.gelegenheid, rij.voldaan_op and rij.voldaan_op.day) for rij in rijen] == [
        ("", 1),
        ("heropend 2017-05-02", 2),
        ("heropend 2017-05-03", None),
    ]


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
