"""Doubles in numbers: planted pairs are found, different people, twins, couples and siblings are not."""

from dataclasses import replace
from random import Random

import pytest

from dossiers.figures.dubbelen import dubbelen_in_bestand, mogelijke_dubbelen
from dossiers.figures.zoeken import zoek
from dossiers.figures.zoeksleutels import zoeksleutels_kloppen
from dossiers.models import Gezin, Gezinslid, Regie, Statushouder
from tests.dossiers.factories import StatushouderFactory
from tests.dossiers.zoeken import mensen, namen_oefen, namen_toets

pytestmark = pytest.mark.django_db
BEIDE = pytest.mark.parametrize("namen", [namen_oefen, namen_toets], ids=["oefen", "toets"])


def bewaar(kandidaten, gezinnen=()):
    """The persons stored, in order; `gezinnen` are pairs of places that are one family."""
    personen = Statushouder.objects.bulk_create(
        Statushouder(
            nummer=f"D-30-{plaats:04d}",
            achternaam=wie.achternaam,
            voorvoegsel=wie.voorvoegsel,
            voornamen=wie.voornamen,
            geboren_vroegst=wie.geboren.vroegst,
            geboren_laatst=wie.geboren.laatst,
            geslacht=wie.geslacht,
            nationaliteit=wie.nationaliteit,
            vnummer=wie.vnummer,
        )
        for plaats, wie in enumerate(kandidaten)
    )
    Regie.objects.bulk_create(Regie(statushouder=persoon, van="2017-01-01") for persoon in personen)
    for paar in gezinnen:
        gezin = Gezin.objects.create(naam="Gezin")
        Gezinslid.objects.bulk_create(
            Gezinslid(gezin=gezin, statushouder=personen[plaats], rol="overig", van="2017-01-01")
            for plaats in paar
        )
    return personen


@BEIDE
def test_van_honderd_paren_staan_er_vijfennegentig_bij_de_eerste_drie(namen):
    kies = Random(7)
    anderen = [mensen.iemand(namen, kies)[0] for _ in range(400)]
    paren = [mensen.zelfde_paar(namen, kies) for _ in range(100)]
    personen = bewaar([*anderen, *(een for een, _ in paren)])[400:]
    voorstellen = mogelijke_dubbelen([ander for _, ander in paren], rijen=Statushouder.objects.all())
    gevonden = [
        persoon.pk in {voorstel.persoon for voorstel in rij}
        for persoon, rij in zip(personen, voorstellen, strict=True)
    ]
    assert sum(gevonden) >= 95


@BEIDE
def test_het_zoeken_vindt_die_paren_ook(namen):
    kies = Random(8)
    anderen = [mensen.iemand(namen, kies)[0] for _ in range(100)]
    paren = [mensen.zelfde_paar(namen, kies) for _ in range(100)]
    personen = bewaar([*anderen, *(een for een, _ in paren)])[100:]
    gevonden = 0
    for persoon, (_, ander) in zip(personen, paren, strict=True):
        tekst = f"{ander.voornamen} {ander.achternaam} {persoon.geboren_vroegst.year}"
        resultaten = zoek(tekst, rijen=Statushouder.objects.all(), limiet=10)
        gevonden += persoon.pk in {resultaat.persoon.pk for resultaat in resultaten}
    assert gevonden >= 95


@BEIDE
def test_onder_duizend_verschillende_mensen_ten_hoogste_twee_paren(namen):
    kies = Random(9)
    bewaar([replace(mensen.iemand(namen, kies)[0], vnummer=None) for _ in range(1000)])
    assert len(dubbelen_in_bestand(Statushouder.objects.all())) <= 2


@BEIDE
def test_van_vijftig_tweelingen_geen(namen):
    kies = Random(10)
    paren = [mensen.tweeling(namen, kies) for _ in range(50)]
    bewaar([wie for paar in paren for wie in paar], [(2 * nummer, 2 * nummer + 1) for nummer in range(50)])
    opgeslagen = {(p.achternaam, p.geboren): [] for p in Statushouder.objects.all()}
    for persoon in Statushouder.objects.all():
        opgeslagen[persoon.achternaam, persoon.geboren].append(persoon.pk)
    tweelingen = {tuple(sorted(pks)) for pks in opgeslagen.values() if len(pks) == 2}
    assert len(tweelingen) == 50
    gevonden = {(paar.een, paar.ander) for paar in dubbelen_in_bestand(Statushouder.objects.all())}
    assert not gevonden & tweelingen


@BEIDE
def test_in_het_bestand_staan_de_geplante_paren(namen):
    kies = Random(11)
    paren = [mensen.zelfde_paar(namen, kies) for _ in range(100)]
    personen = bewaar([wie for paar in paren for wie in paar])
    gevonden = {(paar.een, paar.ander) for paar in dubbelen_in_bestand(Statushouder.objects.all())}
    verwacht = {(personen[2 * nummer].pk, personen[2 * nummer + 1].pk) for nummer in range(100)}
    assert len(gevonden & verwacht) >= 95


def test_partners_en_broers_zijn_geen_dubbelen():
    kies = Random(12)
    vader, _, _ = mensen.iemand(namen_oefen, kies)
    vader = replace(vader, vnummer=None)
    moeder = replace(vader, voornamen="Salma", geslacht="V")
    kind = replace(vader, voornamen="Karim", geboren=mensen.iemand(namen_oefen, kies)[0].geboren)
    bewaar([vader, moeder, kind, replace(kind, voornamen="Rami")])
    assert dubbelen_in_bestand(Statushouder.objects.all()) == []


def test_zonder_geboortedatum_wordt_er_ook_gevonden():
    met = StatushouderFactory(voornamen="Semhar", achternaam="Tekle")
    zonder = StatushouderFactory(
        voornamen="Semhar", achternaam="Tecle", geboren_vroegst=None, geboren_laatst=None
    )
    (paar,) = dubbelen_in_bestand(Statushouder.objects.all())
    assert {paar.een, paar.ander} == {met.pk, zonder.pk}


def test_een_samengevoegd_dossier_telt_niet_mee():
    blijft = StatushouderFactory(voornamen="Semhar", achternaam="Tekle")
    StatushouderFactory(voornamen="Semhar", achternaam="Tecle", samengevoegd_met=blijft)
    assert len(dubbelen_in_bestand(Statushouder.objects.all())) == 1
    assert dubbelen_in_bestand(Statushouder.objects.actueel()) == []


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_vragen_voor_elk_aantal(aantal, django_assert_num_queries):
    kies = Random(13)
    wie = [mensen.iemand(namen_oefen, kies)[0] for _ in range(aantal)]
    bewaar(wie)
    zonder = [replace(persoon, vnummer=None) for persoon in wie]
    with django_assert_num_queries(2):
        assert all(mogelijke_dubbelen(zonder, rijen=Statushouder.objects.all()))
    StatushouderFactory(
        voornamen=wie[0].voornamen, achternaam=wie[0].achternaam, geboren_vroegst=None, geboren_laatst=None
    )
    with django_assert_num_queries(3):
        assert dubbelen_in_bestand(Statushouder.objects.all())


class TestSleutelsKloppen:
    def test_gewoon_bewaard_klopt(self):
        StatushouderFactory.create_batch(2)
        assert zoeksleutels_kloppen().aantal == 0

    @pytest.mark.parametrize(
        "velden", [{"achternaam": "Barakat"}, {"zoeksleutels": []}, {"paarsleutels": [1]}]
    )
    def test_langs_het_bewaren_geschreven_wordt_gezien(self, velden):
        persoon, _ = StatushouderFactory.create_batch(2)
        Statushouder.objects.filter(pk=persoon.pk).update(**velden)
        assert (zoeksleutels_kloppen().aantal, zoeksleutels_kloppen().voorbeelden) == (1, [persoon.nummer])
