"""The pages of reading in: what is seen before saving, what is decided, and what is not there for others."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dossiers.models import Statushouder
from tests.dossiers.factories import StatushouderFactory
from tests.uitwisseling.paginas.conftest import FOUT, GOED, KOP, PERSONEN, bestand
from uitwisseling.models import Inlezing

pytestmark = pytest.mark.django_db


class TestKiezen:
    def test_de_bladzijde(self, client, ik):
        antwoord = client.get(PERSONEN)
        assert "Personen inlezen" in antwoord.content.decode()
        assert "Er is nog niets ingelezen." in antwoord.content.decode()

    def test_het_begin_noemt_elke_soort(self, client, ik):
        antwoord = client.get(reverse("uitwisseling:begin"))
        soorten = [soort.soort for soort in antwoord.context["soorten"]]
        assert soorten == ["personen", "plaatsingen", "coa", "eerste_maand"]

    @pytest.mark.parametrize(
        ("inhoud", "zin"),
        [
            (b"", "Dit bestand is leeg."),
            (b"%PDF-1.7 een brief", "geen spreadsheet"),
            (b"PK\x03\x04 geen zip", "beschadigd|geen spreadsheet"),
            (KOP.encode(), "geen enkele rij"),
        ],
    )
    def test_een_bestand_dat_niet_kan_geeft_een_zin_en_laat_niets_achter(
        self, client, ik, tmp_path, inhoud, zin
    ):
        antwoord = client.post(PERSONEN, {"bestand": SimpleUploadedFile("x.csv", inhoud)})
        [fout] = antwoord.context["form"].errors["bestand"]
        assert any(deel in fout for deel in zin.split("|")), fout
        assert not Inlezing.objects.exists()
        assert [pad for pad in tmp_path.rglob("*") if pad.is_file()] == []

    def test_zonder_bestand(self, client, ik):
        antwoord = client.post(PERSONEN, {})
        assert antwoord.context["form"].errors == {"bestand": ["Kies een bestand."]}

    def test_te_groot(self, client, ik, monkeypatch):
        monkeypatch.setattr("uitwisseling.forms.MEESTE_BYTES", 10)
        antwoord = client.post(PERSONEN, {"bestand": bestand(GOED)})
        assert "groter dan" in antwoord.context["form"].errors["bestand"][0]

    def test_een_sjabloon(self, client, ik):
        antwoord = client.get(reverse("uitwisseling:sjabloon", args=["plaatsingen"]))
        assert antwoord["Content-Disposition"] == 'attachment; filename="sjabloon-plaatsingen.xlsx"'
        assert antwoord.content.startswith(b"PK")


class TestVoorbeeld:
    def test_vier_aantallen_die_optellen(self, lees):
        StatushouderFactory(
            vnummer="2741603320", achternaam="Saleh", voornamen="Nour", nationaliteit="Syrische"
        )
        StatushouderFactory(vnummer="2741603321", achternaam="Barakat", voornamen="Adam")
        antwoord = lees(
            GOED,
            FOUT,
            "Saleh;Nour;17-05-1980;2741603320;Syrische",
            "Barakat;Adam;17-05-1980;2741603321;Eritrese",
        )
        tekst = antwoord.content.decode()
        assert antwoord.context["som"] == "1 + 1 + 1 + 1 = 4 rijen."
        assert "5 van 5 kolommen herkend." in tekst
        assert not Statushouder.objects.filter(achternaam="Haddad").exists()
        [fout] = antwoord.context["fouten"]
        assert (fout.rij, fout.naam, fout.kolom, fout.waarde) == (
            3,
            "Karim Aziz",
            "Geboortedatum",
            "31-02-1990",
        )
        assert fout.melding == "Deze datum bestaat niet. Februari 1990 heeft 28 dagen."
        [wijziging] = antwoord.context["wijzigingen"]
        assert (wijziging.rij, wijziging.kolom, wijziging.wordt) == (5, "Nationaliteit", "Eritrese")
        assert wijziging.dossier.vnummer == "2741603321"
        assert "Goede rijen opslaan" in tekst
        assert "3 rijen worden opgeslagen, 1 niet." in tekst

    def test_een_geboortedatum_die_preciezer_wordt(self, lees):
        StatushouderFactory(
            vnummer="2741603318",
            achternaam="Haddad",
            voornamen="Rima",
            nationaliteit="Syrische",
            geboren_vroegst=date(1980, 1, 1),
            geboren_laatst=date(1980, 12, 31),
        )
        [wijziging] = lees(GOED).context["wijzigingen"]
        assert (wijziging.kolom, wijziging.was, wijziging.wordt) == ("Geboortedatum", "1980", "17-5-1980")

    def test_een_bsn_staat_er_nooit(self, lees):
        StatushouderFactory(vnummer="2741603318", achternaam="Haddad", voornamen="Rima")
        kop = "achternaam;voornamen;vnummer;bsn"
        antwoord = lees("Haddad;Rima;2741603318;111222333", "Aziz;Karim;2741603319;123456789", kop=kop)
        tekst = antwoord.content.decode()
        assert "111222333" not in tekst
        assert "123456789" not in tekst
        assert [fout.waarde for fout in antwoord.context["fouten"]] == ["••••••"]

    def test_fouten_als_bestand(self, client, lees):
        inlezing = lees(FOUT).context["inlezing"]
        antwoord = client.get(reverse("uitwisseling:fouten", args=[inlezing.sleutel]))
        regels = antwoord.content.decode("utf-8-sig").splitlines()
        assert regels[0] == "rij;kolom;er_staat;wat_klopt_er_niet;wat_is_goed"
        assert regels[1].startswith("2;Geboortedatum;31-02-1990;Deze datum bestaat niet.")
        assert antwoord["Content-Disposition"] == 'attachment; filename="fouten-personen.csv"'

    def test_zonder_goede_rijen_is_er_niets_op_te_slaan(self, lees):
        tekst = lees(FOUT).content.decode()
        assert "Geen enkele rij is goed" in tekst
        assert "Goede rijen opslaan" not in tekst

    def test_alle_wijzigingen_op_een_eigen_bladzijde(self, client, lees):
        for nummer in range(12):
            StatushouderFactory(
                vnummer=f"27416040{nummer:02d}", achternaam="Saleh", voornamen=f"Nour{nummer}"
            )
        antwoord = lees(*(f"Saleh;Nour{n};17-05-1980;27416040{n:02d};Eritrese" for n in range(12)))
        assert len(antwoord.context["wijzigingen"]) == 10
        adres = reverse("uitwisseling:wijzigingen", args=[antwoord.context["inlezing"].sleutel])
        assert adres in antwoord.content.decode()
        assert len(client.get(adres).context["wijzigingen"]) == 12

    @pytest.mark.parametrize("aantal", [1, 40])
    def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_rijen(
        self, client, lees, aantal, django_assert_num_queries
    ):
        for nummer in range(aantal):
            StatushouderFactory(
                vnummer=f"27416040{nummer:02d}", achternaam="Saleh", voornamen=f"Nour{nummer}"
            )
        goed = [f"Saleh;Nour{n};17-05-1980;27416040{n:02d};Eritrese" for n in range(aantal)]
        inlezing = lees(*goed, *[FOUT] * aantal).context["inlezing"]
        # session, user, file with its user, aside rows, are rows there, changes (3), their cells and
        # persons, faults with their cells, count of changes, earlier files
        with django_assert_num_queries(12):
            client.get(reverse("uitwisseling:voorbeeld", args=[inlezing.sleutel]))
