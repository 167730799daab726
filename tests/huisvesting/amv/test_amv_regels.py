"""The consequence of the AMV homes, with the example of the design recomputed by hand."""

from datetime import date
from decimal import Decimal

import pytest

from huisvesting.rules.amv import (
    Invoer,
    Jongere,
    gevolgen,
    instroom,
    verdeling,
    wordt_18_op,
    zoeken_vanaf,
)
from kern.leeftijd import Geboortedatum, leeftijd

MEI = date(2017, 5, 1)
VOORBEELD = Invoer(
    instroom=4, verblijf=18, plekken=4, woningen=Decimal(1), maanden=12, tarief=Decimal("300.00")
)
# Six residents by the day on which they turn 18; the first came in 2015 and counts with a home of his own.
DAGEN = [(2017, 9, 19), (2018, 2, 14), (2018, 5, 3), (2018, 11, 21), (2019, 1, 9), (2019, 6, 30)]
ZES = [Jongere(date(*dag), telt_nog=nummer == 0) for nummer, dag in enumerate(DAGEN)]
TWEE_WONINGEN = [2] * 7


def reken(bewoners=ZES, invoer=VOORBEELD, woningen=TWEE_WONINGEN, peildatum=MEI):
    return gevolgen(invoer, bewoners, woningen=woningen, peildatum=peildatum)


def anders(**velden):
    return Invoer(**{**vars(VOORBEELD), **velden})


def test_het_voorbeeld_per_half_jaar():
    """Each row: half-year, turn 18, homes, places taken, places, months, euros, quota."""
    rijen = [
        (s.code, s.worden_18, s.woningen, s.bezet, s.plekken, s.maanden, s.euro, s.taakstelling)
        for s in reken().stappen
    ]
    assert rijen == [
        ("2017-H2", 1, 1, 7, 8, 3, Decimal("900.00"), 3),
        ("2018-H1", 2, 2, 7, 8, 12, Decimal("3600.00"), 2),
        ("2018-H2", 1, 1, 8, 8, 18, Decimal("5400.00"), 2),
        ("2019-H1", 4, 4, 6, 8, 24, Decimal("7200.00"), 2),
        ("2019-H2", 2, 2, 6, 8, 33, Decimal("9900.00"), 2),
        ("2020-H1", 2, 2, 6, 8, 30, Decimal("9000.00"), 2),
    ]


def test_het_voorbeeld_samen():
    samen = reken()
    assert (samen.worden_18, samen.bewoners, samen.komen, samen.woningen) == (12, 6, 6, 12)
    assert (samen.maanden, samen.euro, samen.taakstelling) == (120, Decimal("36000.00"), 13)
    assert samen.doorloop == 12 * 12 - 120
    assert samen.piek.code == "2019-H1"
    assert samen.in_jaren([2017, 2018]) == Decimal("9900.00")


def test_het_voorbeeld_in_woorden_te_volgen():
    piek = reken().piek
    assert (piek.bewoners, piek.komen, piek.komen_uit) == (2, 2, (("2017-H2", 2),))
    assert piek.begeleiding == ((4, 3), (1, 6), (2, 3))
    assert (piek.telt_bij_instroom, piek.telt_bij_18) == (2, 0)


@pytest.mark.parametrize(
    ("maanden", "delen"),
    [(0, ()), (1, (1,)), (3, (3,)), (4, (3, 1)), (9, (3, 6)), (12, (3, 6, 3)), (24, (3, 6, 6, 6, 3))],
)
def test_verdeling_van_de_begeleiding(maanden, delen):
    assert verdeling(maanden) == delen
    assert sum(delen) == maanden


@pytest.mark.parametrize(
    ("per_jaar", "halven"),
    [(0, (0, 0)), (1, (0, 1)), (2, (1, 1)), (3, (1, 2)), (4, (2, 2)), (5, (2, 3)), (9, (4, 5))],
)
def test_instroom_in_hele_personen(per_jaar, halven):
    paren = instroom(per_jaar, 18, 2 * 2018, 2 * 2018 + 1)
    assert tuple(sum(binnen == 2 * 2018 + half for binnen, _ in paren) for half in (0, 1)) == halven


@pytest.mark.parametrize(
    ("verblijf", "weg"),
    [(1, 0), (2, 0), (3, 1), (6, 1), (9, 2), (18, 3), (21, 4)],
)
def test_wie_halverwege_een_half_jaar_komt_gaat_na_het_verblijf(verblijf, weg):
    """Two a year: the first comes halfway the first half, so 3 months more is the next half."""
    assert instroom(2, verblijf, 4036, 4036) == [(4036, 4036 + weg)]


def test_instroom_begint_na_het_lopende_half_jaar():
    eerste = reken([]).stappen[0]
    assert (eerste.code, eerste.stromen_in) == ("2017-H2", 2)


@pytest.mark.parametrize(
    ("verblijf", "instroom_", "vijftien"),
    [
        (36, [2] * 6, [0] * 6),
        (37, [0] * 6, [2] * 6),
        (38, [0] * 6, [1, 2, 2, 2, 2, 2]),
        (42, [0] * 6, [0, 2, 2, 2, 2, 2]),
    ],
)
def test_wie_jonger_dan_15_komt_telt_als_hij_15_wordt(verblijf, instroom_, vijftien):
    """H7: at most three years before 18 is 15 or older. They come halfway each quarter: 4,5 + 2 crosses."""
    stappen = reken([], anders(verblijf=verblijf)).stappen
    assert [stap.telt_bij_instroom for stap in stappen] == instroom_
    assert [stap.telt_bij_15 for stap in stappen] == vijftien
    assert {stap.telt_bij_18 for stap in stappen} == {0}


@pytest.mark.parametrize(
    ("dag", "tellen"),
    [
        ("2017-12-31", [1, 0, 0]),
        ("2018-01-01", [0, 1, 0]),
        ("2018-01-02", [0, 1, 0]),
        ("2018-07-01", [0, 0, 1]),
    ],
)
def test_een_bewoner_van_14_telt_als_hij_15_wordt_en_niet_nog_eens_met_18(dag, tellen):
    vijftien = date.fromisoformat(dag)
    bewoner = Jongere(vijftien.replace(year=vijftien.year + 1), telt_nog=False, telt_op=vijftien)
    stappen = reken([bewoner], anders(instroom=0)).stappen
    assert [stap.taakstelling for stap in stappen[:3]] == tellen
    assert sum(stap.taakstelling for stap in stappen) == 1
    assert sum(stap.telden_al for stap in stappen) == 1


def test_wie_nooit_telt_telde_ook_niet_al():
    nooit = Jongere(MEI.replace(year=2018), telt_nog=False, telt_nooit=True)
    [stap] = [stap for stap in reken([nooit]).stappen if stap.bewoners]
    assert (stap.telt_nooit, stap.telden_al, stap.telt_bij_18) == (1, 0, 0)


@pytest.mark.parametrize(
    ("dag", "codes"),
    [
        (date(2017, 6, 30), ["2017-H1", "2017-H2"]),
        (date(2017, 7, 1), ["2017-H2", "2018-H1"]),
        (date(2015, 1, 1), ["2017-H1", "2017-H2"]),
    ],
)
def test_wie_voor_de_eerste_rij_18_wordt_of_al_is_krijgt_een_eigen_rij(dag, codes):
    uit = reken([Jongere(dag, telt_nog=False)], anders(instroom=0))
    assert [stap.code for stap in uit.stappen][:2] == codes
    assert (uit.stappen[0].worden_18, uit.stappen[0].bezet) == (1, 0)


def test_begeleiding_van_wie_al_18_was_is_al_begonnen():
    uit = reken([Jongere(date(2016, 9, 1), telt_nog=False)], anders(instroom=0))
    assert [stap.maanden for stap in uit.stappen] == [6, 3, 0, 0, 0, 0, 0]
    assert uit.doorloop == 0


def test_woningen_worden_over_alles_samen_naar_boven_afgerond():
    """Two share a home: 6 homes for 12 youngsters, and never half a home in a row."""
    uit = reken(invoer=anders(woningen=Decimal("0.5")))
    assert [stap.woningen for stap in uit.stappen] == [1, 1, 0, 2, 1, 1]
    assert uit.woningen == 6


def test_meer_jongeren_dan_plekken_blijft_zichtbaar():
    uit = reken(woningen=[2, 2, 1, 1, 1, 1, 1])
    assert [(stap.bezet, stap.plekken) for stap in uit.stappen][:2] == [(7, 8), (7, 4)]


def test_zonder_bewoners_en_instroom_gebeurt_er_niets():
    uit = reken([], anders(instroom=0), woningen=[0] * 7)
    assert (len(uit.stappen), uit.worden_18, uit.euro, uit.piek) == (6, 0, Decimal("0.00"), None)


def test_geen_piek_als_twee_halve_jaren_gelijk_zijn():
    assert reken([], anders(instroom=4)).piek is None


def test_onbekende_geboortedatum_houdt_de_plek_bezet():
    uit = reken([Jongere(None, telt_nog=True)], anders(instroom=0))
    assert (uit.onbekend, uit.worden_18) == (1, 0)
    assert [stap.bezet for stap in uit.stappen] == [1] * 6


@pytest.mark.parametrize(("dag", "jaren"), [("2017-02-28", 20), ("2017-03-01", 21)])
def test_geboren_op_29_februari_wordt_ouder_op_1_maart(dag, jaren):
    """Case 42: born 1996-02-29."""
    assert leeftijd(Geboortedatum.op(date(1996, 2, 29)), date.fromisoformat(dag)) == jaren


def test_geboren_op_29_februari_wordt_18_op_1_maart():
    """Case 43: born 2000-02-29."""
    assert wordt_18_op(Geboortedatum.op(date(2000, 2, 29))) == date(2018, 3, 1)


def test_alleen_een_geboortejaar_zoekt_vanaf_de_vroegste_dag():
    """Case 44: born 2000-00-00, the chain runs from 2017-07-01."""
    geboren = Geboortedatum.lees("2000")
    assert zoeken_vanaf(geboren, 6) == date(2017, 7, 1)
    assert wordt_18_op(geboren) == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("geboren", "vooraf", "dag"),
    [
        (date(2000, 8, 31), 6, date(2018, 2, 28)),  # case 46
        (date(1999, 9, 19), 6, date(2017, 3, 19)),
        (date(1999, 9, 19), 0, date(2017, 9, 19)),
    ],
)
def test_zoeken_begint_zoveel_maanden_voor_18(geboren, vooraf, dag):
    assert zoeken_vanaf(Geboortedatum.op(geboren), vooraf) == dag


def test_zonder_geboortedatum_is_er_geen_begin_van_het_zoeken():
    assert zoeken_vanaf(Geboortedatum.onbekend(), 6) is None
    assert wordt_18_op(Geboortedatum.onbekend()) is None
