"""Housing people: who counts, what is refused, and that nothing is half-saved."""

from contextlib import nullcontext
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from dossiers.models import Rol, Vestiging
from huisvesting import figures
from huisvesting.actions import beeindig, bewaar_woning, plaats
from huisvesting.models import Plaatsing, Telling
from kern.contract import Peiling
from kern.weigering import Verouderd
from tests.dossiers.factories import (
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.huisvesting.factories import PlaatsingFactory, WoningFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 10)


def test_wie_een_eerste_woning_krijgt_telt_en_vestigt_zich():
    persoon = StatushouderFactory()
    [plaatsing] = plaats([persoon], woning=WoningFactory(), van=MEI)
    telling = Telling.objects.get()
    assert (telling.statushouder, telling.plaatsing, telling.telt_op) == (persoon, plaatsing, MEI)
    assert Vestiging.objects.get().van == MEI


def test_een_lopende_vestiging_blijft_zoals_zij_is():
    vestiging = VestigingFactory(van=date(2017, 5, 1))
    plaats([vestiging.statushouder], woning=WoningFactory(), van=MEI)
    assert Vestiging.objects.get() == vestiging


@pytest.mark.parametrize(("dag", "mag"), [("2017-05-09", False), ("2017-05-10", True), ("2017-05-11", True)])
def test_niet_voor_de_vestiging(dag, mag):
    vestiging = VestigingFactory(van=MEI)
    with nullcontext() if mag else pytest.raises(ValidationError, match="voor de vestiging"):
        plaats([vestiging.statushouder], woning=WoningFactory(), van=date.fromisoformat(dag))
    assert Plaatsing.objects.count() == mag


def test_een_woning_in_een_eerdere_vestiging_mag():
    eerder = VestigingFactory(van=date(2016, 1, 1), tot=date(2016, 12, 1))
    VestigingFactory(statushouder=eerder.statushouder, van=date(2017, 4, 1))
    assert plaats([eerder.statushouder], woning=WoningFactory(), van=date(2016, 2, 1))


def test_wie_verhuist_telt_geen_tweede_keer():
    persoon = StatushouderFactory()
    [eerste] = plaats([persoon], woning=WoningFactory(), van=date(2017, 1, 10))
    beeindig(eerste, versie=1, tot=MEI)
    plaats([persoon], woning=WoningFactory(), van=MEI)
    assert [rij.telt_op for rij in Telling.objects.all()] == [date(2017, 1, 10)]


@pytest.mark.parametrize(("dag", "mag"), [("2017-03-31", False), ("2017-04-01", True), ("2017-04-02", True)])
def test_verhuizen_kan_vanaf_de_einddatum(dag, mag):
    persoon = PlaatsingFactory(tot=date(2017, 4, 1)).statushouder
    zin = r"al op een ander adres\. Bron: werkwijze"
    with nullcontext() if mag else pytest.raises(ValidationError, match=zin):
        plaats([persoon], woning=WoningFactory(), van=date.fromisoformat(dag))
    assert Plaatsing.objects.count() == 1 + mag
    assert Telling.objects.count() == Vestiging.objects.count() == mag  # refused: nothing half-saved


def test_zonder_de_constraint_wordt_overlap_bewaard():
    """Negative control: below the sentence it is the constraint that guards, and nothing else."""
    persoon = PlaatsingFactory(tot=date(2017, 4, 1)).statushouder
    [regel] = [c for c in Plaatsing._meta.constraints if c.name == "plaatsing_een_woning_tegelijk"]
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor() as editor:  # rolled back with the test
        editor.remove_constraint(Plaatsing, regel)
    assert PlaatsingFactory(statushouder=persoon, van=date(2017, 3, 31))


@pytest.mark.parametrize(("capaciteit", "mag"), [(3, False), (4, True), (5, True), (None, True)])
def test_een_gezin_van_vier_past_of_past_niet(capaciteit, mag):
    with (
        nullcontext() if mag else pytest.raises(ValidationError, match=r"plek voor 3.*Bron: aantal plaatsen")
    ):
        plaats(StatushouderFactory.create_batch(4), woning=WoningFactory(capaciteit=capaciteit), van=MEI)
    assert Plaatsing.objects.count() == 4 * mag


@pytest.mark.parametrize(("van", "mag"), [("2017-05-09", False), ("2017-05-10", True), ("2017-05-11", True)])
def test_een_plek_komt_vrij_op_de_einddatum(van, mag):
    vol = PlaatsingFactory(woning__capaciteit=1, tot=MEI).woning
    with nullcontext() if mag else pytest.raises(ValidationError, match=r"vol vanaf 9-5-2017"):
        plaats([StatushouderFactory()], woning=vol, van=date.fromisoformat(van))


@pytest.mark.parametrize(
    ("van", "mag"),
    [("2017-04-30", False), ("2017-05-01", True), ("2017-05-31", True), ("2017-06-01", False)],
)
def test_niet_buiten_de_beschikbaarheid(van, mag):
    woning = WoningFactory(beschikbaar_van=date(2017, 5, 1), beschikbaar_tot_en_met=date(2017, 5, 31))
    with nullcontext() if mag else pytest.raises(ValidationError, match="beschikbaar"):
        plaats([StatushouderFactory()], woning=woning, van=date.fromisoformat(van))


def test_kind_dat_na_de_woning_werd_geboren_woont_er_maar_telt_niet():
    gezin = GezinFactory()
    ouder = GezinslidFactory(gezin=gezin).statushouder
    woning = WoningFactory()
    plaats([ouder], woning=woning, van=date(2017, 2, 1))
    geboren = date(2017, 3, 2)
    kind = GezinslidFactory(
        gezin=gezin,
        rol=Rol.KIND,
        statushouder__geboren_vroegst=geboren,
        statushouder__geboren_laatst=geboren,
        van=geboren,
    ).statushouder
    plaats([kind], woning=woning, van=MEI)
    assert Plaatsing.objects.count() == 2
    assert [telling.statushouder for telling in Telling.objects.all()] == [ouder]


def test_tot_moet_na_van_in_de_database():
    plaatsing = PlaatsingFactory(van=MEI)
    with pytest.raises(ValidationError, match="na de ingangsdatum"):
        beeindig(plaatsing, versie=1, tot=MEI)
    plaatsing.refresh_from_db()
    assert plaatsing.tot is None


def test_een_tweede_lezer_overschrijft_niet():
    plaatsing = PlaatsingFactory(van=date(2017, 1, 1))
    beeindig(plaatsing, versie=1, tot=date(2017, 4, 1))
    with pytest.raises(Verouderd):
        beeindig(plaatsing, versie=1, tot=date(2017, 6, 1))
    plaatsing.refresh_from_db()
    assert plaatsing.tot == date(2017, 4, 1)


@pytest.mark.parametrize("aantal", [1, 50])
def test_plaatsen_kost_altijd_evenveel_queries(aantal, django_assert_num_queries):
    personen = StatushouderFactory.create_batch(aantal)
    woning = WoningFactory(capaciteit=None)
    # two savepoints (4), persons, home, what is stored around them (5), placements, spells (2 + savepoint 2), who
    # waited for a bigger home, whose count may change, the counts beside the facts (5: no families) twice, lock,
    # savepoints (4), counts, deferred constraints (6), terms
    with django_assert_num_queries(42):
        plaats(personen, woning=woning, van=MEI)
    assert figures.tellingen(Peiling.op(MEI)).count() == aantal


class TestVolleWoningInDeDatabase:
    """Past every action: the database counts the residents of each day."""

    def test_een_bewoner_te_veel(self):
        woning = PlaatsingFactory(woning__capaciteit=1).woning
        with pytest.raises(IntegrityError, match="is vol"), transaction.atomic():
            PlaatsingFactory(woning=woning)

    def test_zonder_de_trigger_mag_het(self, zonder_trigger):
        woning, ander = PlaatsingFactory(woning__capaciteit=1).woning, StatushouderFactory()
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
        assert PlaatsingFactory(woning=woning, statushouder=ander).pk

    @pytest.mark.parametrize(
        ("van", "mag"), [("2017-03-31", False), ("2017-04-01", True), ("2017-04-02", True)]
    )
    def test_na_elkaar_mag_wel(self, van, mag):
        woning = PlaatsingFactory(woning__capaciteit=1, tot=date(2017, 4, 1)).woning
        with nullcontext() if mag else pytest.raises(IntegrityError), transaction.atomic():
            PlaatsingFactory(woning=woning, van=date.fromisoformat(van))

    def test_een_einddatum_later_kan_niet_als_er_dan_iemand_woont(self):
        eerste = PlaatsingFactory(woning__capaciteit=1, tot=date(2017, 3, 1))
        PlaatsingFactory(woning=eerste.woning, van=date(2017, 3, 1))
        with pytest.raises(ValidationError, match=r"geen plek meer\. Bron: aantal"):
            beeindig(eerste, versie=1, tot=date(2018, 3, 1))

    @pytest.mark.parametrize(
        ("tot", "mag"), [("2017-03-31", True), ("2017-04-01", True), ("2017-04-02", False)]
    )
    def test_een_einddatum_later_kan_niet_als_de_persoon_dan_elders_woont(self, tot, mag):
        eerste = PlaatsingFactory(tot=date(2017, 3, 1))
        PlaatsingFactory(statushouder=eerste.statushouder, van=date(2017, 4, 1))
        zin = r"al op een ander adres\. Bron: werkwijze"
        with nullcontext() if mag else pytest.raises(ValidationError, match=zin):
            beeindig(eerste, versie=1, tot=date.fromisoformat(tot))

    def test_minder_plaatsen_dan_bewoners_op_een_dag(self):
        woning = PlaatsingFactory(woning__capaciteit=2, tot=date(2018, 1, 1)).woning
        PlaatsingFactory(woning=woning, tot=date(2018, 1, 1))
        with pytest.raises(ValidationError, match=r"meer personen dan dit aantal plaatsen\. Bron: aantal"):
            bewaar_woning(woning, versie=1, gegevens={"capaciteit": 1})
