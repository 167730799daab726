"""Homes elsewhere and placements from a file (H10): the home keeps its kind, and a new one elsewhere is asked about."""

from datetime import date

import pytest

from huisvesting.actions import bewaar_woning
from huisvesting.models import Telling, Woning
from huisvesting.models.woning import Woningsoort
from huisvesting.rules.adres import ELDERS
from tests.huisvesting.factories import WoningFactory
from tests.huisvesting.importeren.conftest import opzij

pytestmark = pytest.mark.django_db
ADRES = {"straat": "Zijdeweg", "huisnummer": 12, "postcode": "2245AB"}


@pytest.mark.parametrize(
    ("velden", "telt"),
    [
        ({}, True),
        ({"plaats": "Leiden"}, False),
        ({"plaats": "Leiden", "koppelgemeente": "Wassenaar"}, False),  # a plain home counts where it stands
        ({"plaats": "Leiden", "soort": Woningsoort.DOORSTROOM, "koppelgemeente": "Wassenaar"}, True),
        ({"soort": Woningsoort.DOORSTROOM, "koppelgemeente": "Leiden"}, False),
    ],
)
def test_een_woning_in_de_lijst_houdt_haar_soort(importeer, persoon, velden, telt):
    woning = WoningFactory(**ADRES, **velden)
    importeer({"wijk": woning.wijk})
    woning.refresh_from_db()
    assert {veld: getattr(woning, veld) for veld in velden} == velden
    assert Telling.objects.filter(statushouder=persoon, telt_op=date(2017, 3, 28)).exists() == telt


@pytest.mark.parametrize(
    ("postcode", "gevraagd"),
    [("2239 ZZ", True), ("2240 AA", False), ("2245ZZ", False), ("2246 AA", True)],
)
def test_een_nieuw_adres_met_een_andere_postcode_vraagt_om_de_plaats(importeer, persoon, postcode, gevraagd):
    inlezing = importeer({"postcode": postcode})
    assert opzij(inlezing) == [(2, "woning_aangevuld")]
    assert (ELDERS in inlezing.opzijgezet.get().melding) == gevraagd


def test_de_plaats_invullen_telt_opnieuw(importeer, persoon):
    importeer({"postcode": "2311 AB"})
    assert Telling.objects.count() == 1
    bewaar_woning(Woning.objects.get(), versie=1, gegevens={"plaats": "Leiden"})
    assert not Telling.objects.exists()
    gegevens = {"soort": Woningsoort.DOORSTROOM, "koppelgemeente": "Wassenaar"}
    bewaar_woning(Woning.objects.get(), versie=2, gegevens=gegevens)
    assert Telling.objects.get().regel == "H10"
