"""After saving, each row that was set aside can still be read: its number, columns, code, sentence and its entry."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from financien.models import Boeking
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions

LOS = {"grootboekrekening": "99999"}
BOEKING = r"/begroting/boekingen/\d+/"


@pytest.fixture
def pieter(client, begroting):
    client.force_login(wie := GebruikerFactory(rol="financien"))
    return wie


@pytest.fixture
def bewaar(pieter, importeer):
    """Read in and saved by Pieter: who read a file in sees its rows, nobody else."""

    def doe(*rijen: dict[str, str]):
        inlezing = importeer(*rijen)
        inlezing.gebruiker = pieter
        inlezing.save()
        return inlezing

    return doe


def losse(aantal: int) -> list[dict[str, str]]:
    return [{**LOS, "boekstuk": f"S{nr}", "relatie": f"R{nr}"} for nr in range(aantal)]


def adres(inlezing, naam: str = "opzij") -> str:
    return reverse(f"uitwisseling:{naam}", args=[inlezing.sleutel])


def tekst(antwoord) -> str:
    return " ".join(unescape(strip_tags(antwoord.content.decode().replace("<", " <"))).split())


@pytest.mark.parametrize("welke", ["opzij", "voorbeeld"])
def test_elke_rij_met_kolom_code_zin_en_boeking(client, bewaar, welke):
    inlezing = bewaar(LOS, {"boekstuk": "2"}, {"boekstuk": "9", "bedrag": "-1.000,00", "relatie": "B"})
    antwoord = client.get(adres(inlezing, welke))
    html = tekst(antwoord)
    eerste, tweede, derde = Boeking.objects.order_by("pk")
    for stuk in (
        f"Rij 2 4470912 {eerste.relatie}",
        "Geen regel van de begroting Kostenplaats, Grootboekrekening",
        "Kostenplaats 67110 met rekening 99999 hoort bij geen regel van de begroting.",
        "Rij 3 2 Drukkerij De Horst Mogelijk dubbel Relatie, Bedrag",
        "Lijkt op boekstuk 4470912",
        "Rij 4 9 B Tegenboeking zonder origineel Relatie, Bedrag",
    ):
        assert stuk in html
    for boeking in (eerste, tweede, derde):
        assert f'href="{reverse("financien:boeking", args=[boeking.pk])}"' in antwoord.content.decode()


def test_van_het_voorbeeld_naar_alle_rijen(client, bewaar):
    inlezing = bewaar(*losse(21))
    html = client.get(adres(inlezing, "voorbeeld")).content.decode()
    assert f'href="{adres(inlezing)}"' in html
    assert "Bekijk alle rijen die opzij staan" in html


def test_voor_het_opslaan_heten_zij_naar_hun_cellen(client, pieter, lees):
    inlezing = lees(*losse(1))
    inlezing.gebruiker = pieter
    inlezing.save()
    antwoord = client.get(adres(inlezing))
    assert "Rij 2 S0 R0" in tekst(antwoord)
    assert not re.search(BOEKING, antwoord.content.decode())


def test_na_het_opslaan_opent_de_boeking(client, bewaar):
    html = client.get(adres(bewaar(*losse(1)))).content.decode()
    assert re.search(BOEKING, html)


@pytest.mark.parametrize(("aantal", "bladen"), [(100, 1), (101, 2), (201, 3)])
def test_bladeren_heen_en_terug(client, bewaar, aantal, bladen):
    inlezing = bewaar(*losse(aantal))
    verwacht = list(range(2, aantal + 2))
    gezien: list[int] = []
    pad, adressen = adres(inlezing), []
    while pad:
        antwoord = client.get(pad)
        adressen.append([een.rij for een in antwoord.context["rijen"]])
        gezien += adressen[-1]
        volgende = antwoord.context["volgende"]
        pad = f"{adres(inlezing)}{volgende}" if volgende else ""
    assert gezien == verwacht
    assert len(adressen) == bladen
    while vorige := antwoord.context["vorige"]:
        antwoord = client.get(f"{adres(inlezing)}{vorige}")
        adressen.pop()
        assert [een.rij for een in antwoord.context["rijen"]] == adressen[-1]
    assert len(adressen) == 1


@pytest.mark.parametrize("na", ["x", "1", "1-", "9" * 40 + "-1", "-5-5"])
def test_een_plaats_die_niet_bestaat_is_het_begin(client, bewaar, na):
    inlezing = bewaar(*losse(2))
    assert [een.rij for een in client.get(adres(inlezing), {"na": na}).context["rijen"]] == [2, 3]


@pytest.mark.parametrize("vraag", [{"na": "999999-1"}, {"voor": "0-0"}, {"voor": "2-0"}])
def test_een_plaats_voorbij_de_rijen_is_het_begin_voor_wie_het_bestand_inlas(client, bewaar, vraag):
    inlezing = bewaar(*losse(101))
    antwoord = client.get(adres(inlezing), vraag)
    assert [een.rij for een in antwoord.context["rijen"]] == list(range(2, 102))
    assert antwoord.context["vorige"] == ""
    assert antwoord.context["volgende"]
    assert "Deze rijen ziet u niet" not in tekst(antwoord)


@pytest.mark.parametrize("welke", ["opzij", "voorbeeld"])
def test_wie_het_bestand_inlas_leest_nooit_dat_een_ander_het_deed(client, bewaar, welke):
    inlezing = bewaar(*losse(1))
    inlezing.opzijgezet.all().delete()
    assert "ziet alleen wie dit bestand inlas" not in tekst(client.get(adres(inlezing, welke)))


def test_een_rij_met_twee_redenen_over_de_grens_van_een_blad(client, bewaar):
    rijen = [
        *losse(99),
        {"bedrag": "-5,00", "relatie": "Z"},
        {"bedrag": "-5,00", "relatie": "Z", "boekstuk": "2"},
    ]
    inlezing = bewaar(*rijen)
    eerste = client.get(adres(inlezing))
    tweede = client.get(f"{adres(inlezing)}{eerste.context['volgende']}")
    samen = [een.rij for antwoord in (eerste, tweede) for een in antwoord.context["rijen"]]
    assert samen == [*range(2, 101), 101, 102, 102]


def test_teruggenomen_blijft_de_zin_en_gaat_de_boeking(client, pieter, bewaar):
    inlezing = bewaar(*losse(1))
    actions.maak_ongedaan(inlezing, gebruiker=pieter, op=inlezing.op)
    html = client.get(adres(inlezing)).content.decode()
    assert "hoort bij geen regel van de begroting" in html
    assert not re.search(BOEKING, html)


def test_niets_opzij(client, bewaar):
    assert "Er staat geen rij opzij" in tekst(client.get(adres(bewaar({}))))


@pytest.mark.parametrize("rol", ["coordinator", "klantregisseur", "raadsgriffie", "beheerder"])
def test_wie_het_grootboek_niet_inleest_ziet_niets(client, bewaar, rol):
    inlezing = bewaar(*losse(1))
    client.force_login(GebruikerFactory(rol=rol))
    assert client.get(adres(inlezing)).status_code == 404


@pytest.mark.parametrize("welke", ["opzij", "voorbeeld"])
def test_een_collega_leest_dat_de_rijen_van_een_ander_zijn(client, bewaar, welke):
    inlezing = bewaar(*losse(2))
    client.force_login(GebruikerFactory(rol="financien"))
    html = tekst(client.get(adres(inlezing, welke), {"na": "999999-1"}))
    assert "Welke rijen opzij staan, ziet alleen wie dit bestand inlas." in html
    assert "99999" not in html


def test_van_een_ander_is_wat_niet_is_opgeslagen_er_niet(client, pieter, lees):
    klaar = lees(*losse(1))
    assert client.get(adres(klaar)).status_code == 404


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_vragen(client, bewaar, aantal, django_assert_num_queries):
    inlezing = bewaar(*losse(aantal))
    client.get(adres(inlezing))
    with django_assert_num_queries(8):
        client.get(adres(inlezing))
