"""A file does not pass by an offer that is open, as the page does not."""

from datetime import date

import pytest

from huisvesting.models import Plaatsing
from tests.huisvesting.factories import AanbodFactory, WoningFactory
from tests.huisvesting.importeren.conftest import RIJ, fouten

AANGEBODEN = date(2017, 4, 3)


@pytest.fixture
def woning(db):
    return WoningFactory(
        straat=RIJ["straat"], huisnummer=int(RIJ["huisnummer"]), postcode="2245AB", capaciteit=None
    )


def test_een_woning_die_is_aangeboden(persoon, woning, lees):
    AanbodFactory(woning=woning)
    inlezing = lees({})
    assert fouten(inlezing) == [(2, "straat", "woning_aangeboden")]
    assert "Bron: werkwijze van de gemeente" in inlezing.fouten.get().melding
    assert not Plaatsing.objects.exists()


def test_een_persoon_met_een_open_aanbod(persoon, woning, lees):
    AanbodFactory(statushouder=persoon)
    assert fouten(lees({})) == [(2, "vnummer", "persoon_aangeboden")]


@pytest.mark.parametrize(
    ("laatste_dag", "mag"), [("01-04-2017", True), ("02-04-2017", True), ("03-04-2017", False), ("", False)]
)
def test_een_verblijf_van_voor_het_aanbod_mag(persoon, woning, lees, laatste_dag, mag):
    AanbodFactory(woning=woning, statushouder=persoon, aangeboden_op=AANGEBODEN)
    assert len(fouten(lees({"tot_en_met": laatste_dag}))) == (not mag)


def test_een_bewoner_die_weggaat_gaat_niet_langs_het_aanbod(persoon, woning, importeer, lees):
    """The home is offered because they leave."""
    importeer({})
    AanbodFactory(woning=woning)
    assert fouten(lees({"tot_en_met": "30-06-2017"})) == []


def test_na_een_nee_mag_het(persoon, woning, lees):
    """The control."""
    AanbodFactory(woning=woning, geweigerd_op=date(2017, 4, 10), reden="Te klein")
    assert fouten(lees({})) == []
