"""Ages with birth dates that are known in part. The numbers are those of the boundary cases."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kern.kalender import na
from kern.leeftijd import (
    Geboortedatum,
    eerste_verjaardag,
    laatste_verjaardag,
    leeftijd,
    leeftijd_in_woorden,
    leeftijd_max,
    leeftijd_min,
    minderjarig,
    uiterlijk_geboren,
    verjaardag,
)
from kern.opmaak.datum import Datumfout

D = date.fromisoformat
ALLEEN_JAAR, MAAND, ONBEKEND = (
    Geboortedatum.lees(tekst) for tekst in ("00-00-2000", "00-06-2000", "onbekend")
)
DAGEN = st.dates(date(1920, 1, 1), date(2030, 12, 31))
GEBOREN = st.builds(
    lambda dag, vorm: Geboortedatum.lees(f"{dag:{vorm}}"), DAGEN, st.sampled_from(["%d-%m-%Y", "%m-%Y", "%Y"])
)


class TestGeboortedatum:
    @pytest.mark.parametrize(
        ("tekst", "vroegst", "laatst", "terug"),
        [
            ("14-2-1981", "1981-02-14", "1981-02-14", "14-2-1981"),
            ("14/02/1981", "1981-02-14", "1981-02-14", "14-2-1981"),
            ("14.2.1981", "1981-02-14", "1981-02-14", "14-2-1981"),
            (" 14 2 1981 ", "1981-02-14", "1981-02-14", "14-2-1981"),
            ("14021981", "1981-02-14", "1981-02-14", "14-2-1981"),
            ("1981-02-14", "1981-02-14", "1981-02-14", "14-2-1981"),
            ("29-2-2000", "2000-02-29", "2000-02-29", "29-2-2000"),
            ("3-1981", "1981-03-01", "1981-03-31", "3-1981"),
            ("00-03-1981", "1981-03-01", "1981-03-31", "3-1981"),
            ("0-3-1981", "1981-03-01", "1981-03-31", "3-1981"),
            ("00031981", "1981-03-01", "1981-03-31", "3-1981"),
            ("2-1980", "1980-02-01", "1980-02-29", "2-1980"),
            ("12-1981", "1981-12-01", "1981-12-31", "12-1981"),
            ("1981", "1981-01-01", "1981-12-31", "1981"),
            ("00-00-1981", "1981-01-01", "1981-12-31", "1981"),
            ("1-1-1981", "1981-01-01", "1981-01-01", "1-1-1981"),
            ("00-00-0000", None, None, "onbekend"),
            ("Onbekend", None, None, "onbekend"),
        ],
    )
    def test_lezen_en_terugschrijven(self, tekst, vroegst, laatst, terug):
        gelezen = Geboortedatum.lees(tekst)
        assert gelezen == Geboortedatum(vroegst and D(vroegst), laatst and D(laatst))
        assert str(gelezen) == terug
        assert Geboortedatum.lees(str(gelezen)) == gelezen

    @pytest.mark.parametrize(
        ("tekst", "code"),
        [
            ("31-2-1981", "bestaat_niet"),
            ("29-2-1981", "bestaat_niet"),
            ("14-13-1981", "bestaat_niet"),
            ("13-1981", "bestaat_niet"),
            ("14-00-1981", "bestaat_niet"),
            ("14-2-81", "eeuw"),
            ("14-2-1899", "jaar"),
            ("2101", "jaar"),
            ("14-2-0000", "jaar"),
            ("", "vorm"),
            ("morgen", "vorm"),
            ("14-2-19811", "vorm"),
            ("14-2-1981-3", "vorm"),
            ("1４-2-1981", "vorm"),
            ("-14-2-1981", "vorm"),
        ],
    )
    def test_wat_geen_geboortedatum_is(self, tekst, code):
        with pytest.raises(Datumfout) as fout:
            Geboortedatum.lees(tekst)
        assert fout.value.code == code

    @pytest.mark.parametrize(
        ("vroegst", "laatst"),
        [
            ("1981-01-01", None),
            (None, "1981-01-01"),
            ("1981-02-14", "1981-02-13"),
            ("1981-02-14", "1981-02-15"),
            ("1981-02-01", "1981-02-27"),
            ("1981-01-01", "1982-12-31"),
            ("1981-02-01", "1981-03-31"),
        ],
    )
    def test_een_ander_tijdvak_bestaat_niet(self, vroegst, laatst):
        with pytest.raises(ValueError, match="geboortedatum"):
            Geboortedatum(vroegst and D(vroegst), laatst and D(laatst))


@pytest.mark.parametrize(
    ("geboren", "peildatum", "jaren"),
    [
        pytest.param("29-2-1996", "2017-02-28", 20, id="42, first"),
        pytest.param("29-2-1996", "2017-03-01", 21, id="42, second"),
        pytest.param("29-2-2000", "2018-02-28", 17, id="43, the day before"),
        pytest.param("29-2-2000", "2018-03-01", 18, id="43"),
        pytest.param("29-2-1996", "2016-02-28", 19, id="leap year, the day before"),
        pytest.param("29-2-1996", "2016-02-29", 20, id="leap year"),
        pytest.param("1-5-1999", "2017-04-30", 17, id="the day before the birthday"),
        pytest.param("1-5-1999", "2017-05-01", 18, id="the birthday"),
        pytest.param("1-5-1999", "2017-05-02", 18, id="the day after"),
        pytest.param("2-6-1997", "2018-06-01", 20, id="52, 20 years 364 days"),
        pytest.param("2-6-1997", "2018-06-02", 21, id="52, 21st birthday"),
        pytest.param("2-6-1991", "2018-06-01", 26, id="53, tomorrow"),
        pytest.param("2-6-1991", "2018-06-02", 27, id="53, today"),
        pytest.param("1-5-2017", "2017-05-01", 0, id="day of birth"),
        pytest.param("1-5-2017", "2017-04-30", None, id="not yet born"),
        pytest.param("00-06-2000", "2018-05-31", 17, id="45, first"),
        pytest.param("00-06-2000", "2018-06-01", None, id="45, first day of the month"),
        pytest.param("00-06-2000", "2018-06-15", None, id="45, second"),
        pytest.param("00-06-2000", "2018-06-30", None, id="45, last day of the month"),
        pytest.param("00-06-2000", "2018-07-01", 18, id="45, third"),
        pytest.param("00-06-2000", "2000-05-31", None, id="month, not yet born"),
        pytest.param("00-00-2000", "2018-06-01", None, id="44"),
        pytest.param("onbekend", "2018-06-01", None, id="unknown"),
    ],
)
def test_leeftijd(geboren, peildatum, jaren):
    assert leeftijd(Geboortedatum.lees(geboren), D(peildatum)) == jaren


@pytest.mark.parametrize(
    ("geboren", "peildatum", "jongst", "oudst"),
    [
        pytest.param(ALLEEN_JAAR, "2018-06-01", 17, 18, id="44"),
        pytest.param(ALLEEN_JAAR, "2017-12-31", 17, 17, id="year, last day of a year"),
        pytest.param(ALLEEN_JAAR, "2018-01-01", 17, 18, id="year, first day of a year"),
        pytest.param(MAAND, "2018-06-15", 17, 18, id="45"),
        pytest.param(MAAND, "2018-07-01", 18, 18, id="month, after it"),
        pytest.param(ALLEEN_JAAR, "2000-06-01", 0, 0, id="in the year of birth"),
        pytest.param(ALLEEN_JAAR, "1999-12-31", None, None, id="not yet born"),
        pytest.param(ONBEKEND, "2018-06-01", None, None, id="unknown"),
    ],
)
def test_leeftijd_min_en_max(geboren, peildatum, jongst, oudst):
    assert (leeftijd_min(geboren, D(peildatum)), leeftijd_max(geboren, D(peildatum))) == (jongst, oudst)


@pytest.mark.parametrize(
    ("geboren", "peildatum", "tekst"),
    [
        ("1-5-1981", "2017-04-30", "35"),
        ("1-5-1981", "2017-05-01", "36"),
        ("5-1981", "2017-04-30", "35"),
        ("5-1981", "2017-05-01", "35 of 36"),
        ("5-1981", "2017-05-30", "35 of 36"),
        ("5-1981", "2017-05-31", "36"),
        ("1981", "2017-05-01", "35 of 36"),
        ("2017", "2017-05-01", "0"),
        ("2018", "2017-05-01", "onbekend"),
        ("onbekend", "2017-05-01", "onbekend"),
    ],
)
def test_de_leeftijd_in_woorden(geboren, peildatum, tekst):
    assert leeftijd_in_woorden(Geboortedatum.lees(geboren), D(peildatum)) == tekst


@pytest.mark.parametrize(
    ("geboren", "peildatum", "is_minderjarig"),
    [
        (Geboortedatum.op(D("1999-05-01")), "2017-04-30", True),
        (Geboortedatum.op(D("1999-05-01")), "2017-05-01", False),
        (ALLEEN_JAAR, "2017-12-31", True),
        (ALLEEN_JAAR, "2018-06-01", None),
        (ALLEEN_JAAR, "2018-12-30", None),
        (ALLEEN_JAAR, "2018-12-31", False),
        (ALLEEN_JAAR, "1999-12-31", None),
        (ONBEKEND, "2018-06-01", None),
    ],
)
def test_minderjarig(geboren, peildatum, is_minderjarig):
    assert minderjarig(geboren, D(peildatum)) is is_minderjarig


def test_geval_43_schrikkeldag_wordt_18_op_1_maart():
    assert verjaardag(D("2000-02-29"), 18) == D("2018-03-01")
    assert verjaardag(D("2000-02-29"), 20) == D("2020-02-29")


def test_geval_44_keten_van_de_vroegste_dag_en_einde_van_hulp_van_de_laatste():
    assert na(ALLEEN_JAAR.vroegst, 210) == D("2017-07-01")
    assert eerste_verjaardag(ALLEEN_JAAR, 18) == D("2018-01-01")
    assert laatste_verjaardag(ALLEEN_JAAR, 18) == D("2018-12-31")
    assert eerste_verjaardag(ONBEKEND, 18) is laatste_verjaardag(ONBEKEND, 18) is None


@given(GEBOREN)
def test_lezen_van_wat_geschreven_is(geboren):
    assert Geboortedatum.lees(str(geboren)) == geboren


@given(GEBOREN, DAGEN)
def test_leeftijd_ligt_vast_waar_zij_gegeven_wordt(geboren, peildatum):
    jaren = leeftijd(geboren, peildatum)
    if jaren is not None:
        assert leeftijd_min(geboren, peildatum) == jaren == leeftijd_max(geboren, peildatum)


@given(DAGEN, st.integers(0, 80), st.integers(-400, 400))
def test_uiterlijk_geboren_zegt_hetzelfde_als_de_leeftijd(geboren, jaren, verschuiving):
    """The set-based form of the rule, around the birthday itself, 29 February included."""
    peildatum = verjaardag(geboren, jaren) + timedelta(days=verschuiving)
    bereikt = (leeftijd(Geboortedatum.op(geboren), peildatum) or -1) >= jaren
    if peildatum >= geboren and jaren > 0:
        assert (geboren <= uiterlijk_geboren(jaren, peildatum)) is bereikt


@pytest.mark.parametrize(
    ("geboren", "peildatum", "bereikt"),
    [("2000-02-29", "2018-02-28", False), ("2000-02-29", "2018-03-01", True), ("2000-02-28", "2018-02-28", True),
     ("2002-02-28", "2020-02-29", True), ("2002-03-01", "2020-02-29", False)],
)  # fmt: skip
def test_uiterlijk_geboren_rond_de_schrikkeldag(geboren, peildatum, bereikt):
    assert (D(geboren) <= uiterlijk_geboren(18, D(peildatum))) is bereikt
