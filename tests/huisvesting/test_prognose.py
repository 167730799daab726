"""The forecast of the quota: its rule, and what it is made from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dossiers.models import WijzeVanKomst
from huisvesting import figures, rules
from huisvesting.domain.prognose import ontbreekt, saldo_in_woorden
from huisvesting.models import Beginstand, Opgave
from huisvesting.rules import Halfjaar, Lijn
from tests.huisvesting.factories import TellingFactory, VerwachtingFactory
from tests.huisvesting.vooruit import ALLES, amv, stel_in, verwacht

MEI = date(2017, 5, 1)


def instroom(laag: int | None, verwacht: int | None, hoog: int | None) -> dict[Lijn, int | None]:
    return dict(zip(Lijn, (laag, verwacht, hoog), strict=True))


def deel(code: str = "2017-H2", **velden) -> Halfjaar:
    return Halfjaar(code=code, **{"opgave": 15, "instroom": instroom(10, 14, 20), **velden})


class TestRegel:
    def test_het_lopende_half_jaar_telt_alleen_wie_bekend_is(self):
        nu = deel("2017-H1", loopt=True, opgave=20, gerealiseerd=20, nareizigers=4)
        [vooruit] = rules.prognose([nu], meegenomen=10)
        for uitkomst in vooruit.uitkomsten.values():
            assert (uitkomst.te_realiseren, uitkomst.zonder_naam, uitkomst.aan_eind) == (30, 0, 24)
            assert uitkomst.saldo == 6

    def test_wie_bekend_is_hoort_bij_de_instroom(self):
        straks = deel(gekoppeld=3, nareizigers=9, amv=1, amv_18=1, amv_instroom=2)
        assert [straks.zonder_naam(lijn) for lijn in Lijn] == [0 + 1, 2 + 1, 8 + 1]

    @pytest.mark.parametrize(("bekend", "erbij"), [(13, 1), (14, 0), (15, 0)])
    def test_meer_bekend_dan_er_komen_maakt_niets_negatief(self, bekend, erbij):
        assert deel(nareizigers=bekend).zonder_naam(Lijn.VERWACHT) == erbij

    def test_elke_lijn_draagt_haar_eigen_saldo_over(self):
        nu = deel("2017-H1", loopt=True, opgave=20, gerealiseerd=24)
        vooruit = rules.prognose([nu, deel("2017-H2"), deel("2018-H1")], meegenomen=10)
        saldi = {lijn: [v.uitkomsten[lijn].saldo for v in vooruit] for lijn in Lijn}
        assert saldi == {Lijn.LAAG: [6, 11, 16], Lijn.VERWACHT: [6, 7, 8], Lijn.HOOG: [6, 1, -4]}

    def test_een_voorsprong_verlaagt_het_volgende_half_jaar(self):
        nu = deel("2017-H1", loopt=True, opgave=15, gerealiseerd=26)
        straks = deel(opgave=6, instroom=instroom(0, 0, 0))
        uitkomst = rules.prognose([nu, straks], meegenomen=10)[1].uitkomsten[Lijn.VERWACHT]
        assert (uitkomst.meegenomen, uitkomst.te_realiseren, uitkomst.saldo) == (-1, 5, 5)

    def test_wat_niet_bekend_is_wordt_nooit_nul(self):
        nu = deel("2017-H1", loopt=True, instroom=instroom(None, None, None))
        straks = deel(instroom=instroom(None, 14, 20))
        later = deel("2018-H1", opgave=None)
        vooruit = rules.prognose([nu, straks, later], meegenomen=0)
        assert [v.uitkomsten[Lijn.LAAG].saldo for v in vooruit] == [15, None, None]
        assert [v.uitkomsten[Lijn.VERWACHT].saldo for v in vooruit] == [15, 16, None]
        assert vooruit[2].uitkomsten[Lijn.VERWACHT].aan_eind == 14

    @pytest.mark.parametrize(
        ("dag", "codes"),
        [
            ("2017-06-30", ["2017-H1", "2017-H2", "2018-H1"]),
            ("2017-07-01", ["2017-H2", "2018-H1", "2018-H2"]),
            ("2016-12-31", ["2016", "2017-H1", "2017-H2"]),
        ],
    )
    def test_van_de_lopende_periode_drie_jaar_vooruit(self, dag, codes):
        gevonden = rules.vooruitcodes(date.fromisoformat(dag), ["2016", "2017-H1"])
        assert gevonden[:3] == codes
        assert len(gevonden) == 7

    def test_een_oneven_getal_per_jaar_gaat_op(self):
        assert [rules.van_jaar(5, code) for code in ("2018-H1", "2018-H2", "2018")] == [2, 3, 5]
        assert [rules.helften(code) for code in ("2018-H1", "2018")] == [1, 2]

    @pytest.mark.parametrize(
        ("saldo", "woorden"),
        [(None, "—"), (-1, "1 voorsprong"), (0, "Precies gehaald"), (1, "1 te weinig")],
    )
    def test_saldo_in_woorden(self, saldo, woorden):
        assert saldo_in_woorden(saldo) == woorden


@pytest.mark.usefixtures("periodes")
class TestCijfers:
    def test_het_voorbeeld_van_1_mei_2017(self):
        """Pace 30 × 121/181 = 20,1; with 20 realised and 4 nareizigers in June 24, 6 short."""
        verwacht(date(2017, 6, 12), aantal=4)
        prognose = figures.prognose(MEI)
        nu = prognose.lopend
        assert str(prognose.standen["2017-H1"].tempo) == "20.1"
        assert (nu.halfjaar.gerealiseerd, nu.halfjaar.gekoppeld, nu.halfjaar.nareizigers) == (20, 0, 4)
        assert {u.aan_eind for u in nu.uitkomsten.values()} == {24}
        assert {u.saldo for u in nu.uitkomsten.values()} == {6}

    @pytest.mark.parametrize("dag", ["2017-05-01", "2017-06-30", "2017-07-01", "2018-03-01"])
    def test_het_lopende_half_jaar_eindigt_als_in_het_grootboek(self, dag):
        peildatum = date.fromisoformat(dag)
        verwacht(date(2017, 4, 1))
        verwacht(date(2017, 6, 30), WijzeVanKomst.KOPPELING)
        verwacht(date(2017, 7, 1), WijzeVanKomst.AMV)
        TellingFactory(telt_op=date(2017, 5, 20))
        lopend = [s for s in figures.grootboek(peildatum) if s.loopt]
        uitkomst = figures.prognose(peildatum).lopend.uitkomsten[Lijn.VERWACHT]
        assert [s.prognose for s in lopend] in ([uitkomst.aan_eind], [])
        assert [s.te_realiseren for s in lopend] in ([uitkomst.te_realiseren], [])

    @pytest.mark.parametrize(
        ("dag", "plaats"), [("2017-06-30", 0), ("2017-07-01", 1), ("2017-12-31", 1), ("2018-01-01", 2)]
    )
    def test_een_verwachte_dag_valt_in_een_half_jaar(self, dag, plaats):
        verwacht(date.fromisoformat(dag))
        aantallen = [v.halfjaar.nareizigers for v in figures.prognose(MEI).vooruit]
        assert aantallen == [int(nummer == plaats) for nummer in range(7)]

    @pytest.mark.parametrize(("dag", "te_laat"), [("2017-04-30", 1), ("2017-05-01", 0), ("2017-05-02", 0)])
    def test_wie_eerder_verwacht_werd_staat_apart(self, dag, te_laat):
        verwacht(date.fromisoformat(dag))
        prognose = figures.prognose(MEI)
        assert prognose.te_laat == te_laat
        assert prognose.lopend.halfjaar.nareizigers == 1 - te_laat

    def test_wie_al_telt_wordt_niet_meer_verwacht(self):
        rij = VerwachtingFactory(verwacht_op=date(2017, 9, 1))
        TellingFactory(statushouder=rij.statushouder, telt_op=MEI)
        assert sum(v.halfjaar.met_naam for v in figures.prognose(MEI).vooruit) == 0

    @pytest.mark.parametrize(
        ("geboren", "plaats"),
        [("1999-06-30", None), ("1999-07-01", 1), ("1999-12-31", 1), ("2000-01-01", 2), ("2002-07-01", None)],
    )
    def test_amv_telt_in_het_half_jaar_waarin_hij_18_wordt(self, geboren, plaats):
        amv(date.fromisoformat(geboren))
        aantallen = [v.halfjaar.amv_18 for v in figures.prognose(MEI).vooruit]
        assert aantallen == [int(nummer == plaats) for nummer in range(7)]

    def test_amv_die_nu_18_wordt_vraagt_een_datum(self):
        amv(MEI.replace(year=1999))  # 18 on the peildatum: not any more
        amv(date(1999, 5, 2))
        amv(date(1999, 6, 30))
        assert figures.prognose(MEI).amv_zonder_dag == 2

    def test_amv_met_een_datum_of_een_telling_telt_niet_nog_eens(self):
        VerwachtingFactory(statushouder=amv(date(1999, 9, 1)), verwacht_op=date(2017, 10, 1))
        TellingFactory(statushouder=amv(date(1999, 9, 1)), telt_op=date(2017, 2, 1))
        amv(date(1999, 9, 1), vergunning="regulier")
        straks = figures.prognose(MEI).vooruit[1].halfjaar
        assert (straks.amv, straks.amv_18) == (1, 0)

    def test_de_opgave_die_bekend_is_gaat_voor_de_schatting(self):
        stel_in(**ALLES)
        delen = [v.halfjaar for v in figures.prognose(MEI).vooruit]
        assert [(d.opgave, d.geschat) for d in delen[:3]] == [(20, False), (15, False), (12, True)]

    @pytest.mark.parametrize(("vanaf", "opgave"), [("2018-01-01", 30), ("2018-01-02", 12)])
    def test_een_getal_geldt_voor_een_half_jaar_als_het_op_de_eerste_dag_geldt(self, vanaf, opgave):
        stel_in(**ALLES)
        stel_in(date.fromisoformat(vanaf), opgave_later=30)
        delen = {v.halfjaar.code: v.halfjaar.opgave for v in figures.prognose(MEI).vooruit}
        assert (delen["2018-H1"], delen["2018-H2"]) == (opgave, 30)

    def test_zonder_bekende_periode_wordt_vanaf_nul_gerekend(self):
        Opgave.objects.all().delete()
        Beginstand.objects.all().delete()
        TellingFactory(telt_op=date(2017, 3, 1))
        stel_in(**ALLES)
        prognose = figures.prognose(MEI)
        assert not prognose.begin_bekend
        assert (prognose.lopend.halfjaar.opgave, prognose.lopend.halfjaar.gerealiseerd) == (12, 1)
        assert any("vanaf 0" in deel.zin for deel in ontbreekt(prognose))

    def test_het_saldo_van_de_laatste_bekende_periode_gaat_mee(self):
        stel_in(**ALLES)
        prognose = figures.prognose(date(2018, 1, 1))
        assert prognose.begin_bekend
        assert prognose.lopend.uitkomsten[Lijn.LAAG].meegenomen == 25  # 10 and 15, nobody since

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_vragen(self, django_assert_num_queries, aantal):
        verwacht(date(2017, 9, 1), aantal=aantal)
        for nummer in range(aantal):
            amv(date(1999, 8, 1))
            stel_in(date(2017, 1, 1) + timedelta(days=nummer), **ALLES)
        with django_assert_num_queries(5):  # ledger, numbers, expected, AMV, linked without a day
            figures.prognose(MEI)
