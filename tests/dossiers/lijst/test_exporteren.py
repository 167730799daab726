"""The list as a file: exactly what is filtered, all pages, harmless in a spreadsheet."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.dossiers.lijst.mensen import van_regisseur

pytestmark = pytest.mark.django_db


def rijen_van(antwoord) -> list[list[str]]:
    return list(csv.reader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))


@pytest.fixture
def rima(ik):
    rima = van_regisseur(ik, achternaam="Haddad", voornamen="Rima", nationaliteit="Syrische")
    GezinslidFactory(statushouder=rima)
    VestigingFactory(statushouder=rima, van=date(2017, 3, 28))
    return rima


KOP = ["Dossiernummer", "Persoon", "Nationaliteit", "Gezin", "Leeftijd", "Status", "Sinds", "Regisseur"]


def test_csv_heeft_wat_de_lijst_toont(client, rima):
    StatushouderFactory(achternaam="=HYPERLINK(1)", geboren_vroegst=None, geboren_laatst=None)
    kop, formule, rij = rijen_van(client.get("/dossiers/exporteren/csv/"))
    assert kop == KOP
    assert rij == [
        rima.nummer, "Haddad, Rima", "Syrische", "alleenstaand", "36", "Gevestigd", "28-03-2017", "Marieke de Wit",
    ]  # fmt: skip
    assert not formule[1].startswith("=")
    assert (formule[4], formule[6], formule[7]) == ("onbekend", "", "Nog niet toegewezen")


def test_excel_heeft_getallen_en_dagen(client, rima):
    antwoord = client.get("/dossiers/exporteren/xlsx/")
    assert antwoord["Content-Disposition"] == 'attachment; filename="dossiers.xlsx"'
    kop, rij = load_workbook(io.BytesIO(antwoord.content)).active.iter_rows(values_only=True)
    assert list(kop) == KOP
    assert (rij[4], rij[6].date()) == (36, date(2017, 3, 28))


def test_precies_wat_gefilterd_is(client, rima):
    StatushouderFactory(nationaliteit="Eritrese", achternaam="Anders")
    lijst = client.get("/dossiers/?nationaliteit=Syrische&sorteer=sinds")
    [_kop, rij] = rijen_van(client.get(lijst.context["bestanden"]["csv"]))
    assert rij[1] == "Haddad, Rima"


@pytest.mark.parametrize("aantal", [1, 5])
def test_alle_bladzijden_in_delen_met_evenveel_vragen(
    client, ik, monkeypatch, django_assert_num_queries, aantal
):
    monkeypatch.setattr("dossiers.views.lijst.HOOGSTENS_IN_BESTAND", 5)
    for _ in range(aantal):
        GezinslidFactory()
    # session, user, caseworkers, count, rows, family sizes
    with django_assert_num_queries(6):
        antwoord = client.get("/dossiers/exporteren/csv/")
    assert len(rijen_van(antwoord)) == aantal + 1
    monkeypatch.setattr("dossiers.views.lijst._TEGELIJK", 2)
    assert rijen_van(client.get("/dossiers/exporteren/csv/")) == rijen_van(antwoord)


def test_te_veel_rijen_wordt_geweigerd_met_raad(client, ik, monkeypatch):
    monkeypatch.setattr("dossiers.views.lijst.HOOGSTENS_IN_BESTAND", 1)
    StatushouderFactory.create_batch(2, nationaliteit="Syrische")
    antwoord = client.get("/dossiers/exporteren/xlsx/?nationaliteit=Syrische", follow=True)
    assert "Deze lijst is te lang voor een bestand: meer dan 1 personen." in antwoord.text
    assert antwoord.redirect_chain == [("/dossiers/?nationaliteit=Syrische", 302)]


def test_een_verkeerd_filter_geeft_geen_bestand_van_iedereen(client, rima):
    antwoord = client.get("/dossiers/exporteren/csv/?nationaliteit=Onzin", follow=True)
    assert "Het filter Nationaliteit is niet gebruikt" in antwoord.text
    assert antwoord.redirect_chain


@pytest.mark.parametrize("vorm", ["pdf", "XLSX", "csv.exe"])
def test_een_ander_soort_bestand_bestaat_niet(client, ik, vorm):
    assert client.get(f"/dossiers/exporteren/{vorm}/").status_code == 404
