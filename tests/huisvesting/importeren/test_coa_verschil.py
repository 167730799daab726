"""Who makes the difference with COA, and who does not: taken over, unknown, double, shielded."""

from datetime import date

import pytest

from huisvesting import figures
from huisvesting.figures.coa import Vergelijking
from huisvesting.rules.coa import DUBBEL_DAAR
from huisvesting.tasks import hertel
from huisvesting.views.coa import coarijen
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import CoaRegelFactory, OvernameFactory, PlaatsingFactory
from tests.huisvesting.importeren.conftest import VANDAAG
from tests.huisvesting.importeren.test_coa import als_bestand
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions


@pytest.fixture
def importeer(db):
    def lees(rij):
        inlezing = actions.lees_in("coa", als_bestand(rij), gebruiker=None, op=VANDAAG)
        return actions.sla_op(inlezing, op=VANDAAG, goede_rijen=True)

    return lees


@pytest.fixture
def overgenomen(persoon):
    """An AMV who counts from 3 January 2017, and for Delft from 3 July."""
    persoon.wijze_van_komst, persoon.opvang = "amv", "kso"
    persoon.geboren_vroegst = persoon.geboren_laatst = date(2000, 1, 1)
    persoon.save()
    PlaatsingFactory(statushouder=persoon, van=date(2017, 1, 3), woning__amv_woning=True)
    OvernameFactory(statushouder=persoon, gemeld_op=date(2017, 7, 3))
    hertel()
    return persoon


@pytest.mark.usefixtures("overgenomen")
def test_wie_is_overgenomen_en_bij_coa_niet_meer_staat_is_geen_verschil(importeer):
    importeer({"vnummer": "2799999999"})
    assert [rij.dossier for rij in Vergelijking(date(2017, 8, 1)).verschillen] == [None]


def test_wie_is_overgenomen_en_bij_coa_nog_staat_maakt_het_verschil_na_de_melding(importeer, overgenomen):
    importeer({"vnummer": overgenomen.vnummer, "gehuisvest_op": "03-01-2017"})
    assert Vergelijking(date(2017, 7, 2)).verschillen == []
    vergelijking = Vergelijking(date(2017, 7, 3))
    [rij] = vergelijking.verschillen
    assert rij.reden == "Telt bij ons niet mee. AMV: Delft heeft de verhuizing gemeld. (H8)"
    assert vergelijking.in_periode("2017-H1") == []
    assert vergelijking.in_periode("2017-H2") == [rij]


@pytest.mark.parametrize(("dag", "aantal"), [("", 0), ("02-05-2017", 0), ("01-05-2017", 1)])
def test_wie_hier_onbekend_is_maakt_pas_verschil_als_coa_telt(importeer, dag, aantal):
    importeer({"gehuisvest_op": dag})
    assert len(Vergelijking(date(2017, 5, 1)).verschillen) == aantal


@pytest.mark.parametrize(("dag", "redenen"), [(None, []), (date(2017, 3, 29), [DUBBEL_DAAR])])
def test_wie_dubbel_op_de_lijst_staat_maakt_pas_verschil_als_coa_dubbel_telt(persoon, dag, redenen):
    PlaatsingFactory(statushouder=persoon, van=date(2017, 3, 28))
    hertel()
    samen = StatushouderFactory(samengevoegd_met=persoon)
    CoaRegelFactory(statushouder=persoon, vnummer="2700000002", gehuisvest_op=date(2017, 3, 28))
    CoaRegelFactory(statushouder=samen, vnummer="2700000001", gehuisvest_op=dag)
    assert [rij.reden for rij in Vergelijking(VANDAAG).verschillen] == redenen


def test_het_aantal_is_van_allen_en_de_namen_van_wie_men_mag_zien(db):
    persoon = StatushouderFactory(afgeschermd=True)
    CoaRegelFactory(statushouder=persoon, gehuisvest_op=date(2017, 3, 28))
    vergelijking = Vergelijking(VANDAAG, GebruikerFactory())
    assert (vergelijking.telling_coa("2017-H1"), vergelijking.verschillen) == (1, [])
    assert len(Vergelijking(VANDAAG).verschillen) == 1


@pytest.mark.parametrize(("dag", "aantal"), [("2017-04-30", None), ("2017-05-01", 19), ("2017-05-02", 19)])
@pytest.mark.usefixtures("periodes")
def test_voor_de_beginstand_weet_niemand_wie_er_zonder_naam_telt(persoon, dag, aantal):
    PlaatsingFactory(statushouder=persoon, van=date(2017, 3, 28))
    CoaRegelFactory(statushouder=persoon, gehuisvest_op=date(2017, 3, 28))
    hertel()
    peildatum = date.fromisoformat(dag)
    [rij] = coarijen(Vergelijking(peildatum), figures.grootboek(peildatum))
    assert rij["zonder_naam"] == aantal
