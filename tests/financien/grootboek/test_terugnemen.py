"""Taking a ledger file back, and the table that goes out and comes in again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import IntegrityError, transaction

from financien.models import Boeking, Merk, Toedeling
from tests.financien.factories import ActiviteitFactory, PeriodeafsluitingFactory
from tests.financien.grootboek.conftest import VANDAAG, fouten, opzij, tellingen
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions

RIJEN = (
    {},
    {"boekstuk": "2"},
    {"boekstuk": "3", "grootboekrekening": "99999", "relatie": "C"},
    {"boekstuk": "4", "bedrag": "-1,00", "relatie": "D"},
)


def neem_terug(inlezing):
    return actions.maak_ongedaan(inlezing, gebruiker=None, op=VANDAAG)


def test_alles_gaat_en_komt_weer(importeer):
    uitkomst = neem_terug(importeer(*RIJEN))
    assert (Boeking.objects.count(), Toedeling.objects.count(), Merk.objects.count()) == (0, 0, 0)
    assert uitkomst.behouden == []
    weer = importeer(*RIJEN)
    assert tellingen(weer) == (4, 0, 0, 0)


def test_daarna_verdwijnt_weer_niets_vanzelf(importeer):
    neem_terug(importeer({}))
    importeer({})
    with pytest.raises(IntegrityError), transaction.atomic():
        Boeking.objects.all().delete()


def test_wat_iemand_koppelde_blijft(importeer, begroting):
    inlezing = importeer(*RIJEN)
    los = Boeking.objects.zonder_regel().get()
    Toedeling.objects.create(
        boeking=los, activiteit=begroting[0], bedrag=los.bedrag, wijze="hand", op=VANDAAG
    )
    uitkomst = neem_terug(inlezing)
    assert [boeking.boekstuk for boeking in Boeking.objects.all()] == ["3"]
    assert [(een.rij, een.wat) for een in uitkomst.behouden] == [(4, "boeking")]


def test_wat_iemand_losmaakte_blijft(importeer):
    inlezing = importeer({}, {"boekstuk": "2", "relatie": "B"})
    Toedeling.objects.filter(boeking__boekstuk="2").update(ongedaan_op=VANDAAG, versie=2)
    neem_terug(inlezing)
    assert [boeking.boekstuk for boeking in Boeking.objects.all()] == ["2"]


def test_waarover_iemand_besloot_blijft_met_haar_regel(importeer):
    inlezing = importeer({}, {"boekstuk": "2"})
    wie = GebruikerFactory(rol="financien")
    Merk.objects.update(besluit="terecht", besloten_op=VANDAAG, besloten_door=wie, versie=2)
    neem_terug(inlezing)
    assert [(rij.boeking.boekstuk, rij.regelcode) for rij in Toedeling.objects.all()] == [("2", "PVT")]


def test_een_gesloten_maand_blijft_heel(importeer):
    inlezing = importeer({"boekdatum": "31-03-2017"}, {"boekstuk": "2", "relatie": "B"})
    PeriodeafsluitingFactory(maand=date(2017, 3, 1))
    uitkomst = neem_terug(inlezing)
    assert [boeking.boekdatum for boeking in Boeking.objects.all()] == [date(2017, 3, 31)]
    assert Toedeling.objects.count() == 1
    assert [een.rij for een in uitkomst.behouden] == [2]


def test_een_eerder_bestand_gaat_ook_als_een_later_erop_lijkt(importeer):
    eerste = importeer({})
    importeer({"boekstuk": "2"})
    neem_terug(eerste)
    assert (Boeking.objects.get().boekstuk, Merk.objects.count()) == ("2", 0)


def test_de_export_komt_weer_binnen(importeer, tmp_path: Path):
    importeer(*RIJEN, {"boekstuk": "5", "boekdatum": "02-05-2017", "relatie": "=E"})
    pad = tmp_path / "boekingen.csv"
    call_command("exporteer", "boekingen", str(pad), peildatum=date(2017, 5, 1))
    regels = pad.read_text(encoding="utf-8-sig").splitlines()
    assert regels[0] == (
        "boekstuk;regelnummer;boekdatum;boekjaar;kostenplaats;grootboekrekening;omschrijving;relatie;bedrag;"
        "verplichting;regel"
    )
    assert regels[1] == "4470912;1;26-04-2017;2017;67110;43210;Uitnodigingen;Drukkerij De Horst;312,50;;PVT"
    assert [regel.rpartition(";")[2] for regel in regels[1:]] == ["PVT", "PVT", "", "PVT"]
    weer = actions.lees_in(
        "grootboek", ContentFile(pad.read_bytes(), name="b.csv"), gebruiker=None, op=VANDAAG
    )
    assert (tellingen(weer), fouten(weer), opzij(weer)) == ((0, 0, 4, 0), [], [])


def test_een_verdeelde_boeking_is_een_rij(begroting, importeer, tmp_path: Path):
    regel = ActiviteitFactory(code="EXTRA")
    importeer({"grootboekrekening": "99999"})
    boeking = Boeking.objects.get()
    Toedeling.objects.bulk_create(
        Toedeling(boeking=boeking, activiteit=een, bedrag=deel, wijze="hand", op=VANDAAG)
        for een, deel in ((begroting[0], "12.50"), (regel, "300.00"))
    )
    pad = tmp_path / "boekingen.csv"
    call_command("exporteer", "boekingen", str(pad), peildatum=date(2017, 5, 1))
    assert pad.read_text(encoding="utf-8-sig").splitlines()[1].endswith(";312,50;;EXTRA, PVT")
