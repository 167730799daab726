"""What the database remembers of a partner within a transaction: right, and never for too long."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from dossiers.models import Doorverwijzing, Statushouder
from kern.namens import namens
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)
SLEUTELS = [1, 7, 8, 62, 63, 64, 65, 127, 128, 4095, 100_003]


@pytest.fixture
def verwezen():
    return DoorverwijzingFactory()


@pytest.fixture
def partner(verwezen):
    return GebruikerFactory(rol=Rol.PARTNER, organisatie=verwezen.organisatie)


def te_zien() -> set[int]:
    """What the database lets through, without the application's own filter."""
    return set(Statushouder.objects.values_list("pk", flat=True))


def test_elke_sleutel_heeft_zijn_eigen_bit():
    with connection.cursor() as cursor:
        cursor.execute("SELECT decode(wi_als_bits(%s), 'hex')", [SLEUTELS])
        bits = bytes(cursor.fetchone()[0])
    assert [n for n in range(8 * len(bits)) if bits[n // 8] >> (n % 8) & 1] == SLEUTELS


def test_zonder_verwijzingen_geen_enkele_bit():
    with connection.cursor() as cursor:
        cursor.execute("SELECT wi_als_bits('{}')")
        assert cursor.fetchone() == ("",)


def test_een_antwoord_geldt_meteen_in_dezelfde_transactie():
    gevraagd = DoorverwijzingFactory(aangenomen_op=None)
    partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=gevraagd.organisatie)
    with namens(partner, op=DAG):
        assert te_zien() == set()
        Doorverwijzing.objects.update(aangenomen_op=DAG)
        assert te_zien() == {gevraagd.statushouder_id}
        Doorverwijzing.objects.update(beeindigd_op=DAG, einde=Doorverwijzing.AFGEROND)
        assert te_zien() == set()


def test_een_ander_of_een_andere_dag_begint_opnieuw(verwezen, partner):
    ander = DoorverwijzingFactory(tot_en_met=date(2017, 5, 1))
    andere = GebruikerFactory(rol=Rol.PARTNER, organisatie=ander.organisatie)
    with namens(partner, op=DAG):
        assert te_zien() == {verwezen.statushouder_id}
        with namens(andere, op=DAG):
            assert te_zien() == {ander.statushouder_id}
        assert te_zien() == {verwezen.statushouder_id}
    with namens(andere, op=date(2017, 5, 2)):
        assert te_zien() == set()


def test_wat_intussen_elders_verandert_geldt_bij_de_volgende_vraag(verwezen, partner):
    with namens(partner, op=DAG):
        assert te_zien() == {verwezen.statushouder_id}
    Doorverwijzing.objects.update(beeindigd_op=DAG, einde=Doorverwijzing.INGETROKKEN)
    with namens(partner, op=DAG):
        assert te_zien() == set()


def test_een_dossier_met_een_hogere_sleutel_dan_alle_verwezen(verwezen, partner):
    later = StatushouderFactory.create_batch(70)
    with namens(partner, op=DAG):
        assert te_zien() == {verwezen.statushouder_id}
        assert not Statushouder.objects.filter(pk__in=[rij.pk for rij in later]).exists()
