"""How often signing in may be tried: who hammers somebody's address does not keep that somebody out."""

import json

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import RequestFactory
from django.urls import reverse

from tests.toegang.factories import WACHTZIN, GebruikerFactory
from toegang.actions import verstuur_openstaande

THUIS, KANTOOR, AANVALLER = "198.51.100.7", "203.0.113.9", "192.0.2.66"
TE_VAAK = "U probeerde het te vaak."
pytestmark = pytest.mark.django_db


def probeer(client, adres, zin="verkeerd", *, van=THUIS):
    return client.post(reverse("account_login"), {"login": adres, "password": zin}, REMOTE_ADDR=van)


def ingelogd(client) -> bool:
    return "_auth_user_id" in client.session


def hamer(client, adres, keren, *, van):
    """Wrong passphrases, from a device that nobody knows."""
    for _ in range(keren):
        antwoord = probeer(client, adres, van=van)
    return antwoord


def test_vijf_keer_fout_op_een_plek_en_dan_wachten(client, gebruiker):
    assert TE_VAAK not in hamer(client, gebruiker.email, 5, van=AANVALLER).text
    assert TE_VAAK in probeer(client, gebruiker.email, WACHTZIN, van=AANVALLER).text
    assert not ingelogd(client)


def test_van_elders_komt_de_rechthebbende_er_gewoon_in(client, gebruiker):
    hamer(type(client)(), gebruiker.email, 40, van=AANVALLER)
    probeer(client, gebruiker.email, WACHTZIN, van=KANTOOR)
    assert ingelogd(client)


def test_ook_op_hetzelfde_netwerk_met_een_bekend_apparaat(client, gebruiker):
    """Behind one address of the town hall sits somebody who tries; her own computer is known."""
    probeer(client, gebruiker.email, WACHTZIN, van=KANTOOR)
    client.post(reverse("account_logout"))
    assert TE_VAAK in hamer(type(client)(), gebruiker.email, 40, van=KANTOOR).text
    probeer(client, gebruiker.email, WACHTZIN, van=KANTOOR)
    assert ingelogd(client)


def test_en_wie_van_overal_tegelijk_probeert_houdt_een_bekend_apparaat_niet_buiten(
    client, gebruiker, settings
):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "inloggen_overal": "6/h/key"}
    probeer(client, gebruiker.email, WACHTZIN)
    client.post(reverse("account_logout"))
    for nummer in range(8):
        laatste = probeer(type(client)(), gebruiker.email, van=f"192.0.2.{nummer}")
    assert TE_VAAK in laatste.text
    probeer(client, gebruiker.email, WACHTZIN)
    assert ingelogd(client)


def test_een_bekend_apparaat_mag_ook_niet_eindeloos(client, gebruiker):
    probeer(client, gebruiker.email, WACHTZIN)
    client.post(reverse("account_logout"))
    for _ in range(10):
        probeer(client, gebruiker.email)
    assert TE_VAAK in probeer(client, gebruiker.email, WACHTZIN).text


def test_een_apparaat_is_alleen_bekend_voor_wie_er_zelf_inlogde(client, gebruiker):
    """Who has an account of their own cannot try another's with it."""
    ander = GebruikerFactory()
    probeer(client, gebruiker.email, WACHTZIN)
    client.post(reverse("account_logout"))
    assert TE_VAAK in hamer(client, ander.email, 6, van=THUIS).text


@pytest.mark.parametrize("koekje", ["onzin", "W1sxLCJ4Il1d:1rABCD:abcdef", ""])
def test_een_zelfgemaakt_koekje_is_geen_bekend_apparaat(client, gebruiker, koekje, settings):
    client.cookies[settings.BEKEND_COOKIE] = koekje
    assert TE_VAAK in hamer(client, gebruiker.email, 6, van=AANVALLER).text


def test_het_koekje_zegt_niets_over_wie(client, gebruiker, settings):
    probeer(client, gebruiker.email, WACHTZIN)
    koekje = client.cookies[settings.BEKEND_COOKIE]
    assert gebruiker.email not in koekje.value
    assert koekje["httponly"]
    assert koekje["samesite"] == "Lax"


def test_een_goede_wachtzin_is_geen_poging(client, gebruiker):
    for _ in range(8):
        nieuw = type(client)()
        probeer(nieuw, gebruiker.email, WACHTZIN)
        assert ingelogd(nieuw)


def test_dertig_fouten_van_een_plek_op_wie_dan_ook(client):
    for nummer in range(31):
        laatste = probeer(client, f"niemand{nummer}@wassenaar.example", van=AANVALLER)
    assert TE_VAAK in laatste.text


class TestBestaatHetAdres:
    def test_even_vaak_en_even_lang_werk(self, client, gebruiker, monkeypatch):
        """One hash for each try, known or not: that is what takes the time."""
        keren = []
        origineel = MD5PasswordHasher.encode

        def encode(self, *args):
            keren.append(1)
            return origineel(self, *args)

        monkeypatch.setattr(MD5PasswordHasher, "encode", encode)
        uitkomsten = {}
        for adres in (gebruiker.email, "niemand@wassenaar.example"):
            keren.clear()
            antwoord = probeer(client, adres)
            uitkomsten[adres] = (antwoord.status_code, len(keren), antwoord.text.count("klopt niet"))
        assert len(set(uitkomsten.values())) == 1
        assert uitkomsten[gebruiker.email][1] == 1

    def test_ook_te_vaak_klinkt_gelijk(self, client, gebruiker):
        zinnen = [
            TE_VAAK in hamer(client, adres, 6, van=AANVALLER).text
            for adres in (gebruiker.email, "niemand@wassenaar.example")
        ]
        assert zinnen == [True, True]

    def test_een_vergeten_wachtzin(self, client, gebruiker):
        paginas = []
        for adres in (gebruiker.email, "niemand@wassenaar.example"):
            antwoord = client.post(reverse("account_reset_password"), {"email": adres}, follow=True)
            paginas.append((antwoord.status_code, antwoord.redirect_chain, antwoord.text))
        assert paginas[0] == paginas[1]
        assert not mail.outbox  # nothing is sent while the visitor waits
        assert verstuur_openstaande() == 1

    def test_hoogstens_drie_mails_in_een_uur_met_steeds_hetzelfde_antwoord(self, client, gebruiker):
        antwoorden = {
            client.post(reverse("account_reset_password"), {"email": gebruiker.email}).status_code
            for _ in range(6)
        }
        assert antwoorden == {302}
        assert verstuur_openstaande() == 3

    @pytest.mark.parametrize("wie", ["bekend", "onbekend"])
    def test_met_een_sleutel(self, client, gebruiker, wie):
        """A made-up answer of a key, with the number of a user that is there or not: the same page."""
        from allauth.account.utils import user_pk_to_url_str
        from fido2.utils import websafe_encode

        naam = user_pk_to_url_str(gebruiker) if wie == "bekend" else "zzzz"
        leeg = websafe_encode(b"x" * 37)
        antwoord = client.post(
            reverse("mfa_login_webauthn"),
            {
                "credential": json.dumps(
                    {
                        "id": leeg,
                        "rawId": leeg,
                        "type": "public-key",
                        "response": {
                            "userHandle": websafe_encode(naam.encode()),
                            "clientDataJSON": websafe_encode(
                                b'{"type":"webauthn.get","challenge":"x","origin":"http://testserver"}'
                            ),
                            "authenticatorData": leeg,
                            "signature": leeg,
                        },
                    }
                )
            },
            follow=True,
        )
        assert antwoord.redirect_chain == [(reverse("account_login"), 302)]
        assert "Deze code klopt niet" in antwoord.text


class TestAdresVanDeBezoeker:
    """Behind one proxy the address is the one that the proxy wrote, not what the visitor wrote before it."""

    def ip(self, **meta) -> str:
        verzoek = RequestFactory().get("/", REMOTE_ADDR="10.0.0.2", **meta)
        return get_adapter().get_client_ip(verzoek)

    @pytest.mark.parametrize(
        ("proxies", "kop", "adres"),
        [
            (1, AANVALLER, AANVALLER),
            (1, f"{THUIS}, {AANVALLER}", AANVALLER),  # the first was made up
            (1, f"{THUIS}, {KANTOOR}, {AANVALLER}", AANVALLER),
            (0, THUIS, "10.0.0.2"),  # nobody in front of us: the header is the visitor's own
        ],
    )
    def test_de_kop_van_de_proxy(self, settings, proxies, kop, adres):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
        assert self.ip(HTTP_X_FORWARDED_FOR=kop) == adres

    def test_een_verzonnen_kop_geeft_geen_nieuwe_pogingen(self, client, gebruiker, settings):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        for nummer in range(6):
            antwoord = client.post(
                reverse("account_login"),
                {"login": gebruiker.email, "password": "verkeerd"},
                HTTP_X_FORWARDED_FOR=f"198.51.100.{nummer}, {AANVALLER}",
            )
        assert TE_VAAK in antwoord.text
