"""How the embedded server is started."""

import pytest
from django.db import connection

from wassenaar_integratie.lokaal.postgres import buffers


@pytest.mark.parametrize(
    ("geheugen", "megabytes"),
    [(512, 128), (2048, 128), (2064, 129), (8192, 512), (16384, 1024), (262144, 1024)],
)
def test_een_zestiende_van_het_geheugen_met_een_bodem_en_een_plafond(geheugen, megabytes):
    assert buffers(geheugen) == megabytes


@pytest.mark.django_db
def test_de_server_kreeg_ze_mee():
    with connection.cursor() as cursor:
        cursor.execute("SELECT source FROM pg_settings WHERE name = 'shared_buffers'")
        assert cursor.fetchone() == ("command line",)
