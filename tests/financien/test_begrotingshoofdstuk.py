"""The budget's chapter in the report."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from financien.domain.hoofdstuk import HOOFDSTUK
from kern.contract import Peiling
from kern.hoofdstuk import Inhoud
from kern.register import register
from tests.financien.conftest import opdracht
from tests.financien.factories import BoekingFactory, ToedelingFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


@pytest.mark.usefixtures("plan")
class TestHoofdstuk:
    def test_de_inhoud(self, geplaatst):
        geplaatst(*[MEI] * 20)
        april = Peiling(date(2017, 5, 31), date(2017, 5, 1), date(2017, 5, 31))
        hoofdstuk = HOOFDSTUK.gegevens(april)
        assert json.loads(json.dumps(hoofdstuk)) == hoofdstuk
        assert set(hoofdstuk) == set(Inhoud(zin="", stand=None, samenvatting="").__dataclass_fields__)  # type: ignore[arg-type]
        assert hoofdstuk["kern"][0]["waarde"] == {"bedrag": "131035.00"}
        assert hoofdstuk["samenvatting"].endswith("2017 en 2018 is 131.035,00 euro nog niet toegewezen.")
        inkomsten, activiteiten, grafiek, afwijkingen, personen, tekst = hoofdstuk["delen"]
        assert inkomsten["tabel"]["rijen"][-1]["cellen"] == [
            "",
            {"bedrag": "413701.00"},
            {"bedrag": "0.00"},
        ]
        assert [rij["cellen"][1] for rij in inkomsten["tabel"]["rijen"] if rij["soort"] == "som"] == [
            {"bedrag": "344926.00"},
            {"bedrag": "68775.00"},
        ]
        *totaal, prognose, _stand = activiteiten["tabel"]["rijen"][-2]["cellen"]
        assert [cel["bedrag"] for cel in totaal] == ["282666.00", "0.00", "0.00", "282666.00"]
        assert prognose is None
        wijkt_af = {rij["kop"]: rij["cellen"][1:] for rij in afwijkingen["tabel"]["rijen"]}
        assert wijkt_af["Decentralisatie-uitkering heel 2017"] == [
            {"bedrag": "-110750.00"},
            "Nog niet verklaard",
        ]
        assert "62.260,00 euro" in activiteiten["tabel"]["noot"]
        assert "Werk en inkomen 78.000,00" in grafiek["grafiek"]["alt"]
        du = next(rij for rij in personen["tabel"]["rijen"] if rij["kop"].startswith("Decentralisatie"))
        assert du["cellen"][:4] == [45, 20, -25, {"bedrag": "-110750.00"}]
        assert "geen boekingen" in tekst["tekst"]["alineas"][0]
        assert [bron["titel"] for bron in hoofdstuk["bronnen"]] == [
            "Activiteiten tegenover inkomsten",
            "Aantallen personen in de begroting",
        ]

    def test_met_boekingen(self):
        ToedelingFactory(activiteit_id="PVT", activiteit=None, boeking__bedrag=4050)
        BoekingFactory(bedrag=Decimal("86.40"))
        tekst = HOOFDSTUK.gegevens(Peiling.op(MEI))["delen"][-1]["tekst"]["alineas"][0]
        assert tekst == (
            "Volgens het grootboek is 0,00 euro ontvangen en 4.050,00 euro besteed. "
            "1 boeking heeft nog geen regel, samen 86,40 euro."
        )

    def test_dezelfde_gegevens_geven_hetzelfde(self):
        peiling = Peiling.op(date(2017, 4, 30))
        assert json.dumps(HOOFDSTUK.gegevens(peiling)) == json.dumps(HOOFDSTUK.gegevens(peiling))

    def test_het_document_is_dat_van_de_opdracht(self):
        assert HOOFDSTUK.document is not None
        naam, maak = HOOFDSTUK.document
        assert naam == "aansluiting"
        assert maak(Peiling.op(date(2017, 4, 30))) == opdracht("--peildatum", "2017-04-30")

    def test_in_beide_rapporten(self):
        for soort in ("budget", "voortgang"):
            assert HOOFDSTUK in register.hoofdstukken(soort)
