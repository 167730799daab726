"""Amounts in a cell: every amount in every Dutch way of writing, and never an English one guessed at."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kern.contract import Celsoort, Kolom
from uitwisseling.rules.cellen import lees, schoon

KOLOM = Kolom("bedrag", "Bedrag", soort=Celsoort.BEDRAG)
DAG = date(2017, 5, 1)
CENTEN = st.integers(-(10**13), 10**13)


def gelezen(tekst: str) -> tuple[str | None, str]:
    """What a cell gives, and the code of its fault."""
    uit = lees(KOLOM, schoon(tekst), DAG)
    return uit.waarden[0], uit.fout.code if uit.fout else ""


def geschreven(centen: int, *, punten: bool, achter: bool, komma: str = ",", punt: str = ".") -> str:
    heel, rest = divmod(abs(centen), 100)
    tekst = f"{heel:,}".replace(",", punt if punten else "") + f"{komma}{rest:02d}"
    if centen >= 0:
        return tekst
    return f"{tekst}-" if achter else f"-{tekst}"


@given(centen=CENTEN, punten=st.booleans(), achter=st.booleans(), om=st.sampled_from(["{}", " {} ", "€ {}"]))
def test_elk_nederlands_bedrag(centen, punten, achter, om):
    tekst = om.format(geschreven(centen, punten=punten, achter=achter))
    assert gelezen(tekst) == (str(Decimal(centen).scaleb(-2).quantize(Decimal("0.01"))), "")


@given(centen=CENTEN, punten=st.booleans(), achter=st.booleans())
def test_geen_engels_bedrag(centen, punten, achter):
    tekst = geschreven(centen, punten=punten, achter=achter, komma=".", punt=",")
    assert gelezen(tekst) == (None, "bedrag_dubbelzinnig")


@given(heel=st.integers(1, 999_999))
def test_een_punt_voor_drie_cijfers_is_duizend_en_een_komma_niet(heel):
    tekst = f"{heel}.000"
    assert gelezen(tekst)[1] == ("" if heel < 1000 else "bedrag_dubbelzinnig")
    assert gelezen(f"{heel % 999 + 1},000") == (None, "bedrag_dubbelzinnig")


@pytest.mark.parametrize("tekst", ["0.500", "-0.500", "00.123", "0.123.456"])
def test_duizenden_beginnen_niet_met_een_nul(tekst):
    """Half a euro the English way, not five hundred."""
    assert gelezen(tekst)[1] in {"bedrag_dubbelzinnig", "bedrag_ongeldig"}
    assert gelezen("0.500") == (None, "bedrag_dubbelzinnig")


@given(st.text())
def test_wat_het_ook_is_een_bedrag_of_een_code(tekst):
    waarde, code = gelezen(tekst or "x")
    assert (waarde is None) == (code in {"bedrag_ongeldig", "bedrag_dubbelzinnig", "te_lang"})
    assert waarde is None or abs(Decimal(waarde)) < 10**12


def test_de_grens():
    assert gelezen("999.999.999.999,99") == ("999999999999.99", "")
    assert gelezen("1.000.000.000.000") == (None, "bedrag_ongeldig")
    assert gelezen("9" * 60) == (None, "bedrag_ongeldig")
