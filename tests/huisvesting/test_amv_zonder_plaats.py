"""An AMV in a living group of whom no place was written down: at 14, at 15 and at 18, and once it is (H7)."""

from datetime import date

import pytest

from dossiers.models import Opvang
from huisvesting import figures
from huisvesting.actions import plaats
from huisvesting.figures.telling import oordelen
from huisvesting.models import Telling
from kern.contract import Peiling
from tests.dossiers.factories import VestigingFactory
from tests.huisvesting.factories import WoningFactory
from tests.huisvesting.tellen import amv, wijzig

pytestmark = pytest.mark.django_db
# born on 1 June 2002: 15 on 1 June 2017, 18 on 1 June 2020
GEBOREN = date(2002, 6, 1)


@pytest.fixture
def jongere():
    persoon = amv(GEBOREN)
    VestigingFactory(statushouder=persoon, van=date(2017, 1, 10))
    return persoon


@pytest.mark.parametrize(
    "dag", ["2017-01-10", "2017-05-31", "2017-06-01", "2017-06-02", "2020-05-31", "2020-06-01"]
)
def test_zonder_plaats_telt_hij_op_geen_leeftijd_en_staat_hij_in_de_lijst(jongere, dag):
    assert list(figures.telt_niet_mee(Peiling.op(date.fromisoformat(dag)))) == [jongere]
    oordeel = oordelen([jongere.pk])[jongere.pk]
    assert (oordeel.telt, oordeel.regel) == (False, "H7")
    assert "vanaf 15 jaar, zodra de plaats" in oordeel.reden


@pytest.mark.parametrize(
    ("van", "telt_op"),
    [
        ("2017-01-10", "2017-06-01"),  # at 14: from the 15th birthday on
        ("2017-05-31", "2017-06-01"),
        ("2017-06-01", "2017-06-01"),
        ("2017-06-02", "2017-06-02"),
        ("2020-05-31", "2020-05-31"),  # the last day as a minor
    ],
)
def test_met_zijn_plaats_telt_hij_vanaf_de_goede_dag_ook_als_die_later_is_vastgelegd(jongere, van, telt_op):
    plaats([jongere], woning=WoningFactory(amv_woning=True), van=date.fromisoformat(van))
    telling = Telling.objects.get()
    assert (telling.telt_op, telling.regel) == (date.fromisoformat(telt_op), "H7")
    dag = telling.telt_op
    assert list(figures.telt_niet_mee(Peiling.op(dag))) == []
    voor = dag.replace(day=dag.day - 1) if dag.day > 1 else date(2017, 5, 31)
    assert list(figures.telt_niet_mee(Peiling.op(voor))) == [jongere]


def test_op_zijn_18e_telt_hij_met_een_woning_en_niet_meer_als_amv(jongere):
    plaats([jongere], woning=WoningFactory(), van=date(2020, 6, 1))
    telling = Telling.objects.get()
    assert (telling.telt_op, telling.regel) == (date(2020, 6, 1), "H6")


def test_wie_op_zijn_14e_weer_weggaat_telt_niet(jongere):
    woning = WoningFactory(amv_woning=True)
    [rij] = plaats([jongere], woning=woning, van=date(2017, 1, 10))
    rij.tot = date(2017, 6, 1)  # the first day that he no longer lives there is his birthday
    rij.save()
    wijzig(jongere, opvang=Opvang.GEEN)
    assert not Telling.objects.exists()
