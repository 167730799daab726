"""What goes out comes in again: unchanged where it came from, and the same where nothing was."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from dossiers.models import Vestiging
from huisvesting.models import Plaatsing, Telling, Woning
from kern.register import register
from tests.dossiers.factories import StatushouderFactory, VestigingFactory
from tests.huisvesting.factories import PlaatsingFactory
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions
from uitwisseling.models import Inlezing

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
PERSONEN = """gezin;rol;achternaam;voorvoegsel;voornamen;geboortedatum;geslacht;nationaliteit;vnummer;\
wijze_van_komst;vergunning;opvang;vergunning_op;coa_koppeldatum;gevestigd_op;brp_op;vertrokken_op;regisseur
a;hoofd;Masri;al;Hadi;03-07-1992;M;Syrische;2741603318;koppeling;asiel;azc;09-01-2017;08-02-2017;28-03-2017;\
30-03-2017;;m.dewit@wassenaar.example
a;partner;Haddad;;Rima;00-00-1990;V;Syrische;2741603319;nareiziger;nareis;geen;;;28-03-2017;;;
a;kind;Masri;al;'-Nour;00-03-2015;O;Onbekend;2741603320;nareiziger;nareis;geen;;;28-03-2017;;20-04-2017;
b;hoofd;Tekle;;Semhar;11-02-1989;V;Eritrese;2741603321;amv;asiel;kso;;;;;;
""".replace("\\\n", "")
PLAATSINGEN = """vnummer;straat;huisnummer;toevoeging;postcode;wijk;verhuurder;amv_woning;van;tot_en_met
2741603318;Zijdeweg;12;a;2245 AB;Kerkehout;De Sleutels;nee;28-03-2017;30-04-2017
2741603318;Zijdeweg;14;;2245 AB;Kerkehout;De Sleutels;nee;01-05-2017;
2741603319;Zijdeweg;12;a;2245 AB;Kerkehout;De Sleutels;nee;28-03-2017;
2741603321;Helmweg;1;;2242 ZZ;;;ja;01-05-2017;
"""


@pytest.fixture(autouse=True)
def _bestanden(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "bestanden"
    GebruikerFactory(email="m.dewit@wassenaar.example")


def lees_in(soort: str, inhoud: bytes) -> Inlezing:
    inlezing = actions.lees_in(soort, ContentFile(inhoud, name="x"), gebruiker=None, op=MEI)
    return actions.sla_op(inlezing, op=MEI)


def exporteer(soort: str, pad: Path) -> bytes:
    call_command("exporteer", soort, str(pad), "--peildatum=2017-05-01")
    return pad.read_bytes()


def zonder_sleutels(inhoud: bytes) -> list[dict[str, str]]:
    """The rows without what another database numbers anew; a family by its place."""
    rijen = list(csv.DictReader(inhoud.decode("utf-8-sig").splitlines(), delimiter=";"))
    gezinnen = list(dict.fromkeys(rij["gezin"] for rij in rijen if "gezin" in rij))
    return [
        {
            kolom: str(gezinnen.index(waarde)) if kolom == "gezin" else waarde
            for kolom, waarde in rij.items()
            if kolom != "dossier"
        }
        for rij in sorted(rijen, key=lambda rij: (rij["vnummer"], rij.get("van", "")))
    ]


def aantallen(inlezing: Inlezing) -> tuple[int, int, int, int]:
    return inlezing.aangemaakt, inlezing.gewijzigd, inlezing.ongewijzigd, inlezing.met_fout


@pytest.mark.parametrize("formaat", ["csv", "xlsx"])
def test_wat_eruit_komt_verandert_niets_als_het_terugkomt(tmp_path, formaat):
    lees_in("personen", PERSONEN.encode())
    lees_in("plaatsingen", PLAATSINGEN.encode())
    for soort in ("personen", "plaatsingen"):
        inhoud = exporteer(soort, tmp_path / f"{soort}.{formaat}")
        terug = lees_in(soort, inhoud)
        assert aantallen(terug) == (0, 0, 4, 0), list(terug.verschillen.values("kolom", "was", "wordt"))
        assert terug.opzij == 0


def test_in_een_leeg_systeem_komt_hetzelfde_terug(tmp_path):
    personen = lees_in("personen", PERSONEN.encode())
    plaatsingen = lees_in("plaatsingen", PLAATSINGEN.encode())
    uit = {soort: exporteer(soort, tmp_path / f"{soort}.csv") for soort in ("personen", "plaatsingen")}
    actions.maak_ongedaan(plaatsingen, gebruiker=None, op=MEI)
    actions.maak_ongedaan(personen, gebruiker=None, op=MEI)
    assert [model.objects.count() for model in (Plaatsing, Telling, Woning)] == [0, 0, 0]
    for soort, inhoud in uit.items():
        assert aantallen(lees_in(soort, inhoud)) == (4, 0, 0, 0)
        assert zonder_sleutels(exporteer(soort, tmp_path / "weer.csv")) == zonder_sleutels(inhoud)


def test_wie_vertrok_en_terugkwam_houdt_beide_verblijven(tmp_path):
    """The file with persons has the last spell only: the earlier one comes back with its homes."""
    wie = StatushouderFactory(vnummer="2741603322")
    verblijven = [(date(2015, 1, 5), date(2015, 9, 1)), (date(2016, 9, 1), None)]
    for van, tot in verblijven:
        VestigingFactory(statushouder=wie, van=van, tot=tot)
    for van, tot in [
        (date(2015, 1, 5), date(2015, 6, 1)),
        (date(2015, 6, 1), date(2015, 9, 1)),
        verblijven[1],
    ]:
        PlaatsingFactory(statushouder=wie, van=van, tot=tot)
    uit = {soort: exporteer(soort, tmp_path / f"{soort}.csv") for soort in ("personen", "plaatsingen")}
    for model in (Plaatsing, Woning, Vestiging):
        model.objects.all().delete()
    for soort, inhoud in uit.items():
        assert lees_in(soort, inhoud).met_fout == 0
    assert list(Vestiging.objects.order_by("van").values_list("van", "tot")) == verblijven
    assert Plaatsing.objects.count() == 3


def test_de_kolommen_zijn_die_van_het_inlezen():
    """All that comes in also goes out, under the same names."""
    erin = {soort.soort: {kolom.naam for kolom in soort.kolommen} for _, soort in register.importen()}
    eruit = {tabel.soort: set(tabel.kolommen) for _, tabel in register.exporten()}
    beide = erin.keys() & eruit.keys()
    assert beide >= {"personen", "plaatsingen"}
    assert {soort: erin[soort] - eruit[soort] for soort in beide} == {soort: set() for soort in beide}


def test_een_naam_als_formule_komt_ongeschonden_terug(tmp_path):
    StatushouderFactory(vnummer="2741603322", achternaam="=1+1", voornamen="@Rima")
    inhoud = exporteer("personen", tmp_path / "uit.csv")
    assert b"'=1+1" in inhoud
    assert aantallen(lees_in("personen", inhoud)) == (0, 0, 1, 0)
