"""Pages on commitments: making, changing, ending; bad input at its field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from financien.figures import bereken
from financien.models import (
    Toedeling,
    Verplichting,
)
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    PlanFactory,
    ToedelingFactory,
    VerplichtingFactory,
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


VERPLICHTING = {
    "nummer": "V-17-1",
    "soort": "subsidie",
    "omschrijving": "Begeleiding",
    "relatie": "VluchtelingenWerk",
    "activiteit": "MB",
    "jaar": "2017",
    "bedrag": "24.000,00",
    "aangegaan_op": "1-2-2017",
    "termijnen_aantal": "",
    "termijnen_eerste": "",
    "termijnen_om_de": "1",
    "kerncijfer": "",
}


class TestVerplichting:
    def test_maken_met_termijnen(self, client, pieter):
        invoer = {
            **VERPLICHTING,
            "bedrag": "10.000,00",
            "termijnen_aantal": "3",
            "termijnen_eerste": "15-11-2017",
        }
        antwoord = client.post(adres("verplichting-nieuw"), invoer, follow=True)
        rij = Verplichting.objects.get()
        assert [(een.maand, een.bedrag) for een in rij.termijnen.all()] == [
            (date(2017, 11, 1), Decimal("3333.33")),
            (date(2017, 12, 1), Decimal("3333.33")),
            (date(2018, 1, 1), Decimal("3333.34")),
        ]
        assert "Bij Maatschappelijke begeleiding is nog 40.000,00 euro vrij" in tekst(antwoord)
        assert "10.000,00" in tekst(client.get(adres("verplichtingen")))

    @pytest.mark.parametrize(
        ("anders", "veld", "zin"),
        [
            ({"bedrag": "50.000,01"}, "bedrag", "is 50.000,00 euro vrij"),
            ({"bedrag": "1,234.56"}, "bedrag", "1.234,56"),
            ({"bedrag": "0"}, "bedrag", "meer dan nul euro"),
            ({"jaar": "2019"}, "jaar", "hoort niet bij het plan"),
            ({"activiteit": "XX"}, "activiteit", "uit de lijst"),
            ({"aangegaan_op": "31-2-2017"}, "aangegaan_op", ""),
            ({"termijnen_aantal": "4"}, "termijnen_eerste", "welke maand"),
            ({"termijnen_eerste": "1-3-2017"}, "termijnen_aantal", "hoeveel termijnen"),
            (
                {"termijnen_aantal": "37", "termijnen_eerste": "1-3-2017"},
                "termijnen_aantal",
                "1 tot en met 36",
            ),
            ({"nummer": ""}, "nummer", ""),
        ],
    )
    def test_foute_invoer_staat_bij_het_veld(self, client, pieter, anders, veld, zin):
        antwoord = client.post(adres("verplichting-nieuw"), {**VERPLICHTING, **anders})
        assert zin in fout(antwoord, veld)
        assert fout(antwoord, veld)
        assert "VluchtelingenWerk" in tekst(antwoord)
        assert not Verplichting.objects.exists()

    def test_precies_wat_vrij_is_mag(self, client, pieter):
        assert client.post(adres("verplichting-nieuw"), VERPLICHTING | {"bedrag": "50000"}).status_code == 302

    def test_een_nummer_dat_bestaat(self, client, pieter):
        VerplichtingFactory(nummer="v-17-1", activiteit_id="MB", activiteit=None)
        antwoord = client.post(adres("verplichting-nieuw"), VERPLICHTING)
        assert "al een verplichting met dit nummer" in fout(antwoord, "nummer")

    def test_een_losse_boeking_komt_er_vanzelf_bij(self, client, pieter):
        BoekingFactory(verplichting="V-17-1", bedrag=500)
        client.post(adres("verplichting-nieuw"), VERPLICHTING)
        assert Toedeling.objects.get().verplichting == Verplichting.objects.get()
        assert "23.500,00" in tekst(client.get(adres("verplichting", Verplichting.objects.get().pk)))

    def test_wijzigen_houdt_de_activiteit_als_er_boekingen_zijn(self, client, pieter):
        rij = VerplichtingFactory(activiteit_id="MB", activiteit=None, bedrag=1000)
        ToedelingFactory(activiteit_id="MB", activiteit=None, verplichting=rij, boeking__bedrag=400)
        invoer = {**VERPLICHTING, "versie": "1", "bedrag": "900", "activiteit": "ONV"}
        antwoord = client.post(adres("verplichting-wijzigen", rij.pk), invoer)
        assert "De activiteit blijft" in fout(antwoord, "activiteit")
        assert (
            client.post(adres("verplichting-wijzigen", rij.pk), {**invoer, "activiteit": "MB"}).status_code
            == 302
        )
        rij.refresh_from_db()
        assert (rij.bedrag, rij.versie) == (900, 2)

    @pytest.mark.parametrize(("op", "kan"), [("14-1-2017", False), ("15-1-2017", True), ("16-1-2017", True)])
    def test_beeindigen_niet_voor_het_begin(self, client, pieter, op, kan):
        rij = VerplichtingFactory(activiteit_id="MB", activiteit=None)
        antwoord = client.post(adres("verplichting-beeindigen", rij.pk), {"versie": "1", "beeindigd_op": op})
        assert (antwoord.status_code == 302) is kan
        assert kan or "voor het begin" in fout(antwoord, "beeindigd_op")
        assert bereken(date(2017, 5, 1)).regel("MB").verplicht == (0 if kan else 11000)

    def test_waarschuwt_voor_overschrijding(self, client, pieter):
        """1.000 a month without a commitment for four months: 20.000 more to come beside what is committed."""
        ToedelingFactory(activiteit_id="MB", activiteit=None, boeking__bedrag=4000)
        antwoord = client.post(adres("verplichting-nieuw"), VERPLICHTING | {"bedrag": "26000"}, follow=True)
        assert "dreigt" not in tekst(antwoord)
        meer = VERPLICHTING | {"nummer": "V-2", "bedrag": "1"}
        antwoord = client.post(adres("verplichting-nieuw"), meer, follow=True)
        assert "dreigt 1,00 euro duurder te worden" in tekst(antwoord)

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_vragen(self, client, pieter, aantal, django_assert_max_num_queries):
        for _ in range(aantal):
            VerplichtingFactory(activiteit_id="MB", activiteit=None, bedrag=10)
        with django_assert_max_num_queries(16):
            client.get(adres("verplichtingen"))
