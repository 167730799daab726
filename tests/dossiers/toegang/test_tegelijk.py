"""Two acts at once on one family, or on a home and who lives there: one after the other, and none fails."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.db import OperationalError, connection, transaction

from dossiers.models import Rol, Statushouder, persoon
from huisvesting.actions import bewaar_woning, hertel, plaats, woningen
from huisvesting.models import Plaatsing, Telling
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import PlaatsingFactory, WoningFactory

pytestmark = pytest.mark.django_db(transaction=True)
VAAK = 3_000  # looks at the other, for a machine that is busy


@pytest.fixture
def gezin():
    """Two members with a home each, of whom nobody counted yet: what is done to one writes of both."""
    gezin = GezinFactory()
    leden = StatushouderFactory.create_batch(2)
    for lid, rol in zip(leden, (Rol.HOOFD, Rol.PARTNER), strict=True):
        GezinslidFactory(gezin=gezin, statushouder=lid, rol=rol)
        PlaatsingFactory(statushouder=lid)
    return leden


def iemand_wacht() -> bool:
    """Does another connection to this database wait for a lock?"""
    with connection.cursor() as cursor:
        # else a transaction sees what it saw the first time
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND wait_event_type = 'Lock')"
        )
        return bool(cursor.fetchone()[0])


def doe_tegelijk(leden) -> list[Exception]:
    """Each locks another member, and only when the other did so too (or has to wait for it) counts anew."""
    vast = [threading.Event() for _ in leden]
    fouten: list[Exception] = []

    def werk(nummer: int) -> None:
        try:
            with transaction.atomic():
                rij = Statushouder.vergrendeld(leden[nummer].pk, leden[nummer].versie)
                vast[nummer].set()
                for _ in range(VAAK):
                    if vast[1 - nummer].wait(0.01) or iemand_wacht():
                        break
                hertel([rij])
        except OperationalError as fout:
            fouten.append(fout)
        finally:
            connection.close()

    draden = [threading.Thread(target=werk, args=(nummer,)) for nummer in (0, 1)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    return fouten


def test_twee_leden_van_een_gezin_gaan_na_elkaar(gezin):
    assert doe_tegelijk(gezin) == []
    assert Telling.objects.count() == 2


def test_zonder_slot_op_het_gezin_wachten_ze_op_elkaar(gezin, monkeypatch):
    """Negative control: each has locked one member, and the database ends one of both."""
    monkeypatch.setattr(persoon, "vergrendel", lambda _sleutels: None)
    [fout] = doe_tegelijk(gezin)
    assert "deadlock" in str(fout)


@pytest.fixture
def bewoond():
    """A home with one who counts there, and the partner who will come to live with them."""
    woning, gezin = WoningFactory(capaciteit=None), GezinFactory()
    bewoner, partner = StatushouderFactory.create_batch(2)
    for lid, rol in ((bewoner, Rol.HOOFD), (partner, Rol.PARTNER)):
        GezinslidFactory(gezin=gezin, statushouder=lid, rol=rol)
    PlaatsingFactory(statushouder=bewoner, woning=woning)
    hertel([bewoner])
    return woning, partner


def wijzig_en_plaats(woning, partner, monkeypatch) -> list[Exception]:
    """The home turns out to stand elsewhere; before that is counted, somebody comes to live there."""
    vast, fouten, eis_ruimte = threading.Event(), [], woningen._eis_ruimte

    def wacht(rij) -> None:
        eis_ruimte(rij)
        vast.set()
        for _ in range(VAAK):
            if iemand_wacht():
                break
            threading.Event().wait(0.01)

    def doe(werk) -> None:
        try:
            werk()
        except OperationalError as fout:
            fouten.append(fout)
        finally:
            connection.close()

    def wijzig() -> None:
        bewaar_woning(woning, versie=woning.versie, gegevens={"plaats": "Leiden"})

    def trek_in() -> None:
        assert vast.wait(60)
        plaats([partner], woning=woning, van=date(2017, 3, 1))

    monkeypatch.setattr(woningen, "_eis_ruimte", wacht)
    draden = [threading.Thread(target=doe, args=(werk,)) for werk in (wijzig, trek_in)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    return fouten


def test_een_woning_en_wie_er_komt_wonen_gaan_na_elkaar(bewoond, monkeypatch):
    woning, partner = bewoond
    assert Telling.objects.count() == 1
    assert wijzig_en_plaats(woning, partner, monkeypatch) == []
    woning.refresh_from_db()
    assert (woning.plaats, Plaatsing.objects.count(), Telling.objects.count()) == ("Leiden", 2, 0)


def test_zonder_slot_op_de_bewoners_wachten_ze_op_elkaar(bewoond, monkeypatch):
    """Negative control: one has the home and wants the tenant, the other has the tenant and wants the home."""
    monkeypatch.setattr(woningen, "vergrendel", lambda _sleutels: None)
    [fout] = wijzig_en_plaats(*bewoond, monkeypatch)
    assert "deadlock" in str(fout)
