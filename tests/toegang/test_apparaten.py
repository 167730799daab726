"""The second step for every role, remembered devices, recovery codes on paper, and where one is signed in."""

import re
from datetime import timedelta

import pytest
from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings as instellingen
from django.urls import reverse

from tests.toegang.factories import WACHTZIN, OrganisatieFactory, gebruiker_met_wachtzin
from tests.toegang.test_tweede_stap import bevestig, log_in, voeg_app_toe
from toegang import actions
from toegang.models import Rol
from toegang.poort.koppen import KOPPEN
from toegang.views.sessies import toestel

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
pytestmark = pytest.mark.django_db


def maak(rol=Rol.PRIVACY):
    organisatie = OrganisatieFactory() if rol in (Rol.PARTNER, Rol.CONSULENT) else None
    return gebruiker_met_wachtzin(rol=rol, organisatie=organisatie)


@pytest.fixture
def gebruiker():
    return maak()


def vraagt_code(client, gebruiker) -> bool:
    return log_in(client, gebruiker).request["PATH_INFO"] == reverse("mfa_authenticate")


def onthoud(client, gebruiker) -> list[str]:
    """An app, and this device remembered; gives the codes that are left."""
    log_in(client, gebruiker)
    _geheim, codes = voeg_app_toe(client)
    client.post(reverse("account_logout"))
    log_in(client, gebruiker)
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    client.post(reverse("mfa_trust"), {"action": "trust"})
    client.post(reverse("account_logout"))
    return codes[1:]


class TestElkeRol:
    @pytest.mark.parametrize("rol", Rol.values)
    def test_komt_zonder_tweede_stap_nergens_en_met_een_wel(self, client, settings, rol):
        settings.TWEEDE_STAP_VERPLICHT = True
        gebruiker = maak(rol)
        assert log_in(client, gebruiker).request["PATH_INFO"] == reverse("mfa_index")
        for naam in ("start", "welkom", "onderdelen", "usersessions_list", "account_change_password"):
            assert client.get(reverse(naam)).url == reverse("mfa_index")
        voeg_app_toe(client)
        assert client.get(reverse("welkom")).status_code == 200
        client.post(reverse("account_logout"))
        assert vraagt_code(client, gebruiker)
        assert client.get(reverse("welkom")).status_code == 302

    def test_zonder_de_eis_mag_het(self, client, settings, gebruiker):
        settings.TWEEDE_STAP_VERPLICHT = False
        log_in(client, gebruiker)
        assert client.get(reverse("welkom")).status_code == 200

    def test_wie_zijn_laatste_stap_weghaalt_komt_weer_bij_de_beveiliging(self, client, settings, gebruiker):
        settings.TWEEDE_STAP_VERPLICHT = True
        log_in(client, gebruiker)
        voeg_app_toe(client)
        client.post(reverse("mfa_deactivate_totp"))
        assert client.get(reverse("welkom")).url == reverse("mfa_index")


class TestOnthoudenApparaat:
    def test_een_maand(self):
        assert timedelta(days=30) == instellingen.MFA_TRUST_COOKIE_AGE

    @pytest.mark.parametrize(("dagen", "vraagt"), [(29.99, False), (30.01, True)])
    def test_daarna_vraagt_het_weer(self, client, gebruiker, monkeypatch, dagen, vraagt):
        from allauth.mfa.internal.flows import trust

        onthoud(client, gebruiker)
        toen = trust.time.time()
        monkeypatch.setattr(trust.time, "time", lambda: toen + dagen * 86400)
        assert vraagt_code(client, gebruiker) is vraagt

    def test_een_andere_wachtzin_vergeet_het(self, client, gebruiker):
        onthoud(client, gebruiker)
        assert not vraagt_code(client, gebruiker)
        nieuw = "nog een lange zin over de zee"
        client.post(
            reverse("account_change_password"),
            {"oldpassword": WACHTZIN, "password1": nieuw, "password2": nieuw},
        )
        client.post(reverse("account_logout"))
        antwoord = client.post(reverse("account_login"), {"login": gebruiker.email, "password": nieuw})
        assert antwoord.url == reverse("mfa_authenticate")

    def test_de_gebruiker_zelf_vergeet_het(self, client, gebruiker):
        codes = onthoud(client, gebruiker)
        assert not vraagt_code(client, gebruiker)
        antwoord = client.post(reverse("usersessions_list"), {"wat": "vergeet"}, follow=True)
        assert "Elk apparaat vraagt nu weer om de tweede stap." in antwoord.text
        client.post(reverse("account_logout"))
        assert vraagt_code(client, gebruiker)
        # and it can be remembered anew
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        client.post(reverse("mfa_trust"), {"action": "trust"})
        gebruiker.refresh_from_db()
        gebruiker.apparaten_vergeten_op -= timedelta(seconds=2)
        gebruiker.save()
        client.post(reverse("account_logout"))
        assert not vraagt_code(client, gebruiker)

    def test_zonder_onze_stap_bleef_het_onthouden(self, client, gebruiker, monkeypatch):
        """The control: allauth's own step knows of no forgetting."""
        onthoud(client, gebruiker)
        actions.vergeet_apparaten(gebruiker)
        monkeypatch.setattr(
            "toegang.adapter.Toegangsadapter.get_login_stages",
            lambda self: super(type(self), self).get_login_stages(),
        )
        assert not vraagt_code(client, gebruiker)


def test_herstelcodes_om_af_te_drukken(client, gebruiker):
    log_in(client, gebruiker)
    _geheim, codes = voeg_app_toe(client)
    html = client.get(reverse("mfa_view_recovery_codes")).text
    assert "data-afdrukken" in html
    assert all(code in html for code in codes)
    assert gebruiker.email in html


class TestSessies:
    @pytest.fixture
    def ander(self, client, gebruiker):
        """The same user on another device."""
        tweede = type(client)(headers={"User-Agent": FIREFOX})
        log_in(tweede, gebruiker)
        log_in(client, gebruiker)
        return tweede

    @staticmethod
    def binnen(client) -> bool:
        return client.get(reverse("welkom")).status_code == 200

    def test_een_sessie_beeindigen(self, client, gebruiker, ander):
        pagina = client.get(reverse("usersessions_list")).text
        assert "Firefox op Windows" in pagina
        [nummer] = re.findall(r'name="wat"\s+value="(\d+)"', pagina)
        antwoord = client.post(reverse("usersessions_list"), {"wat": nummer}, follow=True)
        assert "Dat apparaat is uitgelogd." in antwoord.text
        assert (self.binnen(client), self.binnen(ander)) == (True, False)

    def test_niet_die_van_een_ander(self, client, gebruiker):
        vreemd = type(client)()
        log_in(vreemd, maak())
        log_in(client, gebruiker)
        nummer = UserSession.objects.exclude(user=gebruiker).get().pk
        client.post(reverse("usersessions_list"), {"wat": str(nummer)})
        assert self.binnen(vreemd)

    def test_overal_ook_hier(self, client, gebruiker, ander):
        antwoord = client.post(reverse("usersessions_list"), {"wat": "alles"}, follow=True)
        assert "U bent overal uitgelogd." in antwoord.text
        assert (self.binnen(client), self.binnen(ander)) == (False, False)

    @pytest.mark.parametrize("wat", ["", "x", "9" * 30, "²"])
    def test_iets_vreemds_doet_niets(self, client, gebruiker, ander, wat):
        assert client.post(reverse("usersessions_list"), {"wat": wat}).status_code == 302
        assert (self.binnen(client), self.binnen(ander)) == (True, True)

    def test_een_andere_wachtzin_logt_de_andere_apparaten_uit(self, client, gebruiker, ander):
        nieuw = "nog een lange zin over de zee"
        client.post(
            reverse("account_change_password"),
            {"oldpassword": WACHTZIN, "password1": nieuw, "password2": nieuw},
        )
        assert (self.binnen(client), self.binnen(ander)) == (True, False)

    def test_intrekken_logt_overal_uit(self, client, gebruiker, ander):
        actions.zet_toegang(gebruiker, versie=1, mag_inloggen=False, door=maak(Rol.BEHEERDER))
        assert (self.binnen(client), self.binnen(ander)) == (False, False)
        assert not UserSession.objects.filter(user=gebruiker).exists()

    def test_laatst_gebruikt_wordt_bijgehouden(self, client, gebruiker, monkeypatch):
        log_in(client, gebruiker)
        [eerst] = UserSession.objects.values_list("last_seen_at", flat=True)
        from toegang.poort import tijdslot

        toen = tijdslot.time.time()
        monkeypatch.setattr(tijdslot.time, "time", lambda: toen + 300)
        assert self.binnen(client)
        [daarna] = UserSession.objects.values_list("last_seen_at", flat=True)
        assert timedelta(seconds=290) < daarna - eerst < timedelta(seconds=310)


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        (FIREFOX, "Firefox op Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge op Windows"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36", "Chrome op Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari op iPhone",
        ),
        ("", "Onbekende browser op een onbekend apparaat"),
    ],
)
def test_een_apparaat_in_woorden(tekst, woorden):
    assert toestel(tekst) == woorden


def test_sleutels_mogen_van_het_beleid_en_de_stappen_zijn_de_onze():
    assert "publickey-credentials-get=(self)" in KOPPEN["Permissions-Policy"]
    assert "toegang.poort.stappen.TweedeStap" in get_adapter().get_login_stages()


def test_bevestigen_blijft_werken_na_een_lange_dag(client, gebruiker):
    log_in(client, gebruiker)
    assert bevestig(client).status_code == 302
