"""Two dossiers that become one, both housed: a count and the home on which it stands stay together."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dossiers.actions.samenvoegen import voeg_samen
from dossiers.actions.samenvoegen_ongedaan import maak_ongedaan
from dossiers.models import Statushouder
from huisvesting.figures import (
    een_telling_per_persoon,
    telling_volgt,
    vestiging_en_plaatsing,
    woning_niet_vol,
)
from huisvesting.models import Plaatsing, Telling
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.dossiers.samenvoegen.conftest import DAG
from tests.huisvesting.factories import PlaatsingFactory, TellingFactory, WoningFactory

pytestmark = pytest.mark.django_db
EERST = date(2017, 2, 1)


def huisvest(persoon, van, *, tot=None, woning=None):
    """Settled, housed and counted, all on one day."""
    VestigingFactory(statushouder=persoon, van=van, tot=tot, reden_vertrek="Verhuisd" if tot else "")
    plaatsing = PlaatsingFactory(statushouder=persoon, van=van, tot=tot, woning=woning or WoningFactory())
    TellingFactory(statushouder=persoon, plaatsing=plaatsing, telt_op=van)
    return plaatsing


def voeg(paar):
    blijft, vervalt = (Statushouder.objects.get(pk=persoon.pk) for persoon in paar)
    return voeg_samen(
        blijft,
        vervalt,
        versies=(blijft.versie, vervalt.versie),
        keuzes={"naam": "blijft", "geboren": "blijft", "telefoon": "blijft"},
        reden="gezien",
        op=DAG,
        door=None,
    )


def klopt():
    return vestiging_en_plaatsing().aantal == een_telling_per_persoon().aantal == 0


def van_wie():
    woningen = set(Plaatsing.objects.values_list("pk", "statushouder"))
    return woningen, set(Telling.objects.values_list("statushouder", "plaatsing", "telt_op"))


@pytest.mark.parametrize("tot", [None, 1, 40])
@pytest.mark.parametrize("later", [-1, 0, 1, 30])
def test_de_telling_staat_op_een_woning_van_dezelfde_persoon(paar, later, tot):
    """`later`: by how many days the other dossier was housed after the one that stays, for `tot` days."""
    huisvest(paar[0], EERST)
    van = EERST + timedelta(later)
    huisvest(paar[1], van, tot=tot and van + timedelta(tot))
    voor = van_wie()
    assert klopt()
    samenvoeging = voeg(paar)
    assert klopt()
    assert telling_volgt().aantal == 0
    maak_ongedaan(samenvoeging, op=DAG, door=None)
    assert klopt()
    assert van_wie() == voor


@pytest.mark.parametrize(("later", "welke"), [(-1, 1), (0, 0), (1, 0)])
def test_de_woning_van_de_vroegste_telling_blijft(paar, later, welke):
    woningen = [huisvest(paar[0], EERST), huisvest(paar[1], EERST + timedelta(later))]
    voeg(paar)
    assert Plaatsing.objects.get(statushouder=paar[0]) == woningen[welke]
    assert Telling.objects.get(statushouder=paar[0]).plaatsing == woningen[welke]


def test_twee_inschrijvingen_in_een_volle_woning_wisselen_ook(paar):
    woning = WoningFactory(capaciteit=2)
    huisvest(paar[0], EERST, woning=woning)
    eerste = huisvest(paar[1], EERST - timedelta(1), woning=woning)
    voeg(paar)
    assert Plaatsing.objects.get(statushouder=paar[0]) == eerste


def test_een_eerdere_woning_waar_de_ander_uit_vertrok_gaat_gewoon_mee(paar):
    """Both homes are of one person; the second count stays behind, and holds for nobody."""
    huisvest(paar[0], EERST)
    huisvest(paar[1], EERST - timedelta(30), tot=EERST - timedelta(9))
    samenvoeging = voeg(paar)
    assert Plaatsing.objects.filter(statushouder=paar[0]).count() == 2
    assert klopt()
    maak_ongedaan(samenvoeging, op=DAG, door=None)
    assert klopt()


def test_wie_achterbleef_neemt_geen_plek_in(paar):
    """In a home for two: one person who was registered twice, and somebody else."""
    woning = WoningFactory(capaciteit=2)
    for persoon in paar:
        huisvest(persoon, EERST, woning=woning)
    voeg(paar)
    assert Plaatsing.objects.filter(woning=woning).count() == 2
    huisvest(StatushouderFactory(), EERST, woning=woning)
    assert woning_niet_vol().aantal == 0


def test_een_telling_op_de_woning_van_een_ander_wordt_gevonden(paar):
    """A negative control: for who did not go up in another dossier it is still asked."""
    woningen = [huisvest(persoon, EERST) for persoon in paar]
    Telling.objects.filter(statushouder=paar[1]).update(plaatsing=woningen[0])
    assert vestiging_en_plaatsing().voorbeelden == [paar[1].nummer]
