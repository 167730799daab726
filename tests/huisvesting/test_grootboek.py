"""The ledger of the quota: the plan's own figures, and each boundary of a period."""

from datetime import date

import pytest

from huisvesting import figures
from huisvesting.models import Beginstand, Opgave
from kern.contract import Peiling
from tests.huisvesting.factories import TellingFactory, VerwachtingFactory

pytestmark = pytest.mark.django_db


def regels(peildatum: date) -> dict[str, tuple[int, ...]]:
    """opgave, overgedragen, te_realiseren, gerealiseerd, saldo by period."""
    return {
        stand.periode.code: (
            stand.opgave,
            stand.overgedragen,
            stand.te_realiseren,
            stand.gerealiseerd,
            stand.saldo,
        )
        for stand in figures.grootboek(peildatum)
    }


def nog(peildatum: date) -> int | None:
    return figures.nog_te_huisvesten(figures.grootboek(peildatum), peildatum)


@pytest.mark.usefixtures("periodes")
class TestPlan:
    def test_op_1_mei_2017(self):
        assert regels(date(2017, 5, 1)) == {
            "2016": (66, 0, 66, 56, 10),
            "2017-H1": (20, 10, 30, 20, 10),
            "2017-H2": (15, 0, 15, 0, 15),
        }
        assert nog(date(2017, 5, 1)) == 25  # 10 + 15; adding the saldi naively gives 35

    @pytest.mark.parametrize(
        ("dag", "overgedragen", "verwacht"),
        [("2017-06-30", 0, 10), ("2017-07-01", 10, None), ("2017-07-02", 10, None)],
    )
    def test_saldo_gaat_pas_over_als_de_periode_voorbij_is(self, dag, overgedragen, verwacht):
        [tweede] = [s for s in figures.grootboek(date.fromisoformat(dag)) if s.periode.code == "2017-H2"]
        assert (tweede.overgedragen, tweede.verwacht_overgedragen) == (overgedragen, verwacht)
        assert nog(date.fromisoformat(dag)) == 25  # on both sides of 1 July

    @pytest.mark.parametrize(("dag", "verwacht"), [("2016-12-31", (0, 10)), ("2017-01-01", (10, None))])
    def test_2016_gaat_over_op_1_januari(self, dag, verwacht):
        [eerste] = [s for s in figures.grootboek(date.fromisoformat(dag)) if s.periode.code == "2017-H1"]
        assert (eerste.overgedragen, eerste.verwacht_overgedragen) == verwacht

    @pytest.mark.parametrize(("dag", "verwacht"), [("2017-05-09", (20, 10, 25)), ("2017-05-10", (21, 9, 24))])
    def test_een_persoon_op_10_mei_telt_vanaf_die_dag(self, dag, verwacht):
        TellingFactory(telt_op=date(2017, 5, 10))
        peildatum = date.fromisoformat(dag)
        _, _, _, gerealiseerd, saldo = regels(peildatum)["2017-H1"]
        assert (gerealiseerd, saldo, nog(peildatum)) == verwacht

    @pytest.mark.parametrize(
        ("telt_op", "gerealiseerd", "benoemd"),
        [("2017-04-30", 20, 1), ("2017-05-01", 20, 1), ("2017-05-02", 21, 1)],
    )
    def test_beginstand_bevat_tellingen_tot_en_met_haar_dag(self, telt_op, gerealiseerd, benoemd):
        TellingFactory(telt_op=date.fromisoformat(telt_op))
        [stand] = [s for s in figures.grootboek(date(2017, 5, 31)) if s.periode.code == "2017-H1"]
        assert (stand.gerealiseerd, stand.gerealiseerd_benoemd) == (gerealiseerd, benoemd)

    def test_voor_de_beginstand_tellen_alleen_namen_met_een_opmerking(self):
        TellingFactory.create_batch(3, telt_op=date(2017, 2, 1))
        [rij] = [r for r in figures.taakstelling(date(2017, 4, 30))["periodes"] if r["periode"] == "2017-H1"]
        assert (rij["gerealiseerd"], rij["gerealiseerd_benoemd"]) == (3, 3)
        assert "1-5-2017" in rij["opmerkingen"][0]

    def test_minus_een_haalt_af_in_de_periode_van_de_melding(self):
        """Case 17: counted in one period, reported elsewhere in the next; the first stays as it was."""
        telling = TellingFactory(telt_op=date(2017, 6, 1))
        TellingFactory(statushouder=telling.statushouder, waarde=-1, telt_op=date(2017, 7, 3))
        stand = {s.periode.code: s.gerealiseerd for s in figures.grootboek(date(2017, 12, 31))}
        assert (stand["2017-H1"], stand["2017-H2"]) == (21, -1)

    @pytest.mark.parametrize(("dag", "periode"), [("2017-06-30", "2017-H1"), ("2017-07-01", "2017-H2")])
    def test_laatste_en_eerste_dag_van_een_halfjaar(self, dag, periode):
        """Cases 8 and 9."""
        TellingFactory(telt_op=date.fromisoformat(dag))
        benoemd = {s.periode.code: s.gerealiseerd_benoemd for s in figures.grootboek(date(2017, 12, 31))}
        assert benoemd == {"2016": 0, "2017-H1": 0, "2017-H2": 0} | {periode: 1}

    def test_prognose_telt_verwachte_personen_in_de_periode(self):
        VerwachtingFactory.create_batch(4, verwacht_op=date(2017, 6, 15))
        VerwachtingFactory(verwacht_op=date(2017, 7, 1))
        prognose = {s.periode.code: s.prognose for s in figures.grootboek(date(2017, 5, 1))}
        assert prognose == {"2016": None, "2017-H1": 24, "2017-H2": 1}

    def test_wie_al_telt_is_niet_meer_verwacht(self):
        verwachting = VerwachtingFactory(verwacht_op=date(2017, 6, 15))
        TellingFactory(statushouder=verwachting.statushouder, telt_op=date(2017, 5, 20))
        prognose = {
            d: next(s.prognose for s in figures.grootboek(d) if s.periode.code == "2017-H1")
            for d in (date(2017, 5, 19), date(2017, 5, 20))
        }
        assert list(prognose.values()) == [21, 21]  # expected the day before, counted on the day

    @pytest.mark.parametrize(
        ("dag", "tempo"), [("2017-01-01", "0.2"), ("2017-05-01", "20.1"), ("2017-06-30", "30.0")]
    )
    def test_tempo_telt_de_peildatum_mee(self, dag, tempo):
        [stand] = [s for s in figures.grootboek(date.fromisoformat(dag)) if s.periode.code == "2017-H1"]
        assert str(stand.tempo) == tempo

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_het_grootboek_kost_een_query(self, aantal, django_assert_num_queries):
        TellingFactory.create_batch(aantal)
        with django_assert_num_queries(1):
            figures.grootboek(date(2017, 5, 1))


class TestVoorsprong:
    """Cases 11 and 12: a lead lowers what comes, and is never clamped."""

    @pytest.fixture(autouse=True)
    def _zonder_beginstand(self, periodes):
        Beginstand.objects.all().delete()
        Opgave.objects.filter(periode__code="2016").update(aantal=10)  # a backlog of 10

    def test_geval_11(self):
        TellingFactory.create_batch(20, telt_op=date(2017, 3, 1))
        assert regels(date(2017, 7, 1))["2017-H1"] == (20, 10, 30, 20, 10)

    def test_geval_12(self):
        Opgave.objects.filter(periode__code="2017-H1").update(aantal=15)
        Opgave.objects.filter(periode__code="2017-H2").update(aantal=6)
        TellingFactory.create_batch(26, telt_op=date(2017, 3, 1))
        assert regels(date(2017, 7, 1))["2017-H1"] == (15, 10, 25, 26, -1)
        assert regels(date(2017, 7, 1))["2017-H2"] == (6, -1, 5, 0, 5)
        assert nog(date(2017, 6, 30)) == 5


def test_zonder_periodes_is_er_niets_bekend():
    assert figures.grootboek(date(2017, 5, 1)) == []
    assert nog(date(2017, 5, 1)) is None


@pytest.mark.usefixtures("periodes")
def test_rijen_achter_gehuisvest_zijn_de_plussen_in_de_periode():
    """Not who was taken over in the very half-year in which they counted, nor a count of another time."""
    telling = TellingFactory(telt_op=date(2017, 3, 1))
    overgenomen = TellingFactory(telt_op=date(2017, 3, 1)).statushouder
    TellingFactory(statushouder=overgenomen, waarde=-1, telt_op=date(2017, 4, 1))
    eerder = TellingFactory(telt_op=date(2016, 12, 31)).statushouder
    TellingFactory(statushouder=eerder, waarde=-1, telt_op=date(2017, 4, 1))
    TellingFactory(telt_op=date(2017, 5, 2))
    assert list(figures.tellingen(Peiling.op(date(2017, 5, 1)))) == [telling]
