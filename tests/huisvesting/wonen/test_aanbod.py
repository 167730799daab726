"""Offering a home, each step of it, and moving in by it: what is refused leaves nothing behind."""

from contextlib import nullcontext
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers.models import Rol, Vestiging, WijzeVanKomst
from huisvesting import figures
from huisvesting.actions import bied_aan, neem_stap_terug, teken, zet_stap
from huisvesting.models import Aanbod, Plaatsing, Telling, Woning, Woonvraag
from huisvesting.rules import Stap
from kern.weigering import Verouderd
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import AanbodFactory, PlaatsingFactory, VerwachtingFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol as Toegangsrol

pytestmark = pytest.mark.django_db
VANDAAG = date(2017, 5, 1)
APRIL = date(2017, 4, 10)


def bied(huurder=None, woning=None, personen=1, op=APRIL):
    huurder, woning = huurder or StatushouderFactory(), woning or WoningFactory()
    return bied_aan(huurder=huurder, woning=woning, personen=personen, aangeboden_op=op, vandaag=VANDAAG)


def geaccepteerd(**velden):
    return AanbodFactory(aangeboden_op=date(2017, 4, 3), geaccepteerd_op=APRIL, **velden)


def _gezin(*rollen):
    gezin = GezinFactory()
    return [GezinslidFactory(gezin=gezin, rol=rol).statushouder for rol in rollen]


def teken_aanbod(aanbod, personen, op=VANDAAG):
    return teken(aanbod, versie=aanbod.versie, op=op, vandaag=VANDAAG, personen=personen)


class TestAanbieden:
    def test_het_staat_vast(self):
        aanbod = bied(personen=3)
        assert Aanbod.objects.get() == aanbod
        assert list(Aanbod.objects.open_op(APRIL)) == [aanbod]

    @pytest.mark.parametrize(
        ("dag", "mag"), [("2017-04-30", True), ("2017-05-01", True), ("2017-05-02", False)]
    )
    def test_niet_op_een_dag_die_nog_komt(self, dag, mag):
        with nullcontext() if mag else pytest.raises(ValidationError, match="nog niet geweest"):
            bied(op=date.fromisoformat(dag))
        assert Aanbod.objects.count() == mag

    @pytest.mark.parametrize(
        ("dag", "mag"), [("2017-04-02", False), ("2017-04-03", True), ("2017-04-04", True)]
    )
    def test_niet_voor_de_vergunning(self, dag, mag):
        huurder = StatushouderFactory(vergunning_op=date(2017, 4, 3))
        with nullcontext() if mag else pytest.raises(ValidationError, match=r"van 3-4-2017.*Bron: Huisv"):
            bied(huurder, op=date.fromisoformat(dag))
        assert Aanbod.objects.count() == mag

    @pytest.mark.parametrize(("tot_en_met", "mag"), [("2017-04-09", False), ("2017-04-10", True)])
    def test_niet_als_de_woning_weg_is(self, tot_en_met, mag):
        woning = WoningFactory(beschikbaar_tot_en_met=date.fromisoformat(tot_en_met))
        with (
            nullcontext() if mag else pytest.raises(ValidationError, match="beschikbaar tot en met 9-4-2017")
        ):
            bied(woning=woning)
        assert Aanbod.objects.count() == mag

    def test_een_woning_die_nog_komt_mag(self):
        assert bied(woning=WoningFactory(beschikbaar_van=date(2017, 6, 1)))

    @pytest.mark.parametrize(("personen", "mag"), [(1, True), (2, True), (3, False)])
    def test_niet_als_het_huishouden_niet_past(self, personen, mag):
        woning = WoningFactory(capaciteit=2)
        zin = r"plek voor 2, en er zijn 3.*Bron: aantal plaatsen"
        with nullcontext() if mag else pytest.raises(ValidationError, match=zin):
            bied(woning=woning, personen=personen)

    def test_niet_in_een_volle_woning(self):
        with pytest.raises(ValidationError, match=r"geen plek meer, en er is 1 persoon\. Bron"):
            bied(woning=PlaatsingFactory(woning__capaciteit=1).woning)

    def test_niet_bij_wie_blijft_maar_wel_bij_het_eigen_gezin(self):
        """The same rule as that of who could live in a home."""
        woont = PlaatsingFactory(woning__capaciteit=3)
        with pytest.raises(ValidationError, match=r"al mensen die blijven.*Bron: werkwijze"):
            bied(woning=woont.woning)
        gezin = GezinFactory()
        GezinslidFactory(gezin=gezin, statushouder=woont.statushouder)
        partner = GezinslidFactory(gezin=gezin, rol=Rol.PARTNER).statushouder
        assert bied(partner, woont.woning)

    def test_ook_als_het_gezin_later_is_vastgelegd_dan_het_aanbod(self, client):
        """On the page of who fits as well."""
        woont, gezin = PlaatsingFactory(woning__capaciteit=3), GezinFactory()
        GezinslidFactory(gezin=gezin, statushouder=woont.statushouder, van=VANDAAG)
        partner = GezinslidFactory(gezin=gezin, rol=Rol.PARTNER, van=VANDAAG).statushouder
        ander = StatushouderFactory()
        for wie in (partner, ander):
            VerwachtingFactory(statushouder=wie, verwacht_op=date(2017, 6, 1))
        assert figures.familie_in(woont.woning, VANDAAG) == {woont.statushouder_id: 1, partner.pk: 1}
        client.force_login(GebruikerFactory(rol=Toegangsrol.COORDINATOR))
        blad = client.get(reverse("huisvesting:wie-past", args=[woont.woning.pk]))
        past = {rij.wie.huurder: rij.past for rij, _wacht in blad.context["rijen"]}
        assert past == {partner: True, ander: False}
        assert bied(partner, woont.woning)

    def test_wel_als_de_bewoner_weggaat(self):
        assert bied(woning=PlaatsingFactory(woning__capaciteit=1, tot=date(2017, 6, 1)).woning)

    def test_een_amv_woning_is_voor_amv(self):
        amv = VerwachtingFactory(woonvraag=Woonvraag.AMV).statushouder
        with pytest.raises(ValidationError, match=r"Dit is een AMV-woning.*Bron: plan"):
            bied(woning=WoningFactory(amv_woning=True))
        with pytest.raises(ValidationError, match="Kies een AMV-woning"):
            bied(amv, WoningFactory())
        assert bied(amv, WoningFactory(amv_woning=True))

    @pytest.mark.parametrize(("geboren", "jong"), [("1999-05-02", True), ("1999-05-01", False)])
    def test_zonder_verwachting_is_een_amv_amv_tot_18(self, geboren, jong):
        dag = date.fromisoformat(geboren)
        amv = StatushouderFactory(wijze_van_komst=WijzeVanKomst.AMV, geboren_vroegst=dag, geboren_laatst=dag)
        assert figures.zoekt_amv_plek(amv, VANDAAG) is jong

    def test_twee_keer_hetzelfde_is_een_zin(self):
        eerste = bied()
        with pytest.raises(ValidationError, match=r"al aan deze persoon aangeboden.*Bron: werkwijze"):
            bied(eerste.statushouder, eerste.woning)
        with pytest.raises(ValidationError, match=r"al aan iemand aangeboden.*Bron: werkwijze"):
            bied(woning=eerste.woning)
        with pytest.raises(ValidationError, match=r"deze persoon staat al een aanbod open.*Bron: werkwijze"):
            bied(eerste.statushouder)
        assert Aanbod.objects.count() == 1

    def test_een_gezin_krijgt_een_woning_tegelijk(self):
        hoofd, partner = _gezin(Rol.HOOFD, Rol.PARTNER)
        eerste = bied(hoofd)
        with pytest.raises(ValidationError, match=r"iemand uit dit huishouden staat al.*Bron: werkwijze"):
            bied(partner)
        zet_stap(eerste, stap=Stap.GEWEIGERD, versie=1, op=APRIL, vandaag=VANDAAG, reden="Te klein")
        assert bied(partner)
        with pytest.raises(ValidationError, match="iemand uit dit huishouden"):  # nor by the back door
            neem_stap_terug(eerste, versie=2, vandaag=VANDAAG)

    def test_de_plek_van_een_amv_staat_los_van_het_gezin(self):
        hoofd, amv, zus = _gezin(Rol.HOOFD, Rol.KIND, Rol.KIND)
        for jongere in (amv, zus):
            VerwachtingFactory(statushouder=jongere, woonvraag=Woonvraag.AMV)
        bied(amv, WoningFactory(amv_woning=True))
        assert bied(hoofd)
        assert bied(zus, WoningFactory(amv_woning=True))

    def test_wie_zelf_een_woning_heeft_houdt_een_ander_niet_op(self):
        hoofd, dochter, zoon = _gezin(Rol.HOOFD, Rol.KIND, Rol.KIND)
        for lid in (hoofd, dochter):
            PlaatsingFactory(statushouder=lid)
        eerste = bied(dochter)
        assert bied(zoon)
        zet_stap(eerste, stap=Stap.INGETROKKEN, versie=1, op=VANDAAG, vandaag=VANDAAG, reden="Te duur")
        PlaatsingFactory(statushouder=zoon)
        assert bied(hoofd)

    def test_na_een_nee_kan_de_woning_naar_een_ander(self):
        eerste = bied()
        zet_stap(
            eerste, stap=Stap.GEWEIGERD, versie=1, op=VANDAAG, vandaag=VANDAAG, reden="Te ver van school"
        )
        assert bied(woning=eerste.woning, op=VANDAAG)
        assert bied(eerste.statushouder, op=VANDAAG)


class TestStappen:
    def test_een_stap_en_dan_nog_eens(self):
        aanbod = AanbodFactory()
        stap = {"stap": Stap.BEZICHTIGD, "op": APRIL, "vandaag": VANDAAG}
        assert zet_stap(aanbod, versie=1, **stap).bezichtigd_op == APRIL
        for versie in (1, 2):  # the page that was still open, and the one that was opened after
            with pytest.raises(ValidationError, match=r"bezichtigd op 10-4-2017\. Dat staat al vast"):
                zet_stap(aanbod, versie=versie, **stap)
        aanbod.refresh_from_db()
        assert aanbod.versie == 2

    def test_een_oude_pagina_overschrijft_niet(self):
        aanbod = AanbodFactory()
        zet_stap(aanbod, stap=Stap.BEZICHTIGD, versie=1, op=APRIL, vandaag=VANDAAG)
        with pytest.raises(Verouderd):
            zet_stap(aanbod, stap=Stap.GEACCEPTEERD, versie=1, op=APRIL, vandaag=VANDAAG)

    @pytest.mark.parametrize("stap", [Stap.GEWEIGERD, Stap.INGETROKKEN])
    def test_een_nee_heeft_een_reden(self, stap):
        aanbod = AanbodFactory()
        with pytest.raises(ValidationError, match="Schrijf op waarom"):
            zet_stap(aanbod, stap=stap, versie=1, op=APRIL, vandaag=VANDAAG, reden="  ")
        aanbod.refresh_from_db()
        assert getattr(aanbod, stap.veld) is None

    def test_terug_en_opnieuw(self):
        aanbod = AanbodFactory(geweigerd_op=APRIL, reden="Te klein")
        assert neem_stap_terug(aanbod, versie=1, vandaag=VANDAAG) is Stap.GEWEIGERD
        aanbod.refresh_from_db()
        assert (aanbod.geweigerd_op, aanbod.reden) == (None, "")
        with pytest.raises(ValidationError, match="nog geen stap"):
            neem_stap_terug(aanbod, versie=2, vandaag=VANDAAG)

    def test_terug_kan_niet_als_de_woning_intussen_aan_een_ander_is_aangeboden(self):
        aanbod = AanbodFactory(geweigerd_op=APRIL, reden="Te klein")
        AanbodFactory(woning=aanbod.woning)
        with pytest.raises(ValidationError, match="al aan iemand aangeboden"):
            neem_stap_terug(aanbod, versie=1, vandaag=VANDAAG)
        aanbod.refresh_from_db()
        assert aanbod.geweigerd_op == APRIL

    @pytest.mark.parametrize("wat", ["bewoond", "vol", "weg", "geplaatst", "vrij"])
    def test_terug_na_een_nee_is_als_een_nieuw_aanbod(self, wat):
        aanbod = AanbodFactory(
            geweigerd_op=APRIL, reden="Te klein", woning__capaciteit=1 + (wat == "bewoond")
        )
        if wat in ("bewoond", "vol"):
            PlaatsingFactory(woning=aanbod.woning, van=APRIL)
        elif wat == "weg":
            Woning.objects.update(beschikbaar_tot_en_met=APRIL)
        elif wat == "geplaatst":
            PlaatsingFactory(statushouder=aanbod.statushouder, van=APRIL)
        zin = r"(al mensen|geen plek|beschikbaar tot|heeft een woning vanaf 10-4).* Bron: "
        with nullcontext() if wat == "vrij" else pytest.raises(ValidationError, match=zin):
            neem_stap_terug(aanbod, versie=1, vandaag=VANDAAG)
        assert Aanbod.objects.zonder_uitkomst().exists() == (wat == "vrij")


class TestHuur:
    def test_de_huur_plaatst_het_huishouden(self):
        gezin = GezinFactory()
        hoofd = GezinslidFactory(gezin=gezin).statushouder
        kind = GezinslidFactory(gezin=gezin, rol=Rol.KIND).statushouder
        aanbod = geaccepteerd(statushouder=hoofd)
        teken_aanbod(aanbod, [hoofd, kind])
        aanbod.refresh_from_db()
        assert (aanbod.contract_op, aanbod.personen) == (VANDAAG, 2)
        assert {rij.statushouder for rij in Plaatsing.objects.filter(woning=aanbod.woning)} == {hoofd, kind}
        assert Telling.objects.count() == Vestiging.objects.count() == 2

    def test_wie_niet_past_laat_niets_achter(self):
        aanbod = geaccepteerd(woning__capaciteit=1)
        with pytest.raises(ValidationError) as fout:
            teken_aanbod(aanbod, [aanbod.statushouder, StatushouderFactory()])
        assert "bewoners" in fout.value.error_dict
        aanbod.refresh_from_db()
        assert aanbod.contract_op is None
        assert not Plaatsing.objects.exists()
        assert not Telling.objects.exists()

    def test_een_huur_voor_de_woning_er_is_staat_bij_de_dag(self):
        aanbod = geaccepteerd(woning__beschikbaar_van=date(2017, 5, 2))
        with pytest.raises(ValidationError) as fout:
            teken_aanbod(aanbod, [aanbod.statushouder])
        assert "contract_op" in fout.value.error_dict
        assert teken_aanbod(aanbod, [aanbod.statushouder], op=date(2017, 5, 2))

    def test_wie_groter_gaat_wonen_verlaat_de_oude_woning_die_dag(self):
        oud = PlaatsingFactory(van=date(2017, 1, 2))
        aanbod = geaccepteerd(statushouder=oud.statushouder)
        teken_aanbod(aanbod, [oud.statushouder])
        oud.refresh_from_db()
        assert (oud.tot, oud.versie) == (VANDAAG, 2)
        assert oud.statushouder.plaatsingen.filter(tot=None).get().woning == aanbod.woning

    def test_twee_keer_tekenen_plaatst_een_keer(self):
        aanbod = geaccepteerd()
        teken_aanbod(aanbod, [aanbod.statushouder])
        with pytest.raises(ValidationError, match=r"huur gaat in op 1-5-2017\. Dat staat al vast"):
            teken_aanbod(aanbod, [aanbod.statushouder])
        assert Plaatsing.objects.count() == 1

    def test_de_huurder_gaat_er_zelf_wonen(self):
        aanbod = geaccepteerd()
        with pytest.raises(ValidationError, match=r"gaat er dus ook wonen\. Bron: werkwijze") as fout:
            teken_aanbod(aanbod, [StatushouderFactory()])
        assert "bewoners" in fout.value.error_dict
        assert not Plaatsing.objects.exists()

    def test_een_huurder_die_er_al_woont_hoeft_niet_nog_eens(self):
        woont = PlaatsingFactory()
        aanbod = geaccepteerd(statushouder=woont.statushouder, woning=woont.woning)
        assert teken_aanbod(aanbod, [StatushouderFactory()])

    def test_feiten_van_elke_stap(self):
        aanbod = geaccepteerd(bezichtigd_op=date(2017, 4, 5), contract_op=VANDAAG, sleutel_op=VANDAAG)
        for feit, op in (
            (figures.bezichtigd(), date(2017, 4, 5)),
            (figures.huurcontract(), VANDAAG),
            (figures.sleutel(), VANDAAG),
        ):
            assert list(feit) == [{"dossier": aanbod.statushouder_id, "op": op}]
