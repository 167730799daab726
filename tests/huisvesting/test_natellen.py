"""Counted by hand from the table of placements: the same persons as the ledger and the key figure."""

import csv
import json
from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from dossiers.models import Opvang, Rol, WijzeVanKomst
from huisvesting.actions import beeindig, plaats
from huisvesting.tasks import hertel
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import WoningFactory

pytestmark = pytest.mark.django_db


def document(naam: str, *argumenten: str) -> dict:
    uit = StringIO()
    call_command(naam, *argumenten, "--json", stdout=uit)
    return json.loads(uit.getvalue())


def benoemd(dag: str) -> dict[str, int]:
    """By period: the persons behind the number, as the command prints it."""
    periodes = document("taakstelling", "--peildatum", dag)["periodes"]
    return {rij["periode"]: rij["gerealiseerd_benoemd"] for rij in periodes}


@pytest.fixture
def bewoners(periodes):
    """A family with a child born later, somebody who moves, AMVs of each kind, and a home elsewhere."""
    gezin = GezinFactory()
    ouder = GezinslidFactory(gezin=gezin).statushouder
    woning = WoningFactory()
    plaats([ouder], woning=woning, van=date(2017, 5, 3))
    geboren = {
        "statushouder__geboren_vroegst": date(2017, 5, 6),
        "statushouder__geboren_laatst": date(2017, 5, 6),
    }
    kind = GezinslidFactory(gezin=gezin, rol=Rol.KIND, van=date(2017, 5, 6), **geboren).statushouder
    plaats([kind], woning=woning, van=date(2017, 5, 6))
    verhuizer = StatushouderFactory()
    [eerste] = plaats([verhuizer], woning=WoningFactory(), van=date(2016, 6, 30))
    beeindig(eerste, versie=1, tot=date(2017, 5, 20))
    plaats([verhuizer], woning=WoningFactory(), van=date(2017, 5, 20))
    plaats([StatushouderFactory()], woning=WoningFactory(plaats="Leiden"), van=date(2017, 5, 10))
    plaats([StatushouderFactory(vergunning="regulier")], woning=WoningFactory(), van=date(2017, 5, 10))
    for opvang, jaar in ((Opvang.KSO, 2001), (Opvang.KSO, 2002), (Opvang.KWV, 2001)):
        amv = StatushouderFactory(
            wijze_van_komst=WijzeVanKomst.AMV,
            opvang=opvang,
            geboren_vroegst=date(jaar, 6, 15),
            geboren_laatst=date(jaar, 6, 15),
        )
        plaats([amv], woning=WoningFactory(amv_woning=True), van=date(2017, 5, 12))
    plaats([StatushouderFactory()], woning=WoningFactory(), van=date(2017, 7, 1))


@pytest.mark.usefixtures("bewoners")
@pytest.mark.parametrize(
    "dag", ["2017-05-11", "2017-05-12", "2017-06-14", "2017-06-15", "2017-06-30", "2017-07-01"]
)
def test_de_tabel_het_grootboek_en_het_kerncijfer_tellen_hetzelfde(tmp_path, dag):
    bestand = tmp_path / "plaatsingen.csv"
    call_command("exporteer", "plaatsingen", str(bestand), "--peildatum", dag, stdout=StringIO())
    with bestand.open(encoding="utf-8-sig") as open_bestand:
        rijen = list(csv.DictReader(open_bestand, delimiter=";"))
    nageteld = Counter(rij["telt_voor"] for rij in rijen if rij["telt_voor"])
    assert all(bool(rij["telt_voor"]) == bool(rij["telt_op"]) for rij in rijen)
    assert len({rij["dossier"] for rij in rijen if rij["telt_voor"]}) == sum(nageteld.values())

    grootboek = benoemd(dag)
    assert {code: aantal for code, aantal in grootboek.items() if aantal} == dict(nageteld)

    cijfers = document("kerncijfers", "--peildatum", dag, "--domein", "huisvesting")["cijfers"]
    [gehuisvest] = [rij["waarde"] for rij in cijfers if rij["code"] == "huisvesting.gehuisvest"]
    assert gehuisvest == sum(aantal for code, aantal in nageteld.items() if code.startswith("2017"))
    assert hertel() == 0


@pytest.mark.usefixtures("bewoners")
def test_wie_er_op_die_dagen_telt():
    """The ledger by hand: the parent, the AMV of 15, and the one who turns 15 on 15 June 2017."""
    dagen = ("2017-05-11", "2017-05-12", "2017-06-14", "2017-06-15", "2017-07-01")
    tellingen = {dag: benoemd(dag) for dag in dagen}
    assert [tellingen[dag]["2017-H1"] for dag in tellingen] == [1, 2, 2, 3, 3]
    assert [tellingen[dag]["2017-H2"] for dag in tellingen] == [0, 0, 0, 0, 1]
    assert {tellingen[dag]["2016"] for dag in tellingen} == {1}
