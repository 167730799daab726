"""The count always follows from the facts, whatever is changed afterwards and by whom."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from dossiers.models import Opvang, Rol, Statushouder, Vergunning, WijzeVanKomst
from huisvesting import figures
from huisvesting.actions import beeindig, bewaar_woning, hertel, plaats
from huisvesting.models import Plaatsing, Telling
from huisvesting.tasks import hertel as nacht
from kern.namens import namens
from tests.dossiers.factories import (
    GezinFactory,
    GezinslidFactory,
    InzagerechtFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.huisvesting.factories import PlaatsingFactory, TellingFactory, WoningFactory
from tests.huisvesting.tellen import amv, wijzig
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol as Gebruikersrol

pytestmark = pytest.mark.django_db
MEI, NU = date(2017, 5, 10), date(2018, 7, 4)


def geteld() -> list[tuple[date, str]]:
    return list(Telling.objects.filter(waarde=1).values_list("telt_op", "regel"))


class TestPersoon:
    @pytest.mark.parametrize("vergunning", [Vergunning.REGULIER, Vergunning.GEEN])
    def test_een_andere_vergunning_telt_niet_meer_en_weer_wel(self, huurder, vergunning):
        wijzig(huurder, vergunning=vergunning)
        assert geteld() == []
        wijzig(huurder, vergunning=Vergunning.NAREIS)
        assert geteld() == [(MEI, "H6")]

    @pytest.mark.parametrize(
        ("sinds", "telt_op"),
        [("2017-05-09", "2017-05-10"), ("2017-05-10", "2017-05-10"), ("2017-05-11", "2017-05-11")],
    )
    def test_niet_voor_de_dag_van_de_vergunning(self, huurder, sinds, telt_op):
        wijzig(huurder, vergunning_op=date.fromisoformat(sinds))
        assert geteld() == [(date.fromisoformat(telt_op), "H6")]

    def test_een_andere_geboortedatum_schuift_de_telling_van_een_amv(self):
        persoon = amv(date(2002, 1, 1))
        plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 3, 1))
        assert geteld() == [(date(2017, 1, 1), "H7")]
        wijzig(persoon, geboren_vroegst=date(2001, 1, 1), geboren_laatst=date(2001, 1, 1))
        assert geteld() == [(date(2016, 3, 1), "H7")]

    def test_andere_opvang_van_een_amv(self):
        persoon = amv()
        plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 3, 1))
        wijzig(persoon, opvang=Opvang.KWV)
        assert geteld() == []
        wijzig(persoon, opvang=Opvang.KSO)
        assert geteld() == [(date(2016, 3, 1), "H7")]

    def test_een_andere_wijze_van_komst(self, huurder):
        wijzig(huurder, wijze_van_komst=WijzeVanKomst.NAREIZIGER)
        assert Telling.objects.get().reden == "Nareiziger met een eerste woning in Wassenaar."
        wijzig(huurder, wijze_van_komst=WijzeVanKomst.OVERIG, opvang=Opvang.GEEN)
        assert geteld() == []

    def test_een_lid_van_het_gezin_telt_mee_met_wie_verandert(self):
        """A child that counts by mistake is put right when its parent is touched."""
        gezin = GezinFactory()
        ouder = GezinslidFactory(gezin=gezin).statushouder
        plaats([ouder], woning=WoningFactory(), van=date(2017, 2, 1))
        geboren = date(2017, 3, 2)
        velden = {"statushouder__geboren_vroegst": geboren, "statushouder__geboren_laatst": geboren}
        kind = GezinslidFactory(gezin=gezin, rol=Rol.KIND, van=geboren, **velden).statushouder
        TellingFactory(statushouder=kind, plaatsing=PlaatsingFactory(statushouder=kind, van=MEI), telt_op=MEI)
        wijzig(ouder, voornamen="Anders")
        assert [rij.statushouder for rij in Telling.objects.all()] == [ouder]

    @pytest.mark.parametrize(
        ("woonde_tot", "lid_tot", "telt"),
        [
            ("2016-05-31", None, True),
            ("2016-06-01", None, True),
            ("2016-06-02", None, False),
            (None, "2016-02-29", True),
            (None, "2016-03-01", True),
            (None, "2016-03-02", False),
        ],
    )
    def test_alleen_wie_als_lid_een_woning_had_huisvest_het_gezin(self, woonde_tot, lid_tot, telt):
        """A member from 1 June 2016, who had a home from 1 March 2016; or one who left the family by then."""
        gezin, tot = GezinFactory(), woonde_tot and date.fromisoformat(woonde_tot)
        lid = {"van": date(2016, 1, 1), "tot": date.fromisoformat(lid_tot)} if lid_tot else {}
        lid = lid or {"van": date(2016, 6, 1)}
        ander = GezinslidFactory(gezin=gezin, **lid).statushouder
        PlaatsingFactory(statushouder=ander, van=date(2016, 3, 1), tot=tot)
        geboren = date(2016, 12, 1)
        velden = {"statushouder__geboren_vroegst": geboren, "statushouder__geboren_laatst": geboren}
        kind = GezinslidFactory(gezin=gezin, rol=Rol.KIND, van=geboren, **velden).statushouder
        plaats([kind], woning=WoningFactory(), van=MEI)
        assert kind.tellingen.exists() is telt

    def test_de_geschiedenis_bewaart_wat_er_stond(self, huurder):
        wijzig(huurder, vergunning=Vergunning.REGULIER)
        soorten = Telling.pgh_event_model.objects.order_by("pgh_id").values_list("pgh_label", flat=True)
        assert list(soorten) == ["nieuw", "weg"]


class TestWoning:
    """H10: what a temporary home counts for, and where a plain home stands."""

    @pytest.mark.parametrize(
        ("velden", "regel"),
        [
            ({}, "H6"),
            ({"plaats": "WASSENAAR "}, "H6"),
            ({"plaats": "Leiden"}, None),
            ({"plaats": "Leiden", "soort": "doorstroom", "koppelgemeente": "Wassenaar"}, "H10"),
            ({"plaats": "Wassenaar", "soort": "doorstroom", "koppelgemeente": "Leiden"}, None),
            ({"plaats": "Wassenaar", "soort": "gewoon", "koppelgemeente": "Leiden"}, "H6"),
        ],
    )
    def test_voor_welke_gemeente_een_woning_telt(self, velden, regel):
        plaats([StatushouderFactory()], woning=WoningFactory(**velden), van=MEI)
        assert [gevonden for _, gevonden in geteld()] == ([regel] if regel else [])

    def test_wat_van_de_woning_verandert_telt_opnieuw(self, huurder):
        woning = huurder.plaatsingen.get().woning
        bewaar_woning(woning, versie=1, gegevens={"plaats": "Leiden"})
        assert geteld() == []
        bewaar_woning(woning, versie=2, gegevens={"soort": "doorstroom", "koppelgemeente": "Wassenaar"})
        assert geteld() == [(MEI, "H10")]

    def test_wie_uit_de_amv_woning_gaat_voor_zijn_15e_telt_daar_niet(self):
        persoon = amv(date(2002, 1, 1))
        [plaatsing] = plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 3, 1))
        beeindig(plaatsing, versie=1, tot=date(2017, 1, 1))
        assert geteld() == []

    @pytest.mark.parametrize(("tot", "telt"), [("2017-01-01", False), ("2017-01-02", True)])
    def test_de_laatste_dag_in_de_amv_woning_telt_nog(self, tot, telt):
        persoon = amv(date(2002, 1, 1))
        [plaatsing] = plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 3, 1))
        beeindig(plaatsing, versie=1, tot=date.fromisoformat(tot))
        assert bool(geteld()) == telt

    def test_een_amv_die_met_18_verhuist_telt_geen_tweede_keer(self):
        persoon = amv()
        [eerste] = plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 3, 1))
        beeindig(eerste, versie=1, tot=date(2018, 6, 1))
        plaats([persoon], woning=WoningFactory(), van=date(2018, 6, 1))
        assert geteld() == [(date(2016, 3, 1), "H7")]

    def test_een_amv_uit_een_kwv_telt_met_zijn_eigen_woning_op_18(self):
        persoon = amv(opvang=Opvang.KWV)
        [eerste] = plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2016, 3, 1))
        beeindig(eerste, versie=1, tot=date(2018, 6, 1))
        plaats([persoon], woning=WoningFactory(), van=date(2018, 6, 1))
        assert geteld() == [(date(2018, 6, 1), "H6")]


class TestNacht:
    def test_zet_recht_wat_niet_klopt_en_verandert_daarna_niets(self):
        for plaatsing in PlaatsingFactory.create_batch(3):
            VestigingFactory(statushouder=plaatsing.statushouder, van=plaatsing.van)
        fout = TellingFactory(telt_op=MEI)
        assert figures.telling_volgt().aantal == 4
        assert set(figures.telling_volgt().voorbeelden) >= {fout.statushouder.nummer}
        assert nacht() == 4
        assert (figures.telling_volgt().aantal, nacht()) == (0, 0)
        assert Telling.objects.count() == 3

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_queries(self, aantal, django_assert_num_queries):
        PlaatsingFactory.create_batch(aantal)
        nacht()
        personen = [rij.statushouder for rij in Telling.objects.select_related("statushouder")]
        with django_assert_num_queries(
            6
        ):  # who may have changed, and the counts beside the facts (5: no families)
            hertel(personen)

    def test_zonder_woningen_een_query(self, django_assert_num_queries):
        personen = StatushouderFactory.create_batch(3)
        with django_assert_num_queries(1):
            hertel(personen)
        with django_assert_num_queries(0):
            hertel([])

    def test_ook_voor_wie_te_weinig_ziet_klopt_de_telling(self):
        """A consulent sees no homes, a clerk not one in which somebody is hidden: it is counted all the same."""
        plaatsing = PlaatsingFactory()
        with namens(GebruikerFactory(rol=Gebruikersrol.CONSULENT), op=MEI):
            assert hertel([plaatsing.statushouder]) == 1
        geheim = PlaatsingFactory(woning=plaatsing.woning).statushouder
        InzagerechtFactory(statushouder=geheim)
        Statushouder.objects.filter(pk=geheim.pk).update(afgeschermd=True)
        with namens(GebruikerFactory(), op=MEI):
            assert not Plaatsing.objects.exists()
            assert hertel([plaatsing.statushouder]) == 0
        assert Telling.objects.filter(statushouder=plaatsing.statushouder).count() == 1


def test_een_tweede_telling_weigert_de_database_met_de_regel():
    rij = TellingFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        TellingFactory(statushouder=rij.statushouder)
    [regel] = [c for c in Telling._meta.constraints if c.name == "telling_een_keer_per_persoon"]
    assert "Huisvestingswet 2014, art. 28" in regel.violation_error_message


class TestVergunning:
    @pytest.mark.parametrize(
        ("dag", "mag"), [("2017-05-09", False), ("2017-05-10", True), ("2017-05-11", True)]
    )
    def test_geen_woning_voor_de_vergunning(self, dag, mag):
        persoon = StatushouderFactory(vergunning_op=MEI)
        if mag:
            assert plaats([persoon], woning=WoningFactory(), van=date.fromisoformat(dag))
        else:
            with pytest.raises(
                ValidationError, match=r"voor de vergunning \(10-5-2017\). Bron: Huisvestingswet"
            ):
                plaats([persoon], woning=WoningFactory(), van=date.fromisoformat(dag))

    def test_een_amv_mag_wel_en_telt_vanaf_de_vergunning(self):
        persoon = amv(vergunning_op=MEI)
        plaats([persoon], woning=WoningFactory(amv_woning=True), van=date(2017, 2, 1))
        assert geteld() == [(MEI, "H7")]
