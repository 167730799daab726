"""Files and forms of who may not know of a shielded dossier: a clear refusal that says nothing of who it is."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from dossiers.models import Inzagerecht, Statushouder
from kern.namens import namens
from kern.velden import blinde_index
from tests.dossiers.factories import StatushouderFactory
from tests.dossiers.importeren.conftest import OP, csv, persoon
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions
from uitwisseling.models import Inleesverschil, Inlezing

pytestmark = pytest.mark.django_db
BSN = "123456782"


@pytest.fixture
def ik():
    return GebruikerFactory()


@pytest.fixture
def geheim():
    """A shielded person with the numbers of the first row."""
    return StatushouderFactory(
        voornamen="Onbekende",
        achternaam="Verborgen",
        vnummer=persoon()["vnummer"],
        bsn=BSN,
        bsn_index=blinde_index(BSN),
        afgeschermd=True,
    )


def lees_in(ik, *rijen, **opties):
    with namens(ik, op=OP):
        return actions.importeer("personen", csv(*rijen), gebruiker=ik, op=OP, **opties)


def noem(geheim, ik):
    Inzagerecht.objects.create(statushouder=geheim, gebruiker=ik, van=date(2017, 1, 1), reden="behandelaar")


class TestBestand:
    @pytest.mark.parametrize(("kolom", "cellen"), [("vnummer", {}), ("bsn", {"vnummer": "", "bsn": BSN})])
    def test_een_nummer_van_een_afgeschermd_dossier_is_een_fout_in_die_rij(self, ik, geheim, kolom, cellen):
        uitslag = lees_in(ik, persoon(**cellen), persoon(1), goede_rijen=True)
        [fout] = uitslag.fouten
        assert (fout.rij, fout.kolom, fout.code) == (2, kolom, "nummer_niet_in_te_lezen")
        assert fout.melding == "Dit nummer kunt u niet gebruiken."
        assert (uitslag.opgeslagen, uitslag.inlezing.aangemaakt) == (True, 1)
        geheim.refresh_from_db()
        assert (geheim.achternaam, geheim.versie) == ("Verborgen", 1)

    def test_ook_als_de_rij_met_een_ander_nummer_bij_een_bekende_hoort(self, ik, geheim):
        bekend = StatushouderFactory(bsn="111222333", bsn_index=blinde_index("111222333"))
        [fout] = lees_in(ik, persoon(bsn="111222333")).fouten
        assert (fout.kolom, fout.code) == ("vnummer", "nummer_niet_in_te_lezen")
        bekend.refresh_from_db()
        assert bekend.vnummer is None

    def test_wie_genoemd_is_leest_de_rij_gewoon_in(self, ik, geheim):
        noem(geheim, ik)
        uitslag = lees_in(ik, persoon())
        assert (uitslag.fouten, uitslag.inlezing.gewijzigd) == ([], 1)

    def test_de_gemeente_zelf_leest_de_rij_gewoon_in(self, importeer, geheim):
        with namens(None, op=OP):
            assert importeer(persoon()).fouten == []

    def test_een_nummer_dat_niemand_heeft_is_geen_fout(self, ik, geheim):
        assert lees_in(ik, persoon(1)).fouten == []

    def test_de_pagina_zegt_niet_wie_het_is(self, client, ik, geheim):
        client.force_login(ik)
        antwoord = client.post(
            reverse("uitwisseling:inlezen", args=["personen"]), {"bestand": csv(persoon())}, follow=True
        )
        tekst = antwoord.content.decode()
        assert antwoord.status_code == 200
        assert "Dit nummer kunt u niet gebruiken." in tekst
        assert [woord for woord in ("Verborgen", "Onbekende", geheim.nummer) if woord in tekst] == []


class TestEerder:
    """What was read in before the dossier was shielded."""

    @pytest.fixture
    def bewaard(self, ik):
        lees_in(ik, persoon(), persoon(1))
        uitslag = lees_in(ik, persoon(voornamen="Geheimenaam"), persoon(1, voornamen="Nieuwenaam"))
        assert uitslag.inlezing.gewijzigd == 2
        eerste = Statushouder.objects.get(vnummer=persoon()["vnummer"])
        with transaction.atomic():
            Statushouder.objects.filter(pk=eerste.pk).update(afgeschermd=True)
            noem(eerste, GebruikerFactory())
        return uitslag.inlezing, eerste

    @pytest.mark.parametrize("wie", ["zelf", "collega"])
    def test_de_wijzigingen_van_een_afgeschermd_dossier_staan_er_niet_meer(self, client, ik, bewaard, wie):
        inlezing, eerste = bewaard
        client.force_login(ik if wie == "zelf" else GebruikerFactory())
        for bladzijde in ("voorbeeld", "wijzigingen"):
            adres = reverse(f"uitwisseling:{bladzijde}", args=[inlezing.sleutel])
            tekst = client.get(adres).content.decode()
            assert "Nieuwenaam" in tekst
            assert [woord for woord in ("Geheimenaam", eerste.nummer) if woord in tekst] == []

    def test_de_databank_laat_ze_alleen_wie_genoemd_is(self, ik, bewaard):
        inlezing, eerste = bewaard
        noem(eerste, ik)
        for lezer, aantal in ((ik, 2), (GebruikerFactory(), 1)):
            with namens(lezer, op=OP):
                assert Inleesverschil.objects.filter(inlezing=inlezing, veld="voornamen").count() == aantal

    def test_terugnemen_laat_een_afgeschermd_dossier_staan(self, ik, bewaard):
        inlezing, _eerste = bewaard
        with namens(ik, op=OP):
            uitkomst = actions.maak_ongedaan(Inlezing.objects.get(pk=inlezing.pk), gebruiker=ik, op=OP)
        assert [(een.rij, een.dossier) for een in uitkomst.behouden] == [(2, "")]
        namen = dict(Statushouder.objects.values_list("vnummer", "voornamen"))
        assert namen == {persoon()["vnummer"]: "Geheimenaam", persoon(1)["vnummer"]: "Rima"}


def test_een_ander_bestand_dat_niet_is_opgeslagen_bestaat_niet(client, ik):
    uitslag = lees_in(ik, persoon(), {"vnummer": "1"})
    assert not uitslag.opgeslagen
    client.force_login(GebruikerFactory())
    for bladzijde in ("voorbeeld", "wijzigingen", "fouten", "kolommen"):
        adres = reverse(f"uitwisseling:{bladzijde}", args=[uitslag.inlezing.sleutel])
        assert client.get(adres).status_code == 404, bladzijde
