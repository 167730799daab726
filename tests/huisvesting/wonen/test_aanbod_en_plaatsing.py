"""Offers and placements know of each other: nobody moves in past an offer that is open."""

from contextlib import nullcontext
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from dossiers.models import Rol
from huisvesting import figures, rules
from huisvesting.actions import bewaar_woning, neem_stap_terug, plaats, zet_stap
from huisvesting.figures.inhuizen import omgeving
from huisvesting.models import Aanbod, Plaatsing, Woning, Woonvraag
from huisvesting.models.woning import Woningsoort
from huisvesting.rules import Inhuizing, Omgeving, Openstaand, Stap, Verblijf, Woningfeiten
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import AanbodFactory, PlaatsingFactory, VerwachtingFactory, WoningFactory
from tests.huisvesting.wonen.test_aanbod import APRIL, VANDAAG, bied, geaccepteerd, teken_aanbod

AANGEBODEN = date(2017, 4, 3)


class TestRegel:
    def _codes(self, *inhuizingen, **omgeving):
        aanbod = [Openstaand(huurder=7, woning=3, op=AANGEBODEN)]
        bekend = Omgeving(**{"aanbod": aanbod} | omgeving)
        return [bezwaar.code for bezwaar in rules.aanbodbezwaren(inhuizingen, bekend)]

    @pytest.mark.parametrize(
        ("tot", "mag"),
        [(date(2017, 4, 2), True), (AANGEBODEN, True), (date(2017, 4, 4), False), (None, False)],
    )
    def test_wie_weg_is_voor_het_aanbod_gaat_er_niet_langs(self, tot, mag):
        tijd = {"van": date(2017, 3, 1), "tot": tot}
        for persoon in (1, 7):
            codes = self._codes(Inhuizing(persoon=persoon, woning=3, **tijd))
            assert codes == ["woning_aangeboden"] * (not mag)

    @pytest.mark.parametrize(
        ("van", "mag"), [(date(2017, 4, 2), True), (AANGEBODEN, False), (date(2017, 4, 4), False)]
    )
    @pytest.mark.parametrize("tot", [None, date(2017, 6, 1)])
    def test_wie_er_voor_het_aanbod_al_woonde_gaat_er_niet_langs(self, van, tot, mag):
        """Of who is offered a home any other; of the offered home the family that still lives there."""
        elders, thuis = (Inhuizing(persoon=7, woning=woning, van=van, tot=tot) for woning in (4, 3))
        assert self._codes(elders) == ["persoon_aangeboden"] * (not mag)
        assert self._codes(thuis) == ["woning_aangeboden"]  # the control: none of theirs lives there
        gezin = [Openstaand(huurder=8, woning=3, op=AANGEBODEN, thuis=frozenset({7}))]
        assert self._codes(thuis, aanbod=gezin) == ["woning_aangeboden"] * (not mag)

    def test_een_ander_in_een_andere_woning_en_wie_er_al_staat(self):
        assert not self._codes(
            Inhuizing(persoon=1, woning=4, van=APRIL), Inhuizing(persoon=1, woning=3, van=APRIL, plaatsing=9)
        )

    @pytest.mark.parametrize(("plaatsen", "mogen"), [(2, 0), (3, 1), (4, 2), (None, 2)])
    def test_in_een_amv_woning_blijft_vrij_wat_is_aangeboden(self, plaatsen, mogen):
        """One stays, one leaves, one is offered."""
        codes = self._codes(
            *(Inhuizing(persoon=persoon, woning=3, van=APRIL) for persoon in (1, 2)),
            woningen={3: Woningfeiten(capaciteit=plaatsen, per_plek=True)},
            in_woning={3: {1: Verblijf(AANGEBODEN, None), 2: Verblijf(AANGEBODEN, date(2017, 6, 1))}},
        )
        assert codes == ["woning_aangeboden"] * (2 - mogen)


@pytest.mark.django_db
class TestPlaatsen:
    @pytest.mark.parametrize("van", ["2017-04-02", "2017-04-03", "2017-05-01"])
    def test_een_vreemde_gaat_niet_in_een_aangeboden_woning(self, van):
        woning = geaccepteerd().woning
        with pytest.raises(ValidationError, match=r"Deze woning is aangeboden.*Bron: werkwijze") as fout:
            plaats([StatushouderFactory()], woning=woning, van=date.fromisoformat(van))
        assert "woning" in fout.value.error_dict
        assert not Plaatsing.objects.exists()

    @pytest.mark.parametrize("van", ["2017-04-03", "2017-04-04", "2017-05-01"])
    def test_wie_een_aanbod_heeft_gaat_niet_naar_een_andere_woning(self, van):
        aanbod, dag = geaccepteerd(), date.fromisoformat(van)
        ander = StatushouderFactory()
        with pytest.raises(ValidationError, match=r"Er staat een aanbod open.*Bron: werkwijze") as fout:
            plaats([ander, aanbod.statushouder], woning=WoningFactory(), van=dag)
        assert list(fout.value.error_dict) == ["personen"]
        assert fout.value.message_dict["personen"][0].startswith(f"{aanbod.statushouder.naam}: ")
        assert not Plaatsing.objects.exists()

    @pytest.mark.parametrize("van", ["2016-04-03", "2017-04-02"])
    def test_waar_iemand_met_een_aanbod_al_woonde_kan_worden_vastgelegd(self, van):
        """And by the offer they still move on."""
        aanbod, dag = geaccepteerd(), date.fromisoformat(van)
        [oud] = plaats([aanbod.statushouder], woning=WoningFactory(), van=dag)
        teken_aanbod(aanbod, [aanbod.statushouder])
        oud.refresh_from_db()
        assert (oud.van, oud.tot) == (dag, VANDAAG)

    @pytest.mark.parametrize(("van", "mag"), [("2017-04-02", True), ("2017-04-03", False)])
    def test_een_vergeten_kind_van_wie_uit_de_aangeboden_woning_gaat(self, van, mag):
        dag, gezin = date.fromisoformat(van), GezinFactory()
        ouder, kind = (GezinslidFactory(gezin=gezin, rol=rol).statushouder for rol in (Rol.HOOFD, Rol.KIND))
        woning = PlaatsingFactory(statushouder=ouder, tot=date(2017, 6, 1)).woning
        AanbodFactory(woning=woning)
        with nullcontext() if mag else pytest.raises(ValidationError, match="Deze woning is aangeboden"):
            plaats([kind], woning=woning, van=dag)

    @pytest.mark.parametrize(
        ("velden", "wat"),
        [
            ({}, "is weg voor het aanbod"),
            ({"tot": date(2017, 6, 1), "lid_tot": AANGEBODEN}, "hoorde toen niet meer bij het gezin"),
            ({"tot": date(2017, 6, 1), "van": date(2017, 4, 4)}, "kwam na het aanbod"),
        ],
    )
    def test_geen_kind_van_wie_er_op_de_dag_van_het_aanbod_niet_woont(self, velden, wat):
        velden = {"van": date(2017, 1, 1), "tot": AANGEBODEN, "lid_tot": None} | velden
        ouder = GezinslidFactory(tot=velden.pop("lid_tot"))
        kind = GezinslidFactory(gezin=ouder.gezin, rol=Rol.KIND).statushouder
        woning = PlaatsingFactory(statushouder=ouder.statushouder, **velden).woning
        AanbodFactory(woning=woning)
        with pytest.raises(ValidationError, match="Deze woning is aangeboden"):
            plaats([kind], woning=woning, van=date(2016, 4, 3))

    def test_een_vast_aantal_vragen(self, django_assert_num_queries):
        def wereld(aantal):
            gezin = GezinFactory()
            leden = [GezinslidFactory(gezin=gezin, rol=Rol.OVERIG) for _ in range(aantal)]
            aanbod = [PlaatsingFactory(statushouder=lid.statushouder).woning for lid in leden]
            for woning in aanbod:
                AanbodFactory(woning=woning)
            return [
                Inhuizing(persoon=lid.statushouder_id, woning=woning.pk, van=APRIL)
                for lid, woning in zip(leden, aanbod, strict=True)
            ]

        for aantal in (1, 50):
            inhuizingen = wereld(aantal)
            with django_assert_num_queries(6):
                omgeving(inhuizingen)

    def test_zonder_aanbod_kan_het(self):
        """The control: what was offered came to nothing."""
        aanbod = AanbodFactory(geweigerd_op=VANDAAG, reden="Te klein")
        assert plaats([StatushouderFactory()], woning=aanbod.woning, van=APRIL)
        assert plaats([aanbod.statushouder], woning=WoningFactory(), van=APRIL)

    def test_tekenen_gaat_niet_langs_het_aanbod_van_een_ander(self):
        aanbod, van_ander = geaccepteerd(), geaccepteerd()
        with pytest.raises(ValidationError, match="Er staat een aanbod open") as fout:
            teken_aanbod(aanbod, [aanbod.statushouder, van_ander.statushouder])
        assert "bewoners" in fout.value.error_dict
        assert teken_aanbod(aanbod, [aanbod.statushouder])

    @pytest.mark.parametrize("dag", ["2017-04-30", "2017-05-01", "2017-05-02", "2017-07-05"])
    def test_wie_tekende_heeft_geen_aanbod_meer_ook_als_de_huur_later_ingaat(self, dag):
        aanbod = geaccepteerd()
        assert list(Aanbod.objects.open_op(VANDAAG)) == [aanbod]
        teken_aanbod(aanbod, [aanbod.statushouder], op=date.fromisoformat(dag))
        assert not Aanbod.objects.open_op(VANDAAG).exists()

    def test_wie_groter_ging_wonen_heeft_wat_verwacht_werd(self):
        wens = VerwachtingFactory(woonvraag=Woonvraag.GROTER, verwacht_op=date(2017, 8, 1))
        ander = VerwachtingFactory(woonvraag=Woonvraag.EIGEN, verwacht_op=date(2017, 8, 1))
        plaats([wens.statushouder, ander.statushouder], woning=WoningFactory(), van=VANDAAG)
        for rij in (wens, ander):
            rij.refresh_from_db()
        assert (wens.verwacht_op, wens.versie) == (VANDAAG, 2)
        assert (ander.verwacht_op, ander.versie) == (date(2017, 8, 1), 1)


@pytest.mark.django_db
class TestAmvWoning:
    @pytest.fixture
    def woning(self):
        """One lives there and stays: two places."""
        return PlaatsingFactory(woning__amv_woning=True, woning__capaciteit=3).woning

    def _amv(self):
        return VerwachtingFactory(woonvraag=Woonvraag.AMV).statushouder

    def test_zoveel_open_aanbod_als_er_plekken_vrij_zijn(self, woning):
        for _ in range(2):
            bied(self._amv(), woning)
        with pytest.raises(ValidationError, match=r"geen plek meer.*Bron: aantal plaatsen"):
            bied(self._amv(), woning)
        assert Aanbod.objects.count() == 2

    def test_ook_wat_later_werd_aangeboden_telt(self, woning):
        for _ in range(2):
            bied(self._amv(), woning, op=VANDAAG)
        with pytest.raises(ValidationError, match="geen plek meer"):
            bied(self._amv(), woning, op=APRIL)

    def test_na_een_nee_komt_de_plek_terug_en_daarna_niet_meer_open(self, woning):
        nee = AanbodFactory(
            woning=woning, statushouder=self._amv(), geweigerd_op=APRIL, reden="Blijft bij een oom"
        )
        for _ in range(2):
            bied(self._amv(), woning)
        with pytest.raises(ValidationError, match=r"geen plek meer, en er is 1 persoon\. Bron"):
            neem_stap_terug(nee, versie=1, vandaag=VANDAAG)

    def test_plaatsen_laat_vrij_wat_is_aangeboden(self, woning):
        bied(self._amv(), woning)
        plaats([self._amv()], woning=woning, van=VANDAAG)
        with pytest.raises(ValidationError, match="Deze woning is aangeboden"):
            plaats([self._amv()], woning=woning, van=VANDAAG)

    def test_ieder_tekent_voor_de_eigen_plek(self, woning):
        for _ in range(2):
            aanbod = geaccepteerd(woning=woning, statushouder=self._amv())
            teken_aanbod(aanbod, [aanbod.statushouder])
        assert woning.plaatsingen.count() == 3

    def test_geen_gewone_woning_zolang_er_meer_aanbod_openstaat(self, woning):
        gewoon = {"versie": 1, "gegevens": {"amv_woning": False}}
        _eerste, tweede = (bied(self._amv(), woning) for _ in range(2))
        with pytest.raises(ValidationError, match=r"aan meer jongeren aangeboden.*Bron: werkwijze"):
            bewaar_woning(woning, **gewoon)
        Aanbod.objects.filter(pk=tweede.pk).update(geweigerd_op=VANDAAG, reden="Nee")
        assert not bewaar_woning(woning, **gewoon).amv_woning


@pytest.mark.django_db
class TestDoorstroomlocatie:
    """It holds many households (H10): offered by the place, to whom an ordinary home could be offered."""

    @pytest.fixture
    def woning(self):
        """One lives there and stays: two places."""
        soort = Woningsoort.DOORSTROOM
        return PlaatsingFactory(woning__soort=soort, woning__capaciteit=3).woning

    def test_zoveel_open_aanbod_als_er_plekken_vrij_zijn(self, woning):
        for vrij in (2, 1):
            assert (figures.ruimte(woning, VANDAAG).plaatsen, figures.ruimte(woning, VANDAAG).aanbod) == (
                vrij,
                False,
            )
            assert woning in figures.vrij_op(Woning.objects.all(), VANDAAG)
            bied(woning=woning)
        assert woning not in figures.vrij_op(Woning.objects.all(), VANDAAG)
        with pytest.raises(ValidationError, match=r"geen plek meer.*Bron: aantal plaatsen"):
            bied(woning=woning)
        assert Aanbod.objects.count() == 2

    def test_niet_voor_een_amv(self, woning):
        with pytest.raises(ValidationError, match="Kies een AMV-woning"):
            bied(VerwachtingFactory(woonvraag=Woonvraag.AMV).statushouder, woning)

    def test_plaatsen_laat_vrij_wat_is_aangeboden(self, woning):
        aanbod = geaccepteerd(woning=woning)
        plaats([StatushouderFactory()], woning=woning, van=VANDAAG)
        with pytest.raises(ValidationError, match="Deze woning is aangeboden"):
            plaats([StatushouderFactory()], woning=woning, van=VANDAAG)
        assert teken_aanbod(aanbod, [aanbod.statushouder])


@pytest.mark.django_db
class TestEenOpenInDeDatabase:
    """Past every action: the database looks at each offer that comes open."""

    @pytest.mark.parametrize(
        ("soort", "mag"),
        [({}, False), ({"amv_woning": True}, True), ({"soort": Woningsoort.DOORSTROOM}, True)],
    )
    def test_een_tweede_open_aanbod(self, soort, mag):
        woning = AanbodFactory(woning=WoningFactory(**soort)).woning
        with (
            nullcontext() if mag else pytest.raises(IntegrityError, match="al aangeboden"),
            transaction.atomic(),
        ):
            AanbodFactory(woning=woning)

    @pytest.mark.parametrize("veld", ["geweigerd_op", "ingetrokken_op"])
    def test_na_een_nee_mag_het_en_het_nee_gaat_niet_terug(self, veld):
        nee = AanbodFactory(**{veld: APRIL}, reden="Nee")
        AanbodFactory(woning=nee.woning)
        with pytest.raises(IntegrityError, match="al aangeboden"), transaction.atomic():
            Aanbod.objects.filter(pk=nee.pk).update(**{veld: None})

    def test_wat_al_open_was_gaat_verder(self):
        """Two that were open when the home became an ordinary one: each step of them can be written down."""
        eerste = AanbodFactory(woning__amv_woning=True)
        AanbodFactory(woning=eerste.woning)
        Woning.objects.update(amv_woning=False)
        zet_stap(eerste, stap=Stap.BEZICHTIGD, versie=1, op=APRIL, vandaag=VANDAAG)
        with pytest.raises(IntegrityError, match="al aangeboden"), transaction.atomic():
            Aanbod.objects.filter(pk=AanbodFactory().pk).update(woning=eerste.woning)

    def test_zonder_de_trigger_mag_het(self):
        """Negative control."""
        woning, ander = AanbodFactory().woning, StatushouderFactory()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE huisvesting_aanbod DISABLE TRIGGER aanbod_een_open_per_woning")
        assert AanbodFactory(woning=woning, statushouder=ander).pk
