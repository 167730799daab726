"""Who needs a home, how many are short, what was delivered, and how homes lie over the neighbourhoods."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from dossiers.models import Rol, WijzeVanKomst
from huisvesting import figures
from huisvesting.actions import bewaar_mogelijke_woning, maak_woning
from huisvesting.models import (
    Herkomst,
    MogelijkeWoning,
    MogelijkeWoningStatus,
    Prestatieafspraak,
    Stuurcode,
    Stuurgetal,
    Woning,
    Woonvraag,
)
from kern.contract import Peiling
from kern.register import register
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import AanbodFactory, PlaatsingFactory, VerwachtingFactory, WoningFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


def gezin(aantal=3, **velden):
    """A family that is expected, the head first."""
    rij = GezinFactory()
    rollen = [Rol.HOOFD, *[Rol.KIND] * (aantal - 1)]
    leden = [GezinslidFactory(gezin=rij, rol=rol).statushouder for rol in rollen]
    for lid in leden:
        VerwachtingFactory(statushouder=lid, **velden)
    return rij, leden


class TestWieZoekt:
    def test_een_gezin_is_een_huishouden(self):
        _gezin, leden = gezin(3)
        [huishouden] = figures.zoekend(MEI)
        assert (huishouden.huurder, list(huishouden.personen)) == (leden[0], leden)
        assert figures.tekort(MEI).nodig == 1

    def test_wie_bij_familie_gaat_wonen_vraagt_niets(self):
        rij, _leden = gezin(2, woonvraag=Woonvraag.FAMILIE)
        referent = GezinslidFactory(gezin=rij, rol=Rol.OVERIG).statushouder
        PlaatsingFactory(statushouder=referent)
        assert figures.zoekend(MEI) == []

    def test_een_grotere_woning_is_er_een_voor_het_hele_gezin(self):
        rij = GezinFactory()
        referent = GezinslidFactory(gezin=rij, rol=Rol.HOOFD).statushouder
        PlaatsingFactory(statushouder=referent)
        moeder = GezinslidFactory(gezin=rij, rol=Rol.PARTNER).statushouder
        kind = GezinslidFactory(gezin=rij, rol=Rol.KIND).statushouder
        VerwachtingFactory(statushouder=moeder, woonvraag=Woonvraag.GROTER)
        VerwachtingFactory(statushouder=kind, woonvraag=Woonvraag.FAMILIE)
        [huishouden] = figures.zoekend(MEI)
        assert huishouden.huurder == referent
        assert list(huishouden.personen) == [referent, moeder, kind]
        assert figures.tekort(MEI).tekort == 1
        AanbodFactory(statushouder=referent)
        stand = figures.tekort(MEI)
        assert (stand.aangeboden, stand.komt_vrij, stand.tekort) == (1, 1, -1)

    def test_een_amv_zoekt_een_plek_en_geen_woning(self):
        VerwachtingFactory(woonvraag=Woonvraag.AMV)
        WoningFactory(amv_woning=True, capaciteit=4)
        [huishouden] = figures.zoekend(MEI)
        assert not huishouden.vraagt_woning
        stand = figures.tekort(MEI)
        assert (stand.nodig, stand.in_beeld, stand.tekort) == (0, 0, 0)

    def test_wie_gekoppeld_is_zonder_verwachte_dag_telt_ook(self):
        persoon = StatushouderFactory(coa_koppeldatum=MEI)
        assert [rij.huurder for rij in figures.zoekend(MEI)] == [persoon]
        assert figures.zoekend(date(2017, 4, 30)) == []

    @pytest.mark.parametrize("velden", [{"tot": None}, {"van": date(2017, 6, 1)}])
    def test_wie_een_woning_heeft_of_krijgt_zoekt_niet(self, velden):
        persoon = VerwachtingFactory().statushouder
        PlaatsingFactory(statushouder=persoon, **velden)
        assert figures.zoekend(MEI) == []

    @pytest.mark.parametrize(("dag", "aantal"), [("2017-12-31", 1), ("2018-01-01", 0)])
    def test_tot_en_met_het_eind_van_het_jaar(self, dag, aantal):
        VerwachtingFactory(verwacht_op=date.fromisoformat(dag))
        assert len(figures.zoekend(MEI)) == aantal

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_queries(self, aantal, django_assert_num_queries):
        for _ in range(aantal):
            gezin(2)
        with django_assert_num_queries(2):  # the households, their persons
            assert len(figures.zoekend(MEI)) == aantal

    def test_huishouden_van_een_persoon(self):
        _rij, leden = gezin(3)
        PlaatsingFactory(statushouder=leden[1])
        assert list(figures.huishouden_van(leden[0], MEI).personen) == [leden[0], leden[2]]

    def test_wie_allemaal_een_woning_hebben_verhuizen_samen(self):
        plaatsing = PlaatsingFactory()
        huishouden = figures.huishouden_van(plaatsing.statushouder, MEI)
        assert list(huishouden.personen) == [plaatsing.statushouder]
        assert huishouden.woont == plaatsing


class TestInBeeld:
    @pytest.mark.parametrize(
        ("velden", "vrij"),
        [
            ({}, 1),
            ({"beschikbaar_van": date(2017, 12, 31)}, 1),
            ({"beschikbaar_van": date(2018, 1, 1)}, 0),
            ({"beschikbaar_tot_en_met": date(2017, 4, 30)}, 0),
            ({"beschikbaar_tot_en_met": date(2017, 12, 31)}, 0),  # who moves in must leave it this year
            ({"beschikbaar_tot_en_met": date(2018, 1, 1)}, 1),
            ({"amv_woning": True}, 0),
        ],
    )
    def test_vrije_woningen(self, velden, vrij):
        WoningFactory(**velden)
        assert figures.tekort(MEI).vrij == vrij

    def test_bewoond_of_aangeboden_is_niet_vrij(self):
        PlaatsingFactory()
        PlaatsingFactory(van=date(2017, 8, 1))
        AanbodFactory()
        assert figures.tekort(MEI).vrij == 0

    @pytest.mark.parametrize(
        ("status", "dag", "aantal"),
        [
            (MogelijkeWoningStatus.TOEGEZEGD, "2017-12-31", 2),
            (MogelijkeWoningStatus.TOEGEZEGD, "2018-01-01", 0),
            (MogelijkeWoningStatus.ONDERZOEK, "2017-09-01", 0),
        ],
    )
    def test_toegezegd(self, status, dag, aantal):
        MogelijkeWoning.objects.create(
            omschrijving="Oude school",
            herkomst=Herkomst.GEMEENTE,
            woningen=2,
            status=status,
            verwacht_op=date.fromisoformat(dag),
        )
        assert figures.tekort(MEI).toegezegd == aantal

    def test_het_kerncijfer_met_zijn_rijen(self):
        _rij, leden = gezin(2)
        VerwachtingFactory(woonvraag=Woonvraag.AMV)
        cijfer = register.kerncijfer("huisvesting.tekort_woningen")
        peiling = Peiling.op(MEI)
        assert cijfer.bereken(peiling) == 1  # who gets a place in an AMV home needs none
        assert list(cijfer.rijen(peiling)) == [leden[0]]


class TestMogelijkeWoning:
    ADRES = {"straat": "Kerkstraat", "huisnummer": 12, "postcode": "2242AA"}

    def _rij(self, **velden):
        return MogelijkeWoning.objects.create(omschrijving="Kerkstraat 12", herkomst="gemeente", **velden)

    def test_wordt_een_woning_en_houdt_de_band(self):
        rij = self._rij()
        woning = maak_woning(rij, versie=1, gegevens=self.ADRES)
        rij.refresh_from_db()
        assert (rij.woning, rij.status, rij.versie) == (woning, MogelijkeWoningStatus.WONING, 2)
        with pytest.raises(ValidationError, match="al een woning"):
            maak_woning(rij, versie=1, gegevens={**self.ADRES, "huisnummer": 14})
        with pytest.raises(ValidationError, match="al een woning"):
            bewaar_mogelijke_woning(rij, versie=2, gegevens={"omschrijving": "Anders"})
        assert Woning.objects.count() == 1

    def test_van_meer_woningen_blijft_de_rest_mogelijk(self):
        rij = self._rij(woningen=3)
        woning = maak_woning(rij, versie=1, gegevens=self.ADRES)
        rij.refresh_from_db()
        assert (rij.woningen, rij.woning) == (2, None)
        [nieuw] = MogelijkeWoning.objects.exclude(pk=rij.pk)
        assert (nieuw.woning, nieuw.woningen) == (woning, 1)

    def test_een_adres_dat_er_al_is_laat_niets_achter(self):
        rij = self._rij()
        WoningFactory(straat="Kerkstraat", huisnummer=12, postcode="2242AA")
        with pytest.raises(ValidationError, match="staat al in de lijst"):
            maak_woning(rij, versie=1, gegevens=self.ADRES)
        rij.refresh_from_db()
        assert rij.status == MogelijkeWoningStatus.IDEE

    def test_een_adres_dat_niet_te_zien_is_verraadt_niets(self, monkeypatch):
        WoningFactory(straat="Kerkstraat", huisnummer=12, postcode="2242AA")
        monkeypatch.setattr(type(Woning.objects.all()), "met_adres_van", lambda rijen, _woning: rijen.none())
        with pytest.raises(ValidationError, match="kunt u niet gebruiken") as fout:
            maak_woning(self._rij(), versie=1, gegevens=self.ADRES)
        assert "straat" in fout.value.error_dict


class TestAfspraken:
    @pytest.mark.parametrize(
        ("dag", "geleverd"),
        [("2016-12-31", 0), ("2017-01-01", 1), ("2017-05-01", 1), ("2017-05-02", 0)],
    )
    def test_geleverd_in_de_tijd_van_de_afspraak_tot_nu(self, dag, geleverd):
        verhuurder = OrganisatieFactory()
        Prestatieafspraak.objects.create(
            verhuurder=verhuurder, van=date(2017, 1, 1), tot_en_met=date(2017, 12, 31), woningen=5, bron="X"
        )
        WoningFactory(verhuurder=verhuurder, beschikbaar_van=date.fromisoformat(dag), amv_woning=True)
        WoningFactory(beschikbaar_van=date(2017, 2, 1))  # of another
        [afspraak] = figures.afspraken(MEI)
        assert (afspraak.geleverd, afspraak.geleverd_amv) == (geleverd, geleverd)


class TestWijken:
    def test_spreiding_met_aandeel(self):
        PlaatsingFactory(woning__wijk="Centrum")
        WoningFactory(wijk="Centrum")
        PlaatsingFactory(woning__wijk="Zuid")
        WoningFactory(wijk="")
        Stuurgetal.objects.create(
            code=Stuurcode.WONINGEN_WIJK, wijk="Centrum", waarde=1500, vanaf=date(2016, 1, 1), bron="CBS"
        )
        delen = {deel.wijk: deel for deel in figures.wijkspreiding(MEI)}
        centrum = delen["Centrum"]
        assert (centrum.woningen, centrum.bewoond, centrum.personen) == (2, 1, 1)
        assert centrum.per_duizend == Decimal("0.7")
        assert delen["Zuid"].per_duizend is None
        assert delen["Wijk onbekend"].bewoond == 0

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_twee_queries(self, aantal, django_assert_num_queries):
        PlaatsingFactory.create_batch(aantal)
        with django_assert_num_queries(2):
            figures.wijkspreiding(MEI)


class TestWieWegMoet:
    @pytest.mark.parametrize(("geboren", "aantal"), [("1999-12-31", 1), ("2000-01-01", 0), ("1999-01-01", 1)])
    def test_een_amv_die_dit_jaar_18_wordt_zoekt_een_eigen_woning(self, geboren, aantal):
        dag = date.fromisoformat(geboren)
        amv = StatushouderFactory(wijze_van_komst=WijzeVanKomst.AMV, geboren_vroegst=dag, geboren_laatst=dag)
        PlaatsingFactory(statushouder=amv, woning__amv_woning=True)
        assert [rij.huurder for rij in figures.zoekend(MEI)] == [amv] * aantal
        stand = figures.tekort(MEI)
        assert (stand.wordt_18, stand.tekort) == (aantal, aantal)
        assert not figures.zoekt_amv_plek(amv, MEI)

    @pytest.mark.parametrize(("laatste_dag", "aantal"), [("2017-12-31", 1), ("2018-01-01", 0), (None, 0)])
    def test_wie_in_een_woning_woont_die_ophoudt(self, laatste_dag, aantal):
        gezin_ = GezinFactory()
        woning = WoningFactory(beschikbaar_tot_en_met=laatste_dag and date.fromisoformat(laatste_dag))
        for rol in (Rol.HOOFD, Rol.KIND):
            PlaatsingFactory(statushouder=GezinslidFactory(gezin=gezin_, rol=rol).statushouder, woning=woning)
        huishoudens = figures.zoekend(MEI)
        assert [len(rij.personen) for rij in huishoudens] == [2] * aantal
        assert figures.tekort(MEI).eindigt == aantal


class TestNormlijst:
    def test_wie_het_meest_te_laat_is_staat_bovenaan(self, als):
        gebruiker = GebruikerFactory()
        later = StatushouderFactory(coa_koppeldatum=date(2017, 4, 3))
        eerder = StatushouderFactory(coa_koppeldatum=date(2017, 2, 1))
        getekend = AanbodFactory(
            statushouder__coa_koppeldatum=date(2017, 1, 2),
            geaccepteerd_op=date(2017, 4, 4),
            contract_op=date(2017, 4, 10),
        )
        PlaatsingFactory(statushouder=getekend.statushouder, woning=getekend.woning, van=date(2017, 4, 10))
        with als(gebruiker):
            rijen = list(figures.Normlijst(MEI, gebruiker))
        assert [rij.huurder for rij in rijen] == [eerder, getekend.statushouder, later]
        assert [rij.over for rij in rijen] == [19, 7, -42]

    def test_wie_de_sleutel_heeft_is_klaar(self, als):
        gebruiker = GebruikerFactory()
        aanbod = AanbodFactory(
            geaccepteerd_op=date(2017, 4, 4), contract_op=date(2017, 4, 10), sleutel_op=date(2017, 4, 11)
        )
        PlaatsingFactory(statushouder=aanbod.statushouder, woning=aanbod.woning, van=date(2017, 4, 10))
        with als(gebruiker):
            assert list(figures.Normlijst(MEI, gebruiker)) == []
