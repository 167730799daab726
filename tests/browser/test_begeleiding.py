"""The first month on a telephone, and the other pages of guidance, as a browser sees them at both widths."""

from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import expect

from begeleiding.actions import vink_af
from begeleiding.models import Stappenlijst
from tests.begeleiding.factories import StapFactory, TrajectFactory, eerste_maand, stap
from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.browser
TELEFOON = 320


@pytest.fixture
def lijst(transactional_db):
    with transaction.atomic():
        lijst = eerste_maand(StatushouderFactory(telefoon="0612345678"))
    rij = stap(lijst, "woning")
    vink_af(rij, versie=1, op=date(2017, 3, 21), vandaag=date(2017, 5, 1), door=None)
    return lijst


@pytest.fixture
def els(lijst):
    organisatie = OrganisatieFactory(naam="VluchtelingenWerk")
    DoorverwijzingFactory(
        statushouder=None, gezin=lijst.gezin, organisatie=organisatie, domeinen=["dossiers", "begeleiding"]
    )
    return GebruikerFactory(rol=Rol.PARTNER, organisatie=organisatie, naam="Els Brouwer", password="x")


def test_wat_de_vrijwilliger_ziet(bekijk, els, lijst):
    bekijk(reverse("begeleiding:lijsten"), els)
    bekijk(reverse("begeleiding:eerste-maand", args=[lijst.pk]), els)
    rij = stap(lijst, "woning")
    for wat in ("stap-gedaan", "stap-niet", "stap-terug"):
        bekijk(reverse(f"begeleiding:{wat}", args=[rij.pk]), els)


def test_wat_de_coordinator_ziet(bekijk, lijst):
    ik = GebruikerFactory(rol=Rol.COORDINATOR, password="x")
    traject = TrajectFactory(statushouder=lijst.statushouder, vrijwilliger="Bram Kok")
    versie = Stappenlijst.objects.create(geldig_vanaf=date(2017, 6, 1))
    extra = StapFactory(lijst=versie)
    for wat, args in (
        ("trajecten", []),
        ("traject", [traject.pk]),
        ("traject-nieuw", [lijst.statushouder.sleutel]),
        ("stappen", []),
        ("versie-nieuw", []),
        ("lijststap-nieuw", [versie.pk]),
        ("lijststap-weg", [extra.pk]),
    ):
        bekijk(reverse(f"begeleiding:{wat}", args=args), ik)


def test_afvinken_op_een_telefoon_zonder_script(kijker, els, lijst):
    bezoeker = kijker(els)
    with bezoeker.context(TELEFOON, java_script_enabled=False) as context:
        pagina = context.new_page()
        pagina.goto(bezoeker.adres + reverse("begeleiding:lijsten"))
        pagina.get_by_role("link", name="Haddad").click()
        expect(pagina.get_by_text("Nog 2 stappen te doen")).to_be_visible()
        knop = pagina.get_by_role("button", name="Vink af op 1 mei Telefoon geregeld")
        assert (knop.bounding_box() or {})["height"] >= 48
        knop.click()
        expect(pagina.get_by_text("Afgevinkt op 1 mei: Telefoon geregeld.")).to_be_visible()
        pagina.get_by_role("link", name="Niet van toepassing").click()
        pagina.get_by_label("waarom niet").fill("Was al ingeschreven")
        pagina.get_by_role("button", name="Zet op niet van toepassing").click()
        expect(pagina.get_by_text("Alle stappen zijn gedaan.")).to_be_visible()
        pagina.get_by_role("link", name="Wijzig stap 3").click()
        pagina.get_by_role("link", name="Deze stap is toch nog te doen").click()
        pagina.get_by_role("button", name="Zet terug op te doen").click()
        expect(pagina.get_by_text("Nog 1 stap te doen: telefoon geregeld.")).to_be_visible()
