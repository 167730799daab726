"""Parts of a commitment that each have a day and an amount of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from financien.actions import EigenTermijnen, Verdeling, bewaar_verplichting, gelijke_delen
from financien.models import Activiteit, Verplichting
from tests.financien.factories import VerplichtingFactory
from tests.financien.test_verplichtingpaginas import VERPLICHTING, adres, fout, pieter, tekst

__all__ = ["pieter"]  # a fixture
pytestmark = pytest.mark.django_db
MAART, JUNI = date(2017, 3, 1), date(2017, 6, 1)
DRIE = {
    **VERPLICHTING,
    "bedrag": "10.000,00",
    "termijnen_rijen": "4",
    "termijn_dag_1": "15-3-2017",
    "termijn_bedrag_1": "5.000,00",
    "termijn_dag_2": "1-6-2017",
    "termijn_bedrag_2": "1.234,56",
    "termijn_dag_3": "",
    "termijn_bedrag_3": "",
    "termijn_dag_4": "31-1-2018",
    "termijn_bedrag_4": "3.765,44",
}
BEWAARD = {MAART: Decimal("5000.00"), JUNI: Decimal("1234.56"), date(2018, 1, 1): Decimal("3765.44")}


def termijnen(rij: Verplichting) -> dict[date, Decimal]:
    return dict(rij.termijnen.values_list("maand", "bedrag"))


def test_elk_een_eigen_bedrag_en_een_lege_rij_telt_niet(client, pieter):
    assert client.post(adres("verplichting-nieuw"), DRIE).status_code == 302
    rij = Verplichting.objects.get()
    assert termijnen(rij) == BEWAARD
    assert "juni 2017" in tekst(client.get(adres("verplichting", rij.pk))).lower()


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"termijn_bedrag_4": "3.765,43"}, "termijn_bedrag_4", "Er moet nog 0,01 euro bij."),
        ({"termijn_bedrag_4": "3.765,45"}, "termijn_bedrag_4", "Er is 0,01 euro te veel."),
        ({"bedrag": "9.000,00"}, "termijn_bedrag_4", "Er is 1.000,00 euro te veel."),
        ({"termijn_dag_2": "31-3-2017"}, "termijn_dag_2", "In deze maand staat al een termijn."),
        ({"termijn_dag_2": ""}, "termijn_dag_2", "in welke maand"),
        ({"termijn_bedrag_2": ""}, "termijn_bedrag_2", "hoeveel deze termijn is"),
        ({"termijn_bedrag_2": "0,00"}, "termijn_bedrag_2", "meer dan nul euro"),
        ({"termijn_bedrag_2": "-1,00"}, "termijn_bedrag_2", "meer dan nul euro"),
        ({"termijn_bedrag_2": "1,234.56"}, "termijn_bedrag_2", "1.234,56"),
        ({"termijn_dag_2": "31-6-2017"}, "termijn_dag_2", ""),
        (
            {"termijn_dag_1": "31-1-2017"},
            "termijn_dag_1",
            "niet voor de maand van de verplichting: februari 2017",
        ),
        ({"termijn_dag_4": "1-1-2019"}, "termijn_dag_4", "Het plan loopt tot en met 2018."),
        ({"termijnen_aantal": "2", "termijnen_eerste": "1-3-2017"}, "termijnen_aantal", "Niet allebei"),
    ],
)
def test_wat_niet_klopt_staat_bij_de_rij_en_blijft_staan(client, pieter, anders, veld, zin):
    antwoord = client.post(adres("verplichting-nieuw"), {**DRIE, **anders})
    assert zin in fout(antwoord, veld)
    assert fout(antwoord, veld)
    invoer = {**DRIE, **anders}
    for naam in ("termijn_dag_1", "termijn_bedrag_1", "termijn_dag_4", "relatie"):
        assert f'value="{invoer[naam]}"' in tekst(antwoord)
    assert not Verplichting.objects.exists()


@pytest.mark.parametrize(
    ("eerste", "aantal", "veld"),
    [
        ("31-1-2017", "2", "termijnen_eerste"),
        ("1-2-2017", "23", None),
        ("1-2-2017", "24", "termijnen_aantal"),
        ("31-12-2018", "1", None),
        ("1-1-2019", "1", "termijnen_eerste"),
    ],
)
def test_gelijke_delen_vallen_tussen_het_begin_en_het_eind_van_het_plan(client, pieter, eerste, aantal, veld):
    invoer = {**VERPLICHTING, "termijnen_eerste": eerste, "termijnen_aantal": aantal}
    antwoord = client.post(adres("verplichting-nieuw"), invoer)
    assert antwoord.status_code == (200 if veld else 302)
    if veld:
        assert fout(antwoord, veld)
        assert f'value="{eerste}"' in tekst(antwoord)


@pytest.mark.parametrize(("had", "krijgt"), [("", 3), ("0", 3), ("4", 7), ("35", 36), ("36", 36), ("x", 3)])
def test_meer_rijen_zonder_iets_te_bewaren(client, pieter, had, krijgt):
    antwoord = client.post(adres("verplichting-nieuw"), {**DRIE, "termijnen_rijen": had, "meer": "1"})
    assert antwoord.context["form"].aantal_termijnen == krijgt
    assert not antwoord.context["form"].errors
    assert antwoord.context["mag_meer"] is (krijgt < 36)
    assert 'value="15-3-2017"' in tekst(antwoord)
    assert 'value="V-17-1"' in tekst(antwoord)
    assert not Verplichting.objects.exists()


class TestWijzigen:
    @pytest.fixture
    def rij(self, client, pieter) -> Verplichting:
        client.post(adres("verplichting-nieuw"), DRIE)
        return Verplichting.objects.get()

    def test_opent_met_de_eigen_termijnen(self, client, rij):
        form = client.get(adres("verplichting-wijzigen", rij.pk)).context["form"]
        assert form.initial["termijnen_rijen"] == 3
        assert form.initial["termijn_dag_2"] == JUNI
        assert form.initial["termijn_bedrag_2"] == Decimal("1234.56")
        assert not form.initial.get("termijnen_aantal")

    def test_een_ander_bedrag_vraagt_andere_termijnen(self, client, rij):
        invoer = {**DRIE, "versie": "1", "bedrag": "12.000,00"}
        antwoord = client.post(adres("verplichting-wijzigen", rij.pk), invoer)
        assert "Er moet nog 2.000,00 euro bij." in fout(antwoord, "termijn_bedrag_4")
        assert termijnen(rij) == BEWAARD
        invoer |= {"termijn_dag_3": "1-9-2017", "termijn_bedrag_3": "2000"}
        assert client.post(adres("verplichting-wijzigen", rij.pk), invoer).status_code == 302
        assert termijnen(rij) == {**BEWAARD, date(2017, 9, 1): 2000}

    def test_meer_rijen_houdt_de_versie_waarmee_de_pagina_open_ging(self, client, rij):
        Verplichting.objects.filter(pk=rij.pk).update(versie=2, relatie="Iemand anders")
        antwoord = client.post(adres("verplichting-wijzigen", rij.pk), {**DRIE, "versie": "1", "meer": "1"})
        assert str(antwoord.context["form"].initial["versie"]) == "1"
        assert antwoord.context["form"].aantal_termijnen == 7

    def test_gelijke_delen_blijven_gelijke_delen(self, client, pieter):
        rij = VerplichtingFactory(activiteit_id="MB", activiteit=None, bedrag=Decimal("100.00"))
        rij = bewaar_verplichting(rij, gegevens=_zelfde(rij), verdeling=Verdeling(3, MAART, 3), versie=1)
        form = client.get(adres("verplichting-wijzigen", rij.pk)).context["form"]
        begin = [form.initial[f"termijnen_{wat}"] for wat in ("aantal", "eerste", "om_de")]
        assert begin == [3, MAART, "3"]
        assert form.aantal_termijnen == 0


def _zelfde(rij: Verplichting) -> dict[str, Any]:
    velden = ["nummer", "soort", "omschrijving", "relatie", "jaar", "bedrag", "aangegaan_op", "kerncijfer"]
    return {veld: getattr(rij, veld) for veld in velden} | {
        "activiteit": Activiteit.objects.get(code=rij.activiteit_id)
    }


@pytest.mark.parametrize(
    ("delen", "gelijk"),
    [
        ({MAART: "33.33", date(2017, 4, 1): "33.33", date(2017, 5, 1): "33.34"}, Verdeling(3, MAART)),
        ({MAART: "50.00", JUNI: "50.00"}, Verdeling(2, MAART, 3)),
        ({MAART: "12.50"}, Verdeling(1, MAART)),
        ({MAART: "50.00", date(2017, 5, 1): "50.00"}, None),  # every two months cannot be chosen
        ({MAART: "50.00", JUNI: "50.01"}, Verdeling(2, MAART, 3)),
        ({MAART: "50.01", JUNI: "50.00"}, None),
        ({MAART: "50.00", JUNI: "50.00", date(2017, 7, 1): "50.00"}, None),
    ],
)
def test_zijn_dit_gelijke_delen(delen, gelijk):
    assert gelijke_delen({dag: Decimal(bedrag) for dag, bedrag in delen.items()}) == gelijk


def test_de_handeling_zelf_weigert_een_andere_som(pieter):
    rij = VerplichtingFactory(activiteit_id="MB", activiteit=None, bedrag=Decimal("100.00"))
    delen = EigenTermijnen(((MAART, Decimal(60)), (JUNI, Decimal(41))))
    with pytest.raises(ValidationError, match=r"Er is 1,00 euro te veel\."):
        bewaar_verplichting(rij, gegevens=_zelfde(rij), verdeling=delen, versie=1)
    assert Verplichting.objects.get().versie == 1


def test_de_handeling_zelf_weigert_twee_in_een_maand(pieter):
    rij = VerplichtingFactory(activiteit_id="MB", activiteit=None, bedrag=Decimal("100.00"))
    delen = EigenTermijnen(((MAART, Decimal(50)), (date(2017, 3, 31), Decimal(50))))
    with pytest.raises(ValidationError, match=r"In deze maand staat al een termijn\."):
        bewaar_verplichting(rij, gegevens=_zelfde(rij), verdeling=delen, versie=1)
    assert not termijnen(Verplichting.objects.get())
