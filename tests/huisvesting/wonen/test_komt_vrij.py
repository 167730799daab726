"""A home comes free when who lives there leaves, and the shortage does not jump by what was known already."""

from datetime import date

import pytest

from dossiers.models import Rol, WijzeVanKomst
from huisvesting import figures
from huisvesting.actions import teken
from huisvesting.models import Woonvraag
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import AanbodFactory, PlaatsingFactory, VerwachtingFactory, WoningFactory

pytestmark = pytest.mark.django_db
MEI, JULI = date(2017, 5, 1), date(2017, 7, 5)
DAGEN = (MEI, date(2017, 7, 4), JULI, date(2017, 7, 6))


@pytest.mark.parametrize(
    ("tot", "laatste_dag", "vrij"),
    [
        ("2017-12-30", None, 1),
        ("2017-12-31", None, 1),
        ("2018-01-01", None, 0),
        ("2017-07-01", "2018-01-01", 1),
        ("2017-07-01", "2017-12-31", 0),
    ],
)
def test_een_woning_komt_vrij_als_de_bewoner_dit_jaar_weggaat(tot, laatste_dag, vrij):
    woning = WoningFactory(beschikbaar_tot_en_met=laatste_dag and date.fromisoformat(laatste_dag))
    PlaatsingFactory(woning=woning, tot=date.fromisoformat(tot))
    assert figures.tekort(MEI).vrij == vrij
    PlaatsingFactory(woning=woning)  # who stays
    assert figures.tekort(MEI).vrij == 0


class TestHetTekortBlijftGelijkTussenTekenenEnVerhuizen:
    def _blijft(self, aanbod, personen, tekort):
        assert figures.tekort(MEI).tekort == tekort
        teken(aanbod, versie=1, op=JULI, vandaag=MEI, personen=personen)
        assert [figures.tekort(dag).tekort for dag in DAGEN] == [tekort] * len(DAGEN)

    def _aanbod(self, persoon):
        return AanbodFactory(statushouder=persoon, geaccepteerd_op=date(2017, 4, 10))

    def test_een_eerste_woning(self):
        persoon = VerwachtingFactory().statushouder
        self._blijft(self._aanbod(persoon), [persoon], 0)

    def test_een_grotere_woning_voor_wie_er_woont(self):
        persoon = PlaatsingFactory().statushouder
        VerwachtingFactory(statushouder=persoon, woonvraag=Woonvraag.GROTER)
        self._blijft(self._aanbod(persoon), [persoon], -1)  # the old home comes free

    def test_een_grotere_woning_voor_wie_nareist(self):
        gezin = GezinFactory()
        referent, moeder = (
            GezinslidFactory(gezin=gezin, rol=rol).statushouder for rol in (Rol.HOOFD, Rol.PARTNER)
        )
        PlaatsingFactory(statushouder=referent)
        VerwachtingFactory(statushouder=moeder, woonvraag=Woonvraag.GROTER, verwacht_op=date(2017, 9, 1))
        self._blijft(self._aanbod(referent), [referent, moeder], -1)

    def test_een_grotere_woning_voor_wie_hier_nog_geen_heeft(self):
        persoon = VerwachtingFactory(woonvraag=Woonvraag.GROTER).statushouder
        self._blijft(self._aanbod(persoon), [persoon], 0)

    def test_een_oude_woning_waar_een_ander_blijft(self):
        oud = PlaatsingFactory()
        PlaatsingFactory(woning=oud.woning)
        VerwachtingFactory(statushouder=oud.statushouder, woonvraag=Woonvraag.GROTER)
        self._blijft(self._aanbod(oud.statushouder), [oud.statushouder], 0)

    @pytest.mark.parametrize(("laatste_dag", "tekort"), [("2017-12-31", 0), ("2018-01-01", -1)])
    def test_een_oude_woning_die_dit_jaar_ophoudt_helpt_niemand(self, laatste_dag, tekort):
        woning = WoningFactory(beschikbaar_tot_en_met=date.fromisoformat(laatste_dag))
        persoon = PlaatsingFactory(woning=woning).statushouder
        VerwachtingFactory(statushouder=persoon, woonvraag=Woonvraag.GROTER)
        self._blijft(self._aanbod(persoon), [persoon], tekort)

    def test_een_woning_die_ophoudt(self):
        persoon = PlaatsingFactory(woning__beschikbaar_tot_en_met=date(2017, 11, 30)).statushouder
        self._blijft(self._aanbod(persoon), [persoon], 0)

    def test_een_amv_die_18_wordt(self):
        dag = date(1999, 6, 1)
        amv = StatushouderFactory(wijze_van_komst=WijzeVanKomst.AMV, geboren_vroegst=dag, geboren_laatst=dag)
        PlaatsingFactory(statushouder=amv, woning__amv_woning=True)
        self._blijft(self._aanbod(amv), [amv], 0)


class TestWieErgensWoont:
    """An expected day counts for who lives here too: for a bigger home, and for an AMV for an own one."""

    @pytest.mark.parametrize(
        ("dag", "zoekt"),
        [
            ("2017-04-30", False),  # went by
            ("2017-05-01", True),
            ("2017-12-31", True),
            ("2018-01-01", False),
        ],
    )
    def test_een_grotere_woning_op_een_dag_die_nog_komt(self, dag, zoekt):
        woont = PlaatsingFactory()
        VerwachtingFactory(
            statushouder=woont.statushouder, woonvraag=Woonvraag.GROTER, verwacht_op=date.fromisoformat(dag)
        )
        assert [rij.woont for rij in figures.zoekend(MEI)] == [woont] * zoekt
        assert figures.tekort(MEI).groter == zoekt

    @pytest.mark.parametrize(("van", "zoekt"), [("2017-04-30", True), ("2017-05-01", False)])
    def test_wie_er_sinds_die_dag_woont_heeft_haar(self, van, zoekt):
        woont = PlaatsingFactory(van=date.fromisoformat(van))
        VerwachtingFactory(statushouder=woont.statushouder, woonvraag=Woonvraag.GROTER, verwacht_op=MEI)
        assert len(figures.zoekend(MEI)) == zoekt
        soort = figures.huishouden_van(woont.statushouder, MEI).woonvraag
        assert (soort == Woonvraag.GROTER) is zoekt

    @pytest.mark.parametrize("velden", [{"tot": date(2017, 8, 1)}, {"woning__amv_woning": True}])
    def test_niet_wie_al_weggaat_en_niet_in_een_amv_woning(self, velden):
        woont = PlaatsingFactory(**velden)
        VerwachtingFactory(statushouder=woont.statushouder, woonvraag=Woonvraag.GROTER)
        assert figures.tekort(MEI).groter == 0

    @pytest.mark.parametrize(
        ("dag", "zoekt"),
        [("2017-04-30", False), ("2017-05-01", True), ("2017-12-31", True), ("2018-01-01", False)],
    )
    def test_een_amv_met_een_dag_voor_een_eigen_woning(self, dag, zoekt):
        jong = date(2000, 6, 1)  # 18 in 2018
        amv = StatushouderFactory(
            wijze_van_komst=WijzeVanKomst.AMV, geboren_vroegst=jong, geboren_laatst=jong
        )
        PlaatsingFactory(statushouder=amv, woning__amv_woning=True)
        dag = date.fromisoformat(dag)
        VerwachtingFactory(statushouder=amv, woonvraag=Woonvraag.EIGEN, verwacht_op=dag)
        assert [(rij.huurder, rij.verwacht_op) for rij in figures.zoekend(MEI)] == [(amv, dag)] * zoekt
        assert figures.tekort(MEI).wordt_18 == zoekt
