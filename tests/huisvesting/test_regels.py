"""Who counts for the quota, by the boundary cases of rekenregels section 1."""

from datetime import date

import pytest

from dossiers.models import Opvang, Vergunning, WijzeVanKomst
from huisvesting.rules import grenzen, halfjaar, telt_mee, tempo
from kern.leeftijd import Geboortedatum


def oordeel(**anders):
    gegevens = {
        "vergunning": Vergunning.ASIEL,
        "wijze_van_komst": WijzeVanKomst.KOPPELING,
        "opvang": Opvang.AZC,
        "geboren": Geboortedatum.op(date(1980, 1, 1)),
        "gezin_gehuisvest_op": None,
        "dag": date(2017, 2, 1),
    }
    return telt_mee(**{**gegevens, **anders})


@pytest.mark.parametrize(
    ("dag", "code"),
    [
        ("2017-01-01", "2017-H1"),
        ("2017-06-30", "2017-H1"),
        ("2017-07-01", "2017-H2"),
        ("2017-12-31", "2017-H2"),
    ],
)
def test_halfjaar(dag, code):
    van, tot_en_met = grenzen(code)
    assert halfjaar(date.fromisoformat(dag)) == code
    assert van <= date.fromisoformat(dag) <= tot_en_met


@pytest.mark.parametrize("code", ["", "2017-H3", "H1", "2017-", "twee"])
def test_een_andere_code_is_geen_periode(code):
    with pytest.raises(ValueError, match=r".+"):
        grenzen(code)


@pytest.mark.parametrize(
    ("vergunning", "telt"), [("asiel", True), ("nareis", True), ("regulier", False), ("geen", False)]
)
def test_alleen_asiel_en_nareis_tellen(vergunning, telt):
    assert oordeel(vergunning=vergunning).telt is telt


@pytest.mark.parametrize(
    ("geboren", "telt"), [("2017-01-31", True), ("2017-02-01", True), ("2017-03-02", False)]
)
def test_kind_geboren_na_de_woning_van_het_gezin(geboren, telt):
    """Case 18: born 2017-03-02 to a family housed 2017-02-01."""
    kind = Geboortedatum.op(date.fromisoformat(geboren))
    assert oordeel(geboren=kind, gezin_gehuisvest_op=date(2017, 2, 1), dag=date(2017, 4, 1)).telt is telt


@pytest.mark.parametrize("geboren", ["2017-01-31", "2017-02-01", "2017-02-02"])
def test_een_nareiziger_telt_ook_als_hij_na_de_woning_van_het_gezin_is_geboren(geboren):
    """H6: the exception is for children born here; who travels after the family was born abroad."""
    feiten = {"wijze_van_komst": WijzeVanKomst.NAREIZIGER, "vergunning": Vergunning.NAREIS}
    kind = Geboortedatum.op(date.fromisoformat(geboren))
    assert oordeel(**feiten, geboren=kind, gezin_gehuisvest_op=date(2017, 2, 1), dag=date(2017, 4, 1)).telt


AMV = {"wijze_van_komst": WijzeVanKomst.AMV}


@pytest.mark.parametrize(("dag", "telt"), [("2015-12-31", False), ("2016-01-01", True), ("2016-01-02", True)])
def test_amv_in_kso_telt_vanaf_2016(dag, telt):
    """Cases 13 and 14."""
    geboren = Geboortedatum.op(date(2000, 6, 1))
    assert oordeel(**AMV, opvang=Opvang.KSO, geboren=geboren, dag=date.fromisoformat(dag)).telt is telt


@pytest.mark.parametrize(("dag", "telt"), [("2016-04-30", False), ("2016-05-01", True), ("2016-05-02", True)])
def test_amv_in_kso_telt_vanaf_15(dag, telt):
    """Case 15: the 15th birthday is tomorrow, today, yesterday."""
    geboren = Geboortedatum.op(date(2001, 5, 1))
    assert oordeel(**AMV, opvang=Opvang.KSO, geboren=geboren, dag=date.fromisoformat(dag)).telt is telt


@pytest.mark.parametrize("opvang", [Opvang.GASTGEZIN, Opvang.KWV])
def test_amv_in_gastgezin_of_kwv_telt_pas_met_18(opvang):
    """Case 16, and the independent home at 18."""
    zestien, achttien = date(2001, 2, 1), date(1999, 2, 1)
    assert not oordeel(**AMV, opvang=opvang, geboren=Geboortedatum.op(zestien)).telt
    assert oordeel(**AMV, opvang=opvang, geboren=Geboortedatum.op(achttien)).telt


def test_amv_van_wie_alleen_het_jaar_bekend_is_telt_naar_de_laatste_dag():
    jaar = Geboortedatum(date(2001, 1, 1), date(2001, 12, 31))
    assert not oordeel(**AMV, opvang=Opvang.KSO, geboren=jaar, dag=date(2016, 12, 30)).telt
    assert oordeel(**AMV, opvang=Opvang.KSO, geboren=jaar, dag=date(2016, 12, 31)).telt


def test_tempo_voor_tijdens_en_na_de_periode():
    van, tot = grenzen("2017-H1")
    dagen = [date(2016, 12, 31), date(2017, 5, 1), date(2017, 6, 30), date(2017, 7, 1)]
    assert [str(tempo(30, van, tot, dag)) for dag in dagen] == ["0.0", "20.1", "30.0", "30.0"]
