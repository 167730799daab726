"""How the screens write amounts, counts, percentages and days."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kern.opmaak import scherm


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        (Decimal("344926"), "344.926,00"),
        (Decimal("-33225.00"), "−33.225,00"),
        (Decimal("999.99"), "999,99"),
        (Decimal("1000"), "1.000,00"),
        (Decimal("-0.01"), "−0,01"),
        (Decimal("0.00"), "0,00"),
        (Decimal("-0.00"), "0,00"),
        (0, "0,00"),
        (None, "—"),
        (Decimal("1234567.5"), "1.234.567,50"),
    ],
)
def test_euro(bedrag, tekst):
    assert scherm.euro(bedrag) == tekst


def test_euro_rondt_niet_af():
    with pytest.raises(ValueError, match="twee decimalen"):
        scherm.euro(Decimal("0.005"))


@pytest.mark.parametrize(
    ("aantal", "tekst"), [(0, "0"), (999, "999"), (1000, "1.000"), (1250, "1.250"), (-9, "−9"), (None, "—")]
)
def test_getal(aantal, tekst):
    assert scherm.getal(aantal) == tekst


@pytest.mark.parametrize(
    ("deel", "tekst"),
    [
        (67, "67%"),
        (Decimal("17.5"), "17,5%"),
        (Decimal("17.44"), "17,4%"),
        (Decimal("17.45"), "17,5%"),
        (Decimal("-0.04"), "0,0%"),
        (Decimal("-2.5"), "−2,5%"),
        (None, "—"),
    ],
)
def test_procent_rondt_de_helft_naar_boven_af(deel, tekst):
    assert scherm.procent(deel) == tekst


def test_datums():
    dag = date(2017, 5, 1)
    geschreven = (scherm.datum(dag), scherm.datum_lang(dag), scherm.dag_lang(dag))
    assert geschreven == ("1-5-2017", "1 mei 2017", "maandag 1 mei 2017")
    assert {schrijf(None) for schrijf in (scherm.datum, scherm.datum_lang, scherm.dag_lang)} == {"—"}


@pytest.mark.parametrize(("dag", "naam"), [(30, "zondag"), (29, "zaterdag"), (28, "vrijdag")])
def test_dag_van_de_week(dag, naam):
    assert scherm.dag_lang(date(2017, 4, dag)) == f"{naam} {dag} april 2017"


@pytest.mark.parametrize(
    ("op", "tekst"),
    [
        (datetime(2017, 5, 1, 12, 5, tzinfo=UTC), "1-5-2017, 14.05 uur"),
        (datetime(2017, 1, 1, 23, 30, tzinfo=UTC), "2-1-2017, 0.30 uur"),
        (None, "—"),
    ],
)
def test_een_moment_is_dat_van_amsterdam(op, tekst):
    assert scherm.moment(op) == tekst
