"""The address asks for one line: what opens is what that line shows on that day; one that is not there is 404."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from financien.models import Wijzigingsregel
from tests.financien.factories import (
    ActiviteitFactory,
    BegrotingswijzigingFactory,
    InkomstenpostFactory,
    PlanFactory,
    VerplichtingFactory,
    WijzigingsregelFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
PAGINA = "/begroting/"
WIJZIGINGEN, VAST = f"{PAGINA}wijzigingen/", f"{PAGINA}verplichtingen/"


@pytest.fixture(autouse=True)
def pieter(client, db):
    PlanFactory()
    InkomstenpostFactory(code="RMBA-17", jaar=2017, bedrag=1000)
    InkomstenpostFactory(code="OVH", jaar=2018, soort="overheveling", bedrag=0, omschrijving="Overheveling")
    ActiviteitFactory(code="MB", omschrijving="Begeleiding", bedrag=1000)
    client.force_login(GebruikerFactory(rol="financien"))


@pytest.fixture
def besluiten() -> None:
    for kenmerk, hoeveel, op in (("B-1", 100, date(2017, 3, 1)), ("B-2", 200, date(2017, 4, 20))):
        wijziging = BegrotingswijzigingFactory(kenmerk=kenmerk, op=op)
        WijzigingsregelFactory(wijziging=wijziging, activiteit_id="MB", activiteit=None, bedrag=hoeveel)


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


class TestBesluiten:
    @pytest.mark.parametrize(
        ("dag", "welke", "samen", "op"),
        [
            ("28-2-2017", [], "0,00", "28 februari 2017"),
            ("1-3-2017", ["B-1"], "100,00", "1 maart 2017"),
            ("19-4-2017", ["B-1"], "100,00", "19 april 2017"),
            ("20-4-2017", ["B-2", "B-1"], "300,00", "20 april 2017"),
            ("21-4-2017", ["B-2", "B-1"], "300,00", "21 april 2017"),
        ],
    )
    def test_zij_zijn_samen_wat_er_op_die_dag_is_gewijzigd(self, client, besluiten, dag, welke, samen, op):
        antwoord = client.get(WIJZIGINGEN, {"regel": "MB", "peildatum": dag})
        assert [rij.kenmerk for rij in antwoord.context["object_list"]] == welke
        assert f"Besluiten over Begeleiding: samen {samen} euro tot en met {op}." in tekst(antwoord)

    def test_zonder_regel_staan_alle_besluiten_er(self, client, besluiten):
        antwoord = client.get(WIJZIGINGEN, {"peildatum": "1-3-2017"})
        assert [rij.kenmerk for rij in antwoord.context["object_list"]] == ["B-2", "B-1"]
        assert "samen" not in tekst(antwoord).partition("Elk besluit")[0]

    def test_het_gewijzigde_bedrag_opent_ze_en_niet_het_budget(self, client, besluiten):
        antwoord = client.get(f"{PAGINA}MB/", {"peildatum": "1-4-2017"})
        adres = f"{WIJZIGINGEN}?regel=MB&peildatum=2017-04-01"
        stappen = [(stap.uitkomst, stap.adres) for stap in antwoord.context["rekensom"]]
        assert ("100,00", adres) in stappen
        assert stappen[-1] == ("1.100,00", "")

    @pytest.mark.parametrize(
        ("op", "adres"),
        [
            (date(2017, 4, 30), f"{WIJZIGINGEN}?regel=OVH"),
            (date(2017, 5, 1), f"{WIJZIGINGEN}?regel=OVH"),
            (date(2017, 5, 2), f"{WIJZIGINGEN}?regel=OVH&peildatum=2017-05-02"),
        ],
    )
    def test_het_besluit_van_de_overheveling_opent_op_elke_peildatum(self, client, op, adres):
        wijziging = BegrotingswijzigingFactory(kenmerk="B-1", op=op)
        for post, hoeveel in (("OVH", 5), ("RMBA-17", -5)):
            Wijzigingsregel.objects.create(wijziging=wijziging, inkomstenpost_id=post, bedrag=hoeveel)
        pagina = client.get(f"{PAGINA}overheveling/", {"peildatum": "1-4-2017"})
        assert pagina.context["besluitadres"] == adres
        assert [rij.kenmerk for rij in client.get(adres).context["object_list"]] == ["B-1"]


class TestRegelDieErNietIs:
    @pytest.mark.parametrize("code", ["ANDERS", "a\0b", "mb", "9" * 400])
    @pytest.mark.parametrize("pagina", [WIJZIGINGEN, VAST])
    def test_is_er_niet(self, client, pagina, code):
        assert client.get(pagina, {"regel": code}).status_code == 404

    @pytest.mark.parametrize("pagina", [WIJZIGINGEN, VAST])
    def test_een_leeg_adres_is_alles(self, client, pagina):
        assert client.get(pagina, {"regel": ""}).status_code == 200

    def test_een_verplichting_staat_op_een_activiteit(self, client):
        VerplichtingFactory(activiteit_id="MB", activiteit=None, bedrag=Decimal(50))
        assert client.get(VAST, {"regel": "RMBA-17"}).status_code == 404
        assert len(client.get(VAST, {"regel": "MB"}).context["object_list"]) == 1
        assert client.get(WIJZIGINGEN, {"regel": "RMBA-17"}).status_code == 200


def test_evenveel_vragen_voor_1_en_50(client, besluiten, django_assert_max_num_queries):
    client.get(WIJZIGINGEN, {"regel": "MB"})
    with django_assert_max_num_queries(20) as eerst:
        client.get(WIJZIGINGEN, {"regel": "MB"})
    for nummer in range(3, 51):
        wijziging = BegrotingswijzigingFactory(kenmerk=f"B-{nummer}", op=date(2017, 4, 20))
        WijzigingsregelFactory(wijziging=wijziging, activiteit_id="MB", activiteit=None, bedrag=1)
    with django_assert_max_num_queries(20) as daarna:
        client.get(WIJZIGINGEN, {"regel": "MB"})
    assert len(daarna) == len(eerst)


def test_een_andere_dag_houdt_de_regel_en_het_jaar(client):
    antwoord = client.get(VAST, {"regel": "MB", "jaar": "2017"})
    for naam, waarde in (("regel", "MB"), ("jaar", "2017")):
        assert f'<input type="hidden" name="{naam}" value="{waarde}">' in tekst(antwoord)
    assert 'name="jaar"' not in tekst(client.get(VAST, {"regel": "MB"}))
