"""Counted by hand from the exported tables, for worlds of chance: the ledger, the key figure and the file agree."""

import csv
import random
from collections import Counter
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from dossiers.models import Opvang, Rol, Vergunning, WijzeVanKomst
from huisvesting.models import Plaatsing, Telling
from huisvesting.models.woning import Woningsoort
from huisvesting.tasks import hertel
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import (
    OpgaveFactory,
    OvernameFactory,
    PeriodeFactory,
    PlaatsingFactory,
    WoningFactory,
)
from tests.huisvesting.tellen import amv
from tests.huisvesting.test_natellen import document

pytestmark = pytest.mark.django_db
DAGEN = ("2016-12-31", "2017-05-01", "2017-06-30", "2017-12-31", "2018-07-03")
GEMEENTEN = ("Wassenaar", "Wassenaar", "Wassenaar", "Leiden")


def lees(soort: str, dag: str, tmp_path) -> list[dict[str, str]]:
    """The rows of an exported table."""
    bestand = tmp_path / f"{soort}.csv"
    call_command("exporteer", soort, str(bestand), "--peildatum", dag, stdout=StringIO())
    with bestand.open(encoding="utf-8-sig") as open_bestand:
        return list(csv.DictReader(open_bestand, delimiter=";"))


def dag_tussen(kans: random.Random, van: date, tot: date) -> date:
    return van + timedelta(days=kans.randrange((tot - van).days))


def woning(kans: random.Random):
    """A home here or elsewhere, for good or not, for AMVs or not."""
    return WoningFactory(
        plaats=kans.choice(GEMEENTEN),
        soort=kans.choice([Woningsoort.GEWOON, Woningsoort.GEWOON, Woningsoort.DOORSTROOM]),
        koppelgemeente=kans.choice(GEMEENTEN),
        amv_woning=kans.random() < 0.3,
    )


def persoon(kans: random.Random):
    geboren = dag_tussen(kans, date(1998, 1, 1), date(2004, 1, 1))
    return StatushouderFactory(
        wijze_van_komst=kans.choice([*WijzeVanKomst, WijzeVanKomst.AMV, WijzeVanKomst.NAREIZIGER]),
        opvang=kans.choice(list(Opvang)),
        vergunning=kans.choice([*Vergunning, Vergunning.ASIEL, Vergunning.ASIEL, Vergunning.NAREIS]),
        geboren_vroegst=geboren,
        geboren_laatst=geboren,
    )


@pytest.fixture(params=range(5))
def kans(request, db):
    """Thirty persons, some in families, with one home or two, and some taken over by another municipality."""
    kans = random.Random(request.param)
    tijden = {"2016": (date(2016, 1, 1), date(2016, 12, 31))}
    for jaar in (2017, 2018):
        tijden[f"{jaar}-H1"] = (date(jaar, 1, 1), date(jaar, 6, 30))
        tijden[f"{jaar}-H2"] = (date(jaar, 7, 1), date(jaar, 12, 31))
    for code, (van, tot_en_met) in tijden.items():
        OpgaveFactory(periode=PeriodeFactory(code=code, van=van, tot_en_met=tot_en_met))
    gezinnen = [GezinFactory() for _ in range(4)]
    for _ in range(30):
        wie = persoon(kans)
        if kans.random() < 0.4:
            GezinslidFactory(gezin=kans.choice(gezinnen), statushouder=wie, rol=Rol.OVERIG)
        van = dag_tussen(kans, date(2015, 11, 1), date(2017, 10, 1))
        tot = van + timedelta(days=kans.randrange(30, 200)) if kans.random() < 0.4 else None
        PlaatsingFactory(statushouder=wie, woning=woning(kans), van=van, tot=tot)
        if tot and kans.random() < 0.7:
            PlaatsingFactory(statushouder=wie, woning=woning(kans), van=tot)
    hertel()
    for telling in Telling.objects.filter(regel="H7"):
        if kans.random() < 0.6:
            dag = dag_tussen(kans, telling.telt_op, date(2018, 7, 4))
            OvernameFactory(statushouder_id=telling.statushouder_id, gemeld_op=dag)
    for tot in (date(2017, 7, 1), date(2018, 7, 1)):  # in the half-year in which they count, and after it
        plek = PlaatsingFactory(statushouder=amv(), woning__amv_woning=True, van=date(2017, 2, 1))
        OvernameFactory(
            statushouder=plek.statushouder, gemeld_op=dag_tussen(kans, tot - timedelta(days=90), tot)
        )
    hertel()
    return kans


def test_het_bestand_het_grootboek_en_het_kerncijfer_tellen_hetzelfde(kans, tmp_path):
    for dag in DAGEN:
        plaatsingen, tellingen = lees("plaatsingen", dag, tmp_path), lees("tellingen", dag, tmp_path)
        telt = Counter(rij["telt_voor"] for rij in plaatsingen if rij["telt_voor"])
        geteld_in = {rij["dossier"]: rij["telt_voor"] for rij in tellingen if rij["waarde"] == "1"}
        eraf = [rij for rij in tellingen if rij["waarde"] == "-1"]
        overgenomen = {rij["dossier"] for rij in eraf if rij["telt_voor"] == geteld_in[rij["dossier"]]}
        later = Counter(rij["telt_voor"] for rij in eraf if rij["dossier"] not in overgenomen)
        # each person who counts, on the row of the home by which they count
        kolommen = ("dossier", "vnummer", "telt_voor", "telt_op")
        erbij = [rij for rij in tellingen if rij["waarde"] == "1" and rij["dossier"] not in overgenomen]
        assert sorted(tuple(rij[naam] for naam in kolommen) for rij in erbij) == sorted(
            tuple(rij[naam] for naam in kolommen) for rij in plaatsingen if rij["telt_voor"]
        )
        assert all(bool(rij["telt_voor"]) == bool(rij["telt_op"]) for rij in plaatsingen)
        periodes = document("taakstelling", "--peildatum", dag)["periodes"]
        assert {rij["periode"] for rij in periodes} == {"2016", "2017-H1", "2017-H2", "2018-H1", "2018-H2"}
        for periode in periodes:
            code = periode["periode"]
            assert periode["gerealiseerd_benoemd"] == telt[code] - later[code], (dag, code)
            met_min = code in {rij["telt_voor"] for rij in eraf}
            assert any("andere gemeente" in regel for regel in periode["opmerkingen"]) == met_min
        cijfers = document("kerncijfers", "--peildatum", dag, "--domein", "huisvesting")["cijfers"]
        [gehuisvest] = [rij["waarde"] for rij in cijfers if rij["code"] == "huisvesting.gehuisvest"]
        assert gehuisvest == sum(aantal for code, aantal in telt.items() if code.startswith(dag[:4]))


@pytest.mark.parametrize("met_periode", [True, False])
@pytest.mark.parametrize(
    ("gemeld_op", "peildatum", "telt_voor"),
    [
        ("2017-06-30", "2017-06-29", "2017-H1"),  # not reported yet
        ("2017-06-30", "2017-06-30", ""),  # the last day of the half-year in which it counted
        ("2017-07-01", "2017-07-01", "2017-H1"),  # the day after: that half-year stays as it was
    ],
)
def test_wie_in_hetzelfde_half_jaar_wordt_overgenomen_telt_er_niet(
    db, tmp_path, gemeld_op, peildatum, telt_voor, met_periode
):
    if met_periode:
        PeriodeFactory()
    wie = amv()
    PlaatsingFactory(statushouder=wie, woning__amv_woning=True, van=date(2017, 2, 1))
    OvernameFactory(statushouder=wie, gemeld_op=date.fromisoformat(gemeld_op))
    hertel()
    [rij] = lees("plaatsingen", peildatum, tmp_path)
    assert (rij["telt_voor"], bool(rij["telt_op"])) == (telt_voor, bool(telt_voor))
    cijfers = document("kerncijfers", "--peildatum", peildatum, "--domein", "huisvesting")["cijfers"]
    assert [rij["waarde"] for rij in cijfers if rij["code"] == "huisvesting.gehuisvest"] == [bool(telt_voor)]


def test_de_werelden_hebben_van_alles_iets(kans):
    """A recount of worlds without minus rows, or homes elsewhere, would prove nothing."""
    dag = date(2018, 7, 3)
    eraf = set(Telling.objects.filter(waarde=-1).values_list("statushouder", flat=True))
    blijvend = set(Telling.objects.blijvend(dag).values_list("statushouder", flat=True))
    assert eraf - blijvend, "somebody is taken over in the period in which they counted"
    assert eraf & blijvend, "and somebody later"
    assert Telling.objects.filter(regel="H10", waarde=1).exists()
    assert Telling.objects.filter(statushouder__wijze_van_komst=WijzeVanKomst.NAREIZIGER).exists()
    elders = Plaatsing.objects.exclude(woning__plaats="Wassenaar").filter(tellingen=None)
    assert elders.exists()
    amv = {
        "statushouder__wijze_van_komst": WijzeVanKomst.AMV,
        "statushouder__vergunning": Vergunning.REGULIER,
    }
    assert not Telling.objects.filter(**amv).exists()
