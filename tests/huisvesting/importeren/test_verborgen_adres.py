"""A file with the address of a hidden home: refused in words that say nothing, and no second home."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from dossiers.models import Statushouder
from huisvesting.models import Plaatsing, Woning
from kern.namens import namens
from tests.dossiers.factories import InzagerechtFactory
from tests.huisvesting.factories import PlaatsingFactory, WoningFactory
from tests.huisvesting.importeren.conftest import VANDAAG, als_bestand
from tests.toegang.factories import GebruikerFactory
from uitwisseling import actions

pytestmark = pytest.mark.django_db


class TestVerborgenAdres:
    """A home in which somebody lives of whom the clerk may not know: no second one, and no word of the first."""

    @pytest.fixture
    def ik(self):
        return GebruikerFactory()

    @pytest.fixture(autouse=True)
    def _verborgen(self, db):
        woning = WoningFactory(straat="Zijdeweg", huisnummer=12, postcode="2245AB", capaciteit=2)
        geheim = PlaatsingFactory(woning=woning).statushouder
        self.genoemd = InzagerechtFactory(statushouder=geheim).gebruiker
        Statushouder.objects.filter(pk=geheim.pk).update(afgeschermd=True)

    def lees(self, wie):
        with namens(wie, op=VANDAAG):
            return actions.importeer("plaatsingen", als_bestand({}), gebruiker=wie, op=VANDAAG)

    def test_de_rij_wordt_geweigerd(self, ik, persoon):
        uitslag = self.lees(ik)
        [fout] = uitslag.fouten
        assert (fout.rij, fout.kolom, fout.code) == (2, "straat", "adres_niet_in_te_lezen")
        assert fout.melding == "Dit adres kunt u niet gebruiken."
        assert not uitslag.opgeslagen
        assert (Woning.objects.count(), Plaatsing.objects.count()) == (1, 1)

    def test_wie_ervan_mag_weten_leest_in(self, persoon):
        uitslag = self.lees(self.genoemd)
        assert (uitslag.fouten, uitslag.opgeslagen) == ([], True)
        assert Plaatsing.objects.filter(statushouder=persoon).exists()

    def test_ook_in_kleine_letters_en_zonder_spatie(self, ik, persoon):
        with namens(ik, op=VANDAAG):
            bestand = als_bestand({"straat": "ZIJDEWEG", "postcode": "2245ab"})
            uitslag = actions.importeer("plaatsingen", bestand, gebruiker=ik, op=VANDAAG)
        assert [fout.code for fout in uitslag.fouten] == ["adres_niet_in_te_lezen"]

    def test_wie_er_ook_woont_en_volgens_het_bestand_elders(self, ik, persoon):
        """Nobody lives in two homes: the file is refused as a whole, and nothing is saved."""
        PlaatsingFactory(statushouder=persoon, woning=Woning.objects.get())
        bestand = als_bestand({"straat": "Helmweg"})
        with namens(ik, op=VANDAAG), pytest.raises(ValidationError) as fout:
            actions.importeer("plaatsingen", bestand, gebruiker=ik, op=VANDAAG)
        assert fout.value.code == "gebotst"
        assert (Woning.objects.count(), Plaatsing.objects.count()) == (1, 2)
