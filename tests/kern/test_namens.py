"""Entering the role for whom the database is asked: what it costs, and that it comes back."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import ProgrammingError, connection
from django.test.utils import CaptureQueriesContext

from kern.namens import namens, namens_doorlopend
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)


def stand() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('app.dag', true)")
        rol, dag = cursor.fetchone()
    return rol, dag or ""


@pytest.mark.django_db
@pytest.mark.parametrize("manier", [namens, namens_doorlopend])
def test_de_rol_en_de_instellingen_komen_terug(manier):
    gebruiker = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    eerst = stand()[0]
    with manier(gebruiker, op=MEI):
        with manier(None, op=date(2018, 1, 1)):
            assert stand() == ("staf", "2018-01-01")
        assert stand() == ("staf", "2017-05-01")
    assert stand() == (eerst, "")


@pytest.mark.django_db
def test_wat_het_kost_binnen_een_transactie():
    with CaptureQueriesContext(connection) as vragen, namens(None, op=MEI):
        pass
    assert len(vragen) == 5


@pytest.mark.django_db(transaction=True)
class TestBuitenEenTransactie:
    def test_wat_het_kost(self):
        with CaptureQueriesContext(connection) as vragen, namens(None, op=MEI):
            pass
        assert [vraag["sql"].split("(")[0] for vraag in vragen] == ["BEGIN", "SELECT set_config", "COMMIT"]

    @pytest.mark.parametrize("manier", [namens, namens_doorlopend])
    def test_na_een_fout_is_er_geen_rol_meer(self, manier):
        eerst = stand()[0]
        with pytest.raises(ProgrammingError), manier(None, op=MEI), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM bestaat_niet")
        assert stand() == (eerst, "")

    def test_doorlopend_blijft_over_transacties_heen(self):
        with namens_doorlopend(None, op=MEI):
            assert stand() == ("staf", "2017-05-01")
            assert stand() == ("staf", "2017-05-01")
