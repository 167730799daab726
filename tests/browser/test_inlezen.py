"""Reading files in as a browser sees it: every page at both widths, and a whole round without script."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from tests.uitwisseling.paginas.conftest import FOUT, GOED, KOP, PERSONEN, bestand
from uitwisseling import actions
from uitwisseling.models import Inlezing, Status

pytestmark = pytest.mark.browser
MEI = date(2017, 5, 1)
LIJKT = "Salih;Nour;11-02-1989;2741603399;Syrische"


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.VANDAAG = MEI.isoformat()


@pytest.fixture
def ik(live_server):
    return GebruikerFactory()


@pytest.fixture
def inlezing(ik) -> Inlezing:
    """New, changed, the same, wrong, and one that may be somebody who is known."""
    StatushouderFactory(
        achternaam="Saleh",
        voornamen="Nour",
        nationaliteit="Syrische",
        geboren_vroegst=date(1989, 11, 2),
        geboren_laatst=date(1989, 11, 2),
    )
    StatushouderFactory(vnummer="2741603321", achternaam="Barakat", voornamen="Adam")
    regels = [GOED, FOUT, LIJKT, "Barakat;Adam;17-05-1980;2741603321;Eritrese"]
    return actions.lees_in("personen", bestand(*regels), gebruiker=ik, op=MEI)


def adres(naam: str, inlezing: Inlezing) -> str:
    return reverse(f"uitwisseling:{naam}", args=[inlezing.sleutel])


def test_kiezen(bekijk, ik):
    bekijk(reverse("uitwisseling:begin"), ik)
    bekijk(PERSONEN, ik)


@pytest.mark.parametrize("naam", ["voorbeeld", "wijzigingen", "kolommen"])
def test_een_bestand(bekijk, inlezing, ik, naam):
    assert inlezing.opzij == 1
    bekijk(adres(naam, inlezing), ik)


@pytest.mark.parametrize("status", [Status.ONTVANGEN, Status.OPSLAAN, Status.GEWEIGERD, Status.GESTOPT])
def test_een_bestand_in_elke_stand(bekijk, inlezing, ik, status):
    Inlezing.objects.update(status=status, reden="Deze kolom ontbreekt: achternaam.")
    bekijk(adres("voorbeeld", inlezing), ik)


def test_opgeslagen_en_ongedaan(bekijk, inlezing, ik):
    actions.sla_op(inlezing, op=MEI, goede_rijen=True)
    bekijk(adres("voorbeeld", inlezing), ik)
    bekijk(f"{PERSONEN}?ongedaan={inlezing.sleutel}", ik)
    actions.maak_ongedaan(inlezing, gebruiker=ik, op=MEI)
    bekijk(adres("voorbeeld", inlezing), ik)


def test_de_hele_ronde_zonder_script(kijker, ik, tmp_path):
    """Upload, look, save the good rows, and take them back."""
    pad = tmp_path / "personen.csv"
    pad.write_text("\r\n".join([KOP, GOED, FOUT]), encoding="utf-8")
    with kijker(ik).context(java_script_enabled=False) as context:
        pagina = context.new_page()
        pagina.goto(kijker().adres + PERSONEN)
        pagina.get_by_label("Bestand").set_input_files(pad)
        pagina.get_by_role("button", name="Bestand bekijken").click()
        expect(pagina.get_by_text("1 + 0 + 0 + 1 = 2 rijen.")).to_be_visible()
        pagina.get_by_role("button", name="Goede rijen opslaan").click()
        expect(pagina.get_by_role("status")).to_have_text("1 rij opgeslagen.")
        pagina.get_by_role("link", name="Maak ongedaan personen.csv").click()
        pagina.get_by_role("button", name="Maak ongedaan personen.csv").click()
        expect(pagina.get_by_role("status")).to_have_text("personen.csv is ongedaan gemaakt.")
        expect(pagina.get_by_text("Ongedaan gemaakt", exact=True)).to_be_visible()
