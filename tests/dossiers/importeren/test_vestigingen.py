"""Spells of living here that come in by file: begun, corrected, ended, and begun again."""

from datetime import date

import pytest

from dossiers.models import Vestiging
from tests.dossiers.importeren.conftest import fouten, persoon, tellingen

pytestmark = pytest.mark.django_db


def perioden() -> list[tuple[str, str | None]]:
    """From and to of all spells."""
    rijen = Vestiging.objects.order_by("van").values_list("van", "tot")
    return [(van.isoformat(), tot and tot.isoformat()) for van, tot in rijen]


def test_vertrekken_en_terugkomen(importeer):
    importeer(persoon(gevestigd_op="01-02-2016"))
    importeer(persoon(gevestigd_op="01-02-2016", vertrokken_op="01-06-2016"))
    assert perioden() == [("2016-02-01", "2016-06-01")]
    terug = persoon(gevestigd_op="28-03-2017", brp_op="30-03-2017")
    assert tellingen(importeer(terug)) == (1, 0, 1, 0)
    assert perioden() == [("2016-02-01", "2016-06-01"), ("2017-03-28", None)]
    assert Vestiging.objects.get(van=date(2017, 3, 28)).brp_op == date(2017, 3, 30)
    assert tellingen(importeer(terug)) == (1, 0, 0, 1)


@pytest.mark.parametrize("dag", ["27-03-2017", "29-03-2017"])
def test_een_andere_begindag_van_dezelfde_vestiging_is_een_verbetering(importeer, dag):
    importeer(persoon(gevestigd_op="28-03-2017"))
    assert tellingen(importeer(persoon(gevestigd_op=dag))) == (1, 0, 1, 0)
    assert perioden() == [("-".join(reversed(dag.split("-"))), None)]


def test_vertrek_en_brp_zonder_begin_gaan_over_de_laatste_vestiging(importeer):
    importeer(persoon(gevestigd_op="01-02-2016", vertrokken_op="01-06-2016"))
    importeer(persoon(gevestigd_op="28-03-2017"))
    assert tellingen(importeer(persoon(brp_op="30-03-2017", vertrokken_op="01-05-2017"))) == (1, 0, 1, 0)
    assert perioden() == [("2016-02-01", "2016-06-01"), ("2017-03-28", "2017-05-01")]


def test_dezelfde_dag_komen_en_gaan(importeer):
    rij = persoon(gevestigd_op="28-03-2017", vertrokken_op="28-03-2017")
    importeer(rij)
    assert perioden() == [("2017-03-28", "2017-03-28")]
    assert tellingen(importeer(rij)) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("gevestigd", "vertrokken"),
    [("01-01-2016", ""), ("01-01-2016", "01-04-2017"), ("01-02-2016", "01-04-2017")],
)
def test_een_vestiging_over_twee_andere_heen_kan_niet(importeer, gevestigd, vertrokken):
    importeer(persoon(gevestigd_op="01-02-2016", vertrokken_op="01-06-2016"))
    importeer(persoon(gevestigd_op="28-03-2017"))
    uitslag = importeer(persoon(gevestigd_op=gevestigd, vertrokken_op=vertrokken))
    assert fouten(uitslag) == [(2, "gevestigd_op", "overlapt")]


def test_een_verbeterd_vertrek(importeer):
    importeer(persoon(gevestigd_op="01-02-2016", vertrokken_op="01-06-2016"))
    importeer(persoon(gevestigd_op="01-02-2016", vertrokken_op="02-06-2016"))
    assert perioden() == [("2016-02-01", "2016-06-02")]
