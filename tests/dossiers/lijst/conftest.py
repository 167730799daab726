"""Somebody who may see the list, and persons in each state of it."""

from __future__ import annotations

from datetime import date

import pytest

from dossiers.models import Statushouder, WijzeVanKomst
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.toegang.factories import GebruikerFactory

VANDAAG = date(2017, 5, 1)


@pytest.fixture
def ik(client):
    client.force_login(gebruiker := GebruikerFactory(naam="Marieke de Wit"))
    return gebruiker


@pytest.fixture
def allerlei(db) -> dict[str, Statushouder]:
    """One person for each way in which `sinds` is known or not, and two families of the same name."""
    gevestigd = VestigingFactory(van=date(2017, 3, 28)).statushouder
    terug = VestigingFactory(van=date(2015, 1, 1), tot=date(2015, 6, 1)).statushouder
    VestigingFactory(statushouder=terug, van=date(2016, 2, 1))
    weg = VestigingFactory(van=date(2014, 1, 1), tot=date(2016, 12, 31)).statushouder
    twee_keer_weg = VestigingFactory(van=date(2014, 1, 1), tot=date(2014, 2, 1)).statushouder
    VestigingFactory(statushouder=twee_keer_weg, van=date(2014, 3, 1), tot=date(2015, 4, 1))
    straks = VestigingFactory(van=date(2017, 5, 2)).statushouder
    return {
        "gevestigd": gevestigd,
        "terug": terug,
        "weg": weg,
        "twee_keer_weg": twee_keer_weg,
        "straks": straks,
        "gekoppeld": StatushouderFactory(coa_koppeldatum=date(2017, 4, 24)),
        "vandaag_gekoppeld": StatushouderFactory(coa_koppeldatum=VANDAAG),
        "morgen_gekoppeld": StatushouderFactory(coa_koppeldatum=date(2017, 5, 2)),
        "nareiziger": StatushouderFactory(
            wijze_van_komst=WijzeVanKomst.NAREIZIGER, coa_koppeldatum=date(2017, 1, 1)
        ),
        "onbekend": StatushouderFactory(geboren_vroegst=None, geboren_laatst=None),
        "alleen_jaar": StatushouderFactory(
            geboren_vroegst=date(1990, 1, 1), geboren_laatst=date(1990, 12, 31)
        ),
    }
