"""Dates and amounts as people type them: what is read, what is asked back, and in which words."""

from datetime import date, time
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kern.foutwoorden import gebruik_onze_woorden
from kern.invoer import BedragVeld, DatumVeld, GeboortedatumVeld, TijdVeld
from kern.leeftijd import Geboortedatum
from kern.opmaak.bedrag import lees_bedrag
from kern.opmaak.datum import lees_datum, schrijf_datum
from kern.schrijfwijze import bedrag as schrijf_bedrag

VOORBEELD = "Schrijf dag-maand-jaar, bijvoorbeeld 28-3-2017."


def zinnen(veld: forms.Field, invoer: object) -> list[str]:
    with pytest.raises(ValidationError) as fout:
        veld.clean(invoer)
    return list(fout.value.messages)


class TestTijd:
    @pytest.mark.parametrize("invoer", ["14.30", "14:30", "1430", " 1430 "])
    def test_hoe_men_een_tijd_typt(self, invoer):
        assert TijdVeld().clean(invoer) == time(14, 30)

    @pytest.mark.parametrize("invoer", ["14", "9", "130", "2460", "14.3x", "14301"])
    def test_wat_geen_tijd_is(self, invoer):
        """Two or three digits say too little: 14 would become four minutes past one."""
        with pytest.raises(ValidationError):
            TijdVeld().clean(invoer)


class TestDatum:
    @pytest.mark.parametrize(
        "tekst",
        [
            "28-3-2017",
            "28-03-2017",
            "28/3/2017",
            "28.3.2017",
            "28 3 2017",
            " 28 - 3 - 2017 ",
            "28032017",
            "2017-03-28",
        ],
    )
    def test_gelezen(self, tekst):
        assert DatumVeld().clean(tekst) == date(2017, 3, 28)

    @pytest.mark.parametrize(
        ("tekst", "zin"),
        [
            ("31-2-2017", f"Deze datum bestaat niet: 31-2-2017. {VOORBEELD}"),
            ("29-2-2017", f"Deze datum bestaat niet: 29-2-2017. {VOORBEELD}"),
            ("00-03-2017", f"Deze datum bestaat niet: 00-03-2017. {VOORBEELD}"),
            ("0-0-2017", f"Deze datum bestaat niet: 0-0-2017. {VOORBEELD}"),
            ("1-13-2017", f"Deze datum bestaat niet: 1-13-2017. {VOORBEELD}"),
            ("31022017", f"Deze datum bestaat niet: 31022017. {VOORBEELD}"),
            ("28-3-1899", "Het jaar moet tussen 1900 en 2100 liggen: 28-3-1899."),
            ("28-3-2101", "Het jaar moet tussen 1900 en 2100 liggen: 28-3-2101."),
            ("28-3-17", "Schrijf het jaar met vier cijfers, bijvoorbeeld 28-3-2017."),
            ("3-2017", "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 28-3-2017."),
            ("2017", "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 28-3-2017."),
            ("morgen", "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 28-3-2017."),
            ("28-3-2017\x00", "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 28-3-2017."),
            ("<b>", "Schrijf de datum als dag-maand-jaar, bijvoorbeeld 28-3-2017."),
            ("", "Vul een datum in, bijvoorbeeld 28-3-2017."),
        ],
    )
    def test_gevraagd(self, tekst, zin):
        assert zinnen(DatumVeld(), tekst) == [zin]

    @pytest.mark.parametrize("tekst", ["1-1-1900", "31-12-2100"])
    def test_de_randen_horen_erbij(self, tekst):
        assert schrijf_datum(DatumVeld().clean(tekst)) == tekst

    def test_leeg_mag_waar_het_mag(self):
        assert DatumVeld(required=False).clean("") is None

    def test_een_maand_later_teruggelezen_is_niets_veranderd(self):
        veld = DatumVeld()
        assert not veld.has_changed(date(2017, 3, 28), "28-03-2017")
        assert veld.has_changed(date(2017, 3, 28), "29-03-2017")
        assert veld.has_changed(date(2017, 3, 28), "onzin")

    def test_in_elke_taal_hetzelfde(self):
        with translation.override("en"):
            assert DatumVeld().clean("3-4-2017") == date(2017, 4, 3)

    @given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
    def test_lezen_wat_geschreven_is(self, dag):
        assert (
            lees_datum(schrijf_datum(dag))
            == lees_datum(f"{dag:%d%m%Y}")
            == lees_datum(dag.isoformat())
            == dag
        )


class TestGeboortedatum:
    @pytest.mark.parametrize("tekst", ["14-2-1981", "3-1981", "00-03-1981", "1981", "00-00-1981", "onbekend"])
    def test_gelezen(self, tekst):
        assert GeboortedatumVeld().clean(tekst) == Geboortedatum.lees(tekst)

    @pytest.mark.parametrize(
        ("tekst", "zin"),
        [
            (
                "31-2-1981",
                "Deze datum bestaat niet: 31-2-1981. Schrijf dag-maand-jaar, bijvoorbeeld 14-2-1981.",
            ),
            (
                "vorig jaar",
                "Schrijf de geboortedatum als dag-maand-jaar, bijvoorbeeld 14-2-1981. "
                "Weet u de dag niet? Schrijf dan 2-1981 of 1981.",
            ),
            ("14-2-81", "Schrijf het jaar met vier cijfers, bijvoorbeeld 14-2-1981."),
            ("", "Vul een geboortedatum in, bijvoorbeeld 14-2-1981, 2-1981, 1981 of onbekend."),
        ],
    )
    def test_gevraagd(self, tekst, zin):
        assert zinnen(GeboortedatumVeld(), tekst) == [zin]

    def test_leeg_is_onbekend_waar_het_mag(self):
        assert GeboortedatumVeld(required=False).clean("") == Geboortedatum.onbekend()

    def test_toont_wat_bekend_is(self):
        class Formulier(forms.Form):
            geboren = GeboortedatumVeld()

        html = str(Formulier(initial={"geboren": Geboortedatum.lees("00-03-1981")})["geboren"])
        assert 'value="3-1981"' in html

    @pytest.mark.parametrize(
        ("was", "getypt", "veranderd"),
        [
            ("3-1981", "00-03-1981", False),
            ("onbekend", "", False),
            (None, "", False),
            (None, "1981", True),
            ("3-1981", "4-1981", True),
            ("3-1981", "onzin", True),
            ("3-1981", "", True),
        ],
    )
    def test_veranderd_gaat_om_wat_het_betekent(self, was, getypt, veranderd):
        initial = was and Geboortedatum.lees(was)
        assert GeboortedatumVeld(required=False).has_changed(initial, getypt) is veranderd


class TestBedrag:
    @pytest.mark.parametrize(
        ("tekst", "bedrag"),
        [
            ("1.234,56", "1234.56"), ("1234,56", "1234.56"), ("1234", "1234.00"), ("1.234", "1234.00"),
            ("1.234.567,8", "1234567.80"), ("€ 1.234,56", "1234.56"), ("0", "0.00"), ("0,05", "0.05"),
            ("-33.225,00", "-33225.00"), ("\u221233.225,00", "-33225.00"), ("+5", "5.00"), (" 12 ,50 ", "12.50"),
        ],
    )  # fmt: skip
    def test_gelezen(self, tekst, bedrag):
        gelezen = BedragVeld().clean(tekst)
        assert gelezen == Decimal(bedrag)
        assert str(gelezen) == bedrag

    @pytest.mark.parametrize(
        "tekst",
        [
            "1,234.56", "1234.56", "1,234", "1.23", "1.2345,00", "12.34,56", "1.234,567", ",50", "5,", "1,2,3",
            "1e5", "NaN", "Infinity", "twaalf", "--5", "1４", "12-5",
        ],
    )  # fmt: skip
    def test_de_engelse_wijze_wordt_gevraagd_en_niet_geraden(self, tekst):
        assert zinnen(BedragVeld(), tekst) == ["Schrijf het bedrag als 1.234,56."]

    @pytest.mark.parametrize(
        ("tekst", "zin"),
        [
            ("", "Vul een bedrag in, bijvoorbeeld 1.234,56."),
            ("-0,01", "Dit bedrag mag niet lager zijn dan 0,00."),
            ("1.000,01", "Dit bedrag mag niet hoger zijn dan 1.000,00."),
            ("123.456.789,00", "Dit bedrag is te groot."),
        ],
    )
    def test_grenzen(self, tekst, zin):
        veld = BedragVeld(min_value=Decimal(0), max_value=Decimal(1000), max_digits=8)
        assert zin in zinnen(veld, tekst)
        assert veld.clean("0") == 0
        assert veld.clean("1.000,00") == 1000

    @given(st.decimals("-9999999.99", "9999999.99", places=2))
    def test_lezen_wat_geschreven_is(self, bedrag):
        assert lees_bedrag(schrijf_bedrag(bedrag)) == bedrag

    def test_halve_centen_worden_niet_afgerond(self):
        with pytest.raises(ValueError, match=r"0\.005"):
            schrijf_bedrag(Decimal("0.005"))


class TestWeergave:
    class Formulier(forms.Form):
        dag = DatumVeld()
        bedrag = BedragVeld()

    def test_een_telefoon_toont_de_cijfers(self):
        html = str(self.Formulier())
        assert html.count('inputmode="numeric"') == 1
        assert html.count('inputmode="decimal"') == 1
        assert html.count('type="text"') == 2

    def test_opgeslagen_waarden_staan_er_in_het_nederlands(self):
        html = str(self.Formulier(initial={"dag": date(2017, 3, 28), "bedrag": Decimal("1234.5")}))
        assert 'value="28-3-2017"' in html
        assert 'value="1.234,50"' in html

    def test_wat_getypt_is_blijft_staan(self):
        html = str(self.Formulier({"dag": "31-2-2017", "bedrag": "1,234.56"}))
        assert 'value="31-2-2017"' in html
        assert 'value="1,234.56"' in html


class TestWoorden:
    @pytest.mark.parametrize(
        ("veld", "invoer", "zin"),
        [
            (forms.CharField(), "", "Vul dit veld in."),
            (forms.CharField(max_length=3), "abcd", "Gebruik niet meer dan 3 tekens; het zijn er nu 4."),
            (forms.CharField(min_length=3), "ab", "Gebruik ten minste 3 tekens; het zijn er nu 2."),
            (forms.EmailField(), "rima", "Schrijf het e-mailadres als naam@voorbeeld.nl."),
            (forms.IntegerField(), "twee", "Vul een heel getal in, bijvoorbeeld 12."),
            (forms.IntegerField(min_value=1), "0", "Vul een getal in dat niet lager is dan 1."),
            (forms.IntegerField(max_value=9), "10", "Vul een getal in dat niet hoger is dan 9."),
            (forms.ChoiceField(choices=[("a", "A")]), "", "Maak een keuze."),
            (forms.ChoiceField(choices=[("a", "A")]), "b", "Kies iets uit de lijst."),
            (forms.BooleanField(), "", "Vink dit aan om verder te gaan."),
            (forms.FileField(), None, "Kies een bestand."),
            (DatumVeld(), "", "Vul een datum in, bijvoorbeeld 28-3-2017."),
            (forms.CharField(error_messages={"required": "Zeg hoe u heet."}), "", "Zeg hoe u heet."),
        ],
    )
    def test_onze_woorden_tenzij_het_veld_eigen_woorden_heeft(self, veld, invoer, zin):
        gebruik_onze_woorden(veld)
        assert zinnen(veld, invoer) == [zin]

    def test_zonder_onze_woorden_staan_er_die_van_django(self):
        assert zinnen(forms.CharField(), "") == ["Dit veld is verplicht."]
