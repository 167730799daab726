"""Two people at the same month at the same moment: nobody ends in a deadlock, and each reads what the other did."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connections, transaction

from financien.actions import heropen_maand, maanden, sluit_maand
from financien.models import Periodeafsluiting
from financien.models.wacht import wacht_op_boekers
from kern.weigering import Verouderd
from tests.financien.factories import PeriodeafsluitingFactory, PlanFactory
from tests.harnas.draden import wacht_tot_iemand_wacht
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db(transaction=True)
MAART, DAG = date(2017, 3, 1), date(2017, 4, 20)


@pytest.fixture
def ander():
    with ThreadPoolExecutor(1) as mens:
        yield mens


@pytest.fixture
def maart(db) -> Periodeafsluiting:
    PlanFactory()
    return PeriodeafsluitingFactory()


def heropen(rij: Periodeafsluiting) -> Periodeafsluiting:
    return heropen_maand(rij, versie=1, reden="Nagekomen", door=rij.afgesloten_door, op=DAG)


def sluit() -> Periodeafsluiting:
    return sluit_maand(maand=MAART, door=GebruikerFactory(rol="financien"), op=DAG)


def apart(doe: Callable[[], Periodeafsluiting]) -> Periodeafsluiting:
    """On a connection of its own."""
    try:
        return doe()
    finally:
        connections.close_all()


def dicht() -> list[date | None]:
    return [rij.heropend_op for rij in Periodeafsluiting.objects.order_by("pk")]


def test_wie_sluit_wacht_op_wie_heropent_en_sluit_dan_weer(maart, ander):
    with transaction.atomic():
        heropen(maart)
        gesloten = ander.submit(apart, sluit)
        wacht_tot_iemand_wacht()
        assert not gesloten.done()
    assert gesloten.result(20).heropend_op is None
    assert dicht() == [DAG, None]


def test_wie_heropent_wacht_op_wie_sluit(maart, ander):
    """February is closed while March is opened again: one after the other, whichever came first."""
    with transaction.atomic():
        sluit_maand(maand=date(2017, 2, 1), door=maart.afgesloten_door, op=DAG)
        weer_open = ander.submit(apart, lambda: heropen(maart))
        wacht_tot_iemand_wacht()
        assert not weer_open.done()
    assert weer_open.result(20).heropend_op == DAG


def test_wie_heropent_pakt_de_rij_pas_na_het_slot(maart, ander):
    """One order for all: who waits for the lock of all months holds no row that its owner may need."""
    with transaction.atomic():
        wacht_op_boekers()
        weer_open = ander.submit(apart, lambda: heropen(maart))
        wacht_tot_iemand_wacht()
        Periodeafsluiting.objects.select_for_update(nowait=True).get(pk=maart.pk)
        assert not weer_open.done()
    assert weer_open.result(20).heropend_op == DAG


def test_wie_als_tweede_sluit_leest_dat_zij_dicht_is(ander, maart):
    heropen(maart)
    with transaction.atomic():
        sluit()
        tweede = ander.submit(apart, sluit)
        wacht_tot_iemand_wacht()
    with pytest.raises(ValidationError, match="Deze maand is al gesloten"):
        tweede.result(20)
    assert dicht() == [DAG, None]


def test_wie_als_tweede_heropent_leest_dat_een_ander_dat_deed(ander, maart):
    with transaction.atomic():
        heropen(maart)
        tweede = ander.submit(apart, lambda: heropen(maart))
        wacht_tot_iemand_wacht()
    with pytest.raises(Verouderd):
        tweede.result(20)


def test_andersom_houdt_elk_vast_waar_de_ander_op_wacht(maart, ander, monkeypatch):
    """The control: the row first and then the lock for all months is a deadlock, of which the database ends one."""
    gestart: list[Future[Periodeafsluiting]] = []
    bewaar = Periodeafsluiting.bewaar_volgende

    def eerst_de_rij(rij: Periodeafsluiting) -> None:
        bewaar(rij)
        gestart.append(ander.submit(apart, sluit))
        wacht_tot_iemand_wacht()
        wacht_op_boekers()

    monkeypatch.setattr(Periodeafsluiting, "bewaar_volgende", eerst_de_rij)
    monkeypatch.setattr(
        maanden,
        "wacht_op_boekers",
        lambda: None if threading.current_thread() is hoofd else wacht_op_boekers(),
    )
    hoofd = threading.current_thread()
    fouten: list[OperationalError] = []
    for doe in (lambda: heropen(maart), lambda: gestart[0].result(20)):
        try:
            doe()
        except OperationalError as fout:
            fouten.append(fout)
    assert len(fouten) == 1
    assert "deadlock detected" in str(fouten[0])
