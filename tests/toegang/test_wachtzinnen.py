"""Which passphrases are refused; and that none has to be made of certain kinds of marks."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.demo import WACHTZIN
from toegang.models import Rol
from toegang.poort.wachtzinnen import MINSTE_EIGEN_LETTERS, eigen_letters


def geweigerd(zin, gebruiker=None) -> set[str]:
    """Codes of the faults; empty when it may."""
    try:
        validate_password(zin, gebruiker)
    except ValidationError as fout:
        return {deel.code for deel in fout.error_list}
    return set()


@pytest.mark.parametrize(
    "zin",
    [
        "welkom12345678",
        "Welkom2025!Welkom2025!",
        "W3lk0m!W3lk0m!2017",
        "WelkomWassenaar2017",
        "welkom bij de gemeente",
        "gemeentewassenaar",
        "wassenaar integratie 2017",
        "Wachtwoord123456",
        "geheimgeheimgeheim",
        "ZomerVakantie2025!",
        "januari februari maart",
        "qwertyuiop12345",
        "iloveyou iloveyou",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "abcdefghijklmnop",
        "98765432109876",
        "ΩΩΩΩΩΩΩΩΩΩΩΩΩΩΩ",
        "feyenoord-ajax-psv",
    ],
)
def test_te_gemakkelijk_te_raden(zin):
    assert len(zin) >= 14
    assert geweigerd(zin) & {"wachtzin_te_bekend", "password_too_common"}


@pytest.mark.parametrize(
    "zin",
    [
        "een lange zin over de duinen",
        "zee en duin 14",
        "paardenbloemthee",  # no capital, no digit, no mark
        "STORMACHTIGE LUCHT",
        "samen op weg in Wassenaar",
        "mijn oma at graag haring op brood",
        "سماء زرقاء فوق البحر",
        "correct horse battery staple",
    ],
)
def test_een_eigen_zin_mag_hoe_ook_geschreven(zin):
    assert geweigerd(zin) == set()


def test_die_van_de_demonstratie_mag():
    assert geweigerd(WACHTZIN) == set()


@pytest.mark.parametrize(("eigen", "mag"), [("lamp", False), ("lampe", False), ("lampen", True)])
def test_zes_eigen_letters_zijn_genoeg(eigen, mag):
    zin = f"{eigen} welkom 20172017"
    assert eigen_letters(zin) == len(eigen)
    assert (len(eigen) >= MINSTE_EIGEN_LETTERS) is mag
    assert (geweigerd(zin) == set()) is mag


@pytest.mark.parametrize(("lengte", "mag"), [(13, False), (14, True)])
def test_de_lengte(lengte, mag):
    assert ("password_too_short" not in geweigerd("duizendvoetigen"[:lengte])) is mag


@pytest.mark.django_db
def test_niet_de_eigen_naam_het_adres_of_de_organisatie():
    gebruiker = GebruikerFactory.build(
        naam="Els Brouwersma",
        email="e.brouwersma@taalhuis.example",
        rol=Rol.PARTNER,
        organisatie=OrganisatieFactory(naam="Stichting Zeewind"),
    )
    for zin in ("brouwersma-2017!", "Stichting Zeewind 1", "els brouwersma 123", "taalhuis zeewind"):
        assert geweigerd(zin, gebruiker)
    assert not geweigerd("kwallen op het strand", gebruiker)
