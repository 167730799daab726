"""Fifty people who commit the last euro at the same moment: with the guard one gets it, without it more do."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, connections

from financien.models import Activiteit, Verplichting
from tests.financien.factories import ActiviteitFactory

pytestmark = pytest.mark.django_db(transaction=True)
SAMEN, RONDES = 10, 5
WACHT = "verplichting_binnen_budget"


def _trigger() -> str:
    [trigger] = [een for een in Verplichting._meta.triggers if een.name == WACHT]  # type: ignore[attr-defined]
    return str(trigger.get_pgid(Verplichting))


@pytest.fixture
def zonder_wacht() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE financien_verplichting DISABLE TRIGGER {_trigger()}")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE financien_verplichting ENABLE TRIGGER {_trigger()}")


def leg_vast(code: str, nummer: int, start: Barrier) -> bool:
    try:
        start.wait()
        Verplichting.objects.create(
            nummer=f"V-{code}-{nummer}",
            soort="contract",
            omschrijving="De laatste euro",
            relatie="Iemand",
            activiteit_id=code,
            jaar=2017,
            bedrag=1,
            aangegaan_op=date(2017, 5, 1),
        )
    except IntegrityError:
        return False
    finally:
        connections.close_all()
    return True


def vastgelegd(code: str) -> Decimal:
    """Fifty at once, ten in each of five rounds, each with a euro left; how much is committed."""
    ActiviteitFactory(code=code, bedrag=1)
    with ThreadPoolExecutor(SAMEN) as mensen:
        for ronde in range(RONDES):
            start = Barrier(SAMEN)
            lopend = [mensen.submit(leg_vast, code, ronde * SAMEN + n, start) for n in range(SAMEN)]
            assert sum(een.result() for een in lopend) >= (ronde == 0)
    return sum((rij.bedrag for rij in Verplichting.objects.filter(activiteit=code)), Decimal(0))


def test_een_krijgt_de_laatste_euro():
    assert vastgelegd("EURO") == 1
    assert Activiteit.objects.get(code="EURO").bedrag == 1


@pytest.mark.usefixtures("zonder_wacht")
def test_zonder_de_wacht_krijgen_meer_hem():
    """The control."""
    assert vastgelegd("EURO") > 1
