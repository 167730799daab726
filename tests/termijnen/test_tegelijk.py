"""Two computations at once, and a caseworker who saves between them: no term is stale."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from django.db import connection, transaction

from dossiers.models import Statushouder
from kern.register import register
from termijnen import motor
from termijnen.actions import herbereken
from termijnen.figures import termijnen_vers
from termijnen.models import Termijn
from tests.dossiers.factories import StatushouderFactory
from tests.harnas.draden import wacht_tot_iemand_wacht

pytestmark = pytest.mark.django_db(transaction=True)
SLOT = "    PERFORM wi_vergrendel(dossiers, false);\n"
OUD, NIEUW = date(2017, 3, 6), date(2017, 3, 7)


@pytest.fixture
def zonder_slot():
    """The function as it is but for the lock; put back afterwards."""
    goed = motor.functie()
    assert goed.count(SLOT) == 1
    _maak(goed.replace(SLOT, ""))
    yield
    _maak(goed)


def _maak(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def de_nacht_begint_voor_de_klantregisseur_klaar_is() -> date:
    """Somebody saves another day of the link; before that is committed the night begins. What the term says then."""
    persoon = StatushouderFactory(coa_koppeldatum=OUD)
    nacht = threading.Thread(target=_nacht)
    with transaction.atomic():
        Statushouder.objects.filter(pk=persoon.pk).update(coa_koppeldatum=NIEUW)
        register.werk_bij([persoon])
        nacht.start()
        wacht_tot_iemand_wacht()
    nacht.join(20)
    return Termijn.objects.get(statushouder=persoon, code="huisvesting.woning").begint_op


def _nacht() -> None:
    try:
        herbereken()
    finally:
        connection.close()


def test_de_nacht_wacht_en_rekent_met_wat_er_nu_staat():
    assert de_nacht_begint_voor_de_klantregisseur_klaar_is() == NIEUW
    assert termijnen_vers().aantal == 0


def test_zonder_het_slot_schrijft_de_nacht_de_oude_dag_terug(zonder_slot):
    """The control: without the lock the old day comes back over the new one, and `controleer` sees it."""
    assert de_nacht_begint_voor_de_klantregisseur_klaar_is() == OUD
    assert termijnen_vers().voorbeelden == ["huisvesting.woning: 1"]


def test_twee_nachten_en_een_klantregisseur_tegelijk():
    personen = [StatushouderFactory(coa_koppeldatum=OUD) for _ in range(30)]
    fouten: list[Exception] = []

    def werk(doe) -> None:
        try:
            doe()
        except Exception as fout:  # noqa: BLE001  (whatever it is, the test says so)
            fouten.append(fout)
        finally:
            connection.close()

    def bewaar() -> None:
        for persoon in reversed(personen):
            with transaction.atomic():
                Statushouder.objects.filter(pk=persoon.pk).update(coa_koppeldatum=NIEUW)
                register.werk_bij([persoon])

    draden = [
        threading.Thread(target=werk, args=(doe,))
        for doe in (
            lambda: [herbereken() for _ in range(5)],
            lambda: [herbereken() for _ in range(5)],
            bewaar,
        )
    ]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    assert fouten == []
    assert termijnen_vers().aantal == 0
    assert {rij.begint_op for rij in Termijn.objects.filter(code="huisvesting.woning")} == {NIEUW}
