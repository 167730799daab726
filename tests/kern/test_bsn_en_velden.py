"""The BSN: its check (case 57), and that only its owner's key brings it back."""

import logging

import pytest
from django.core import serializers
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.forms.models import modelform_factory

from dossiers.models import Statushouder
from kern.bsn import bsn_geldig, bsn_gemaskeerd, bsn_genormaliseerd
from kern.velden import Sleutelfout, Versleuteld, VersleuteldVeld, blinde_index
from tests.dossiers.factories import StatushouderFactory

BSN = "123456782"
INDEX = "f6c4e00ad4f708621bfccd346284640c8854bf0b1e000bb12cf4bca81effd74a"
CIJFERTEKST = (
    "gAAAAABrBhrwQswYtZa6RQe4oEtAjAeqqbdE3xzK362172vdb162IkYPJ9xBxAOaW_Jxkkkg5IWWd6B7lOJ5nyTC_4wciMm_Gw=="
)


@pytest.mark.parametrize(
    ("tekst", "geldig"),
    [
        pytest.param("123456782", True, id="57, valid"),
        pytest.param("123456789", False, id="57, wrong check digit"),
        pytest.param("000000000", False, id="57, all zeros"),
        ("00000000", False),
        ("10000009", False),
        ("010000004", False),
        ("12345672", True),  # eight digits: 012345672
        ("012345672", True),
        ("1234567", False),
        ("001234567", False),
        ("1234567820", False),
        ("1234 56 782", True),
        ("1234.56.782", True),
        (" 123456782 ", True),
        ("12345678２", False),
        ("abcdefghi", False),
        ("-123456782", True),
        ("", False),
    ],
)
def test_elfproef(tekst, geldig):
    assert bsn_geldig(tekst) is geldig


def test_elfproef_rekent_als_de_regel():
    """N1 by hand, over a range: 9a+8b+7c+6d+5e+4f+3g+2h-i, divisible by 11 and not zero."""
    for getal in range(111222300, 111222400):
        cijfers = [int(cijfer) for cijfer in str(getal)]
        som = sum(
            gewicht * cijfer for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), cijfers, strict=True)
        )
        assert bsn_geldig(str(getal)) is (som % 11 == 0)


def test_een_foute_lengte_noemt_het_nummer_niet():
    with pytest.raises(ValueError, match="9 cijfers") as fout:
        bsn_genormaliseerd("1234567")
    assert "1234567" not in str(fout.value)


def test_gemaskeerd_toont_drie_cijfers():
    assert bsn_gemaskeerd("12345672") == "•••••• 672"


class TestVersleuteld:
    def test_twee_keer_versleutelen_geeft_twee_teksten_en_een_nummer(self):
        een, ander = Versleuteld.van(BSN), Versleuteld.van(BSN)
        assert een.cijfertekst != ander.cijfertekst
        assert een.ontsleutel() == ander.ontsleutel() == BSN

    def test_niets_drukt_het_nummer_af(self, caplog):
        geheim = Versleuteld.van(BSN)
        with caplog.at_level(logging.INFO):
            logging.getLogger("proef").info("%s %r", geheim, geheim)
        for tekst in (repr(geheim), str(geheim), f"{geheim}", f"{geheim!r}", caplog.text, geheim.cijfertekst):
            assert BSN not in tekst
            assert geheim.cijfertekst == tekst or geheim.cijfertekst not in tekst

    def test_leeg_blijft_leeg(self):
        assert not Versleuteld.van("")
        assert Versleuteld.van("").ontsleutel() == str(Versleuteld.van("")) == ""
        assert Versleuteld.van(BSN)

    def test_een_andere_sleutel_faalt_luid(self, settings):
        geheim = Versleuteld.van(BSN)
        settings.BSN_SLEUTEL = "een andere sleutel"
        with pytest.raises(Sleutelfout, match="BSN_SLEUTEL"):
            geheim.ontsleutel()

    def test_een_beschadigde_tekst_faalt_luid(self):
        cijfertekst = Versleuteld.van(BSN).cijfertekst
        with pytest.raises(Sleutelfout):
            Versleuteld(cijfertekst[:-4] + "AAA=").ontsleutel()

    def test_zonder_sleutel_gebeurt_er_niets(self, settings):
        settings.BSN_SLEUTEL = settings.BSN_INDEX_SLEUTEL = ""
        with pytest.raises(ImproperlyConfigured):
            Versleuteld.van(BSN)
        with pytest.raises(ImproperlyConfigured):
            blinde_index(BSN)


class TestBlindeIndex:
    def test_hetzelfde_nummer_geeft_dezelfde_index_hoe_ook_geschreven(self):
        index = blinde_index("12345672")
        assert index == blinde_index("012345672") == blinde_index("0123.45.672")
        assert index == blinde_index(Versleuteld.van("012345672"))
        assert len(index) == 64
        assert index != blinde_index(BSN)

    def test_hangt_van_de_eigen_sleutel_af_en_van_geen_andere(self, settings):
        index = blinde_index(BSN)
        settings.BSN_SLEUTEL = "een andere sleutel"
        assert blinde_index(BSN) == index
        settings.BSN_INDEX_SLEUTEL = "een andere sleutel"
        assert blinde_index(BSN) != index

    def test_wat_is_bewaard_blijft_te_vinden_en_te_lezen(self, settings):
        """Written out, so that nobody changes the derivation unseen: then no stored number is found."""
        settings.BSN_SLEUTEL, settings.BSN_INDEX_SLEUTEL = "sleutel", "index"
        assert blinde_index(BSN) == INDEX
        assert Versleuteld(CIJFERTEKST).ontsleutel() == BSN

    def test_geen_nummer_geen_index(self):
        with pytest.raises(ValueError, match="9 cijfers"):
            blinde_index("geen nummer")


@pytest.mark.django_db
class TestVeld:
    def kolom(self, rij):
        with connection.cursor() as cursor:
            cursor.execute("SELECT bsn FROM dossiers_statushouder WHERE id = %s", [rij.pk])
            return cursor.fetchone()[0]

    def bewaard(self):
        return StatushouderFactory(bsn=BSN, bsn_index=blinde_index(BSN))

    def test_de_kolom_houdt_cijfertekst_en_het_model_ook(self):
        rij = self.bewaard()
        assert BSN not in self.kolom(rij)
        assert isinstance(rij.bsn, Versleuteld)  # encrypted on assignment, before it was saved
        rij.refresh_from_db()
        assert rij.bsn.ontsleutel() == BSN
        assert BSN not in repr(vars(rij))

    def test_opslaan_zonder_het_aan_te_raken_versleutelt_niet_opnieuw(self):
        rij = Statushouder.objects.get(pk=self.bewaard().pk)
        voor = self.kolom(rij)
        rij.save()
        assert self.kolom(rij) == voor

    def test_ook_uitgesteld_geladen(self):
        rij = Statushouder.objects.defer("bsn").get(pk=self.bewaard().pk)
        assert rij.bsn.ontsleutel() == BSN

    def test_bulk(self):
        rij = self.bewaard()
        rij.bsn, rij.bsn_index = "111222333", blinde_index("111222333")
        Statushouder.objects.bulk_update([rij], ["bsn", "bsn_index"])
        assert Statushouder.objects.get().bsn.ontsleutel() == "111222333"

    def test_leeg_is_te_vragen_een_nummer_niet(self):
        rij = self.bewaard()
        leeg = StatushouderFactory()
        assert Statushouder.objects.get(bsn="") == leeg
        assert Statushouder.objects.exclude(bsn="").get() == rij
        with pytest.raises(TypeError, match="blinde_index"):
            Statushouder.objects.filter(bsn=BSN).exists()
        assert Statushouder.objects.get(bsn_index=blinde_index(BSN)) == rij

    def test_een_update_neemt_alleen_cijfertekst(self):
        rij = self.bewaard()
        Statushouder.objects.update(bsn=Versleuteld.van("111222333"), bsn_index=blinde_index("111222333"))
        rij.refresh_from_db()
        assert rij.bsn.ontsleutel() == "111222333"
        with pytest.raises(TypeError, match="blinde_index"):
            Statushouder.objects.update(bsn=BSN)

    def test_een_formulier_maakt_er_nooit_vanzelf_een_veld_van(self):
        assert "bsn" not in modelform_factory(Statushouder, fields="__all__").base_fields

    def test_een_uitvoer_draagt_cijfertekst_en_leest_haar_terug(self):
        rij = self.bewaard()
        tekst = serializers.serialize("json", [rij], fields=["bsn", "bsn_index"])
        assert BSN not in tekst
        [gelezen] = serializers.deserialize("json", tekst)
        assert gelezen.object.bsn.ontsleutel() == BSN

    def test_migraties_noemen_alleen_wat_gekozen_is(self):
        _, pad, args, kwargs = VersleuteldVeld(blank=True).deconstruct()
        assert (pad, args, kwargs) == ("kern.velden.VersleuteldVeld", [], {"blank": True})
