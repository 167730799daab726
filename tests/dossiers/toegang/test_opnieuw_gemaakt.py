"""A table that was dropped and made again gets its rights again, though the models ask the same as before."""

from __future__ import annotations

import pytest
from django.db import connection

from dossiers import rijrechten
from dossiers.figures.rijrechten_gelden import rls_elke_tabel
from dossiers.rijrechten import verouderd, zet_rijrechten

pytestmark = pytest.mark.django_db


def maak_opnieuw(tabel: str) -> None:
    """As after `migrate APP zero` and `migrate APP`: the same columns, and no rights."""
    doe(
        f'CREATE TABLE "nieuw" (LIKE "{tabel}" INCLUDING ALL);'
        f'DROP TABLE "{tabel}" CASCADE; ALTER TABLE "nieuw" RENAME TO "{tabel}";'
    )


def doe(opdracht: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(opdracht)


def mag_staf(tabel: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('staf', %s, 'SELECT')", [tabel])
        return bool(cursor.fetchone()[0])


@pytest.mark.parametrize("tabel", ["partners_vraag", "begeleiding_stappenlijst"])
def test_de_rechten_komen_terug(tabel):
    """One with a dossier, which has policies; and one without, which has grants only."""
    assert not verouderd()
    maak_opnieuw(tabel)
    assert verouderd()
    assert not mag_staf(tabel)
    zet_rijrechten()
    assert not verouderd()
    assert mag_staf(tabel)
    assert rls_elke_tabel().aantal == 0


@pytest.mark.parametrize(
    "opdracht",
    [
        "ALTER TABLE partners_vraag DISABLE ROW LEVEL SECURITY",
        "DROP POLICY partner ON partners_vraag",
        "DROP POLICY mandaat ON partners_vraag",
    ],
)
def test_wat_van_een_tabel_is_weggehaald_ook(opdracht):
    doe(opdracht)
    assert rls_elke_tabel().voorbeelden == ["partners_vraag"]
    zet_rijrechten()
    assert rls_elke_tabel().aantal == 0


def test_waar_niets_ontbreekt_wordt_niets_gezet(monkeypatch):
    """So that a second run takes no lock: what would be done fails."""
    monkeypatch.setattr(rijrechten, "_kenmerk", lambda _opdrachten: gezet())
    monkeypatch.setattr(rijrechten, "_opdrachten", lambda: "SELECT 1/0")
    zet_rijrechten()


def gezet() -> str:
    with connection.cursor() as cursor:
        return str(rijrechten._gezet(cursor))
