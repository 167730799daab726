"""The terms of housing without a dossier: agreements that end, and the days of supervision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from huisvesting.actions import bewaar_afspraak, leg_opgave_vast
from huisvesting.figures import onderwerpen
from huisvesting.models import Periode, Prestatieafspraak
from kern.register import register
from termijnen import motor
from termijnen.figures import zonder_dossier
from termijnen.models import Status, Termijn
from tests.huisvesting.factories import PeriodeFactory
from tests.toegang.factories import OrganisatieFactory

pytestmark = pytest.mark.django_db
EIND = date(2017, 6, 30)
AFSPRAAK, KOPPELDAG, BEOORDEELDAG = (
    f"huisvesting.{naam}" for naam in ("afspraak_loopt_af", "koppeldag", "beoordeeldag")
)


def afspraak(verhuurder, van: date, tot_en_met: date) -> Prestatieafspraak:
    gegevens = {"verhuurder": verhuurder, "van": van, "tot_en_met": tot_en_met, "woningen": 5}
    return bewaar_afspraak(Prestatieafspraak(), gegevens={**gegevens, "waarvan_amv": 0, "bron": "Afspraken"})


def dagen(code: str) -> list[tuple[str, date, date]]:
    rijen = Termijn.objects.filter(code=code).order_by("vervalt_op")
    return [(rij.onderwerp, rij.begint_op, rij.vervalt_op) for rij in rijen]


def standen(code: str, laatste: date) -> list[str]:
    """The day before the last one, that day and the day after."""
    return [
        zonder_dossier(laatste + timedelta(days=verschil)).get(code=code).status for verschil in (-1, 0, 1)
    ]


def test_een_afspraak_zonder_vervolg_is_op_haar_laatste_dag_nog_op_tijd():
    rij = afspraak(OrganisatieFactory(), date(2016, 1, 1), EIND)
    assert dagen(AFSPRAAK) == [(str(rij.pk), date(2017, 3, 30), EIND)]
    assert standen(AFSPRAAK, EIND) == [Status.OPEN, Status.OPEN, Status.TE_LAAT]


def test_een_korte_afspraak_begint_niet_voor_haar_eerste_dag():
    afspraak(OrganisatieFactory(), date(2017, 6, 1), EIND)
    assert [begint for _wat, begint, _vervalt in dagen(AFSPRAAK)] == [date(2017, 6, 1)]


def test_een_schrikkeldag_drie_maanden_voor_het_eind():
    afspraak(OrganisatieFactory(), date(2015, 1, 1), date(2016, 5, 31))
    assert [begint for _wat, begint, _vervalt in dagen(AFSPRAAK)] == [date(2016, 2, 29)]


@pytest.mark.parametrize(
    ("van", "vervolgt"),
    [
        (date(2017, 6, 30), True),
        (date(2017, 7, 1), True),
        (date(2017, 7, 2), False),  # a day without an agreement
    ],
)
def test_een_vervolg_sluit_aan(van, vervolgt):
    wie = OrganisatieFactory()
    eerste, tweede = afspraak(wie, date(2016, 1, 1), EIND), afspraak(wie, van, date(2018, 6, 30))
    verwacht = {str(tweede.pk)} if vervolgt else {str(eerste.pk), str(tweede.pk)}
    assert {wat for wat, *_dagen in dagen(AFSPRAAK)} == verwacht


def test_een_afspraak_van_een_ander_of_die_eerder_eindigt_is_geen_vervolg():
    wie = OrganisatieFactory()
    eerste = afspraak(wie, date(2016, 1, 1), EIND)
    afspraak(OrganisatieFactory(), date(2017, 7, 1), date(2018, 6, 30))
    afspraak(wie, date(2017, 1, 1), date(2017, 6, 29))
    assert str(eerste.pk) in {wat for wat, *_dagen in dagen(AFSPRAAK)}


def test_de_naam_is_die_van_de_verhuurder():
    rij = afspraak(OrganisatieFactory(naam="De Goede Woning"), date(2016, 1, 1), EIND)
    assert onderwerpen.afspraaknamen([str(rij.pk)]) == {str(rij.pk): "De Goede Woning"}


@pytest.mark.parametrize("code", [KOPPELDAG, BEOORDEELDAG])
@pytest.mark.parametrize(
    ("periode", "koppeldag", "beoordeeldag"),
    [
        ("2017-H1", date(2017, 4, 1), date(2017, 7, 1)),
        ("2017-H2", date(2017, 10, 1), date(2018, 1, 1)),
        ("2020-H1", date(2020, 4, 1), date(2020, 7, 1)),
    ],
)
def test_de_dagen_van_het_toezicht(code, periode, koppeldag, beoordeeldag):
    """H12: 1 April or 1 October, and 1 July or 1 January."""
    leg_opgave_vast(periode=periode, gegevens={"aantal": 20, "bron": "Proef"})
    begin = Periode.objects.get().van
    dag = {KOPPELDAG: koppeldag, BEOORDEELDAG: beoordeeldag}[code]
    assert dagen(code) == [(periode, begin, dag)]
    assert standen(code, dag) == [Status.OPEN, Status.OPEN, Status.TE_LAAT]


def test_van_een_heel_jaar_zijn_er_geen_halve_jaren():
    PeriodeFactory(code="2016", van=date(2016, 1, 1), tot_en_met=date(2016, 12, 31))
    register.werk_onderwerpen_bij()
    assert not Termijn.objects.exists()


@pytest.mark.parametrize("aantal", [1, 50])
def test_een_opdracht_voor_hoeveel_halve_jaren_ook(aantal, django_assert_num_queries):
    Periode.objects.bulk_create(
        Periode(
            code=f"{2017 + nummer // 2}-H{nummer % 2 + 1}",
            van=date(2017 + nummer // 2, 1 + 6 * (nummer % 2), 1),
            tot_en_met=date(2017 + nummer // 2, 6, 30)
            if nummer % 2 == 0
            else date(2017 + nummer // 2, 12, 31),
        )
        for nummer in range(aantal)
    )
    with django_assert_num_queries(1):
        register.werk_onderwerpen_bij("huisvesting")
    assert Termijn.objects.count() == 2 * aantal
    assert motor.onvers() == []
