"""Terms and holidays. The numbers are those of the boundary cases in the project's table of rules."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kern.kalender import (
    AMSTERDAM,
    Termijnduur,
    datum_van,
    eerste_paasdag,
    feestdagen,
    is_feestdag,
    na,
    op_tijd,
    te_laat,
    vanaf,
    verlengd,
    weken_na,
)

DAGEN = st.dates(date(1900, 1, 1), date(2099, 12, 31))
PIP = Termijnduur(10, "weken", "wet")
TWEE_WEKEN = Termijnduur(2, "weken", "wet")
DRIE_JAAR = Termijnduur(3, "jaren", "wet")
EEN_JAAR = Termijnduur(1, "jaren", "wet")
D = date.fromisoformat


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        pytest.param(datetime(2017, 6, 30, 22, 30, tzinfo=UTC), "2017-07-01", id="10"),
        pytest.param(
            datetime(2017, 6, 30, 21, 59, tzinfo=UTC), "2017-06-30", id="summer, a minute before midnight"
        ),
        pytest.param(datetime(2017, 6, 30, 22, 0, tzinfo=UTC), "2017-07-01", id="summer, midnight"),
        pytest.param(datetime(2017, 1, 31, 22, 30, tzinfo=UTC), "2017-01-31", id="winter, one hour only"),
        pytest.param(datetime(2017, 7, 1, 0, 0, tzinfo=AMSTERDAM), "2017-07-01", id="already there"),
    ],
)
def test_datum_van_een_moment(moment, dag):
    assert datum_van(moment) == D(dag)


def test_een_moment_zonder_zone_heeft_geen_datum():
    with pytest.raises(ValueError, match="zonder tijdzone"):
        datum_van(datetime(2017, 6, 30, 22, 30))


@pytest.mark.parametrize(
    ("dag", "maanden", "laatste"),
    [
        pytest.param("2017-01-15", 12, "2018-01-15", id="20"),
        pytest.param("2017-11-15", 12, "2018-11-15", id="23"),
        pytest.param("2020-02-29", 12, "2021-02-28", id="24"),
        pytest.param("2028-05-12", -6, "2027-11-12", id="38"),
        pytest.param("2000-01-01", 210, "2017-07-01", id="44, start of the chain"),
        pytest.param("2000-08-31", 210, "2018-02-28", id="46"),
        pytest.param("2028-02-29", 60, "2033-02-28", id="56"),
        pytest.param("2017-12-31", 2, "2018-02-28", id="into the next year"),
        pytest.param("2017-01-31", -2, "2016-11-30", id="back into the year before"),
        pytest.param("2017-05-01", 0, "2017-05-01", id="nothing"),
    ],
)
def test_na(dag, maanden, laatste):
    assert na(D(dag), maanden) == D(laatste)


@pytest.mark.parametrize(
    ("dag", "maanden", "laatste"),
    [
        pytest.param("2025-05-13", 36, "2028-05-12", id="27"),
        pytest.param("2024-02-29", 36, "2027-02-28", id="28"),
        pytest.param("2024-03-01", 36, "2027-02-28", id="29"),
        pytest.param("2025-03-01", 36, "2028-02-29", id="I4, left open: 29 February by T2"),
        pytest.param("2025-05-13", 18, "2026-11-12", id="37"),
        pytest.param("2026-03-15", 6, "2026-09-14", id="39"),
        pytest.param("2026-03-01", 6, "2026-08-31", id="40, first"),
        pytest.param("2026-08-31", 6, "2027-02-28", id="40, second"),
        pytest.param("2016-07-01", 6, "2016-12-31", id="to the end of a year"),
    ],
)
def test_vanaf(dag, maanden, laatste):
    assert vanaf(D(dag), maanden) == D(laatste)


def test_vanaf_is_niet_na_vanaf_de_dag_ervoor():
    """T2 warns for this short cut: 28 February + 6 months would be 28 August."""
    assert na(D("2026-02-28"), 6) == D("2026-08-28") != vanaf(D("2026-03-01"), 6)


@pytest.mark.parametrize("maanden", [0, -1])
def test_vanaf_duurt_ten_minste_een_maand(maanden):
    with pytest.raises(ValueError, match="ten minste een maand"):
        vanaf(D("2017-05-01"), maanden)


@pytest.mark.parametrize(
    ("dag", "weken", "laatste"),
    [
        pytest.param("2017-03-06", 10, "2017-05-15", id="19, home"),
        pytest.param("2017-05-15", 2, "2017-05-29", id="19, moved"),
        pytest.param("2026-01-05", 4, "2026-02-02", id="54"),
        pytest.param("2026-07-01", 8, "2026-08-26", id="55, July"),
        pytest.param("2026-04-01", 4, "2026-04-29", id="55, April"),
    ],
)
def test_weken_na(dag, weken, laatste):
    assert weken_na(D(dag), weken) == D(laatste)


@pytest.mark.parametrize(
    ("dag", "duur", "laatste"),
    [
        pytest.param("2026-02-20", PIP, "2026-05-01", id="31"),
        pytest.param("2026-02-24", PIP, "2026-05-06", id="32"),
        pytest.param("2026-02-14", PIP, "2026-04-28", id="33"),
        pytest.param("2026-01-23", PIP, "2026-04-07", id="34"),
        pytest.param("2026-03-20", TWEE_WEKEN, "2026-04-07", id="35"),
        pytest.param("2022-01-03", PIP, "2022-03-14", id="36"),
        pytest.param("2017-11-15", EEN_JAAR, "2018-11-15", id="23"),
        pytest.param("2020-02-29", EEN_JAAR, "2021-02-28", id="24, a Sunday, in years"),
        pytest.param("2028-05-12", Termijnduur(6, "maanden", "wet", terug=True), "2027-11-12", id="38"),
        pytest.param("2026-07-01", Termijnduur(8, "weken", "regeling"), "2026-08-26", id="55"),
        pytest.param("2017-04-24", Termijnduur(5, "dagen", "wet"), "2017-05-01", id="Saturday to Monday"),
    ],
)
def test_einde_van_een_termijn(dag, duur, laatste):
    assert duur.einde(D(dag)) == D(laatste)


def test_geval_30_drie_jaar_eindigt_op_zondag_en_blijft_daar():
    einde = DRIE_JAAR.einde(D("2024-03-01"), dag_telt_mee=True)
    assert einde == D("2027-02-28")
    assert einde.weekday() == 6


def test_geval_39_zes_maanden_ontzorgen_eindigen_in_het_weekend_en_blijven_daar():
    ontzorgen = Termijnduur(6, "maanden", "wet")
    assert ontzorgen.einde(D("2026-03-15"), dag_telt_mee=True) == D("2026-09-14")
    zaterdag = ontzorgen.einde(D("2026-03-13"), dag_telt_mee=True)
    assert zaterdag == D("2026-09-12")
    assert zaterdag.weekday() == 5


def test_dagen_en_weken_die_de_eerste_dag_meetellen():
    assert Termijnduur(7, "dagen", "plan").einde(D("2017-05-01"), dag_telt_mee=True) == D("2017-05-07")
    assert Termijnduur(1, "weken", "plan").einde(D("2017-05-01"), dag_telt_mee=True) == D("2017-05-07")


@pytest.mark.parametrize(
    ("duur", "wel"),
    [
        (Termijnduur(90, "dagen", "wet"), True),
        (Termijnduur(91, "dagen", "wet"), False),
        (Termijnduur(12, "weken", "wet"), True),
        (Termijnduur(13, "weken", "wet"), False),
        (Termijnduur(3, "maanden", "wet"), True),
        (Termijnduur(4, "maanden", "wet"), False),
        (Termijnduur(1, "jaren", "wet"), False),
        (Termijnduur(1, "weken", "regeling"), False),
        (Termijnduur(1, "weken", "norm"), False),
        (Termijnduur(1, "weken", "plan"), False),
        (Termijnduur(1, "weken", "wet", terug=True), False),
    ],
)
def test_t5_welke_termijnen_niet_worden_verlengd(duur, wel):
    zaterdag = D("2017-05-06")
    assert duur.wordt_verlengd is wel
    assert verlengd(zaterdag, duur) == (D("2017-05-08") if wel else zaterdag)


@pytest.mark.parametrize("aantal", [0, -1])
def test_een_termijn_duurt_ten_minste_een(aantal):
    with pytest.raises(ValueError, match="ten minste 1"):
        Termijnduur(aantal, "weken", "wet")


def test_gelijkgestelde_dagen_zijn_gegevens():
    """A royal decree can equate a day: here the Friday after Ascension Day 2017, and no other."""
    vrijdag = D("2017-05-26")
    assert verlengd(vrijdag, PIP) == vrijdag
    assert verlengd(vrijdag, PIP, gelijkgesteld={vrijdag}) == D("2017-05-29")
    assert verlengd(D("2017-05-25"), PIP, gelijkgesteld={vrijdag}) == D("2017-05-29")


@pytest.mark.parametrize(
    ("jaar", "pasen"),
    [
        (1961, "04-02"), (1981, "04-19"), (2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2016, "03-27"),
        (2017, "04-16"), (2018, "04-01"), (2019, "04-21"), (2024, "03-31"), (2026, "04-05"), (2038, "04-25"),
    ],
)  # fmt: skip
def test_eerste_paasdag(jaar, pasen):
    assert eerste_paasdag(jaar) == D(f"{jaar}-{pasen}")


def test_alle_feestdagen_van_2017():
    dagen = ["01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"]
    assert feestdagen(2017) == {D(f"2017-{dag}") for dag in dagen}


@pytest.mark.parametrize(
    ("dag", "viert"),
    [
        ("2025-04-26", True), ("2025-04-27", False),  # a Sunday: celebrated the day before
        ("2026-04-26", False), ("2026-04-27", True), ("2026-04-28", False),
        ("2013-04-30", True), ("2013-04-27", False), ("2014-04-26", True), ("2014-04-30", False),
        ("2018-05-05", True), ("2017-05-05", True), ("2017-05-04", False),
        ("2017-04-16", False),  # Easter Sunday itself is a Sunday, and none in the list
        ("2017-12-31", False),
    ],
)  # fmt: skip
def test_is_feestdag(dag, viert):
    assert is_feestdag(D(dag)) is viert


@pytest.mark.parametrize(
    ("voldaan", "peildatum", "laat", "in_time"),
    [
        (None, "2018-11-14", False, False),
        (None, "2018-11-15", False, False),
        pytest.param(None, "2018-11-16", True, False, id="23"),
        ("2018-11-15", "2018-11-16", False, True),
        ("2018-11-16", "2018-11-16", False, False),
        ("2018-11-17", "2018-11-16", True, False),
        ("2018-11-17", "2018-11-18", False, False),
    ],
)
def test_te_laat_en_op_tijd(voldaan, peildatum, laat, in_time):
    laatste_dag, gedaan = D("2018-11-15"), D(voldaan) if voldaan else None
    assert te_laat(laatste_dag, gedaan, D(peildatum)) is laat
    assert op_tijd(laatste_dag, gedaan) is in_time


def test_geval_20_getekend_op_de_laatste_dag_is_op_tijd():
    laatste = na(D("2017-01-15"), 12)
    assert op_tijd(laatste, laatste)
    assert not te_laat(laatste, laatste, laatste + timedelta(days=1))


@given(DAGEN, st.integers(-240, 240))
def test_na_blijft_in_de_maand_en_houdt_de_dag_waar_het_kan(dag, maanden):
    einde = na(dag, maanden)
    assert (einde.year * 12 + einde.month) - (dag.year * 12 + dag.month) == maanden
    assert einde.day == dag.day or (einde.day < dag.day and (einde + timedelta(days=1)).day == 1)


@given(DAGEN, st.integers(1, 240))
def test_vanaf_is_een_dag_korter_dan_na_of_even_lang_aan_het_eind_van_een_maand(dag, maanden):
    verschil = (na(dag, maanden) - vanaf(dag, maanden)).days
    assert verschil == (1 if na(dag, maanden).day == dag.day else 0)


@given(DAGEN)
def test_verlengd_geeft_de_eerste_gewone_dag(dag):
    einde = verlengd(dag, PIP)
    tussen = [dag + timedelta(days=n) for n in range((einde - dag).days)]
    assert all(vrij.weekday() >= 5 or is_feestdag(vrij) for vrij in tussen)
    assert einde.weekday() < 5
    assert not is_feestdag(einde)


@given(st.integers(1900, 2199))
def test_pasen_is_een_zondag_tussen_22_maart_en_25_april(jaar):
    pasen = eerste_paasdag(jaar)
    assert pasen.weekday() == 6
    assert date(jaar, 3, 22) <= pasen <= date(jaar, 4, 25)
