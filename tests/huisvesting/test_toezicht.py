"""Supervision by the province: judged days, links, periods missed in a row, and what was done. Source: H12."""

from __future__ import annotations

from datetime import date

import pytest

from huisvesting import figures, rules
from huisvesting.models import Beginstand, Opgave, Trede
from huisvesting.rules import Beoordeling, Koppeling
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import (
    OpgaveFactory,
    PeriodeFactory,
    PlaatsingFactory,
    TellingFactory,
)
from tests.huisvesting.vooruit import gekoppeld

JULI = date(2017, 7, 1)
GEHAALD, GEMIST = Beoordeling.GEHAALD, Beoordeling.GEMIST
VERSCHOONBAAR, ONBEKEND = Beoordeling.VERSCHOONBAAR, Beoordeling.ONBEKEND


class TestRegel:
    @pytest.mark.parametrize(
        ("code", "koppeldag", "beoordeeldag"),
        [
            ("2017-H1", "2017-04-01", "2017-07-01"),
            ("2017-H2", "2017-10-01", "2018-01-01"),
            ("2016", "2016-10-01", "2017-01-01"),
        ],
    )
    def test_dagen(self, code, koppeldag, beoordeeldag):
        assert rules.koppeldag(code).isoformat() == koppeldag
        assert rules.beoordeeldag(code).isoformat() == beoordeeldag

    @pytest.mark.parametrize(
        ("met_woning", "wachtend", "zonder_naam", "genoeg"),
        [
            (20, 9, 0, False),
            (20, 10, 0, True),
            (20, 11, 0, True),
            (20, 5, 4, False),
            (20, 5, 5, None),
            (20, 10, 5, True),
        ],
    )
    def test_genoeg_gekoppeld(self, met_woning, wachtend, zonder_naam, genoeg):
        assert Koppeling(met_woning, wachtend, zonder_naam, nodig=30).genoeg is genoeg

    @pytest.mark.parametrize(
        ("saldo", "gekoppeld", "verwacht"),
        [
            (None, 0, ONBEKEND),
            (-1, 0, GEHAALD),
            (0, 0, GEHAALD),
            (1, 30, GEMIST),
            (1, 29, VERSCHOONBAAR),
        ],
    )
    def test_beoordeling(self, saldo, gekoppeld, verwacht):
        assert rules.beoordeel_periode(saldo, Koppeling(gekoppeld, 0, 0, nodig=30)) == verwacht

    def test_wat_niet_zeker_is_is_niet_verschoonbaar(self):
        assert rules.beoordeel_periode(1, Koppeling(20, 5, 5, nodig=30)) == GEMIST
        assert rules.beoordeel_periode(1, None) == GEMIST

    @pytest.mark.parametrize(
        ("reeks", "verwacht"),
        [
            ([], (0, 0, False)),
            ([GEHAALD, GEMIST], (0, 0, True)),
            ([ONBEKEND, GEMIST], (0, 0, False)),
            ([GEMIST, GEMIST, GEHAALD, GEMIST], (2, 0, True)),
            ([GEMIST, VERSCHOONBAAR, GEMIST, ONBEKEND, GEMIST], (3, 1, False)),
            ([GEMIST] * 4, (4, 0, False)),
        ],
    )
    def test_op_rij(self, reeks, verwacht):
        gevonden = rules.reeks(reeks)
        assert (gevonden.gemist, gevonden.verschoonbaar, gevonden.zeker) == verwacht
        assert gevonden.telt == verwacht[0] - verwacht[1]

    def test_de_ladder(self):
        assert rules.volgende_trede([]) == Trede.SIGNALEREN
        assert rules.volgende_trede([Trede.ACTIEF, Trede.SIGNALEREN]) == Trede.VOORAANKONDIGING
        assert rules.volgende_trede([Trede.UITVOERING]) is None

    def test_elke_regel_heeft_een_bron(self):
        for regel in rules.TOEZICHTSREGELS:
            assert regel.wat.endswith(".")
            assert regel.bron
        niet_nagegaan = {regel.code for regel in rules.TOEZICHTSREGELS if regel.twijfel}
        assert niet_nagegaan == {"beoordeling", "verschoonbaar", "vier", "treden"}
        assert {trede for trede in rules.LADDER if trede in rules.NAGEGAAN} == {Trede.UITVOERING}


def oordelen(peildatum: date) -> dict[str, Beoordeling]:
    return {deel.code: deel.beoordeling for deel in figures.toezicht(peildatum).periodes}


def deel(code: str, peildatum: date = JULI) -> figures.Periodetoezicht:
    [gevonden] = [rij for rij in figures.toezicht(peildatum).periodes if rij.code == code]
    return gevonden


@pytest.mark.usefixtures("periodes")
class TestCijfers:
    @pytest.mark.parametrize(
        ("dag", "verwacht"),
        [("2017-06-30", Beoordeling.LOOPT), ("2017-07-01", VERSCHOONBAAR), ("2017-07-02", VERSCHOONBAAR)],
    )
    def test_de_provincie_kijkt_op_1_juli(self, dag, verwacht):
        assert oordelen(date.fromisoformat(dag))["2017-H1"] == verwacht

    @pytest.mark.parametrize(("dag", "telt"), [("2017-03-31", 1), ("2017-04-01", 1), ("2017-04-02", 0)])
    def test_gekoppeld_op_1_april(self, dag, telt):
        gekoppeld(date.fromisoformat(dag))
        assert deel("2017-H1").koppeling.wachtend == telt

    @pytest.mark.parametrize(("dag", "bekend"), [("2017-03-31", False), ("2017-04-01", True)])
    def test_voor_1_april_is_er_niets_over_koppelen_te_zeggen(self, dag, bekend):
        assert (deel("2017-H1", date.fromisoformat(dag)).koppeling is not None) is bekend

    def test_wie_gekoppeld_was_en_in_de_periode_ging_wonen(self):
        for telt_op in (date(2017, 2, 1), date(2017, 5, 15)):
            persoon = StatushouderFactory(coa_koppeldatum=date(2017, 1, 9))
            TellingFactory(statushouder=persoon, telt_op=telt_op)
        TellingFactory(telt_op=date(2017, 4, 1))  # without a link, housed by the day
        TellingFactory(telt_op=date(2017, 4, 2))
        assert (deel("2017-H1").koppeling.met_woning, deel("2017-H1").koppeling.wachtend) == (3, 0)

    def test_wie_niet_meetelt_als_gekoppeld(self):
        dag = date(2017, 1, 9)
        gekoppeld(dag, vergunning="regulier")
        TellingFactory(statushouder=StatushouderFactory(coa_koppeldatum=dag), telt_op=date(2016, 12, 31))
        PlaatsingFactory(statushouder=StatushouderFactory(coa_koppeldatum=dag), van=date(2017, 1, 10))
        blijft = StatushouderFactory(coa_koppeldatum=dag)
        StatushouderFactory(coa_koppeldatum=dag, samengevoegd_met=blijft)
        assert (deel("2017-H1").koppeling.met_woning, deel("2017-H1").koppeling.wachtend) == (0, 1)

    @pytest.mark.parametrize(("wachtend", "verwacht"), [(9, VERSCHOONBAAR), (10, GEMIST), (11, GEMIST)])
    def test_te_weinig_gekoppeld_is_verschoonbaar(self, wachtend, verwacht):
        """30 to realise, 20 realised by name: 30 had to be linked on 1 April."""
        TellingFactory.create_batch(20, telt_op=date(2017, 3, 1))
        gekoppeld(date(2017, 3, 31), wachtend)
        assert oordelen(JULI)["2017-H1"] == verwacht

    def test_personen_zonder_naam_maken_het_onzeker(self):
        gekoppeld(date(2017, 3, 31), 10)
        rij = deel("2017-H1")  # 20 of the opening position without a name: 10 or 30 were linked
        assert (rij.koppeling.zonder_naam, rij.koppeling.genoeg, rij.beoordeling) == (20, None, GEMIST)

    def test_een_heel_jaar_telt_als_een_periode(self):
        toezicht = figures.toezicht(date(2017, 5, 1))
        assert [(rij.code, rij.beoordeling) for rij in toezicht.periodes] == [
            ("2017-H1", Beoordeling.LOOPT),
            ("2016", VERSCHOONBAAR),
        ]
        assert (toezicht.reeks.gemist, toezicht.reeks.zeker) == (1, False)

    def test_een_half_jaar_zonder_cijfers_is_niet_gemist(self):
        """A number was entered of a half-year in which the municipality did not count here yet."""
        periode = PeriodeFactory(code="2015-H2", van=date(2015, 7, 1), tot_en_met=date(2015, 12, 31))
        OpgaveFactory(periode=periode, aantal=30)
        assert oordelen(JULI)["2015-H2"] == ONBEKEND
        assert figures.toezicht(JULI).reeks.gemist == 2
        TellingFactory(telt_op=date(2015, 12, 31))
        assert oordelen(JULI)["2015-H2"] == VERSCHOONBAAR

    def test_een_gat_in_de_opgaven_breekt_de_rij(self):
        Opgave.objects.filter(periode__code="2017-H1").delete()
        assert oordelen(date(2018, 1, 1))["2017-H1"] == ONBEKEND
        reeks = figures.toezicht(date(2018, 1, 1)).reeks
        assert (reeks.gemist, reeks.zeker) == (1, False)

    def test_een_gehaalde_periode_begint_de_rij_opnieuw(self):
        Beginstand.objects.filter(periode__code="2017-H1").update(gerealiseerd=30)
        reeks = figures.toezicht(JULI).reeks
        assert (reeks.gemist, reeks.zeker) == (0, True)

    def test_zonder_plan(self):
        Beginstand.objects.all().delete()
        Opgave.objects.all().delete()
        toezicht = figures.toezicht(JULI)
        assert [rij.code for rij in toezicht.periodes] == ["2017-H2"]
        assert toezicht.laatste is None

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_vragen(self, django_assert_num_queries, aantal):
        gekoppeld(date(2017, 3, 31), aantal)
        TellingFactory.create_batch(aantal, telt_op=date(2016, 3, 1))
        with django_assert_num_queries(3):  # ledger, links, steps
            figures.toezicht(JULI)
