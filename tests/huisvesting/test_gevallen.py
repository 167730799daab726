"""The boundary cases 1 to 19 of the rules of the quota, each by its number."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from dossiers.models import Opvang, Rol, WijzeVanKomst
from huisvesting import figures
from huisvesting.actions import meld_overname, plaats
from huisvesting.models import Beginstand, Opgave, Telling
from huisvesting.rules import Berekening, Normdagen, delen, halfjaar
from kern.klok import vandaag
from tests.dossiers.factories import GezinFactory, GezinslidFactory, StatushouderFactory
from tests.huisvesting.factories import TellingFactory, WoningFactory

D = date.fromisoformat


@pytest.mark.parametrize(
    ("geval", "landelijk", "gemeente", "land", "aantal"),
    [
        (1, 20000, 25675, 16900726, 31),
        (2, 23000, 25675, 16900726, 35),
        (3, 13000, 25885, 16979120, 20),
        (4, 10000, 25468, 16979120, 15),
        (5, 10000, 25469, 16979120, 16),
        (6, 10000, 17000, 17000000, 10),
        (7, 10000, 17001, 17000000, 11),
    ],
)
def test_geval_1_tot_en_met_7_de_opgave(geval, landelijk, gemeente, land, aantal):
    som = Berekening(landelijk=landelijk, inwoners_gemeente=gemeente, inwoners_land=land)
    assert som.aantal == aantal, geval


@pytest.mark.parametrize(
    ("geval", "dag", "periode"), [(8, "2017-06-30", "2017-H1"), (9, "2017-07-01", "2017-H2")]
)
def test_geval_8_en_9_het_halfjaar_van_de_huur(geval, dag, periode):
    assert halfjaar(D(dag)) == periode, geval


def test_geval_10_een_moment_hoort_bij_de_dag_hier(monkeypatch, settings):
    """T0: what is today is asked of the clock here, not in Greenwich."""
    settings.VANDAAG = ""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2017, 6, 30, 22, 30, tzinfo=UTC))
    assert (vandaag(), halfjaar(vandaag())) == (D("2017-07-01"), "2017-H2")


@pytest.mark.usefixtures("periodes")
class TestSaldo:
    """Cases 11 and 12: a backlog and a lead go on, and are never clamped."""

    @pytest.fixture(autouse=True)
    def _een_achterstand_van_10(self, periodes):
        Beginstand.objects.all().delete()
        Opgave.objects.filter(periode__code="2016").update(aantal=10)

    def test_geval_11(self):
        TellingFactory.create_batch(20, telt_op=D("2017-03-01"))
        assert _saldi("2017-07-01")["2017-H1"] == (30, 20, 10)

    def test_geval_12(self):
        Opgave.objects.filter(periode__code="2017-H1").update(aantal=15)
        Opgave.objects.filter(periode__code="2017-H2").update(aantal=6)
        TellingFactory.create_batch(26, telt_op=D("2017-03-01"))
        assert _saldi("2017-07-01")["2017-H1"] == (25, 26, -1)
        assert _saldi("2017-07-01")["2017-H2"] == (5, 0, 5)


def _saldi(peildatum: str) -> dict[str, tuple[int, int, int]]:
    return {
        stand.periode.code: (stand.te_realiseren, stand.gerealiseerd, stand.saldo)
        for stand in figures.grootboek(D(peildatum))
    }


def amv(geboren: str, opvang: str = Opvang.KSO, **anders):
    """An AMV with a permit, born on this day."""
    return StatushouderFactory(
        wijze_van_komst=WijzeVanKomst.AMV,
        opvang=opvang,
        geboren_vroegst=D(geboren),
        geboren_laatst=D(geboren),
        **anders,
    )


def som_op(persoon, dag: str) -> int:
    """What this person counts at the end of the day."""
    return sum(rij.waarde for rij in Telling.objects.filter(statushouder=persoon, telt_op__lte=D(dag)))


@pytest.mark.django_db
class TestPersonen:
    def in_kso(self, persoon, van: str) -> None:
        plaats([persoon], woning=WoningFactory(amv_woning=True), van=D(van))

    def test_geval_13_in_2015_nul_op_die_dag(self):
        persoon = amv("2000-12-31")
        self.in_kso(persoon, "2015-12-31")
        assert som_op(persoon, "2015-12-31") == 0
        assert Telling.objects.get().telt_op == D("2016-01-01")  # still there when the rule begins

    def test_geval_14_vanaf_2016_telt_hij_meteen(self):
        persoon = amv("2000-12-31")
        self.in_kso(persoon, "2016-01-01")
        assert som_op(persoon, "2016-01-01") == 1
        assert halfjaar(Telling.objects.get().telt_op) == "2016-H1"

    def test_geval_15_de_dag_voor_zijn_15e_verjaardag_nul(self):
        persoon = amv("2001-05-02")
        self.in_kso(persoon, "2016-05-01")
        assert [som_op(persoon, dag) for dag in ("2016-05-01", "2016-05-02", "2016-05-03")] == [0, 1, 1]

    @pytest.mark.parametrize("opvang", [Opvang.GASTGEZIN, Opvang.KWV])
    @pytest.mark.parametrize("amv_woning", [True, False])
    def test_geval_16_met_16_in_een_gastgezin_of_kwv_nul(self, opvang, amv_woning):
        persoon = amv("2001-02-01", opvang)
        plaats([persoon], woning=WoningFactory(amv_woning=amv_woning), van=D("2017-02-01"))
        assert som_op(persoon, "2017-12-31") == 0

    def test_geval_17_een_andere_gemeente_meldt_de_verhuizing(self):
        persoon = amv("2000-06-01")
        self.in_kso(persoon, "2016-02-01")
        voor = {rij.telt_op: rij.waarde for rij in Telling.objects.all()}
        meld_overname(persoon, gemeente="Leiden", gemeld_op=D("2018-07-03"), vandaag=D("2018-07-04"))
        na = {rij.telt_op: rij.waarde for rij in Telling.objects.all()}
        assert voor == {D("2016-02-01"): 1}
        assert na == voor | {D("2018-07-03"): -1}
        assert [halfjaar(dag) for dag in na] == ["2016-H1", "2018-H2"]

    def test_geval_18_een_kind_dat_na_de_woning_kwam(self):
        gezin, woning = GezinFactory(), WoningFactory()
        ouder = GezinslidFactory(gezin=gezin).statushouder
        plaats([ouder], woning=woning, van=D("2017-02-01"))
        geboren = {
            "statushouder__geboren_vroegst": D("2017-03-02"),
            "statushouder__geboren_laatst": D("2017-03-02"),
        }
        kind = GezinslidFactory(gezin=gezin, rol=Rol.KIND, van=D("2017-03-02"), **geboren).statushouder
        plaats([kind], woning=woning, van=D("2017-03-02"))
        assert (som_op(ouder, "2017-12-31"), som_op(kind, "2017-12-31")) == (1, 0)


def test_geval_19_de_veertien_weken():
    _koppelen, woning, verhuizen = delen(Normdagen(gekoppeld_op=D("2017-03-06")), D("2017-03-06"))
    assert (woning.uiterlijk, verhuizen.uiterlijk) == (D("2017-05-15"), D("2017-05-29"))
