"""Pages on entries: the loose ones, one, those of a line; putting on a line and taking off."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from openpyxl import load_workbook

from financien.models import Toedeling
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    MerkFactory,
    PlanFactory,
    RekeningFactory,
    ToedelingFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
LIJST = "/begroting/boekingen/"


@pytest.fixture
def pieter(client, db):
    PlanFactory()
    ActiviteitFactory(code="PVT", omschrijving="Participatieverklaring", bedrag=22500)
    ActiviteitFactory(code="MB", omschrijving="Maatschappelijke begeleiding")
    wie = GebruikerFactory(naam="Pieter Kuiper", rol="financien")
    client.force_login(wie)
    return wie


def adres(naam: str, *args: object) -> str:
    return reverse(f"financien:{naam}", args=args)


class TestZonderRegel:
    def test_leeg(self, client, pieter):
        assert "Er zijn nog geen boekingen" in client.get(LIJST).content.decode()

    def test_alles_heeft_een_regel(self, client, pieter):
        ToedelingFactory(activiteit_id="PVT", activiteit=None)
        assert "Alle boekingen hebben een regel" in client.get(LIJST).content.decode()

    def test_de_lijst_met_voorstel_en_leeftijd(self, client, pieter):
        RekeningFactory(grootboekrekening="43210", activiteit_id="PVT", activiteit=None)
        BoekingFactory(boekstuk="4470912", grootboekrekening="43210")
        BoekingFactory(boekstuk="4469312", boekdatum=date(2017, 3, 22), bedrag=-190, relatie="Taxi")
        antwoord = client.get(LIJST)
        html = antwoord.content.decode()
        assert [rij["los"].boekstuk for rij in antwoord.context["rijen"]] == ["4469312", "4470912"]
        assert [rij["los"].dagen_open for rij in antwoord.context["rijen"]] == [40, 11]
        for stuk in (
            "2 boekingen, samen 122,50 euro",
            "De oudste staat 40 dagen open",
            "Zeker 1",
            "Onbekend 1",
        ):
            assert stuk in " ".join(html.split())
        assert "122,50 = 0,00 + 122,50" in html
        assert [stuk.count("data-voorstel") for stuk in html.split("data-cent")[1:]] == [0, 1]
        for rij in antwoord.context["rijen"]:  # a certain one too can be put elsewhere, or be divided
            assert f'href="{adres("koppelen", rij["los"].pk)}"' in html

    @pytest.mark.parametrize(
        ("welke", "stukken"),
        [("", "A B"), ("zeker", "B"), ("lang", "A"), ("misschien", ""), ("onzin", "A B")],
    )
    def test_kiezen(self, client, pieter, welke, stukken):
        RekeningFactory(grootboekrekening="43210", activiteit_id="PVT", activiteit=None)
        BoekingFactory(boekstuk="A", boekdatum=date(2017, 3, 31))
        BoekingFactory(boekstuk="B", boekdatum=date(2017, 4, 1), grootboekrekening="43210")
        rijen = client.get(LIJST, {"welke": welke}).context["rijen"]
        assert [rij["los"].boekstuk for rij in rijen] == stukken.split()

    def test_evenveel_vragen_voor_1_en_50(self, client, pieter, django_assert_num_queries):
        BoekingFactory()
        client.get(LIJST)
        for aantal in (0, 49):
            BoekingFactory.create_batch(aantal)
            with django_assert_num_queries(10):
                client.get(LIJST)

    def test_wie_niet_mag_koppelen_ziet_geen_knoppen(self, client, pieter):
        BoekingFactory()
        client.force_login(GebruikerFactory(rol="coordinator"))
        html = client.get(LIJST).content.decode()
        assert "Bekijk" in html
        assert "Koppel" not in html
        assert client.post(adres("koppel-gekozen")).status_code == 404


class TestKoppelGekozen:
    def koppel(self, client, **data) -> str:
        return client.post(adres("koppel-gekozen"), data, follow=True).content.decode()

    def test_een_volgens_voorstel(self, client, pieter):
        boeking = BoekingFactory()
        html = self.koppel(client, een=f"{boeking.pk}|PVT|")
        assert "Gekoppeld: 312,50 euro aan Participatieverklaring" in html
        rij = Toedeling.objects.get()
        assert (rij.regelcode, rij.door, rij.wijze) == ("PVT", pieter, "voorstel")
        assert "Maak ongedaan" in html

    def test_veel_tegelijk_met_elk_hun_voorstel(self, client, pieter):
        een, ander = BoekingFactory.create_batch(2)
        html = self.koppel(client, kies=[f"{een.pk}|PVT|", f"{ander.pk}|MB|"], doe="voorstel")
        assert "Gekoppeld: 2 boekingen, samen 625,00 euro" in html

    def test_wat_geen_voorstel_heeft_wordt_genoemd(self, client, pieter):
        een, ander = BoekingFactory.create_batch(2)
        html = self.koppel(client, kies=[f"{een.pk}|PVT|", f"{ander.pk}||"], doe="voorstel")
        assert "Gekoppeld: 312,50 euro aan Participatieverklaring" in html
        assert "1 gekozen boeking heeft geen voorstel. Kies daar zelf een regel." in html
        assert Toedeling.objects.get().boeking == een

    def test_samen_naar_een_regel(self, client, pieter):
        een, ander = BoekingFactory.create_batch(2)
        html = self.koppel(client, kies=[f"{een.pk}||", f"{ander.pk}|PVT|"], doe="regel", regel="MB")
        assert "geen voorstel" not in html.lower()
        assert set(Toedeling.objects.values_list("activiteit", "wijze")) == {("MB", "hand")}

    @pytest.mark.parametrize("kies", ["", "x", "1||", "9" * 30 + "|PVT|"])
    def test_niets_te_koppelen(self, client, pieter, kies):
        assert "Kies eerst een of meer boekingen" in self.koppel(client, kies=kies, doe="voorstel")

    def test_wat_een_ander_net_koppelde(self, client, pieter):
        boeking = BoekingFactory(boekstuk="4470912")
        self.koppel(client, een=f"{boeking.pk}|PVT|")
        client.force_login(GebruikerFactory(rol="financien"))
        html = self.koppel(client, een=f"{boeking.pk}|MB|")
        assert (
            "Boeking 4470912 regel 1 staat bij Participatieverklaring, door Pieter Kuiper gekoppeld" in html
        )


class TestKoppelen:
    def test_een_regel(self, client, pieter):
        boeking = BoekingFactory()
        assert 'value="312,50"' in client.get(adres("koppelen", boeking.pk)).content.decode()
        antwoord = client.post(
            adres("koppelen", boeking.pk), {"delen": "1", "regel_1": "PVT", "bedrag_1": "312,50"}, follow=True
        )
        assert antwoord.redirect_chain[-1][0] == LIJST
        assert "Gekoppeld: 312,50 euro" in antwoord.content.decode()
        assert f'href="{adres("losmaken", boeking.pk)}"' in antwoord.content.decode()

    def test_een_regel_erbij_houdt_wat_er_staat(self, client, pieter):
        boeking = BoekingFactory(bedrag=Decimal("1875.97"))
        data = {
            "delen": "1",
            "regel_1": "PVT",
            "bedrag_1": "1.250,00",
            "waarom_1": "10 dagdelen",
            "meer": "1",
        }
        html = client.post(adres("koppelen", boeking.pk), data).content.decode()
        for stuk in ('value="1.250,00"', 'value="10 dagdelen"', "Regel 2", 'value="2"'):
            assert stuk in html
        data = {**data, "delen": "2", "regel_2": "MB", "bedrag_2": "625,97"}
        del data["meer"]
        client.post(adres("koppelen", boeking.pk), data)
        assert sorted(Toedeling.objects.values_list("activiteit", "bedrag")) == [
            ("MB", Decimal("625.97")),
            ("PVT", Decimal("1250.00")),
        ]

    @pytest.mark.parametrize(
        ("data", "zin"),
        [
            ({"regel_1": "PVT", "bedrag_1": "312,49"}, "Er moet nog 0,01 euro bij"),
            ({"regel_1": "", "bedrag_1": "312,50"}, "Kies een regel van de begroting"),
            ({"regel_1": "ONZIN", "bedrag_1": "312,50"}, "Kies een regel uit de lijst"),
            ({"regel_1": "PVT", "bedrag_1": "312.50"}, "312,50"),
        ],
    )
    def test_wat_niet_kan_blijft_staan(self, client, pieter, data, zin):
        boeking = BoekingFactory()
        html = client.post(
            adres("koppelen", boeking.pk), {"delen": "1", "waarom_1": "Om dit", **data}
        ).content.decode()
        assert zin in html
        assert 'value="Om dit"' in html
        assert not Toedeling.objects.exists()

    def test_wie_tweede_is_ziet_wat_de_eerste_deed(self, client, pieter):
        boeking = ToedelingFactory(activiteit_id="MB", activiteit=None, door=pieter).boeking
        data = {"delen": "1", "regel_1": "PVT", "bedrag_1": "312,50"}
        html = client.post(adres("koppelen", boeking.pk), data).content.decode()
        assert "staat bij Maatschappelijke begeleiding, door Pieter Kuiper gekoppeld op 1-5-2017" in html


class TestLosmaken:
    def test_en_terug_in_de_lijst(self, client, pieter):
        rij = ToedelingFactory(activiteit_id="PVT", activiteit=None)
        html = client.get(adres("losmaken", rij.boeking_id)).content.decode()
        assert f'name="koppeling" value="{rij.pk}"' in html
        client.post(adres("losmaken", rij.boeking_id), {"koppeling": rij.pk})
        assert [los["los"].pk for los in client.get(LIJST).context["rijen"]] == [rij.boeking_id]
        assert "Ongedaan gemaakt" in client.get(adres("boeking", rij.boeking_id)).content.decode()

    def test_wie_tweede_is(self, client, pieter):
        rij = ToedelingFactory(activiteit_id="PVT", activiteit=None)
        client.post(adres("losmaken", rij.boeking_id), {"koppeling": rij.pk})
        html = client.post(adres("losmaken", rij.boeking_id), {"koppeling": rij.pk}).content.decode()
        assert "Iemand anders was u voor" in html


class TestNakijken:
    def test_een_besluit(self, client, pieter):
        merk = MerkFactory(lijkt_op=BoekingFactory(boekstuk="4468755"))
        assert "lijkt op 4468755" in client.get(adres("nakijken")).content.decode()
        data = {"versie": "1", "besluit": "terecht", "toelichting": "Twee keer besteld"}
        html = client.post(adres("merk", merk.pk), data, follow=True).content.decode()
        assert "Klopt, zo laten" in html
        assert "Niets om na te kijken" in html  # the list, for the next one
        html = client.get(adres("boeking", merk.boeking_id)).content.decode()
        assert "Klopt, zo laten, Pieter Kuiper op 1 mei 2017. Twee keer besteld" in " ".join(html.split())

    def test_zonder_besluit(self, client, pieter):
        html = client.post(adres("merk", MerkFactory().pk), {"versie": "1"}).content.decode()
        assert "Fout:" in html

    @pytest.mark.parametrize("naam", ["nakijken", "regelboekingen"])
    def test_evenveel_vragen_voor_1_en_50(self, client, pieter, naam, django_assert_max_num_queries):
        pad = adres(naam, *(["PVT"] if naam == "regelboekingen" else []))
        tellingen = []
        for aantal in (1, 49):
            for _ in range(aantal):
                MerkFactory(boeking=ToedelingFactory(activiteit_id="PVT", activiteit=None).boeking)
            with django_assert_max_num_queries(12) as gesteld:
                client.get(pad)
            tellingen.append(len(gesteld))
        assert tellingen[0] == tellingen[1]


def test_de_boekingen_van_een_regel_zijn_samen_het_bedrag(client, pieter):
    ToedelingFactory(activiteit_id="PVT", activiteit=None, boeking__bedrag=Decimal("2700.00"))
    ToedelingFactory(activiteit_id="PVT", activiteit=None, boeking__bedrag=Decimal("1350.00"))
    ToedelingFactory(activiteit_id="PVT", activiteit=None, boeking__boekdatum=date(2017, 5, 2))
    html = " ".join(client.get(adres("regelboekingen", "PVT")).content.decode().split())
    assert "2 boekingen tot en met 1 mei 2017, samen 4.050,00 euro besteed" in html
    assert client.get(adres("regelboekingen", "ONZIN")).status_code == 404


class TestAansluiting:
    def test_met_boekingen(self, client, pieter):
        ToedelingFactory(activiteit_id="PVT", activiteit=None, boeking__bedrag=Decimal("4050.00"))
        BoekingFactory(bedrag=Decimal("86.40"))
        html = " ".join(client.get("/begroting/").content.decode().split())
        for stuk in (
            "4.050,00 besteed",
            "boeking heeft nog geen regel",
            'href="/begroting/PVT/boekingen/"',
            "Dreigt te kort",
            "Nog niet gebruikt",
        ):
            assert stuk in html
        assert "4.136,40 = 4.050,00 + 86,40" in " ".join(strip_tags(html).split())
        assert "nog geen boekingen ingelezen" not in html

    def test_boven_budget(self, client, pieter):
        ToedelingFactory(activiteit_id="PVT", activiteit=None, boeking__bedrag=Decimal("22500.01"))
        assert "Boven budget" in client.get("/begroting/").content.decode()

    def test_als_spreadsheet_met_formules(self, client, pieter):
        ToedelingFactory(activiteit_id="PVT", activiteit=None, boeking__bedrag=Decimal("4050.00"))
        antwoord = client.get("/begroting/bestand/xlsx/?peildatum=1-5-2017")
        assert "aansluiting-2017-05-01.xlsx" in antwoord["Content-Disposition"]
        blad = load_workbook(BytesIO(antwoord.content))["Activiteiten"]
        assert [cel.value for cel in blad[2]][2:7] == [22500, 0, 4050, 0, "=C2+D2-E2-F2"]
        assert blad["E4"].value == "=SUM(E2:E3)"
        assert client.get("/begroting/bestand/csv/").status_code == 404


@pytest.mark.parametrize(("sluit", "woord"), [(True, "Sluit op de cent"), (False, "Sluit niet")])
def test_de_aansluiting_zegt_of_zij_sluit(client, pieter, monkeypatch, sluit, woord):
    assert "Sluit" not in client.get(adres("aansluiting")).content.decode()  # nothing was booked yet
    BoekingFactory()
    monkeypatch.setattr("financien.figures.stand.Grootboekstand.sluit", sluit)
    assert woord in client.get(adres("aansluiting")).content.decode()
