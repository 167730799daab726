"""What the database itself lets each role read and write of the money: a partner nothing at all."""

from __future__ import annotations

from datetime import date

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from kern.namens import namens
from tests.financien.factories import ToedelingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
TABELLEN = sorted(model._meta.db_table for model in apps.get_app_config("financien").get_models())


def lees(tabel: str) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{tabel}"')
        return int(cursor.fetchone()[0])


def als(rol: str):
    return namens(GebruikerFactory(rol=rol, organisatie=OrganisatieFactory()), op=MEI)


def test_er_zijn_tabellen():
    assert len(TABELLEN) > 12


@pytest.mark.parametrize("tabel", TABELLEN)
def test_een_partner_leest_geen_euro(tabel):
    with als(Rol.PARTNER), pytest.raises(ProgrammingError, match="permission denied"):
        lees(tabel)


@pytest.mark.parametrize("tabel", TABELLEN)
@pytest.mark.parametrize("rol", [Rol.FINANCIEN, Rol.COORDINATOR])
def test_wie_het_mag_leest_wel(tabel, rol):
    """The control: the refusal is of the partner, not of the table."""
    with als(rol):
        assert lees(tabel) == 0


def test_de_web_rol_zonder_gebruiker_leest_niets():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE wi_web")
        for tabel in TABELLEN:
            with pytest.raises(ProgrammingError, match="permission denied"):
                lees(tabel)
        cursor.execute("RESET ROLE")


def test_een_partner_schrijft_niets():
    rij = ToedelingFactory()
    vragen = [
        ("UPDATE financien_toedeling SET ongedaan_op = '2017-05-01' WHERE id = %s", rij.pk),
        ("DELETE FROM financien_boeking WHERE id = %s", rij.boeking_id),
        ("UPDATE financien_activiteit SET bedrag = 0 WHERE code = %s", rij.activiteit_id),
    ]
    with als(Rol.PARTNER), connection.cursor() as cursor:
        for sql, waarde in vragen:
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(sql, [waarde])
