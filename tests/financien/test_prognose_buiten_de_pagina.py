"""Forecast and remark where the page is left: the spreadsheet works them out itself, the report has them as facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from financien.domain.hoofdstuk import HOOFDSTUK
from financien.domain.werkblad import aansluiting_xlsx
from financien.figures import afwijkingen, bereken
from kern.contract import Peiling
from tests.financien.factories import (
    ActiviteitFactory,
    InkomstenpostFactory,
    PlanFactory,
    ToedelingFactory,
    VerklaringFactory,
    VerplichtingFactory,
)

pytestmark = pytest.mark.django_db
APRIL = date(2017, 4, 30)


@pytest.fixture
def budget(db) -> None:
    """Four months of a plan of twenty-four: 4,000 spent without a commitment, 3,000 committed."""
    PlanFactory()
    InkomstenpostFactory(code="OVH", soort="overheveling", bedrag=10000)
    regel = ActiviteitFactory(code="MB", bedrag=50000, omschrijving="Begeleiding")
    ActiviteitFactory(code="ONV", bedrag=40000, omschrijving="Onvoorzien")
    VerplichtingFactory(activiteit=regel, bedrag=3000)
    ToedelingFactory(activiteit=regel, boeking__bedrag=4000)


def blad(naam: str) -> list[list[Any]]:
    stand = bereken(APRIL)
    boek = load_workbook(BytesIO(aansluiting_xlsx(stand, afwijkingen(stand))))
    return [[cel.value for cel in rij] for rij in boek[naam].iter_rows()]


def reken(rij: list[Any], nummer: int) -> dict[str, Any]:
    """What a spreadsheet makes of the formulas of a row: sums and differences of its own cells."""
    letters = dict(zip("ABCDEFGHIJKL", rij, strict=True))

    def waarde(letter: str) -> Any:
        cel = letters[letter]
        if not (isinstance(cel, str) and cel.startswith("=")):
            return Decimal(str(cel or 0))
        termen = cel[1:].replace("-", "+-").split("+")
        return sum(
            (-waarde(term[1]) if term.startswith("-") else waarde(term[0]) for term in termen), Decimal(0)
        )

    assert all(f"{nummer}" in cel for cel in rij if isinstance(cel, str) and cel.startswith("="))
    return {letter: waarde(letter) for letter in "GIJ"}


@pytest.mark.usefixtures("budget")
class TestSpreadsheet:
    def test_de_koppen(self):
        assert blad("Activiteiten")[0] == [
            "Activiteit",
            "Soort",
            "Volgens het plan",
            "Gewijzigd",
            "Besteed",
            "Vastgelegd",
            "Vrij",
            "Nog zonder verplichting",
            "Prognose",
            "Afwijking",
            "Stand",
            "Opmerking",
        ]
        assert blad("Inkomsten")[0][-2:] == ["Afwijking", "Opmerking"]

    def test_de_prognose_is_een_som(self):
        rij = blad("Activiteiten")[1]
        assert rij[7:10] == [20000, "=E2+F2+H2", "=I2-C2-D2"]
        regel = bereken(APRIL).regel("MB")
        assert regel is not None
        assert reken(rij, 2) == {"G": regel.vrij, "I": regel.prognose, "J": Decimal(-23000)}

    def test_de_sommen(self):
        assert blad("Activiteiten")[3][2:] == [*(f"=SUM({een}2:{een}3)" for een in "CDEFGHIJ"), None, None]
        assert blad("Inkomsten")[2][2:] == [*(f"=SUM({een}2:{een}2)" for een in "CDEFG"), None]

    def test_een_ongebruikte_regel_wijkt_niet_af(self):
        assert blad("Activiteiten")[2][7:] == [0, "=E3+F3+H3", None, "Nog niet gebruikt", None]

    def test_wat_nog_moet(self):
        assert blad("Activiteiten")[1][10:] == ["Loopt achter", "Nog niet verklaard"]

    def test_wat_iemand_schreef(self):
        VerklaringFactory(activiteit_id="MB", activiteit=None, op=APRIL, afwijking=-23000, tekst="=Later")
        assert blad("Activiteiten")[1][11] == "'=Later"

    def test_wat_er_niet_meer_bij_past(self):
        VerklaringFactory(activiteit_id="MB", activiteit=None, op=APRIL, afwijking=-17999, tekst="Later")
        assert blad("Activiteiten")[1][11] == "Nog niet verklaard"


def deel(hoofdstuk: dict[str, Any], begin: str) -> dict[str, Any]:
    [tabel] = [
        een["tabel"]
        for een in hoofdstuk["delen"]
        if een.get("tabel", {}).get("bijschrift", "").startswith(begin)
    ]
    return tabel  # type: ignore[no-any-return]


@pytest.mark.usefixtures("budget")
class TestRapport:
    def test_de_prognose_als_feit(self):
        tabel = deel(HOOFDSTUK.gegevens(Peiling.op(APRIL)), "Activiteiten")
        assert [kolom["naam"] for kolom in tabel["kolommen"]][-2:] == ["Prognose", "Stand"]
        mb, onvoorzien, totaal, _rest = tabel["rijen"]
        assert mb["cellen"][4:] == [
            {"bedrag": "27000.00"},
            {"stand": {"soort": "let", "tekst": "Loopt achter"}},
        ]
        assert onvoorzien["cellen"][4] == {"bedrag": "0.00"}
        assert totaal["cellen"][4] == {"bedrag": "27000.00"}

    def test_wat_afwijkt_en_waarom(self):
        VerklaringFactory(
            activiteit_id="MB",
            activiteit=None,
            op=date(2017, 5, 9),
            peildatum=APRIL,
            afwijking=-23000,
            tekst="Begint in juni",
        )
        [rij] = deel(HOOFDSTUK.gegevens(Peiling.op(APRIL)), "Regels die meer dan 5.000,00 euro")["rijen"]
        assert (rij["kop"], rij["cellen"]) == (
            "Begeleiding",
            [{"bedrag": "50000.00"}, {"bedrag": "-23000.00"}, "Begint in juni"],
        )

    @pytest.mark.parametrize(("erbij", "wijkt_af"), [("2990.00", True), ("3000.00", False)])
    def test_op_de_drempel_is_niet_erboven(self, erbij, wijkt_af):
        """6,990 or 7,000 in four of twenty-four months: 5,060 or exactly 5,000 less than the budget."""
        ToedelingFactory(activiteit_id="MB", activiteit=None, boeking__bedrag=Decimal(erbij))
        koppen = [een.get("tabel", {}).get("kop") for een in HOOFDSTUK.gegevens(Peiling.op(APRIL))["delen"]]
        assert ("Wat wijkt af?" in koppen) is wijkt_af
