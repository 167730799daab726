"""Who left and came back: a home of the earlier spell, where only the later one is known."""

from datetime import date

import pytest

from dossiers.models import Vestiging
from huisvesting.figures import vestiging_en_plaatsing
from huisvesting.models import Plaatsing
from tests.dossiers.factories import VestigingFactory
from tests.huisvesting.importeren.conftest import VANDAAG, fouten
from uitwisseling import actions

pytestmark = pytest.mark.django_db
TERUG = date(2017, 4, 1)
EERDER = {"van": "01-02-2017", "tot_en_met": "28-02-2017"}


def spellen() -> list[tuple[date, date | None]]:
    return list(Vestiging.objects.order_by("van").values_list("van", "tot"))


@pytest.fixture(autouse=True)
def terug(persoon) -> Vestiging:
    """Only the later spell is known."""
    return VestigingFactory(statushouder=persoon, van=TERUG)


@pytest.mark.parametrize(
    ("laatste_dag", "tot"),
    [("30-03-2017", date(2017, 3, 31)), ("31-03-2017", TERUG), ("01-04-2017", None), ("", None)],
)
def test_een_woning_die_voor_de_terugkeer_eindigt_opent_een_eigen_vestiging(importeer, laatste_dag, tot):
    """The day before, on and after the day of coming back; and without an end."""
    gevonden = fouten(importeer({**EERDER, "tot_en_met": laatste_dag}))
    if tot:
        assert gevonden == []
        assert spellen() == [(date(2017, 2, 1), tot), (TERUG, None)]
    else:
        assert gevonden == [(2, "van", "voor_vestiging")]
        assert spellen() == [(TERUG, None)]
    assert vestiging_en_plaatsing().aantal == 0


def test_beide_woningen_in_een_bestand(importeer):
    assert fouten(importeer({"van": "01-04-2017", "huisnummer": "14"}, EERDER)) == []
    assert spellen() == [(date(2017, 2, 1), date(2017, 3, 1)), (TERUG, None)]
    assert Plaatsing.objects.count() == 2
    assert vestiging_en_plaatsing().aantal == 0


@pytest.mark.parametrize(
    ("van", "verwacht"),
    [
        ("01-03-2017", [(date(2017, 2, 1), date(2017, 4, 1))]),
        ("02-03-2017", [(date(2017, 2, 1), date(2017, 3, 1)), (date(2017, 3, 2), date(2017, 4, 1))]),
    ],
)
def test_een_verhuizing_houdt_een_vestiging_een_dag_ertussen_niet(importeer, van, verwacht):
    verhuisd = {"van": van, "tot_en_met": "31-03-2017", "huisnummer": "14"}
    assert fouten(importeer(verhuisd, EERDER)) == []
    assert spellen() == [*verwacht, (TERUG, None)]


def test_niet_over_een_vestiging_die_bekend_is(importeer, persoon):
    VestigingFactory(statushouder=persoon, van=date(2017, 2, 15), tot=date(2017, 2, 20))
    assert fouten(importeer(EERDER)) == [(2, "van", "voor_vestiging")]


def test_in_een_eerdere_vestiging_die_bekend_is_opent_er_geen(importeer, persoon):
    VestigingFactory(statushouder=persoon, van=date(2017, 2, 1), tot=date(2017, 3, 1))
    assert fouten(importeer(EERDER)) == []
    assert len(spellen()) == 2


def test_terugnemen_neemt_ook_de_vestiging_mee(importeer):
    inlezing = importeer(EERDER)
    assert actions.maak_ongedaan(inlezing, gebruiker=None, op=VANDAAG).behouden == []
    assert spellen() == [(TERUG, None)]
    assert not Plaatsing.objects.exists()
