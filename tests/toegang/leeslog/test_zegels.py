"""Seals: every row once, whenever its transaction ended, and nothing changed after that goes unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from toegang.actions import Lezing, gebroken_zegels, leeslog_zegel, leg_lezen_vast, verzegel
from toegang.models import Leeshandeling, Leesregel, Leeszegel
from toegang.tasks import verzegel_leeslog

pytestmark = pytest.mark.django_db


def lees(aantal: int = 1) -> None:
    for _ in range(aantal):
        leg_lezen_vast(None, Lezing(handeling=Leeshandeling.INZIEN, wat="Dossier"))


def sql(opdracht: str, *waarden: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)


@pytest.fixture
def twee_zegels():
    """Two seals of three rows each, chained."""
    for _ in range(2):
        lees(3)
        assert verzegel() == 3
    return Leeszegel.objects.order_by("pk")


class TestZetten:
    def test_elke_regel_een_keer(self):
        lees(3)
        assert verzegel() == 3
        assert verzegel() == 0
        lees(2)
        assert verzegel_leeslog() == 2
        assert [zegel.aantal for zegel in Leeszegel.objects.all()] == [3, 2]
        assert gebroken_zegels() == []

    def test_een_leeg_log_heeft_geen_zegel(self):
        assert verzegel() == 0
        assert not Leeszegel.objects.exists()

    def test_een_regel_die_later_vast_kwam_te_staan_komt_onder_het_volgende_zegel(self):
        """A lower key than what is sealed already, as a transaction leaves that ended after a later one."""
        lees(3)
        laat = Leesregel.objects.order_by("pk")[1]
        bewaard = Leesregel.objects.filter(pk=laat.pk).values().get()
        laat.delete()
        assert verzegel() == 2
        Leesregel.objects.create(**bewaard)
        assert verzegel() == 1
        assert Leeszegel.objects.last().regels == f"{{[{bewaard['id']},{bewaard['id'] + 1})}}"
        assert gebroken_zegels() == []

    @pytest.mark.parametrize(("minuten", "verzegeld"), [(59, 0), (61, 1)])
    def test_wat_nog_geen_uur_oud_is_laat_controleer_staan(self, minuten, verzegeld):
        lees()
        sql("UPDATE toegang_leesregel SET moment = clock_timestamp() - %s", timedelta(minutes=minuten))
        assert leeslog_zegel().aantal == 0
        assert Leeszegel.objects.count() == verzegeld


class TestVinden:
    def test_gezond(self, twee_zegels):
        assert gebroken_zegels() == []
        assert leeslog_zegel().aantal == 0

    @pytest.mark.parametrize(
        "wijziging",
        [
            "UPDATE toegang_leesregel SET doel = 'Iets anders' WHERE id = %s",
            "UPDATE toegang_leesregel SET moment = moment - interval '1 second' WHERE id = %s",
            "UPDATE toegang_leesregel SET dossier = gen_random_uuid() WHERE id = %s",
            "UPDATE toegang_leesregel SET gebruiker = organisatie, organisatie = 7 WHERE id = %s",
            "DELETE FROM toegang_leesregel WHERE id = %s",
        ],
    )
    def test_een_veranderde_regel_breekt_zijn_zegel(self, twee_zegels, wijziging):
        sql(wijziging, Leesregel.objects.order_by("pk")[1].pk)
        assert [zegel.pk for zegel in gebroken_zegels()] == [twee_zegels[0].pk]
        bevinding = leeslog_zegel()
        assert (bevinding.aantal, bevinding.voorbeelden) == (1, [f"Zegel {twee_zegels[0].pk}"])

    def test_een_waarde_een_kolom_verder_is_een_ander_kenmerk(self):
        """Empty columns take their place, so that what moves beside them is seen."""
        lees()
        sql("UPDATE toegang_leesregel SET voorwerp = 5")
        verzegel()
        sql("UPDATE toegang_leesregel SET organisatie = 5, voorwerp = NULL")
        assert len(gebroken_zegels()) == 1

    def test_een_zegel_dat_weg_is_breekt_het_volgende(self, twee_zegels):
        twee_zegels[0].delete()
        assert len(gebroken_zegels()) == 1

    @pytest.mark.parametrize("daarna", [0, 2])
    def test_de_laatste_zegels_met_hun_regels_weg(self, twee_zegels, daarna):
        """The chain that is left fits, also when sealing goes on; the number that was set does not."""
        laatste = twee_zegels[1]
        sql(
            "DELETE FROM toegang_leesregel WHERE id <@ ANY (SELECT unnest(%s::int8multirange))",
            laatste.regels,
        )
        sql("DELETE FROM toegang_leeszegel WHERE id = %s", laatste.pk)
        for _ in range(daarna):
            lees()
            verzegel()
        assert gebroken_zegels() == []
        bevinding = leeslog_zegel()
        assert bevinding.aantal == 1
        gezet, er_nog = 2 + daarna, 1 + daarna
        assert bevinding.voorbeelden == [
            f"Er zijn {gezet} zegels gezet over {6 + daarna} regels, en {er_nog} over {3 + daarna} zijn er nog"
        ]

    def test_alle_zegels_en_regels_weg(self, twee_zegels):
        sql("DELETE FROM toegang_leesregel")
        sql("DELETE FROM toegang_leeszegel")
        assert leeslog_zegel().aantal == 1

    def test_de_teller_weg(self, twee_zegels):
        sql("DELETE FROM toegang_leesteller")
        assert leeslog_zegel().aantal == 1

    def test_wie_schrijft_kan_de_teller_niet_terugzetten(self, twee_zegels):
        with connection.cursor() as cursor:
            for rol in ("wi_log", "staf", "wi_web"):
                cursor.execute(
                    "SELECT has_table_privilege(%s, 'toegang_leesteller', 'UPDATE, DELETE, TRUNCATE')", [rol]
                )
                assert cursor.fetchone() == (False,), rol

    def test_een_zegel_dat_opnieuw_werd_gezet_breekt_het_volgende(self, twee_zegels):
        sql("UPDATE toegang_leeszegel SET sha256 = %s WHERE id = %s", "0" * 64, twee_zegels[0].pk)
        assert [zegel.pk for zegel in gebroken_zegels()] == [zegel.pk for zegel in twee_zegels]

    def test_alleen_de_laatste(self, twee_zegels):
        sql("UPDATE toegang_leesregel SET doel = 'x' WHERE id = %s", Leesregel.objects.order_by("pk")[0].pk)
        assert gebroken_zegels(laatste=1) == []
        assert len(gebroken_zegels(laatste=2)) == 1

    @pytest.mark.parametrize(("uren", "fouten"), [(1, 0), (3, 1)])
    def test_een_regel_die_er_later_tussen_is_gezet(self, twee_zegels, uren, fouten):
        lees()
        laatste = Leesregel.objects.order_by("pk").last()
        sql(
            "UPDATE toegang_leesregel SET moment = clock_timestamp() - %s WHERE id = %s",
            timedelta(hours=uren),
            laatste.pk,
        )
        verzegel()
        bevinding = leeslog_zegel()
        assert (bevinding.aantal, bevinding.voorbeelden) == (fouten, [f"Regel {laatste.pk}"] * fouten)
