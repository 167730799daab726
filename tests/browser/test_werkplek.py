"""The page of a person, its history and the family's paper, as a browser and a printer see them."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dossiers.models import Relatie, Relatiesoort
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.dossiers.vastleggen.factories import ContactFactory, SignaalFactory, TaakFactory
from tests.huisvesting.factories import PlaatsingFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ik():
    return GebruikerFactory()


@pytest.fixture
def rima(transactional_db, ik):
    persoon = StatushouderFactory(voornamen="Rima", achternaam="Haddad", telefoon="06-12345678")
    gezin = GezinFactory(naam="Haddad")
    GezinslidFactory(statushouder=persoon, gezin=gezin)
    for naam in ("Youssef", "Lina", "Sami"):
        GezinslidFactory(
            statushouder=StatushouderFactory(voornamen=naam, achternaam="Haddad"), gezin=gezin, rol="kind"
        )
    Relatie.objects.create(
        persoon=persoon, verwant=StatushouderFactory(), soort=Relatiesoort.VOOGD, van=date(2017, 1, 1)
    )
    VestigingFactory(statushouder=persoon)
    PlaatsingFactory(statushouder=persoon)
    ContactFactory(statushouder=persoon, auteur=ik)
    weg = ContactFactory(statushouder=persoon, op=date(2017, 4, 2))
    weg.haal_door(op=date(2017, 4, 3), door=ik, reden="Verkeerde persoon")
    weg.save()
    TaakFactory(statushouder=persoon, uiterlijk_op=date(2017, 4, 27), eigenaar=ik)
    SignaalFactory(statushouder=persoon, eigenaar=ik)
    return persoon


def test_de_bladzijden_van_een_persoon(bekijk, rima, ik):
    for naam in ("dossier", "geschiedenis", "gezin"):
        bekijk(reverse(f"werkplek:{naam}", args=[rima.sleutel]), ik)
    bekijk(rima.get_absolute_url() + "?tijdlijn=document", ik)


def druk_alt_n(context, pagina):
    """As a keyboard sends it; Playwright leaves out the letter that belongs to the key, which an access key needs."""
    toets = {"modifiers": 1, "key": "n", "code": "KeyN", "windowsVirtualKeyCode": 78, "unmodifiedText": "n"}
    sessie = context.new_cdp_session(pagina)
    for soort in ("keyDown", "keyUp"):
        sessie.send("Input.dispatchKeyEvent", {"type": soort, **toets})


@pytest.mark.parametrize("javascript", [True, False])
def test_een_notitie_in_twee_toetsen_en_een_zin(kijker, rima, ik, javascript):
    """From anywhere on the page: Alt+N, the sentence, Enter. It then stands on the time line."""
    bezoeker = kijker(ik)
    with bezoeker.context(java_script_enabled=javascript) as context:
        pagina = context.new_page()
        pagina.goto(bezoeker.adres + rima.get_absolute_url() + "?tijdlijn=contact")
        pagina.get_by_role("link", name="Privacy").focus()  # the foot of the page
        druk_alt_n(context, pagina)
        expect(pagina.get_by_label("Notitie", exact=True)).to_be_focused()
        pagina.keyboard.type("Belt morgen terug.")
        pagina.keyboard.press("Enter")
        expect(pagina.locator("#tijdlijn")).to_contain_text("Belt morgen terug.")
        expect(pagina.get_by_role("link", name="Contact", exact=True).first).to_be_visible()
        assert "tijdlijn=contact" in pagina.url


def test_op_papier_staat_geen_menu_en_geen_knop(kijker, rima, ik):
    bezoeker = kijker(ik)
    with bezoeker.context() as context:
        pagina = context.new_page()
        pagina.goto(bezoeker.adres + reverse("werkplek:gezin", args=[rima.sleutel]))
        afdrukken = pagina.get_by_role("button", name="Afdrukken")
        expect(afdrukken).to_be_visible()
        pagina.emulate_media(media="print")
        expect(afdrukken).to_be_hidden()
        expect(pagina.locator(".wi-zijbalk")).to_be_hidden()
        expect(pagina.get_by_text("Druk af met Ctrl+P")).to_be_hidden()
        expect(pagina.get_by_role("heading", name="Rima Haddad")).to_be_visible()
        te_breed = pagina.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert te_breed <= 0
