"""Find persons: by name in any spelling, by number, by birth year; what differs by a lot is not shown."""

from datetime import date

import pytest

from dossiers.figures.zoeken import zoek
from dossiers.models import Statushouder
from kern.contract import Zoekbron
from kern.velden import blinde_index
from tests.dossiers.factories import StatushouderFactory

pytestmark = pytest.mark.django_db


def gevonden(tekst, limiet=20, bronnen=()):
    rijen = Statushouder.objects.actueel()
    return [(str(r.persoon), r.waarom) for r in zoek(tekst, rijen=rijen, limiet=limiet, bronnen=bronnen)]


def maak(voornamen, achternaam, **velden):
    return StatushouderFactory(voornamen=voornamen, achternaam=achternaam, **velden)


@pytest.mark.parametrize(
    ("opgeslagen", "getypt", "waarom"),
    [
        (("Mohammed", "Al-Khatib"), "Mohammed Al-Khatib", "gelijk"),
        (("Mohammed", "Al-Khatib"), "al-khatib mohammed", "gelijk"),
        (("Mohammed", "Al-Khatib"), "mohammed", "gelijk"),
        (("Mohammed", "Al-Khatib"), "moham", "gelijk"),
        (("Mohammed", "Al-Khatib"), "Mohamed Alkhatib", "spelling"),
        (("Mohammed", "Al-Khatib"), "محمد الخطيب", "schrift"),
        (("محمد", "الخطيب"), "Mohammed Al Khatib", "schrift"),
        (("محمد", "الخطيب"), "محمد", "gelijk"),
        (("Youssef", "Haddad"), "Jusuf Haddad", "klank"),
        (("Sjarif", "Chaled"), "Khaled Cherif", "klank"),
        (("Amanuel", "Gebreselassie"), "Ghebre Selassie", "spelling"),
        (("Amanuel", "Gebre Selassie"), "Gebreselassie", "spelling"),
        (("ኣማኑኤል", "ገብረስላሴ"), "Gebreselassie", "schrift"),
        (("Abdulhadi", "Almasri"), "Hadi Masri", "klank"),
        (("Юлія", "Шевченко"), "Julia Sjevtsjenko", "schrift"),
        (("Ayşe", "Çelik"), "Aisja Celik", "klank"),
        (("Rima", "Haddad"), "Rima Hadadd", "spelling"),
    ],
)
def test_een_naam_in_een_andere_spelling(opgeslagen, getypt, waarom):
    maak(*opgeslagen)
    maak("Senait", "Woldu")
    assert gevonden(getypt) == [(" ".join(opgeslagen), waarom)]


@pytest.mark.parametrize(
    "getypt", ["Hassan Haddad", "Hussein Barakat", "Rima Khoury", "Karim", "Hadi", "Jamal", ""]
)
def test_wie_anders_heet_staat_er_niet_bij(getypt):
    maak("Hussein", "Haddad")
    maak("Rima", "Haddad")
    maak("Jamil", "Mansour")
    maak("Fadi", "Khalil")
    assert gevonden(getypt) == []


def test_het_beste_staat_boven_en_het_aantal_blijft_binnen_de_grens():
    maak("Mohammed", "Haddadi")
    maak("Muhammad", "Hadad")
    maak("Mohammed", "Haddad")
    assert [naam for naam, _ in gevonden("Mohammed Haddad")][:2] == ["Mohammed Haddad", "Muhammad Hadad"]
    assert gevonden("Mohammed Haddad", limiet=1) == [("Mohammed Haddad", "gelijk")]


def test_een_geboortejaar_bij_de_naam_kiest():
    maak("Rima", "Haddad", geboren_vroegst=date(1980, 5, 17), geboren_laatst=date(1980, 5, 17))
    jong = maak("Rima", "Haddad", geboren_vroegst=date(1991, 1, 1), geboren_laatst=date(1991, 12, 31))
    weet_niet = maak("Rima", "Haddad", geboren_vroegst=None, geboren_laatst=None)
    rijen = Statushouder.objects.all()
    for getypt in ("Rima Haddad 1991", "3-1991 Rima Haddad", "Rima 17-3-1991 Haddad"):
        assert [r.persoon for r in zoek(getypt, rijen=rijen, limiet=9)] == [jong, weet_niet]
    assert [r.persoon for r in zoek("Rima Haddad 1979", rijen=rijen, limiet=9)] == [weet_niet]


class TestNummers:
    @pytest.fixture
    def rima(self):
        maak("Senait", "Woldu", nummer="D-18-0042", telefoon="06 99999999")
        return maak(
            "Rima",
            "Haddad",
            nummer="D-17-0042",
            vnummer="2741830552",
            bsn="123456782",
            bsn_index=blinde_index("123456782"),
            telefoon="06-12 34 56 78",
        )

    @pytest.mark.parametrize(
        "getypt",
        [
            *("D-17-0042", "d170042", "D17-42", "17-0042", "17-42"),
            *("2741830552", "274 183 0552", "123456782", "1234 56 782"),
            *("0612345678", "+31 6 12345678", "0031612345678", "06 12 34 56 78", "(06) 12345678"),
        ],
    )
    def test_een_nummer_in_elke_schrijfwijze(self, rima, getypt):
        assert gevonden(getypt) == [("Rima Haddad", "nummer")]

    @pytest.mark.usefixtures("rima")
    @pytest.mark.parametrize("getypt", ["D-17-0043", "2741830553", "123456783", "0612345679", "0042", "17"])
    def test_een_ander_nummer_vindt_niemand(self, getypt):
        assert gevonden(getypt) == []

    @pytest.mark.usefixtures("rima")
    def test_het_begin_van_een_dossiernummer(self):
        assert gevonden("D-17") == [("Rima Haddad", "nummer")]


def test_andere_woorden_komen_van_de_domeinen():
    rima = maak("Rima", "Haddad")
    bron = Zoekbron(
        code="x", label="adres", zoek=lambda tekst: Statushouder.objects.filter(pk=rima.pk).values("pk")
    )
    (resultaat,) = zoek("Hallekensstraat 8", rijen=Statushouder.objects.all(), limiet=5, bronnen=[bron])
    assert (resultaat.persoon, resultaat.door) == (rima, "adres")
    assert zoek("Hallekensstraat 8", rijen=Statushouder.objects.none(), limiet=5, bronnen=[bron]) == []


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_vragen_voor_elk_aantal(aantal, django_assert_num_queries):
    for _ in range(aantal):
        maak("Mohammed", "Haddad")
    with django_assert_num_queries(3):
        assert len(gevonden("Mohamed", limiet=99)) == aantal
