"""COA's list after a V-number was corrected here: the row follows the dossier that has the number."""

from datetime import date

import pytest

from huisvesting.figures.coa import Vergelijking
from huisvesting.models import CoaRegel
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.importeren.conftest import VANDAAG, fouten, tellingen
from tests.huisvesting.importeren.test_coa import als_bestand
from uitwisseling import actions

OUD, NIEUW = "2741603310", "2741603318"
DAG = date(2017, 3, 28)


@pytest.fixture
def importeer(db):
    def lees(*nummers):
        bestand = als_bestand(*({"vnummer": nummer} for nummer in nummers))
        inlezing = actions.lees_in("coa", bestand, gebruiker=None, op=VANDAAG)
        return actions.sla_op(inlezing, op=VANDAAG, goede_rijen=True)

    return lees


@pytest.fixture
def hernummerd(importeer):
    """COA knew this person by the old number; by now the dossier has the new one."""
    persoon = StatushouderFactory(vnummer=OUD)
    importeer(OUD)
    geef(persoon, NIEUW)
    return persoon


def geef(persoon, vnummer) -> None:
    persoon.vnummer = vnummer
    persoon.save()


def rijen() -> dict[str, tuple[int | None, date | None]]:
    return {rij.vnummer: (rij.statushouder_id, rij.gehuisvest_op) for rij in CoaRegel.objects.all()}


def test_de_oude_rij_laat_het_dossier_los_en_telt_niet_meer(importeer, hernummerd):
    assert tellingen(importeer(NIEUW))["nieuw"] == 1
    assert rijen() == {OUD: (None, None), NIEUW: (hernummerd.pk, DAG)}
    assert Vergelijking(VANDAAG).telling_coa("2017-H1") == 1


def test_een_rij_die_zonder_dossier_al_bekend_was_krijgt_het(importeer, db):
    importeer(NIEUW)
    persoon = StatushouderFactory(vnummer=OUD)
    importeer(OUD)
    geef(persoon, NIEUW)
    assert tellingen(importeer(NIEUW))["gewijzigd"] == 1
    assert rijen() == {OUD: (None, None), NIEUW: (persoon.pk, DAG)}


def test_staan_beide_nummers_op_de_lijst_dan_houdt_de_oude_rij_haar_dag(importeer, hernummerd):
    assert fouten(importeer(OUD, NIEUW)) == []
    assert rijen() == {OUD: (None, DAG), NIEUW: (hernummerd.pk, DAG)}
    assert CoaRegel.objects.get(vnummer=OUD).achternaam == "Barakat"


@pytest.mark.parametrize("nummers", [[NIEUW], [OUD, NIEUW]])
def test_hetzelfde_bestand_nog_eens_verandert_niets(importeer, hernummerd, nummers):
    importeer(*nummers)
    assert tellingen(importeer(*nummers))["ongewijzigd"] == len(nummers)


@pytest.mark.parametrize("nummers", [[NIEUW], [OUD, NIEUW]])
def test_terugnemen_geeft_de_oude_rij_haar_dossier_weer(importeer, hernummerd, nummers):
    inlezing = importeer(*nummers)
    assert actions.maak_ongedaan(inlezing, gebruiker=None, op=VANDAAG).behouden == []
    assert rijen() == {OUD: (hernummerd.pk, DAG)}


def test_een_nummer_dat_naar_een_ander_dossier_ging_gaat_mee(importeer, hernummerd):
    """The number that COA's row is known by is that of somebody else by now."""
    ander = StatushouderFactory(vnummer=OUD)
    inlezing = importeer(OUD)
    assert rijen() == {OUD: (ander.pk, DAG)}
    actions.maak_ongedaan(inlezing, gebruiker=None, op=VANDAAG)
    assert rijen() == {OUD: (hernummerd.pk, DAG)}


def test_een_rij_die_haar_dossier_kwijtraakt_krijgt_niet_tegelijk_een_ander(importeer, hernummerd):
    """Numbers that changed places: one at a time, so that both readings can be taken back."""
    ander = StatushouderFactory(vnummer=OUD)
    inlezing = importeer(OUD, NIEUW)
    assert fouten(inlezing) == [(2, "vnummer", "coa_regel_verhuist")]
    assert rijen() == {OUD: (None, DAG), NIEUW: (hernummerd.pk, DAG)}
    assert fouten(importeer(OUD, NIEUW)) == []
    assert rijen() == {OUD: (ander.pk, DAG), NIEUW: (hernummerd.pk, DAG)}
