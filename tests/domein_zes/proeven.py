"""What is seen of the sixth domain; run with its settings by tests/test_zesde_domein.py."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from rapportage import figures as rapportcijfers
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db


def antwoord(*opdracht: str) -> dict:
    uit = StringIO()
    with suppress(SystemExit):  # controleer found something, as it should
        call_command(*opdracht, "--json", stdout=uit)
    return json.loads(uit.getvalue())


@pytest.fixture
def rima():
    persoon = StatushouderFactory(voornamen="Rima")
    GezinslidFactory(statushouder=persoon)
    VestigingFactory(statushouder=persoon, van=date(2017, 3, 28))
    return persoon


def test_het_paneel_en_de_tijdlijn_op_het_dossier(client, rima):
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    pagina = client.get(rima.get_absolute_url()).content.decode()
    assert "Zwemclub Wassenaar" in pagina
    assert "Lid van de zwemclub" in pagina


def test_wie_het_recht_niet_heeft_ziet_er_niets_van(client, rima):
    client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
    pagina = client.get(rima.get_absolute_url()).content.decode()
    assert "Zwemclub Wassenaar" not in pagina
    assert reverse("sport:start") not in pagina
    assert client.get(reverse("sport:start")).status_code == 404


def test_het_menu_en_de_bladzijde(client):
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    assert f'href="{reverse("sport:start")}"' in client.get(reverse("dossiers:lijst")).content.decode()
    assert client.get(reverse("sport:start")).status_code == 200


def test_het_kerncijfer(rima):
    cijfers = {cijfer["code"]: cijfer["waarde"] for cijfer in antwoord("kerncijfers")["cijfers"]}
    assert cijfers["sport.leden"] == 1


def test_het_feit(rima):
    feiten = {feit["code"]: feit["op"] for feit in antwoord("dossier", rima.nummer)["feiten"]}
    assert feiten["sport.lid"] == "2017-03-28"


def test_de_termijn_in_de_opdracht_op_het_dossier_en_in_mijn_werk(client, settings):
    settings.VANDAAG = "2017-05-24"  # settled on 28 March: by 23 May
    ik = GebruikerFactory(rol=Rol.KLANTREGISSEUR)
    persoon = StatushouderFactory(regie__regisseur=ik)
    VestigingFactory(statushouder=persoon, van=date(2017, 3, 28))
    assert antwoord("termijnen", "--herbereken")["toegevoegd"] == 1
    [termijn] = antwoord("termijnen", "--domein", "sport")["termijnen"]
    assert (termijn["vervalt_op"], termijn["status"]) == ("2017-05-23", "te_laat")
    client.force_login(ik)
    assert "Lid worden van een club" in client.get(persoon.get_absolute_url()).content.decode()
    werk = client.get(reverse("werkplek:mijn-werk")).content.decode()
    assert "1 dag te laat" in werk
    assert "Kies een club" in werk
    client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
    assert "Lid worden" not in client.get(reverse("werkplek:mijn-werk"), {"wie": "alle"}).content.decode()


def test_de_controle():
    [deel] = antwoord("controleer", "--onderdeel", "sport_droog")["gecontroleerd"]
    assert (deel["fouten"], deel["voorbeelden"]) == (1, ["D-17-0001"])


def test_het_hoofdstuk_in_het_rapport():
    call_command("laad_plan", stdout=StringIO())
    bevroren = rapportcijfers.bevries("voortgang", date(2017, 4, 1), 1)
    assert "In april zwom iedereen mee." in rapportcijfers.als_tekst(bevroren)


def test_de_import_kent_de_soort(tmp_path):
    bestand = tmp_path / "leden.csv"
    bestand.write_text("club\nZwemclub\n")
    document = antwoord("importeer", "lidmaatschappen", str(bestand), "--proef")
    assert (document["soort"], document["gelezen"], document["fouten"]) == ("lidmaatschappen", 1, [])


def test_de_export_kent_de_soort(tmp_path):
    bestand = tmp_path / "clubs.csv"
    antwoord("exporteer", "clubs", str(bestand))
    assert bestand.read_text(encoding="utf-8-sig").splitlines() == ["club", "Zwemclub"]


def test_de_verwerking_in_het_register(client):
    client.force_login(GebruikerFactory(rol=Rol.PRIVACY))
    pagina = client.get(reverse("verwerkingen")).content.decode()
    assert "Leden van sportclubs" in pagina
    regel = client.get(reverse("verwerkingen-bestand")).content.decode().partition("Sport;")[2]
    assert "Klantregisseur" in regel.splitlines()[0]
