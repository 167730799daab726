"""The calendar in a query says the same as the calendar in Python."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import DateField, Value

from dossiers.models import Statushouder
from kern import kalender, leeftijd
from kern.kalenderuitdrukkingen import maanden_na, verjaardag, weken_na
from tests.dossiers.factories import StatushouderFactory

pytestmark = pytest.mark.django_db
# every day of a leap year and of two common ones
DAGEN = [date(1999, 1, 1) + timedelta(days=n) for n in range(366 + 365 * 2)]


@pytest.mark.parametrize(
    ("uitdrukking", "in_python"),
    [
        (lambda dag: weken_na(dag, 10), lambda dag: kalender.weken_na(dag, 10)),
        (lambda dag: maanden_na(dag, 210), lambda dag: kalender.na(dag, 210)),
        (lambda dag: maanden_na(dag, 1), lambda dag: kalender.na(dag, 1)),
        (lambda dag: verjaardag(dag, 18), lambda dag: leeftijd.verjaardag(dag, 18)),
        (lambda dag: verjaardag(dag, 16), lambda dag: leeftijd.verjaardag(dag, 16)),
    ],
    ids=["10 weken", "17 jaar en 6 maanden", "1 maand", "18 jaar", "16 jaar"],
)
def test_gelijk_aan_python(uitdrukking, in_python):
    StatushouderFactory()
    gevonden = []
    for plaats in range(0, len(DAGEN), 400):  # a question has at most so many columns
        dagen = [Value(dag, output_field=DateField()) for dag in DAGEN[plaats : plaats + 400]]
        [rij] = Statushouder.objects.values_list(*(uitdrukking(dag) for dag in dagen))
        gevonden += rij
    assert gevonden == [in_python(dag) for dag in DAGEN]


def test_een_dag_die_niet_bekend_is_blijft_onbekend():
    StatushouderFactory(geboren_vroegst=None, geboren_laatst=None)
    assert list(Statushouder.objects.values_list(verjaardag("geboren_vroegst", 18))) == [(None,)]
