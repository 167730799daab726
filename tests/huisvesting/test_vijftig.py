"""Fifty clerks and one last place: one placement, with the lock, and with the trigger alone."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import QuerySet

from huisvesting.actions import plaats, plaatsen
from huisvesting.models import Plaatsing, Telling
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import WoningFactory

pytestmark = pytest.mark.django_db(transaction=True)
AANTAL = 50
MEI = date(2017, 5, 10)


def vijftig_tegelijk() -> tuple[int, int]:
    """How many were placed and refused, of fifty at once for a home with one place."""
    woning = WoningFactory(capaciteit=1)
    personen = StatushouderFactory.create_batch(AANTAL)
    start = threading.Barrier(AANTAL)
    uitkomsten: list[str] = []

    def claim(persoon) -> None:
        try:
            connection.ensure_connection()
            start.wait(60)
            plaats([persoon], woning=woning, van=MEI)
            uitkomsten.append("geplaatst")
        except ValidationError:
            uitkomsten.append("geweigerd")
        finally:
            connection.close()

    draden = [threading.Thread(target=claim, args=(persoon,)) for persoon in personen]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(120)
    return uitkomsten.count("geplaatst"), uitkomsten.count("geweigerd")


@pytest.fixture
def zonder_slot(monkeypatch):
    """The lock is patched away, and all have looked before anybody writes."""
    gezien = threading.Barrier(AANTAL)
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_kw: self.all())
    oorspronkelijk = plaatsen.omgeving

    def wacht(inhuizingen, **opties):
        bekend = oorspronkelijk(inhuizingen, **opties)
        gezien.wait(60)
        return bekend

    monkeypatch.setattr(plaatsen, "omgeving", wacht)


def test_vijftig_om_de_laatste_plek_geeft_een_plaatsing():
    assert vijftig_tegelijk() == (1, AANTAL - 1)
    assert Plaatsing.objects.count() == Telling.objects.count() == 1


@pytest.mark.usefixtures("zonder_slot")
def test_zonder_slot_houdt_de_database_het_bij_een():
    assert vijftig_tegelijk() == (1, AANTAL - 1)
    assert Plaatsing.objects.count() == Telling.objects.count() == 1


@pytest.mark.usefixtures("zonder_slot", "zonder_trigger")
def test_zonder_slot_en_trigger_wonen_er_vijftig():
    """Negative control: it is these two that keep the place, and nothing else."""
    assert vijftig_tegelijk() == (AANTAL, 0)
