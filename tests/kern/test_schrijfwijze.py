"""Numbers, amounts and days as Dutch text, whatever language is active."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from django.utils import translation

from kern import schrijfwijze


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_schrijfwijze_hangt_niet_van_de_taal_af(taal):
    with translation.override(taal):
        assert schrijfwijze.bedrag(Decimal("131035")) == "131.035,00"
        assert schrijfwijze.bedrag(Decimal("-33225.50")) == "-33.225,50"
        assert schrijfwijze.getal(1234567) == "1.234.567"
        assert schrijfwijze.procent(Decimal("17.5")) == "17,5%"
        assert schrijfwijze.dag(date(2017, 4, 30)) == "30 april 2017"
        assert schrijfwijze.maand(date(2018, 12, 1)) == "december 2018"


def test_een_bedrag_in_een_document():
    assert schrijfwijze.bedrag_in_json(Decimal("344926")) == "344926.00"
    assert schrijfwijze.bedrag_in_json(Decimal("-1234.5")) == "-1234.50"


def test_een_bedrag_wordt_nooit_vanzelf_afgerond():
    with pytest.raises(ValueError, match="meer dan twee decimalen"):
        schrijfwijze.bedrag(Decimal("0.005"))


@pytest.mark.parametrize(
    ("aantal", "tekst"), [(0, "0"), (1, "< 5"), (4, "< 5"), (5, "5"), (6, "6"), (1000, "1.000")]
)
def test_een_gevoelig_getal(aantal, tekst):
    assert schrijfwijze.gevoelig_getal(aantal) == tekst
    assert schrijfwijze.is_klein(aantal) == (tekst == "< 5")


@pytest.mark.parametrize(
    ("moment", "tekst"),
    [
        (time(14, 5), "14.05 uur"),
        (time(8, 52), "8.52 uur"),
        (time(0, 0), "0.00 uur"),
        (datetime(2017, 5, 1, 9, 3), "9.03 uur"),
    ],
)
def test_een_tijd(moment, tekst):
    assert schrijfwijze.tijd(moment) == tekst


@pytest.mark.parametrize(
    ("delen", "tekst"),
    [([], ""), (["Rima"], "Rima"), (["Rima", "Lina"], "Rima en Lina"), (["A", "B", "C"], "A, B en C")],
)
def test_een_opsomming(delen, tekst):
    assert schrijfwijze.opsomming(delen) == tekst
