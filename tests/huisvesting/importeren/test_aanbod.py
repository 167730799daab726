"""A file does not pass by an offer that is open, as the page does not."""

from datetime import date

import pytest

from dossiers.models import Rol
from huisvesting.models import Plaatsing
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import AanbodFactory, PlaatsingFactory, WoningFactory
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


@pytest.mark.parametrize(("van", "mag"), [("02-04-2017", True), ("03-04-2017", False), ("04-04-2017", False)])
def test_een_persoon_met_een_open_aanbod(persoon, woning, lees, van, mag):
    """Where somebody lived before it was made can be written down."""
    AanbodFactory(statushouder=persoon, aangeboden_op=AANGEBODEN)
    assert fouten(lees({"van": van})) == ([] if mag else [(2, "vnummer", "persoon_aangeboden")])


@pytest.mark.parametrize(("amv", "capaciteit"), [(False, None), (False, 2), (True, 2)])
def test_een_vergeten_kind_van_wie_uit_de_aangeboden_woning_gaat(persoon, woning, lees, amv, capaciteit):
    woning.capaciteit, woning.amv_woning = capaciteit, amv
    woning.save()
    lid = GezinslidFactory(statushouder=persoon, rol=Rol.KIND)
    ouder = GezinslidFactory(gezin=lid.gezin).statushouder
    for _ in range(2 if amv else 1):
        AanbodFactory(woning=woning, aangeboden_op=AANGEBODEN)
    assert fouten(lees({})) == [
        (2, "straat", "woning_aangeboden")
    ]  # the control: nobody of theirs lives there
    PlaatsingFactory(statushouder=ouder, woning=woning, van=date(2016, 1, 1), tot=date(2017, 6, 1))
    assert fouten(lees({})) == []


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


@pytest.fixture
def amv_woning(woning):
    woning.amv_woning, woning.capaciteit = True, 3
    woning.save()
    return woning


@pytest.mark.parametrize(("open_aanbod", "mag"), [(1, True), (2, False)])
def test_een_amv_woning_met_meer_aanbod_wordt_geen_gewone(persoon, amv_woning, lees, open_aanbod, mag):
    for _ in range(open_aanbod):
        AanbodFactory(woning=amv_woning, aangeboden_op=AANGEBODEN)
    rij = {"amv_woning": "nee", "tot_en_met": "01-04-2017"}
    verwacht = [] if mag else [(2, "amv_woning", "woning_aan_meer_aangeboden")]
    assert fouten(lees(rij)) == verwacht
    assert fouten(lees({**rij, "amv_woning": ""})) == []


def test_een_geweigerde_rij_neemt_geen_plek_van_een_goede(persoon, amv_woning, lees):
    AanbodFactory(woning=amv_woning, aangeboden_op=AANGEBODEN)
    PlaatsingFactory(statushouder=persoon, van=date(2017, 1, 2))
    anderen = [{"vnummer": StatushouderFactory(vnummer=f"274160400{n}").vnummer} for n in range(2)]
    assert fouten(lees({}, *anderen)) == [(2, "van", "overlapt")]
    assert fouten(lees(*anderen)) == []  # the control
