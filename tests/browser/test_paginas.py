"""Signing in, the shell and the pages that every user has, as a browser sees them."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.toegang.factories import GebruikerFactory
from toegang.demo import adres
from toegang.models import Rol

pytestmark = pytest.mark.browser

OPENBAAR = ["account_login", "account_reset_password", "account_reset_password_done", "account_inactive"]
OVERAL = ["hulp", "toegankelijkheid", "privacy"]


@pytest.mark.parametrize("naam", [*OPENBAAR, *OVERAL])
def test_zonder_inloggen(bekijk, naam):
    bekijk(reverse(naam))


@pytest.mark.parametrize(
    "naam",
    [
        "welkom",
        "onderdelen",
        "account_change_password",
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_list_webauthn",
        "usersessions_list",
        *OVERAL,
    ],
)
def test_ingelogd(bekijk, naam):
    bekijk(reverse(naam), GebruikerFactory(rol=Rol.PRIVACY, password="x"))


def test_een_oude_link_voor_een_nieuwe_wachtzin(bekijk):
    bekijk(reverse("account_reset_password_from_key", args=["1", "oud-kenmerk"]))


def test_wat_er_niet_is(bekijk):
    bekijk("/bestaat-niet/", status=404)


@pytest.mark.parametrize("rol", [Rol.COORDINATOR, Rol.PRIVACY])
def test_de_menus_uitgeklapt(bekijk, rol):
    """On a wide screen the user's menu, on a telephone the whole menu."""
    bekijk(reverse("welkom"), GebruikerFactory(rol=rol), open=".wi-gebruiker > summary, .wi-menu > summary")


def test_na_een_fout_krijgt_de_samenvatting_de_focus(kijker):
    with kijker().context() as context:
        pagina = context.new_page()
        pagina.goto(kijker().adres + reverse("account_login"))
        pagina.get_by_role("button", name="Inloggen", exact=True).click()
        expect(pagina).to_have_title(re.compile(r"^Fout: Inloggen"))
        expect(pagina.locator("#fouten")).to_be_focused()
        pagina.get_by_role("link", name="Wachtzin: vul uw wachtzin in.").click()
        expect(pagina.get_by_label("Wachtzin")).to_be_focused()


def test_het_toetsenbord_begint_bij_de_inhoud(kijker):
    with kijker().context() as context:
        pagina = context.new_page()
        pagina.goto(kijker().adres + reverse("hulp"))
        pagina.keyboard.press("Tab")
        sprong = pagina.get_by_role("link", name="Naar de inhoud")
        expect(sprong).to_be_focused()
        expect(sprong).to_be_in_viewport()
        pagina.keyboard.press("Enter")
        expect(pagina.locator("#inhoud")).to_be_focused()


def test_een_menu_sluit_met_escape_en_met_een_klik_ernaast(kijker):
    visitor = kijker(GebruikerFactory(rol=Rol.PRIVACY))
    with visitor.context() as context:
        pagina = context.new_page()
        pagina.goto(visitor.adres + reverse("welkom"))
        menu = pagina.locator(".wi-gebruiker")
        for sluit in (
            lambda: pagina.keyboard.press("Escape"),
            pagina.get_by_role("heading").first.click,
        ):
            menu.locator("summary").click()
            expect(menu.get_by_role("button", name="Uitloggen")).to_be_visible()
            sluit()
            expect(menu.get_by_role("button", name="Uitloggen")).to_be_hidden()


def test_zonder_script_in_en_uit_met_een_rol(kijker):
    """The demonstration's button, the menu and signing out, with JavaScript off."""
    GebruikerFactory(rol=Rol.PRIVACY, email=adres(Rol.PRIVACY), naam="Anouk Visser")
    with kijker().context(java_script_enabled=False) as context:
        pagina = context.new_page()
        pagina.goto(kijker().adres + reverse("account_login"))
        pagina.get_by_role("button", name="Privacyfunctionaris").click()
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Leeslog")
        pagina.locator(".wi-gebruiker > summary").click()
        pagina.locator(".wi-gebruiker").get_by_role("button", name="Uitloggen").click()
        expect(pagina.get_by_role("status")).to_have_text("U bent uitgelogd.")
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Inloggen")


def test_letters_van_elk_schrift_en_de_iconen_komen_van_onszelf(kijker):
    """Names in Arabic and Ethiopic have their letters, and the sprite is drawn."""
    visitor = kijker(GebruikerFactory(rol=Rol.PRIVACY))
    with visitor.context() as context:
        pagina = context.new_page()
        pagina.goto(visitor.adres + reverse("onderdelen"), wait_until="networkidle")
        geladen = pagina.evaluate(
            "() => [...document.fonts].filter((letter) => letter.status === 'loaded').map((letter) => letter.family)"
        )
        assert {"Source Sans 3", "Noto Sans Arabic", "Noto Sans Ethiopic Variable"} <= {
            f.strip('"') for f in geladen
        }
        zichtbaar = pagina.locator(".wi-icoon use").locator("visible=true")
        assert zichtbaar.count() > 5
        assert min(zichtbaar.evaluate_all("(delen) => delen.map((deel) => deel.getBBox().width)")) > 0
