"""What the chapter of the report says of what comes, frozen as it is on the day."""

import json
from datetime import date
from decimal import Decimal

import pytest

from dossiers.models import Opvang, WijzeVanKomst
from huisvesting.domain.hoofdstuk import gegevens
from huisvesting.models import Stuurcode, Stuurgetal, Woonvraag
from kern.contract import Peiling
from tests.huisvesting.factories import (
    CoaRegelFactory,
    PlaatsingFactory,
    TellingFactory,
    VerwachtingFactory,
    WoningFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("periodes")]
MEI = Peiling(date(2017, 5, 1), date(2017, 4, 1), date(2017, 4, 30))
AMV = {"amv_instroom": 4, "amv_verblijf": 18, "amv_plekken": 4, "amv_woningen": 1, "amv_maanden": 12}


def alineas(**anders: int) -> str:
    for code, waarde in anders.items():
        Stuurgetal.objects.create(code=code, waarde=Decimal(waarde), vanaf=date(2017, 1, 1), bron="Proef")
    delen = gegevens(MEI)["delen"]
    json.dumps(delen)  # JSON values only
    [tekst] = [deel["tekst"] for deel in delen if "tekst" in deel]
    return " ".join(tekst["alineas"])


def test_zonder_iets_erbij_zegt_het_alleen_hoe_de_periode_eindigt():
    assert alineas() == "Op 30 juni 2017 verwachten we 20 personen van de 30: 10 te weinig."


def test_wie_verwacht_wordt_en_welke_woningen_dat_vraagt():
    nareis = {"statushouder__wijze_van_komst": WijzeVanKomst.NAREIZIGER, "woonvraag": Woonvraag.FAMILIE}
    VerwachtingFactory.create_batch(2, **nareis)
    VerwachtingFactory(woonvraag=Woonvraag.EIGEN)
    tekst = alineas()
    assert (
        "We verwachten dit jaar nog 3 personen. Van hen zijn 2 nareiziger: familie van mensen die hier al wonen. "
        "2 gaan bij familie wonen." in tekst
    )
    assert "Tot en met 31 december is 1 woning nodig. In beeld zijn 0 woningen." in tekst


@pytest.mark.parametrize(
    ("instroom", "zin"),
    [
        (4, "worden naar verwachting 7 jongeren uit de AMV-woningen 18. Zij vragen 7 woningen en "),
        (1, "worden naar verwachting < 5 jongeren uit de AMV-woningen 18."),
    ],
)
def test_de_amv_woningen(instroom, zin):
    """One resident, and who comes in by the middle of 2018; fewer than five are not told."""
    geboren = date(2000, 2, 14)
    persoon = {"geboren_vroegst": geboren, "geboren_laatst": geboren, "opvang": Opvang.KSO}
    PlaatsingFactory(
        woning=WoningFactory(amv_woning=True),
        **{f"statushouder__{naam}": waarde for naam, waarde in persoon.items()},
        statushouder__wijze_van_komst=WijzeVanKomst.AMV,
    )
    tekst = alineas(**{**AMV, "amv_instroom": instroom}, amv_tarief=300)
    assert zin in tekst
    assert ("euro" in tekst) is (instroom == 4)


def test_zonder_een_van_de_getallen_staat_er_niets_over_amv():
    assert set(AMV) | {"amv_tarief", "amv_zoeken"} == {c for c in Stuurcode.values if c.startswith("amv_")}
    assert "AMV-woningen" not in alineas(**AMV)


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        (date(2017, 3, 28), "COA telt in deze periode 1 persoon, de gemeente 20. Het verschil is 19."),
        (date(2017, 5, 2), "COA telt in deze periode 0 personen, de gemeente 20. Het verschil is 20."),
    ],
)
def test_het_verschil_met_coa(dag, zin):
    telling = TellingFactory()
    CoaRegelFactory(statushouder=telling.statushouder, gehuisvest_op=dag)
    assert zin in alineas()
