"""Below the reconciliation: what has no line yet, and above it when the ledger was read in last."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    PlanFactory,
    RekeningFactory,
    ToedelingFactory,
)
from tests.toegang.factories import GebruikerFactory
from uitwisseling.models import Inlezing, Status

pytestmark = pytest.mark.django_db
PAGINA = "/begroting/"
LIJST = "/begroting/boekingen/"


@pytest.fixture
def pieter(client, db):
    PlanFactory()
    ActiviteitFactory(code="PVT", omschrijving="Participatieverklaring", bedrag=22500)
    wie = GebruikerFactory(naam="Pieter Kuiper", rol="financien")
    client.force_login(wie)
    return wie


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


def ingelezen(dag: date | None, **rest) -> Inlezing:
    gegevens = {"soort": "grootboek", "status": Status.OPGESLAGEN, "op": dag or date(2017, 4, 30)}
    return Inlezing.objects.create(bestandsnaam="g.xlsx", opgeslagen_op=dag, **{**gegevens, **rest})


class TestIngelezen:
    def test_de_laatste_keer(self, client, pieter):
        ingelezen(date(2017, 4, 28))
        ingelezen(date(2017, 3, 31))
        assert "Grootboek ingelezen op 28 april 2017." in tekst(client.get(PAGINA))

    def test_nog_nooit(self, client, pieter):
        BoekingFactory()
        assert "Grootboek ingelezen op" not in tekst(client.get(PAGINA))

    @pytest.mark.parametrize(
        "anders",
        [
            {"soort": "personen"},
            {"status": Status.KLAARGEZET},
            {"status": Status.ONGEDAAN, "ongedaan_op": date(2017, 4, 29)},
        ],
    )
    def test_wat_niet_telt(self, client, pieter, anders):
        ingelezen(**{"dag": date(2017, 4, 28), **anders})
        assert "Grootboek ingelezen op" not in tekst(client.get(PAGINA))

    def test_op_een_eerdere_peildatum_blijft_het_de_dag_tot_waarop_wij_boekingen_kennen(self, client, pieter):
        ingelezen(date(2017, 4, 28))
        pagina = tekst(client.get(PAGINA, {"peildatum": "1-3-2017"}))
        assert "Stand op 1 maart 2017. Grootboek ingelezen op 28 april 2017." in pagina


class TestOnderaan:
    def test_elke_losse_boeking_met_leeftijd_en_voorstel(self, client, pieter):
        RekeningFactory(grootboekrekening="43210", activiteit_id="PVT", activiteit=None)
        zeker = BoekingFactory(boekstuk="4470912", grootboekrekening="43210")
        BoekingFactory(boekstuk="4469312", boekdatum=date(2017, 3, 22), bedrag=-190, relatie="Taxi")
        antwoord = client.get(PAGINA)
        rijen = antwoord.context["losse"]
        assert [(rij["los"].boekstuk, rij["los"].dagen_open) for rij in rijen] == [
            ("4469312", 40),
            ("4470912", 11),
        ]
        html = tekst(antwoord)
        for stuk in (
            'id="los-kop">Boekingen zonder regel',
            "Koppel de zekere",
            "Participatieverklaring",
            "Geen voorstel",
            "Alle 2 boekingen zonder regel",
            f'href="{LIJST}"',
            f'href="{LIJST}{zeker.pk}/"',
            'href="#los-kop"',
        ):
            assert stuk in html
        assert html.count('name="kies"') == 1

    def test_de_zekere_gaan_samen_naar_hun_regel(self, client, pieter):
        RekeningFactory(grootboekrekening="43210", activiteit_id="PVT", activiteit=None)
        BoekingFactory.create_batch(2, grootboekrekening="43210")
        html = tekst(client.get(PAGINA))
        assert "Koppel de 2 zekere" in html
        kies = [rij["los"].keuze for rij in client.get(PAGINA).context["losse"]]
        adres = reverse("financien:koppel-gekozen")
        assert f'action="{adres}"' in html
        antwoord = client.post(adres, {"kies": kies, "doe": "voorstel"}, follow=True)
        assert "Gekoppeld: 2 boekingen, samen 625,00 euro" in tekst(antwoord)

    def test_zonder_iets_zekers_geen_knop_voor_allemaal(self, client, pieter):
        BoekingFactory()
        assert "Koppel de" not in tekst(client.get(PAGINA))

    def test_hoogstens_10_en_dan_de_hele_lijst(self, client, pieter):
        BoekingFactory.create_batch(11)
        antwoord = client.get(PAGINA)
        html = tekst(antwoord)
        assert len(antwoord.context["losse"]) == 10
        assert "Dit zijn de oudste 10." in html
        assert "Bekijk alle 11 boekingen zonder regel" in html
        assert "Alle 11 boekingen zonder regel" in html
        assert "3.437,50" in html  # of all of them, not of the ten

    def test_de_dag_gaat_mee(self, client, pieter):
        BoekingFactory(boekdatum=date(2017, 4, 20))
        voor, op = (client.get(PAGINA, {"peildatum": dag}) for dag in ("19-4-2017", "20-4-2017"))
        assert not voor.context["losse"]
        assert "los-kop" not in tekst(voor)
        assert [rij["los"].dagen_open for rij in op.context["losse"]] == [0]
        assert f'href="{LIJST}?peildatum=2017-04-20"' in tekst(op)

    def test_niets_los(self, client, pieter):
        ToedelingFactory(activiteit_id="PVT", activiteit=None)
        assert "los-kop" not in tekst(client.get(PAGINA))

    def test_wie_niet_mag_koppelen_ziet_ze_wel(self, client, pieter):
        RekeningFactory(grootboekrekening="43210", activiteit_id="PVT", activiteit=None)
        rij = BoekingFactory(grootboekrekening="43210")
        client.force_login(GebruikerFactory(rol="coordinator"))
        html = tekst(client.get(PAGINA))
        assert f'href="{LIJST}{rij.pk}/"' in html
        assert "Koppel de" not in html
        assert "Wijs bedrag toe" not in html
        assert 'name="kies"' not in html

    def test_evenveel_vragen_voor_1_en_50(self, client, pieter, django_assert_num_queries):
        BoekingFactory()
        ingelezen(date(2017, 4, 28))
        client.get(PAGINA)
        for aantal in (0, 49):
            BoekingFactory.create_batch(aantal)
            with django_assert_num_queries(10):
                client.get(PAGINA)


def test_wat_niet_is_toegewezen_kan_een_regel_krijgen(client, pieter):
    html = tekst(client.get(PAGINA))
    assert "Wijs bedrag toe" in html
    assert reverse("financien:wijziging-nieuw") in html
