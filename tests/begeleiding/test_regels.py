"""Whose list begins when, and what cannot be ticked: the day before, the day and the day after."""

from datetime import date, timedelta

import pytest

from begeleiding.rules import PLANSTAPPEN, begindagen, telt_als_kind, telt_feit, vinkbezwaar
from kern.leeftijd import Geboortedatum
from kern.register import register

MAART = date(2017, 3, 28)
MEI = date(2017, 5, 1)


@pytest.mark.parametrize(
    ("dagen", "begin"),
    [
        ([], []),
        ([0], [0]),
        ([0, 0, 29, 30], [0]),
        ([0, 31], [0, 31]),
        ([31, 0, 61, 62], [0, 31, 62]),
        ([40, 0, 25], [0, 40]),
    ],
    ids=["niemand", "een", "dag 30 hoort erbij", "dag 31 niet", "steeds vanaf de eerste", "ongeordend"],
)
def test_wie_later_dan_dertig_dagen_komt_krijgt_een_eigen_lijst(dagen, begin):
    assert begindagen(MAART + timedelta(days=dag) for dag in dagen) == [
        MAART + timedelta(days=dag) for dag in begin
    ]


@pytest.mark.parametrize(
    ("geboren", "op", "kind"),
    [
        (Geboortedatum.op(date(1999, 3, 29)), MAART, True),
        (Geboortedatum.op(date(1999, 3, 28)), MAART, False),
        (Geboortedatum.op(date(1999, 3, 27)), MAART, False),
        (Geboortedatum.op(date(2000, 2, 29)), date(2018, 2, 28), True),
        (Geboortedatum.op(date(2000, 2, 29)), date(2018, 3, 1), False),
        (Geboortedatum(date(1999, 1, 1), date(1999, 12, 31)), MAART, True),
        (Geboortedatum(date(1998, 1, 1), date(1998, 12, 31)), MAART, False),
        (Geboortedatum.onbekend(), MAART, True),
    ],
)
def test_wie_een_kind_kan_zijn_telt_als_kind(geboren, op, kind):
    assert telt_als_kind(geboren, op) is kind


@pytest.mark.parametrize(
    ("op", "mag_eerder", "zin"),
    [
        (MEI, False, ""),
        (MEI + timedelta(days=1), False, "Deze dag is nog niet geweest."),
        (MAART, False, ""),
        (MAART - timedelta(days=1), False, "Dit kan pas vanaf de dag van vestiging: 28 maart 2017."),
        (MAART - timedelta(days=1), True, ""),
        (MAART - timedelta(days=183), True, ""),
        (
            MAART - timedelta(days=184),
            True,
            "Deze dag ligt meer dan een half jaar voor de vestiging op 28 maart 2017. Klopt het jaar?",
        ),
    ],
)
def test_de_dag_waarop_een_stap_gedaan_kan_zijn(op, mag_eerder, zin):
    assert vinkbezwaar(op=op, vandaag=MEI, begint_op=MAART, mag_eerder=mag_eerder) == zin


def test_zonder_vestiging_wordt_niets_afgevinkt():
    zin = vinkbezwaar(op=MEI, vandaag=MEI, begint_op=None, mag_eerder=True)
    assert zin == "Het gezin heeft nog geen dag van vestiging. Leg die eerst vast."


@pytest.mark.parametrize(("dagen", "telt"), [(183, True), (184, False)])
def test_een_feit_van_een_eerder_verblijf_telt_niet(dagen, telt):
    assert telt_feit(MAART - timedelta(days=dagen), MAART) is telt


def test_de_feiten_van_het_plan_bestaan():
    gebruikt = {stap.feit for stap in PLANSTAPPEN.values() if stap.feit}
    assert gebruikt == {"dossiers.brp", "huisvesting.bezichtigd", "huisvesting.huurcontract"}
    assert all(register.feit(code) for code in gebruikt)
