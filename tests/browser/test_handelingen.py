"""Acts in a list, as hands and keys do them: a form that opens takes the focus, and what was done stays in sight."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Page, expect

from begeleiding.actions import vink_af
from termijnen.actions import herbereken
from termijnen.models import Termijn
from tests.begeleiding.factories import eerste_maand, stap
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.dossiers.vastleggen.factories import TaakFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WERK, START = reverse("werkplek:mijn-werk"), reverse("partners:verwijzingen")
TELEFOON = 320
MET_EN_ZONDER = pytest.mark.parametrize("javascript", [True, False])


@pytest.fixture
def ik():
    return GebruikerFactory()


@pytest.fixture
def els():
    organisatie = OrganisatieFactory(naam="VluchtelingenWerk")
    return GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie, naam="Els Brouwer", password="x")


def in_beeld(pagina: Page, keuze: str) -> bool:
    """Whether the whole of it stands in the window, without scrolling."""
    vak = pagina.locator(keuze).bounding_box() or {"y": -1.0, "height": 0.0}
    hoogte = (pagina.viewport_size or {"height": 0})["height"]
    return vak["y"] >= 0 and vak["y"] + vak["height"] <= hoogte


@MET_EN_ZONDER
def test_uitstellen_begint_bij_het_eerste_veld_en_ongedaan_maken_eindigt_bij_de_rij(kijker, ik, javascript):
    for _ in range(12):
        StatushouderFactory(regie__regisseur=ik, coa_koppeldatum=date(2017, 2, 20))
    herbereken()
    bezoeker = kijker(ik)
    with bezoeker.context(TELEFOON, java_script_enabled=javascript) as context:
        pagina = context.new_page()
        pagina.goto(bezoeker.adres + WERK)
        rij = pagina.locator(".wi-taak").nth(8)
        anker = f"#{rij.get_attribute('id')}"
        rij.get_by_role("link", name="Uitstellen").click()
        expect(pagina.locator("#blad")).to_be_focused()
        pagina.keyboard.press("Tab")
        expect(pagina.get_by_label("Wat besluit u?")).to_be_focused()
        pagina.get_by_label("Tot en met, of gedaan op").fill("15-5-2017")
        pagina.get_by_label("Toelichting").fill("Wacht op een woning")
        pagina.get_by_role("button", name="Leg vast").click()
        expect(pagina.get_by_text("Vastgelegd:")).to_be_in_viewport()
        pagina.get_by_role("link", name="Draai terug").click()
        pagina.get_by_role("button", name="Draai het besluit terug").click()
        expect(pagina.locator(anker)).to_be_focused()
        expect(pagina.get_by_text("Het besluit is teruggedraaid.")).to_be_in_viewport()


@MET_EN_ZONDER
def test_afwijzen_begint_bij_de_vraag_waarom(kijker, els, javascript):
    for _ in range(6):
        DoorverwijzingFactory(
            statushouder=StatushouderFactory(), organisatie=els.organisatie, aangenomen_op=None
        )
    bezoeker = kijker(els)
    with bezoeker.context(TELEFOON, java_script_enabled=javascript) as context:
        pagina = context.new_page()
        pagina.goto(bezoeker.adres + START)
        pagina.get_by_role("link", name="Wijs af").nth(4).click()
        expect(pagina.locator("#afwijzen")).to_be_focused()
        pagina.keyboard.press("Tab")
        expect(pagina.get_by_label("Wij hebben nu geen plaats")).to_be_focused()


@MET_EN_ZONDER
def test_na_het_afvinken_staan_de_melding_en_wat_nog_moet_in_beeld(kijker, els, javascript):
    with transaction.atomic():
        lijst = eerste_maand(StatushouderFactory())
    DoorverwijzingFactory(
        statushouder=None, gezin=lijst.gezin, organisatie=els.organisatie, domeinen=["begeleiding"]
    )
    vink_af(stap(lijst, "woning"), versie=1, op=date(2017, 3, 21), vandaag=date(2017, 5, 1), door=None)
    bezoeker = kijker(els)
    with bezoeker.context(TELEFOON, java_script_enabled=javascript) as context:
        pagina = context.new_page()
        pagina.goto(bezoeker.adres + reverse("begeleiding:eerste-maand", args=[lijst.pk]))
        pagina.get_by_role("button", name="Vink af op 1 mei Telefoon geregeld").click()
        expect(pagina.get_by_text("Afgevinkt op 1 mei: Telefoon geregeld.")).to_be_in_viewport()
        assert in_beeld(pagina, "#nu-kop")
        pagina.get_by_role("link", name="Maak ongedaan").click()
        pagina.get_by_role("button", name="Zet terug op te doen").click()
        expect(pagina.get_by_text("Weer te doen: Telefoon geregeld.")).to_be_in_viewport()


def test_de_bladzijden_waar_een_formulier_open_staat(bekijk, ik, els):
    TaakFactory(statushouder=StatushouderFactory(regie__regisseur=ik), eigenaar=ik)
    persoon = StatushouderFactory(regie__regisseur=ik, coa_koppeldatum=date(2017, 2, 20))
    herbereken()
    termijn = Termijn.objects.get(statushouder=persoon)
    bekijk(f"{WERK}?besluit={termijn.pk}", ik)
    bekijk(WERK, ik, open="summary")
    bekijk(reverse("dossiers:overdragen", args=[persoon.sleutel]), ik)
    gevraagd, loopt = (
        DoorverwijzingFactory(
            statushouder=StatushouderFactory(), organisatie=els.organisatie, aangenomen_op=op
        )
        for op in (None, date(2017, 1, 1))
    )
    bekijk(f"{START}?afwijzen={gevraagd.pk}", els)
    for rij in (gevraagd, loopt):
        bekijk(reverse("partners:vraag", args=[rij.pk]), els)
