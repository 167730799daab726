"""Names by sound: what meets, what does not, and what the keys are."""

import pytest

from dossiers.rules.namen import naam, vergelijk_namen, woordgelijkenis
from kern.namen import klinkt_als, latijn, paarsleutels, schriften, sleutels, woorden, woordsleutels
from tests.dossiers.zoeken import namen_oefen, namen_toets

ZELFDE = 0.8


def spellingen(namen):
    for groep in (namen.MANNEN, namen.VROUWEN, namen.ACHTERNAMEN):
        for rijen in groep.values():
            for rij in rijen:
                eerste, *anderen = rij.split("|")
                for ander in anderen:
                    yield eerste, ander


def gelijk(een, ander):
    return vergelijk_namen(naam(een, "", ""), naam(ander, "", ""))


class TestSpellingen:
    @pytest.mark.parametrize(("een", "ander"), sorted(spellingen(namen_oefen)))
    def test_elke_spelling_klinkt_gelijk_en_heeft_een_sleutel_gemeen(self, een, ander):
        assert gelijk(een, ander).zelfde
        assert gelijk(een, ander).score >= ZELFDE
        assert set(sleutels(een, "", "")) & set(sleutels(ander, "", ""))

    def test_van_namen_waarmee_niet_geoefend_is_bijna_elke(self):
        paren = list(spellingen(namen_toets))
        gemist = [paar for paar in paren if not (gelijk(*paar).zelfde and gelijk(*paar).score >= ZELFDE)]
        zonder_sleutel = [
            paar for paar in paren if not set(sleutels(paar[0], "", "")) & set(sleutels(paar[1], "", ""))
        ]
        assert len(paren) > 150
        assert len(gemist) <= len(paren) * 0.05
        assert len(zonder_sleutel) <= len(paren) * 0.05

    @pytest.mark.parametrize(
        "paar",
        """Hassan Hussein|Mohammed Mahmoud|Ahmad Hamid|Jamal Jamil|Amir Omar|Amir Amira|Samir Amir|Rami Rima
        Sami Samia|Hana Hanan|Fadi Hadi|Khalid Khalil|Karim Karam|Rashid Rashad|Munir Manar|Faris Firas
        Yonas Yunus|Tesfay Tekle|Robel Abel|Helen Hermon|Navid Vahid|Mehdi Mahmud|Ali Ala|حسن أحمد
        Oleh Olha|Ivan Iryna|Hodan Hoda|Aziz Azizi|Noor Noori|Berhane Berhe""".replace("\n", "|").split("|"),
    )
    def test_twee_namen_die_op_elkaar_lijken_zijn_er_twee(self, paar):
        een, ander = (woorden(deel)[0] for deel in paar.split())
        assert woordgelijkenis(een, ander) < ZELFDE


class TestWoorden:
    @pytest.mark.parametrize(
        ("tekst", "verwacht"),
        [
            ("Al-Masri", ["masri"]),
            ("al Masri", ["masri"]),
            ("ash-Sharif", ["sharif"]),
            ("bin Laden", ["laden"]),
            ("van der Berg", ["berg"]),
            ("El", ["el"]),
            ("Abd al-Hadi", ["abduhadi"]),
            ("Abdulhadi", ["abduhadi"]),
            ("Abdul Hadi Khan", ["abduhadi", "khan"]),
            ("Abdallah", ["abdulah"]),
            ("عبد الله", ["abdulah"]),
            ("الخطيب", ["khtyb"]),
            ("O'Connor 3", ["oconnor"]),
            ("", []),
            ("--", []),
        ],
    )
    def test_woorden_van_een_naam(self, tekst, verwacht):
        assert [woord.letters for woord in woorden(tekst)] == verwacht

    @pytest.mark.parametrize(
        ("tekst", "verwacht"),
        [
            ("Şerif Çelik", "sherif tsjelik"),
            ("Юлія", "yuliya"),
            ("ተስፋይ", "tesfay"),
            ("Ma’rouf", "marouf"),
            ("Gül-şen", "gul shen"),
        ],
    )
    def test_latijnse_letters(self, tekst, verwacht):
        assert latijn(tekst) == verwacht

    def test_schriften(self):
        assert schriften("Rima") == {"LATIN"} == schriften("Şerif")
        assert schriften("ሰላም") == {"ETHIOPIC"}
        assert schriften("17") == frozenset()


class TestNamen:
    @pytest.mark.parametrize(
        ("een", "ander", "zelfde"),
        [
            (("Haddad", "Rima"), ("Rima", "Haddad"), True),
            (("Gebre Selassie", "Amanuel"), ("Ghebreselassie", "Amanuel"), True),
            (("Haddad", "Rima Nour"), ("Haddad", "Rima"), True),
            (("Haddad", "Rima Nour"), ("Haddad", "Rima Layla"), False),
            (("Haddad", "Rima"), ("Haddad", "Layla"), False),
            (("Haddad", "Rima"), ("Barakat", "Rima"), False),
            (("Tesfay Gebremedhin", "Filmon"), ("Gebremedhin", "Tesfay"), False),
            (("Filmon Tesfay", ""), ("Tesfay", "Filmon"), True),
            (("Haddad", ""), ("Haddad", ""), True),
            (("Haddad", ""), ("Haddad", "Rima"), False),
        ],
    )
    def test_dezelfde_naam(self, een, ander, zelfde):
        (achter_een, voor_een), (achter_ander, voor_ander) = een, ander
        assert (
            vergelijk_namen(naam(achter_een, "", voor_een), naam(achter_ander, "", voor_ander)).zelfde
            == zelfde
        )
        assert (
            vergelijk_namen(naam(achter_ander, "", voor_ander), naam(achter_een, "", voor_een)).zelfde
            == zelfde
        )

    def test_zonder_naam_lijkt_niets(self):
        assert not vergelijk_namen(naam("", "", ""), naam("Haddad", "", "Rima")).zelfde
        assert klinkt_als("", "rima") == 0


class TestSleutels:
    def test_de_plaats_in_de_naam_maakt_niet_uit(self):
        assert sleutels("Haddad", "", "Rima") == sleutels("Rima", "", "Haddad")
        een, ander = (
            paarsleutels(*naam_, 1980) for naam_ in (("Haddad", "", "Rima"), ("Rima", "", "Haddad"))
        )
        assert een
        assert set(een) == set(ander)

    def test_een_ander_jaar_deelt_alleen_wat_voor_elk_jaar_geldt(self):
        een, ander = (set(paarsleutels("Haddad", "", "Rima", jaar)) for jaar in (1980, 1981))
        assert een & ander
        assert all(sleutel < 0 for sleutel in een & ander)
        assert all(-(2**31) <= sleutel < 2**31 for sleutel in een)

    def test_een_letter_met_meer_klanken_geeft_meer_sleutels(self):
        assert set(sleutels("Chaled", "", "")) > set(sleutels("Halid", "", ""))

    def test_een_getypt_woord_heeft_de_sleutels_van_de_naam(self):
        (woord,) = woordsleutels("Khaled")
        assert woord <= set(sleutels("Khaled", "", "Omar"))

    def test_er_zijn_nooit_te_veel(self):
        lang = " ".join(["Chaouch-Zejjarij"] * 12)
        assert len(sleutels(lang, "", lang)) < 100
        assert len(paarsleutels(lang, "", lang, 1980)) < 300
