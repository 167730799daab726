"""Linking by hand with a commitment, what is sent that no form made, and where one comes out after linking."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from financien import actions
from financien.actions import Deel
from financien.figures import bereken
from financien.models import Toedeling, Verplichting
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    PlanFactory,
    RekeningFactory,
    ToedelingFactory,
    VerplichtingFactory,
    VerplichtingtermijnFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


@pytest.fixture
def pieter(client, db):
    PlanFactory()
    ActiviteitFactory(code="MB", omschrijving="Maatschappelijke begeleiding", bedrag=50000)
    ActiviteitFactory(code="PVT", omschrijving="Participatieverklaring", bedrag=22500)
    wie = GebruikerFactory(rol="financien")
    client.force_login(wie)
    return wie


def belofte(regel="MB", **anders):
    return VerplichtingFactory(activiteit_id=regel, activiteit=None, relatie="Jeugdformaat", **anders)


def adres(naam: str, *args: object) -> str:
    return reverse(f"financien:{naam}", args=args)


def invoer(form) -> dict[str, str]:
    """What the form shows, as a browser sends it."""
    waarden = {naam: form[naam].value() for naam in form.fields}
    return {
        naam: str(waarde).replace(".", ",") if isinstance(waarde, Decimal) else str(waarde)
        for naam, waarde in waarden.items()
        if waarde is not None
    }


class TestKoppelen:
    def test_het_voorstel_staat_er_heel_in(self, client, pieter):
        """Of a promise of 1,000 are 400 spent: 600 stay committed, and not the whole of it."""
        rij = belofte(bedrag=1000)
        VerplichtingtermijnFactory(verplichting=rij, bedrag=400)
        VerplichtingtermijnFactory(verplichting=rij, bedrag=600, maand=date(2017, 7, 1))
        boeking = BoekingFactory(relatie="Jeugdformaat", bedrag=Decimal("400.00"))
        form = client.get(adres("koppelen", boeking.pk)).context["form"]
        assert (form["regel_1"].value(), form["verplichting_1"].value()) == ("MB", rij.pk)
        assert client.post(adres("koppelen", boeking.pk), invoer(form)).status_code == 302
        regel = bereken(MEI).regel("MB")
        assert (regel.geboekt, regel.verplicht, regel.vrij) == (400, 600, 49000)

    def test_een_ander_kiest_geen(self, client, pieter):
        rij = belofte(bedrag=1000)
        boeking = BoekingFactory(relatie="Jeugdformaat", bedrag=Decimal("1000.00"))
        form = client.get(adres("koppelen", boeking.pk)).context["form"]
        client.post(adres("koppelen", boeking.pk), {**invoer(form), "verplichting_1": ""})
        assert Toedeling.objects.get().verplichting is None
        assert not rij.toedelingen.exists()

    def test_een_per_deel(self, client, pieter):
        een, ander = belofte(), belofte("PVT")
        boeking = BoekingFactory(bedrag=100)
        delen = {"delen": "2", "regel_1": "MB", "bedrag_1": "60", "verplichting_1": str(een.pk)}
        delen |= {"regel_2": "PVT", "bedrag_2": "40", "verplichting_2": str(ander.pk)}
        assert client.post(adres("koppelen", boeking.pk), delen).status_code == 302
        assert [rij.verplichting for rij in Toedeling.objects.order_by("pk")] == [een, ander]

    @pytest.mark.parametrize(
        ("regel", "welke", "zin"),
        [
            ("PVT", "eigen", "hoort bij een andere activiteit"),
            ("MB", "999999", "uit de lijst"),
            ("MB", "9" * 30, "uit de lijst"),
            ("MB", "x", "uit de lijst"),
        ],
    )
    def test_een_die_niet_kan(self, client, pieter, regel, welke, zin):
        rij = belofte()
        delen = {"delen": "1", "regel_1": regel, "bedrag_1": "312,50"}
        delen["verplichting_1"] = str(rij.pk) if welke == "eigen" else welke
        antwoord = client.post(adres("koppelen", BoekingFactory().pk), delen)
        assert zin in antwoord.context["form"].errors["verplichting_1"][0]
        assert not Toedeling.objects.exists()

    @pytest.mark.parametrize(("einde", "mag"), [("2017-04-20", False), ("2017-04-21", True)])
    def test_wat_voor_de_boeking_eindigde_staat_er_niet(self, client, pieter, einde, mag):
        """The entry is of 20 April."""
        belofte(beeindigd_op=einde)
        form = client.get(adres("koppelen", BoekingFactory().pk)).context["form"]
        assert ("verplichting_1" in form.fields) is mag

    def test_een_credit_na_het_einde_vindt_haar_verplichting(self, client, pieter):
        rij = belofte(beeindigd_op=date(2017, 4, 1))
        ToedelingFactory(activiteit_id="MB", activiteit=None, verplichting=rij, boeking__bedrag=190)
        credit = BoekingFactory(bedrag=-190)
        form = client.get(adres("koppelen", credit.pk)).context["form"]
        assert form["verplichting_1"].value() == rij.pk


class TestVerzonnen:
    @pytest.mark.parametrize("sleutel", ["999999", "9" * 18])
    def test_een_verplichting_die_er_niet_is(self, client, pieter, sleutel):
        boeking = BoekingFactory()
        antwoord = client.post(adres("koppel-gekozen"), {"een": f"{boeking.pk}|MB|{sleutel}"}, follow=True)
        assert "Kies een verplichting uit de lijst" in antwoord.content.decode()
        assert not Toedeling.objects.exists()

    @pytest.mark.parametrize("sleutel", ["9" * 19, "9" * 5000, "x", "-1"])
    def test_wat_geen_sleutel_is(self, client, pieter, sleutel):
        boeking = BoekingFactory()
        antwoord = client.post(adres("koppel-gekozen"), {"een": f"{boeking.pk}|MB|{sleutel}"}, follow=True)
        assert "Kies eerst een of meer boekingen" in antwoord.content.decode()

    def test_langs_het_formulier(self, pieter):
        with pytest.raises(ValidationError, match="uit de lijst"):
            actions.verdeel(
                BoekingFactory(), delen=[Deel("MB", Decimal("312.50"), "", 999_999)], door=pieter, op=MEI
            )


@pytest.mark.parametrize(
    ("vraag", "terug"),
    [
        ("", ""),
        ("?welke=zeker&peildatum=30-4-2017", "?welke=zeker&peildatum=2017-04-30"),
        ("?welke=lang", "?welke=lang"),
        ("?welke=%2F%2Felders&peildatum=onzin", ""),
    ],
)
def test_na_koppelen_staat_de_lijst_er_zoals_gekozen(client, pieter, vraag, terug):
    RekeningFactory(grootboekrekening="43810", activiteit_id="MB", activiteit=None)
    boeking = BoekingFactory(boekdatum=date(2017, 3, 1))
    html = client.get(adres("boekingen") + vraag).content.decode()
    assert f'action="{adres("koppel-gekozen")}{terug.replace("&", "&amp;")}"' in html
    antwoord = client.post(adres("koppel-gekozen") + terug, {"een": f"{boeking.pk}|MB|"})
    assert antwoord["Location"] == adres("boekingen") + terug


def test_een_nieuw_nummer_trekt_aan_wat_los_is(client, pieter):
    rij, los = belofte(nummer="V-1"), BoekingFactory(verplichting="V-2")
    form = client.get(adres("verplichting-wijzigen", rij.pk)).context["form"]
    velden = invoer(form) | {"nummer": "V-2", "aangegaan_op": "15-1-2017"}
    antwoord = client.post(adres("verplichting-wijzigen", rij.pk), velden, follow=True)
    assert "1 losse boeking staat nu bij een regel" in antwoord.content.decode()
    assert Toedeling.objects.get().boeking == los
    assert Toedeling.objects.get().verplichting == Verplichting.objects.get()


def test_een_rekening_noemt_wat_zij_zelf_koppelde(client, pieter):
    """Another account, set aside in the same breath, puts its own on its line."""
    ToedelingFactory(activiteit_id="PVT", activiteit=None)
    for rekening in ("43810", "43811"):
        BoekingFactory(grootboekrekening=rekening)
    RekeningFactory(grootboekrekening="43811", activiteit_id="PVT", activiteit=None)
    velden = {
        "kostenplaats": "67110",
        "grootboekrekening": "43810",
        "regel": "MB",
        "van": "",
        "tot_en_met": "",
    }
    antwoord = client.post(adres("rekening-nieuw"), velden, follow=True)
    assert "1 losse boeking staat nu bij deze regel" in antwoord.content.decode()
    assert Toedeling.objects.filter(wijze="rekening").count() == 2


def test_een_regel_zegt_tot_wanneer_een_rekening_geldt(client, pieter):
    RekeningFactory(
        activiteit_id="MB",
        activiteit=None,
        grootboekrekening="43810",
        tot_en_met=date(2017, 3, 31),
        door=pieter,
    )
    html = " ".join(client.get(adres("regel", "MB")).content.decode().split())
    assert "tot en met 31-3-2017" in html
    assert "verzonnen voor de demonstratie" not in html


def test_de_kiesbalk_geeft_het_script_wat_het_telt(client, pieter):
    """Without a script there is a sentence and no button; the amounts stand in whole cents."""
    BoekingFactory(bedrag=Decimal("-190.05"))
    html = " ".join(client.get(adres("boekingen")).content.decode().split())
    assert 'data-cent="-19005"' in html
    assert "Kies boekingen in de lijst en koppel ze samen." in html
    assert "data-wis-keuze hidden>Wis keuze" in html
