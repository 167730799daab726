"""What the tests of the forecast and of supervision set up: numbers, AMV, and who is linked or expected."""

from __future__ import annotations

from datetime import date

from dossiers.models import Statushouder, WijzeVanKomst
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import StuurgetalFactory, VerwachtingFactory


def stel_in(vanaf: date = date(2017, 1, 1), **waarden: int) -> None:
    for code, waarde in waarden.items():
        StuurgetalFactory(code=code, waarde=waarde, vanaf=vanaf)


ALLES = {
    "instroom_laag": 10,
    "instroom_verwacht": 14,
    "instroom_hoog": 20,
    "opgave_later": 12,
    "amv_instroom": 4,
}


def amv(geboren: date, **velden) -> Statushouder:
    """An AMV who lives here."""
    persoon = StatushouderFactory(
        wijze_van_komst=WijzeVanKomst.AMV, geboren_vroegst=geboren, geboren_laatst=geboren, **velden
    )
    VestigingFactory(statushouder=persoon, van=date(2016, 1, 1))
    return persoon


def verwacht(dag: date, komst: str = WijzeVanKomst.NAREIZIGER, aantal: int = 1) -> None:
    for _ in range(aantal):
        VerwachtingFactory(verwacht_op=dag, statushouder__wijze_van_komst=komst)


def gekoppeld(dag: date, aantal: int = 1, **velden) -> None:
    """Persons whom COA linked on this day."""
    for _ in range(aantal):
        StatushouderFactory(coa_koppeldatum=dag, **velden)
