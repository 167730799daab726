"""Who may do what with the log in the database itself: adding, by one role, and nothing else by anybody."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.db import ProgrammingError, connection, transaction

from toegang.actions import Lezing, leg_lezen_vast, verzegel
from toegang.models import Leeshandeling

pytestmark = pytest.mark.django_db
TABELLEN = ("toegang_leesregel", "toegang_leeszegel", "toegang_leesbeoordeling")
VERANDEREN = {
    "UPDATE": "UPDATE {} SET id = id",
    "DELETE": "DELETE FROM {}",
    "TRUNCATE": "TRUNCATE {}",
}
NIEMAND = ("wi_web", "staf", "partner", "wi_log")


@contextmanager
def als(rol: str):
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {rol}")
        yield cursor
        cursor.execute("RESET ROLE")


def mag(rol: str, opdracht: str) -> bool:
    try:
        with transaction.atomic(), als(rol) as cursor:
            cursor.execute(opdracht)
    except ProgrammingError as fout:
        if "permission denied" not in str(fout):
            raise
        return False
    return True


@pytest.fixture(autouse=True)
def zoals_echt():
    """Without what the tests give the roles to write it themselves."""
    with connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON toegang_leesregel, toegang_leeszegel FROM staf, partner, wi_web")


@pytest.fixture
def gevuld():
    leg_lezen_vast(None, Lezing(handeling=Leeshandeling.INZIEN, wat="Dossier"))
    verzegel()


@pytest.mark.usefixtures("gevuld")
@pytest.mark.parametrize("opdracht", VERANDEREN.values(), ids=VERANDEREN)
@pytest.mark.parametrize("tabel", TABELLEN)
@pytest.mark.parametrize("rol", NIEMAND)
def test_niemand_verandert_of_wist(rol, tabel, opdracht):
    assert not mag(rol, opdracht.format(tabel))


@pytest.mark.parametrize("opdracht", VERANDEREN.values(), ids=VERANDEREN)
@pytest.mark.parametrize("tabel", TABELLEN)
def test_de_eigenaar_kan_het_wel(tabel, opdracht):
    """The control: what is refused above is refused for the role, not for the statement."""
    assert mag("none", opdracht.format(tabel))


LEG_VAST = "INSERT INTO toegang_leesregel (rol, handeling, wat, uitkomst, doel) VALUES ('', 'inzien', '', 'gezien', '')"


class TestToevoegen:
    def test_alleen_de_rol_van_het_log(self):
        assert {rol: mag(rol, LEG_VAST) for rol in NIEMAND} == {
            "wi_web": False,
            "staf": False,
            "partner": False,
            "wi_log": True,
        }

    @pytest.mark.parametrize(
        "opdracht",
        [
            "INSERT INTO toegang_leesregel (id, rol, handeling, wat, uitkomst, doel)"
            " VALUES (1, '', 'inzien', '', 'gezien', '')",
            "INSERT INTO toegang_leesregel (moment, rol, handeling, wat, uitkomst, doel)"
            " VALUES ('2017-05-01', '', 'inzien', '', 'gezien', '')",
            "INSERT INTO toegang_leeszegel (gezet_op, regels, aantal, sha256) VALUES ('2017-05-01', '{}', 0, '')",
        ],
        ids=["sleutel", "moment", "zegel"],
    )
    def test_sleutel_en_moment_zijn_van_de_databank(self, opdracht):
        assert not mag("wi_log", opdracht)
        assert mag("none", opdracht)

    def test_de_rol_van_het_log_kan_verzegelen_en_niets_van_personen_lezen(self):
        with als("wi_log"):
            leg_lezen_vast(None, Lezing(handeling=Leeshandeling.INZIEN, wat="Dossier"))
            assert verzegel() == 1
        for tabel in ("dossiers_statushouder", "toegang_gebruiker", "django_session"):
            assert not mag("wi_log", f"SELECT * FROM {tabel}")

    def test_wie_het_log_leest(self):
        lezen = {rol: mag(rol, "SELECT * FROM toegang_leesregel") for rol in NIEMAND}
        assert lezen == {"wi_web": False, "staf": True, "partner": False, "wi_log": True}
