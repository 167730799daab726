"""Pages on changes, months, accounts, what is off and what is carried over; bad input at its field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from urllib.parse import quote_plus

import pytest
from django.urls import reverse

from financien.figures import bereken
from financien.models import (
    Begrotingswijziging,
    Periodeafsluiting,
    Rekening,
    Toedeling,
    Verklaring,
)
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    InkomstenpostFactory,
    PeriodeafsluitingFactory,
    PlanFactory,
    RekeningFactory,
    ToedelingFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pieter(client, db):
    PlanFactory()
    ActiviteitFactory(code="MB", omschrijving="Maatschappelijke begeleiding", bedrag=Decimal("50000.00"))
    ActiviteitFactory(code="ONV", omschrijving="Onvoorzien", bedrag=Decimal("40000.00"))
    wie = GebruikerFactory(naam="Pieter Kuiper", rol="financien")
    client.force_login(wie)
    return wie


def adres(naam: str, *args: object) -> str:
    return reverse(f"financien:{naam}", args=args)


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def fout(antwoord, veld: str | None) -> str:
    assert antwoord.status_code == 200
    return " ".join(antwoord.context["form"].errors.get(veld or "__all__", []))


class TestWijziging:
    INVOER = {
        "kenmerk": "raad 2017-1",
        "omschrijving": "Meer begeleiding",
        "op": "1-5-2017",
        "regels": "2",
        "regel_1": "MB",
        "bedrag_1": "1.000,00",
        "regel_2": "ONV",
        "bedrag_2": "-1.000,00",
    }

    def test_van_de_ene_naar_de_andere(self, client, pieter):
        assert client.post(adres("wijziging-nieuw"), self.INVOER).status_code == 302
        stand = bereken(date(2017, 5, 1))
        assert [regel.budget for regel in stand.activiteiten] == [51000, 39000]
        assert bereken(date(2017, 4, 30)).regel("MB").budget == 50000
        assert "raad 2017-1: Meer begeleiding" in tekst(client.get(adres("wijzigingen")))

    @pytest.mark.parametrize(
        ("anders", "veld", "zin"),
        [
            ({"bedrag_2": "-999,99"}, None, "Dat scheelt 0,01 euro"),
            ({"bedrag_2": ""}, "bedrag_2", "hoeveel erbij of eraf"),
            ({"regel_2": ""}, "regel_2", "bij welke regel"),
            ({"regel_2": "", "bedrag_2": ""}, "regel_1", "ten minste twee"),
            ({"regel_2": "MB"}, None, "elke regel één keer"),
            ({"bedrag_1": "0", "bedrag_2": "0"}, "bedrag_1", "nul euro verandert niets"),
            ({"bedrag_1": "1.000.000,00", "bedrag_2": "-1.000.000,00"}, None, "minder budget dan"),
            ({"kenmerk": ""}, "kenmerk", ""),
        ],
    )
    def test_foute_invoer(self, client, pieter, anders, veld, zin):
        antwoord = client.post(adres("wijziging-nieuw"), {**self.INVOER, **anders})
        assert zin in fout(antwoord, veld)
        assert fout(antwoord, veld)
        assert "Meer begeleiding" in tekst(antwoord)
        assert not Begrotingswijziging.objects.exists()

    def test_een_kenmerk_een_keer(self, client, pieter):
        client.post(adres("wijziging-nieuw"), self.INVOER)
        antwoord = client.post(adres("wijziging-nieuw"), self.INVOER)
        assert "al een besluit" in fout(antwoord, "kenmerk")

    def test_een_regel_erbij_houdt_wat_getypt_is(self, client, pieter):
        antwoord = client.post(adres("wijziging-nieuw"), {**self.INVOER, "meer": "1"})
        assert antwoord.context["form"].aantal == 3
        assert "1.000,00" in tekst(antwoord)
        assert not Begrotingswijziging.objects.exists()


class TestMaand:
    def test_sluiten_en_heropenen(self, client, pieter):
        assert "Maart 2017" in tekst(client.get(adres("maanden")))
        assert client.post(adres("maand-sluiten", "2017-04")).status_code == 302
        rij = Periodeafsluiting.objects.get()
        assert (rij.maand, rij.afgesloten_door) == (date(2017, 4, 1), pieter)
        antwoord = client.post(adres("maand-heropenen", rij.pk), {"versie": "1", "reden": ""})
        assert fout(antwoord, "reden")
        client.post(adres("maand-heropenen", rij.pk), {"versie": "1", "reden": "Nota kwam te laat"})
        assert "Nota kwam te laat" in tekst(client.get(adres("maanden")))

    def test_een_maand_die_loopt_sluit_niet(self, client, pieter):
        assert "voorbij" in fout(client.post(adres("maand-sluiten", "2017-05")), None)

    @pytest.mark.parametrize("maand", ["2016-12", "2019-01", "2017-13", "2017-1", "onzin"])
    def test_een_maand_buiten_het_plan(self, client, pieter, maand):
        assert client.get(adres("maand-sluiten", maand)).status_code == 404

    def test_een_keer_heropenen(self, client, pieter):
        rij = PeriodeafsluitingFactory()
        for versie in ("1", "2"):
            antwoord = client.post(adres("maand-heropenen", rij.pk), {"versie": versie, "reden": "Nota"})
        assert "al weer open" in fout(antwoord, None)

    def test_een_afwijking_zonder_verklaring_houdt_de_maand_open(self, client, pieter):
        """36.000 in April by the third month of 24 is far above the budget by then."""
        ToedelingFactory(activiteit_id="MB", activiteit=None, boeking__bedrag=10000)
        antwoord = client.post(adres("maand-sluiten", "2017-04"))
        assert "Verklaar eerst de afwijking van Maatschappelijke begeleiding" in fout(antwoord, None)
        assert "Maatschappelijke begeleiding: 10.000,00 euro meer kosten dan begroot." in tekst(antwoord)
        sluiten = adres("maand-sluiten", "2017-04")
        op_eind = f"{adres('verklaren', 'MB')}?peildatum=30-4-2017&terug={quote_plus(sluiten)}"
        assert f'href="{op_eind.replace("&", "&amp;")}"' in tekst(antwoord)
        assert "Schrijf waarom deze regel afwijkt." in fout(client.post(op_eind, {"tekst": ""}), "tekst")
        antwoord = client.post(op_eind, {"tekst": "Eenmalige aanloopkosten"})
        assert (antwoord.status_code, antwoord["Location"]) == (302, sluiten)  # on to the next, or to closing
        verklaring = Verklaring.objects.get()
        assert (verklaring.afwijking, verklaring.door, verklaring.op) == (10000, pieter, date(2017, 5, 1))
        for pagina in (adres("afwijkingen"), adres("regel", "MB"), adres("aansluiting")):
            stand = tekst(client.get(f"{pagina}?peildatum=30-4-2017"))
            assert "Verklaring nodig" not in stand
            assert "zonder verklaring" not in stand
        assert "Eenmalige aanloopkosten" in tekst(client.get(f"{adres('regel', 'MB')}?peildatum=30-4-2017"))
        assert client.post(adres("maand-sluiten", "2017-04")).status_code == 302


class TestRekening:
    INVOER = {
        "kostenplaats": "67110",
        "grootboekrekening": "43810",
        "regel": "MB",
        "van": "",
        "tot_en_met": "",
    }

    def test_toevoegen_koppelt_wat_los_is(self, client, pieter):
        BoekingFactory()
        antwoord = client.post(adres("rekening-nieuw"), self.INVOER, follow=True)
        assert "1 losse boeking staat nu bij deze regel" in tekst(antwoord)
        assert Toedeling.objects.get().activiteit_id == "MB"
        assert Rekening.objects.get().door == pieter

    @pytest.mark.parametrize(
        ("anders", "veld", "zin"),
        [
            ({"regel": ""}, "regel", "Kies een regel"),
            ({"kostenplaats": ""}, "kostenplaats", ""),
            ({"van": "2-5-2017", "tot_en_met": "1-5-2017"}, "tot_en_met", "op of na de eerste dag"),
            ({"grootboekrekening": "43811"}, "grootboekrekening", "hoort al bij een regel"),
        ],
    )
    def test_foute_invoer(self, client, pieter, anders, veld, zin):
        RekeningFactory(activiteit_id="ONV", activiteit=None, grootboekrekening="43811")
        antwoord = client.post(adres("rekening-nieuw"), {**self.INVOER, **anders})
        assert zin in fout(antwoord, veld)
        assert fout(antwoord, veld)
        assert Rekening.objects.count() == 1

    def test_stoppen_en_een_ander_erna(self, client, pieter):
        oud = RekeningFactory(activiteit_id="ONV", activiteit=None, grootboekrekening="43810")
        client.post(adres("rekening-stoppen", oud.pk), {"tot_en_met": "30-4-2017", "was": ""})
        antwoord = client.post(adres("rekening-nieuw"), {**self.INVOER, "van": "30-4-2017"})
        assert "hoort al bij een regel" in fout(antwoord, "grootboekrekening")
        assert client.post(adres("rekening-nieuw"), {**self.INVOER, "van": "1-5-2017"}).status_code == 302
        antwoord = client.post(adres("rekening-stoppen", oud.pk), {"tot_en_met": "1-4-2017", "was": ""})
        assert "Iemand anders" in fout(antwoord, None)


def test_de_coordinator_leest_en_wijzigt_niet(client, pieter):
    InkomstenpostFactory(code="OVH-2017", jaar=2018, soort="overheveling", bedrag=0)
    client.force_login(GebruikerFactory(rol="coordinator"))
    for naam in ("verplichtingen", "wijzigingen", "overheveling", "maanden", "rekeningen", "afwijkingen"):
        assert client.get(adres(naam)).status_code == 200
    for naam in ("verplichting-nieuw", "wijziging-nieuw", "overhevelen", "rekening-nieuw", "drempel"):
        assert client.get(adres(naam)).status_code == 404
