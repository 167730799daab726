"""Clerks who offer at the same moment: one offer for one place, and one for one family."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import QuerySet

from dossiers.models import Rol
from huisvesting import figures
from huisvesting.actions import aanbod, bied_aan
from huisvesting.models import Aanbod, Woonvraag
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import VerwachtingFactory, WoningFactory

pytestmark = pytest.mark.django_db(transaction=True)
AANTAL = 10
MEI = date(2017, 5, 1)


def bied_tegelijk(paren) -> list[str]:
    """What each heard who offered this home to this person, all at once; sorted."""
    start = threading.Barrier(len(paren))
    gehoord: list[str] = []

    def bied(huurder, woning) -> None:
        try:
            connection.ensure_connection()
            start.wait(60)
            bied_aan(huurder=huurder, woning=woning, personen=1, aangeboden_op=MEI, vandaag=MEI)
            gehoord.append("aangeboden")
        except ValidationError as fout:
            gehoord.append(" ".join(fout.messages))
        finally:
            connection.close()

    draden = [threading.Thread(target=bied, args=paar) for paar in paren]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(120)
    return sorted(gehoord)


def om_een_plek(*, amv: bool) -> list[tuple]:
    """As many persons and one home with one place."""
    woning, personen = WoningFactory(capaciteit=1, amv_woning=amv), StatushouderFactory.create_batch(AANTAL)
    if amv:
        for persoon in personen:
            VerwachtingFactory(statushouder=persoon, woonvraag=Woonvraag.AMV)
    return [(persoon, woning) for persoon in personen]


@pytest.fixture
def zonder_slot(monkeypatch):
    """The locks are patched away, and all have looked before anybody writes."""
    gezien, kijk = threading.Barrier(AANTAL), figures.huishouden_van
    monkeypatch.setattr(aanbod, "vergrendel", lambda _sleutels: None)
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_opties: self.all())

    def wacht(persoon, op):
        huishouden = kijk(persoon, op)
        gezien.wait(60)
        return huishouden

    monkeypatch.setattr(figures, "huishouden_van", wacht)


@pytest.mark.parametrize(("amv", "zin"), [(True, "geen plek meer"), (False, "al aan iemand aangeboden")])
def test_een_plek_wordt_een_keer_aangeboden(amv, zin):
    gehoord = bied_tegelijk(om_een_plek(amv=amv))
    assert gehoord.count("aangeboden") == Aanbod.objects.count() == 1
    assert sum(zin in tekst for tekst in gehoord) == AANTAL - 1


@pytest.mark.usefixtures("zonder_slot")
@pytest.mark.parametrize(("amv", "keer"), [(True, AANTAL), (False, 1)])
def test_zonder_slot_houdt_de_database_een_gewone_woning_bij_een(amv, keer):
    """Negative control: the places of an AMV home are kept by the lock, and by nothing else."""
    assert bied_tegelijk(om_een_plek(amv=amv)).count("aangeboden") == Aanbod.objects.count() == keer


def _gezin() -> list[tuple]:
    gezin = GezinFactory()
    personen = StatushouderFactory.create_batch(AANTAL)
    for persoon in personen:
        GezinslidFactory(gezin=gezin, statushouder=persoon, rol=Rol.KIND)
    return [(persoon, WoningFactory()) for persoon in personen]


def test_een_gezin_krijgt_een_aanbod():
    gehoord = bied_tegelijk(_gezin())
    assert gehoord.count("aangeboden") == Aanbod.objects.count() == 1
    assert sum("iemand uit dit huishouden" in tekst for tekst in gehoord) == AANTAL - 1


@pytest.mark.usefixtures("zonder_slot")
def test_zonder_slot_krijgt_ieder_van_het_gezin_een_aanbod():
    """Negative control."""
    assert bied_tegelijk(_gezin()).count("aangeboden") == AANTAL
