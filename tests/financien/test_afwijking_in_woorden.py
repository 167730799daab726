"""Which way a line is off, in words; and the day of the figures, written one way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from financien.figures import Afwijking, bereken
from tests.financien.factories import ActiviteitFactory, InkomstenpostFactory, PlanFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "bedrag", "woorden"),
    [
        ("MB", "0.01", "meer kosten"),
        ("MB", "0.00", ""),
        ("MB", "-0.01", "minder kosten"),
        ("DU", "0.01", "meer inkomsten"),
        ("DU", "-0.01", "minder inkomsten"),
    ],
)
def test_de_richting_in_woorden(code, bedrag, woorden):
    PlanFactory()
    ActiviteitFactory(code="MB")
    InkomstenpostFactory(code="DU", jaar=2017)
    regel = bereken(date(2017, 4, 30)).regel(code)
    assert regel is not None
    rij = Afwijking(regel, Decimal(bedrag), Decimal(5000))
    assert (rij.woorden, rij.omvang) == (woorden, abs(Decimal(bedrag)))


@pytest.mark.parametrize(
    ("gevraagd", "getoond"),
    [("2017-04-30", "30-4-2017"), ("30-04-2017", "30-4-2017"), ("31-4-2017", "31-4-2017")],
)
def test_de_peildatum_staat_er_zoals_wij_dagen_schrijven(client, gevraagd, getoond):
    PlanFactory()
    client.force_login(GebruikerFactory(rol="financien"))
    html = client.get("/begroting/", {"peildatum": gevraagd}).content.decode()
    assert f'value="{getoond}"' in html
