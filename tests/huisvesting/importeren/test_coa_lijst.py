"""A newer list of COA replaces the one before it of the same half-year: who is on it no more makes the difference."""

from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from dossiers.actions import scherm_af
from huisvesting.figures.coa import Vergelijking
from huisvesting.models import CoaRegel
from huisvesting.rules.coa import soort_reden
from huisvesting.tasks import hertel
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import PlaatsingFactory
from tests.huisvesting.importeren.conftest import VANDAAG, opzij, tellingen
from tests.huisvesting.importeren.test_coa import als_bestand
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions


@pytest.fixture
def importeer(db):
    def lees(rijen):
        inlezing = actions.lees_in("coa", als_bestand(*rijen), gebruiker=None, op=VANDAAG)
        return actions.sla_op(inlezing, op=VANDAAG, goede_rijen=True)

    return lees


@pytest.fixture
def twintig(db):
    """As many persons, each counted here from another day of January."""
    personen = [StatushouderFactory(vnummer=f"27416040{nummer:02d}") for nummer in range(20)]
    for nummer, persoon in enumerate(personen):
        PlaatsingFactory(statushouder=persoon, van=date(2017, 1, 2 + nummer))
    hertel()
    return personen


def lijst(personen) -> list[dict[str, str]]:
    return [
        {"vnummer": persoon.vnummer, "gehuisvest_op": f"{2 + nummer:02d}-01-2017"}
        for nummer, persoon in enumerate(personen)
    ]


def verschillen(dag: date = VANDAAG) -> list[tuple[str | None, str]]:
    return [(rij.dossier, rij.reden) for rij in Vergelijking(dag).verschillen]


def weg(persoon) -> tuple[str, str]:
    return (persoon.nummer, "Staat niet meer op de lijst van COA. Op de vorige lijst stond 9-1-2017.")


@pytest.mark.usefixtures("periodes")
def test_wie_op_de_nieuwe_lijst_niet_meer_staat_maakt_het_verschil(importeer, twintig):
    rijen = lijst(twintig)
    importeer(rijen)
    assert (verschillen(), Vergelijking(VANDAAG).telling_coa("2017-H1")) == ([], 20)
    nieuw = importeer([*rijen[:7], *rijen[8:]])
    assert tellingen(nieuw) == {"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 19, "fout": 0}
    [rij] = Vergelijking(VANDAAG).verschillen
    assert (rij.dossier, rij.reden) == weg(twintig[7])
    assert (rij.wij, rij.coa, soort_reden(rij.reden)) == (date(2017, 1, 9), None, "Niet meer bij COA")
    assert Vergelijking(VANDAAG).telling_coa("2017-H1") == 19
    oud = CoaRegel.objects.get(op_lijst=False)  # what the older list said is kept
    assert (oud.statushouder, oud.gehuisvest_op, oud.versie) == (twintig[7], date(2017, 1, 9), 2)


def test_dezelfde_lijst_nog_eens_verandert_niets(importeer, twintig):
    rijen = lijst(twintig)
    importeer(rijen)
    importeer(rijen[1:])
    assert tellingen(importeer(rijen[1:]))["ongewijzigd"] == 19
    assert CoaRegel.objects.filter(op_lijst=False).count() == 1


def test_wie_terugkomt_telt_weer(importeer, twintig):
    rijen = lijst(twintig)
    importeer(rijen)
    importeer(rijen[1:])
    assert tellingen(importeer(rijen)) == {"nieuw": 0, "gewijzigd": 1, "ongewijzigd": 19, "fout": 0}
    assert verschillen() == []


def test_een_lijst_van_een_ander_half_jaar_laat_deze_met_rust(importeer, twintig):
    importeer(lijst(twintig))
    importeer([{"vnummer": "2799999999", "gehuisvest_op": "03-07-2017"}])
    assert verschillen() == []


@pytest.mark.parametrize(("aantal", "eraf"), [(9, 0), (10, 10), (11, 9)])
def test_minder_dan_de_helft_is_een_verbetering_en_geen_lijst(importeer, twintig, aantal, eraf):
    rijen = lijst(twintig)
    importeer(rijen)
    importeer(rijen[:aantal])
    assert CoaRegel.objects.filter(op_lijst=False).count() == eraf


def test_een_rij_met_een_fout_haalt_niemand_van_de_lijst(importeer, twintig):
    rijen = lijst(twintig)
    importeer(rijen)
    importeer([*rijen[:-1], {**rijen[-1], "gehuisvest_op": "31-02-2017"}])
    assert not CoaRegel.objects.filter(op_lijst=False).exists()


def test_terugnemen_zet_de_vorige_lijst_terug(importeer, twintig):
    rijen = lijst(twintig)
    importeer(rijen)
    nieuw = importeer(rijen[1:])
    assert actions.maak_ongedaan(nieuw, gebruiker=None, op=VANDAAG).behouden == []
    assert (verschillen(), CoaRegel.objects.filter(op_lijst=False).count()) == ([], 0)


def test_wie_hier_niet_telt_en_van_de_lijst_is_maakt_geen_verschil(importeer, twintig):
    onbekend = {"vnummer": "2799999999", "gehuisvest_op": "03-02-2017"}
    importeer([*lijst(twintig), onbekend])
    assert len(verschillen()) == 1
    importeer(lijst(twintig))
    assert verschillen() == []


def test_wie_van_de_lijst_valt_staat_er_voor_het_opslaan(importeer, twintig):
    rijen = lijst(twintig)
    importeer(rijen)
    klaar = actions.lees_in("coa", als_bestand(*rijen[2:]), gebruiker=None, op=VANDAAG)
    assert opzij(klaar) == [(1, "niet_meer_op_lijst")]
    nummers = f"{twintig[0].nummer}, {twintig[1].nummer}"
    assert klaar.opzijgezet.get().melding == (
        "2 personen van de vorige lijst staan niet in dit bestand. Zij vallen van de lijst. "
        f"Met een dossier: {nummers}."
    )
    assert (tellingen(klaar)["ongewijzigd"], klaar.opzij) == (18, 0)  # it is no row of the file
    assert not CoaRegel.objects.filter(op_lijst=False).exists()
    assert opzij(actions.sla_op(klaar, op=VANDAAG)) == [(1, "niet_meer_op_lijst")]
    assert CoaRegel.objects.filter(op_lijst=False).count() == 2


def test_een_afgeschermd_dossier_wordt_niet_genoemd(importeer, twintig):
    rijen = lijst(twintig)
    importeer(rijen)
    scherm_af([twintig[0]], reden="Wordt bedreigd", collegas=[], op=VANDAAG, door=GebruikerFactory())
    melding = importeer(rijen[1:]).opzijgezet.get().melding
    assert melding == "1 persoon van de vorige lijst staat niet in dit bestand. Die valt van de lijst."


@pytest.mark.parametrize("aantal", [1, 2])
def test_een_nieuwe_persoon_is_geen_nieuwe_lijst(importeer, twintig, aantal):
    """However short the list before it: it shares nobody with it."""
    importeer(lijst(twintig[:aantal]))
    nieuw = importeer([{"vnummer": "2799999999", "gehuisvest_op": "03-02-2017"}])
    assert opzij(nieuw) == [(2, "coa_onbekend")]
    assert not CoaRegel.objects.filter(op_lijst=False).exists()


def test_de_pagina_noemt_het_hele_bestand(importeer, twintig, client):
    importeer(lijst(twintig))
    client.force_login(ik := GebruikerFactory())
    rijen = [*lijst(twintig)[1:], {"vnummer": "2799999999", "gehuisvest_op": "03-02-2017"}]
    klaar = actions.lees_in("coa", als_bestand(*rijen), gebruiker=ik, op=VANDAAG)
    pagina = client.get(reverse("uitwisseling:voorbeeld", args=[klaar.sleutel]))
    assert pagina.context["geheel"] == [valt_eraf(twintig[0])]
    assert [een.rij for een in pagina.context["opzij"]] == [21]  # of the header no row, and no count
    assert valt_eraf(twintig[0]) in pagina.content.decode()
    assert "1 rij opzij om later naar te kijken" in pagina.content.decode()


def test_de_opdracht_noemt_het_hele_bestand(twintig, tmp_path, capsys):
    for naam, rijen in (("oud", lijst(twintig)), ("nieuw", lijst(twintig)[1:])):
        (tmp_path / naam).write_bytes(als_bestand(*rijen).read())
    call_command("importeer", "coa", str(tmp_path / "oud"))
    capsys.readouterr()
    call_command("importeer", "coa", str(tmp_path / "nieuw"), "--proef")
    assert f"Het hele bestand: {valt_eraf(twintig[0])}\n" in capsys.readouterr().out


def valt_eraf(persoon) -> str:
    return (
        "1 persoon van de vorige lijst staat niet in dit bestand. Die valt van de lijst. "
        f"Met een dossier: {persoon.nummer}."
    )
