"""What was built on a file with placements or persons: it stays when the file is taken back or corrected."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from dossiers.models import Vestiging
from huisvesting.figures import een_telling_per_persoon, vestiging_en_plaatsing
from huisvesting.models import Plaatsing, Telling
from tests.dossiers.factories import VestigingFactory
from tests.huisvesting.importeren.conftest import RIJ, VANDAAG, fouten
from uitwisseling import actions

EERST = {"van": "02-03-2017", "tot_en_met": "31-03-2017"}
DAARNA = {"van": "01-04-2017", "huisnummer": "14"}


def lees_persoon(persoon, **cellen):
    rij = {"vnummer": RIJ["vnummer"], "achternaam": persoon.achternaam, **cellen}
    regels = f"{';'.join(rij)}\r\n{';'.join(rij.values())}\r\n"
    bestand = ContentFile(regels.encode(), name="personen.csv")
    return actions.lees_in("personen", bestand, gebruiker=None, op=VANDAAG)


def neem_terug(inlezing):
    return actions.maak_ongedaan(inlezing, gebruiker=None, op=VANDAAG).behouden


def test_een_verhuizing_daarna_houdt_de_woning_die_vestigt_en_telt(persoon, importeer):
    eerst, _ = importeer(EERST), importeer(DAARNA)
    assert [een.rij for een in neem_terug(eerst)] == [2]
    assert Plaatsing.objects.count() == 2
    assert Telling.objects.get().telt_op == date(2017, 3, 2)
    assert vestiging_en_plaatsing().aantal == een_telling_per_persoon().aantal == 0


def test_ook_wie_al_gevestigd_was_blijft_tellen(persoon, importeer):
    VestigingFactory(statushouder=persoon, van=date(2017, 1, 1))
    eerst, _ = importeer(EERST), importeer(DAARNA)
    assert [een.dossier for een in neem_terug(eerst)] == [persoon.nummer]
    assert Telling.objects.get().plaatsing.van == date(2017, 3, 2)


def test_de_laatste_eerst_en_dan_de_eerste_laat_niets_over(persoon, importeer):
    eerst, daarna = importeer(EERST), importeer(DAARNA)
    assert neem_terug(daarna) == neem_terug(eerst) == []
    assert not Plaatsing.objects.exists()
    assert not Telling.objects.exists()
    assert not Vestiging.objects.exists()


def test_een_verhuizing_in_een_bestand_gaat_als_geheel(persoon, importeer):
    assert neem_terug(importeer(EERST, DAARNA)) == []
    assert not Plaatsing.objects.exists()
    assert not Vestiging.objects.exists()


def test_een_vestiging_waarin_iemand_een_woning_kreeg_blijft(persoon, importeer):
    vestiging = actions.sla_op(lees_persoon(persoon, gevestigd_op="01-03-2017"), op=VANDAAG)
    importeer(EERST)
    assert [een.wat for een in neem_terug(vestiging)] == ["vestiging"]
    assert vestiging_en_plaatsing().aantal == 0


def test_een_vestiging_zonder_woning_gaat(persoon):
    vestiging = actions.sla_op(lees_persoon(persoon, gevestigd_op="01-03-2017"), op=VANDAAG)
    assert neem_terug(vestiging) == []
    assert not Vestiging.objects.exists()


def test_de_vestiging_schuift_niet_voorbij_de_eerste_woning(persoon, importeer):
    VestigingFactory(statushouder=persoon, van=date(2017, 3, 1))
    importeer(EERST)
    assert fouten(lees_persoon(persoon, gevestigd_op="02-03-2017")) == []
    assert fouten(lees_persoon(persoon, gevestigd_op="03-03-2017")) == [
        (2, "gevestigd_op", "woning_buiten_vestiging")
    ]


def test_het_vertrek_ligt_na_de_dag_van_de_woning(persoon, importeer):
    VestigingFactory(statushouder=persoon, van=date(2017, 3, 1))
    importeer(EERST)
    assert fouten(lees_persoon(persoon, vertrokken_op="03-03-2017")) == []
    assert fouten(lees_persoon(persoon, vertrokken_op="02-03-2017")) == [
        (2, "vertrokken_op", "woning_buiten_vestiging")
    ]


@pytest.mark.parametrize(
    ("woning", "blijft"), [("09-04-2017", True), ("10-04-2017", False), ("11-04-2017", False)]
)
def test_oude_dagen_komen_niet_terug_onder_een_woning(persoon, importeer, woning, blijft):
    """A first file said 10 April, a second 1 April: that one cannot be taken back past a home from before 10 April."""
    actions.sla_op(lees_persoon(persoon, gevestigd_op="10-04-2017"), op=VANDAAG)
    verbeterd = actions.sla_op(lees_persoon(persoon, gevestigd_op="01-04-2017"), op=VANDAAG)
    importeer({"van": woning})
    vooraf = actions.terugneembaar(verbeterd)
    na = actions.maak_ongedaan(verbeterd, gebruiker=None, op=VANDAAG)
    assert na == vooraf
    assert na.hersteld == (not blijft)
    assert [(een.rij, een.dossier, een.wat) for een in na.behouden] == (
        [(2, persoon.nummer, "vestiging")] if blijft else []
    )
    assert Vestiging.objects.get().van == date(2017, 4, 1 if blijft else 10)
    assert vestiging_en_plaatsing().aantal == 0


@pytest.mark.parametrize(("woning", "blijft"), [("19-04-2017", False), ("20-04-2017", True)])
def test_een_oud_vertrek_ook_niet(persoon, importeer, woning, blijft):
    """The same for a day of leaving, the first day on which somebody is gone."""
    VestigingFactory(statushouder=persoon, van=date(2017, 3, 1), tot=date(2017, 4, 20), reden_vertrek="Weg")
    verbeterd = actions.sla_op(lees_persoon(persoon, vertrokken_op="25-04-2017"), op=VANDAAG)
    importeer({"van": woning})
    assert bool(neem_terug(verbeterd)) == blijft
    assert Vestiging.objects.get().tot == date(2017, 4, 25 if blijft else 20)
    assert vestiging_en_plaatsing().aantal == 0


def test_een_woning_die_zelf_ook_gaat_houdt_de_dagen_niet(persoon, importeer):
    """First the file with the home is taken back, then the correction."""
    VestigingFactory(statushouder=persoon, van=date(2017, 4, 10))
    verbeterd = actions.sla_op(lees_persoon(persoon, gevestigd_op="01-04-2017"), op=VANDAAG)
    woning = importeer({"van": "05-04-2017"})
    assert neem_terug(woning) == neem_terug(verbeterd) == []
    assert Vestiging.objects.get().van == date(2017, 4, 10)


def test_de_andere_kolommen_van_die_persoon_gaan_wel_terug(persoon, importeer):
    VestigingFactory(statushouder=persoon, van=date(2017, 4, 10))
    verbeterd = actions.sla_op(
        lees_persoon(persoon, gevestigd_op="01-04-2017", voornamen="Anders"), op=VANDAAG
    )
    importeer({"van": "05-04-2017"})
    assert [een.wat for een in neem_terug(verbeterd)] == ["vestiging"]
    persoon.refresh_from_db()
    assert persoon.voornamen == "Rima"
