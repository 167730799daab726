"""The forecast, what is off and when that asks for a remark, and what a year leaves over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from financien import actions, rules
from financien.domain.woorden import prognosesom, stand
from financien.figures import afwijkingen, bereken, overheveling
from financien.models import Inkomstenpost, Soort
from tests.financien.conftest import opdracht
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    InkomstenpostFactory,
    PlanFactory,
    ToedelingFactory,
    VerplichtingFactory,
)
from tests.toegang.factories import GebruikerFactory

JAREN = [2017, 2018]
APRIL, MEI = date(2017, 4, 30), date(2017, 5, 1)
D = Decimal


@pytest.mark.parametrize(
    ("dag", "maanden"),
    [
        (date(2016, 12, 31), (0, 24)),
        (date(2017, 1, 30), (0, 24)),
        (date(2017, 1, 31), (1, 23)),
        (date(2017, 2, 1), (1, 23)),
        (date(2018, 12, 30), (23, 1)),
        (date(2018, 12, 31), (24, 0)),
        (date(2019, 1, 1), (24, 0)),
    ],
)
def test_hele_maanden(dag, maanden):
    assert rules.maanden(dag, JAREN) == maanden


@pytest.mark.parametrize(
    ("los_tot", "los_na", "voorbij", "prognose"),
    [
        ("400", "0", 4, "5400"),  # 100 a month: 2.000 to come
        ("400", "150", 4, "5400"),  # what this month took is of the 2.000
        ("400", "2500", 4, "5900"),  # more than was to come
        ("400", "0", 0, "3400"),  # no whole month yet: no pace
        ("100", "0", 3, "3800"),  # 33,33… × 21 = 700, not 699,93
        ("400", "0", 24, "3400"),
    ],
)
def test_prognose(los_tot, los_na, voorbij, prognose):
    geboekt = D(1000) + D(los_tot) + D(los_na)
    verloop = rules.Verloop(geboekt, D(2000), D(los_tot), D(los_na), voorbij, 24 - voorbij)
    assert verloop.prognose == D(prognose)


@pytest.fixture
def mb(db):
    PlanFactory()
    return ActiviteitFactory(code="MB", bedrag=D("10000.00"))


def besteed(bedrag, op=date(2017, 4, 20), **rest):
    return ToedelingFactory(
        activiteit_id="MB", activiteit=None, boeking__bedrag=D(bedrag), boeking__boekdatum=op, **rest
    )


class TestStand:
    def test_zonder_boekingen_is_er_geen_prognose(self, mb):
        assert bereken(MEI).regel("MB").prognose is None
        assert prognosesom(bereken(MEI).regel("MB")) == []

    def test_met_verplichting_en_tempo(self, mb):
        verplichting = VerplichtingFactory(activiteit=mb, bedrag=3000)
        besteed(1000, verplichting=verplichting)
        besteed(400)
        regel = bereken(MEI).regel("MB")
        assert (regel.geboekt, regel.verplicht, regel.prognose) == (1400, 2000, 5400)
        *_, laatste = prognosesom(regel)
        assert laatste.uitkomst == "5.400,00"
        assert "1.400,00 + 2.000,00 + 2.000,00" in laatste.som
        assert "4.600,00 euro minder dan het budget" in laatste.som

    @pytest.mark.parametrize(
        ("uitgaven", "woord"),
        [
            ("0", "Nog niet gebruikt"),
            ("1333.32", "Loopt achter"),  # forecast 7.999,92
            ("1333.34", "Binnen budget"),  # 8.000,04
            ("1666.66", "Binnen budget"),  # 9.999,96
            ("1666.68", "Dreigt te kort"),  # 10.000,08
            ("10000.00", "Dreigt te kort"),
            ("10000.01", "Boven budget"),
        ],
    )
    def test_het_woord(self, mb, uitgaven, woord):
        BoekingFactory()
        if D(uitgaven):
            besteed(uitgaven)
        assert stand(bereken(MEI).regel("MB"))[1] == woord


class TestAfwijking:
    @pytest.mark.parametrize(
        ("bedrag", "nodig"), [("14999.99", False), ("15000.00", False), ("15000.01", True)]
    )
    def test_boven_de_drempel_van_5000(self, mb, bedrag, nodig):
        besteed(bedrag, verplichting=VerplichtingFactory(activiteit=mb, bedrag=1))
        [rij] = afwijkingen(bereken(MEI))
        assert rij.bedrag == D(bedrag) - 10000
        assert rij.nodig is nodig

    @pytest.mark.parametrize(("dag", "drempel"), [(APRIL, 5000), (MEI, 100), (date(2017, 5, 2), 100)])
    def test_een_andere_drempel_geldt_vanaf_een_dag(self, mb, dag, drempel):
        actions.zet_drempel(bedrag=D(100), vanaf=MEI, door=GebruikerFactory())
        besteed(1000)
        [rij] = afwijkingen(bereken(dag))
        assert rij.drempel == drempel

    @pytest.mark.parametrize(("erbij", "nodig"), [("4999.99", False), ("5000.00", False), ("5000.01", True)])
    def test_een_verklaring_geldt_tot_het_meer_scheelt(self, mb, erbij, nodig):
        vast = VerplichtingFactory(activiteit=mb, bedrag=1)
        besteed(20000, verplichting=vast)
        [rij] = afwijkingen(bereken(MEI))
        actions.verklaar(rij, peildatum=MEI, tekst="Tolken", door=GebruikerFactory(), op=MEI)
        besteed(erbij, verplichting=vast)
        [rij] = afwijkingen(bereken(MEI))
        assert rij.verklaring.tekst == "Tolken"
        assert rij.nodig is nodig

    @pytest.mark.parametrize(
        ("van", "over", "nodig"),
        [
            (APRIL, APRIL, False),  # written in May, of April
            (APRIL, date(2017, 4, 29), False),  # nothing moved: it answers the day before too
            (MEI, APRIL, False),
            (APRIL, MEI, False),
        ],
    )
    def test_een_verklaring_telt_voor_de_stand_die_zij_verklaart(self, mb, van, over, nodig):
        besteed(20000, verplichting=VerplichtingFactory(activiteit=mb, bedrag=1))
        [rij] = afwijkingen(bereken(van))
        assert rij.nodig
        actions.verklaar(rij, peildatum=van, tekst="Tolken", door=GebruikerFactory(), op=date(2017, 5, 5))
        [rij] = afwijkingen(bereken(over))
        assert (rij.nodig, rij.verklaring.tekst) == (nodig, "Tolken")

    def test_een_latere_over_een_andere_stand_laat_april_verklaard(self, mb):
        """June is another 20,000 off and explained in its turn; April keeps its own remark."""
        vast = VerplichtingFactory(activiteit=mb, bedrag=1)
        besteed(20000, verplichting=vast)
        wie, juni = GebruikerFactory(), date(2017, 6, 30)
        [rij] = afwijkingen(bereken(APRIL))
        actions.verklaar(rij, peildatum=APRIL, tekst="Tolken", door=wie, op=MEI)
        besteed(20000, verplichting=vast, op=date(2017, 6, 3))
        [rij] = afwijkingen(bereken(juni))
        assert rij.nodig
        actions.verklaar(rij, peildatum=juni, tekst="Nieuwbouw", door=wie, op=juni)
        gezegd = [afwijkingen(bereken(dag))[0] for dag in (APRIL, juni)]
        assert [(rij.nodig, rij.verklaring.tekst) for rij in gezegd] == [
            (False, "Tolken"),
            (False, "Nieuwbouw"),
        ]

    def test_een_latere_die_niet_past_zegt_niets_over_april(self, mb):
        vast = VerplichtingFactory(activiteit=mb, bedrag=1)
        besteed(20000, verplichting=vast)
        besteed(20000, verplichting=vast, op=date(2017, 6, 3))
        juni = date(2017, 6, 30)
        [rij] = afwijkingen(bereken(juni))
        actions.verklaar(rij, peildatum=juni, tekst="Nieuwbouw", door=GebruikerFactory(), op=juni)
        [rij] = afwijkingen(bereken(APRIL))
        assert (rij.nodig, rij.verklaring) == (True, None)

    @pytest.mark.parametrize("tweede", [MEI, date(2017, 5, 31)])
    def test_wie_iets_herstelde_en_het_opnieuw_verklaarde_sluit_april(self, mb, tweede):
        """40,000 too much on 1 May; taken off and explained anew, that day or later, April is explained with it."""
        vast = VerplichtingFactory(activiteit=mb, bedrag=1)
        besteed(20000, verplichting=vast)
        te_veel = besteed(40000, verplichting=vast, op=MEI)
        wie = GebruikerFactory()
        [rij] = afwijkingen(bereken(MEI))
        actions.verklaar(rij, peildatum=MEI, tekst="Te veel", door=wie, op=MEI)
        assert [rij.nodig for rij in afwijkingen(bereken(APRIL))] == [True]
        actions.maak_los(te_veel.boeking, verwacht=[te_veel.pk], door=wie, op=tweede)
        [rij] = afwijkingen(bereken(tweede))
        assert rij.nodig
        actions.verklaar(rij, peildatum=tweede, tekst="Tolken", door=wie, op=tweede)
        [rij] = afwijkingen(bereken(APRIL))
        assert (rij.nodig, rij.verklaring.tekst) == (False, "Tolken")

    @pytest.mark.parametrize(("dag", "bekend"), [(date(2017, 12, 31), 0), (date(2018, 1, 1), 1)])
    def test_inkomsten_weten_we_na_het_jaar(self, mb, dag, bekend):
        InkomstenpostFactory(bedrag=D("52140.00"))
        assert len(afwijkingen(bereken(dag))) == bekend


class TestOverheveling:
    @pytest.fixture
    def jaar(self, mb):
        InkomstenpostFactory(code="RMBA", bedrag=D("52140.00"))
        InkomstenpostFactory(code="OVH-2017", jaar=2018, soort=Soort.OVERHEVELING, bedrag=D(0))
        post = {"activiteit": None, "inkomstenpost_id": "RMBA"}
        ToedelingFactory(**post, boeking__bedrag=-9000, bedrag=-9000)
        besteed(2000)
        VerplichtingFactory(activiteit=mb, bedrag=3000)

    def test_voorstel_uit_de_stand(self, jaar):
        gaat = overheveling(bereken(MEI))
        assert (gaat.ontvangen, gaat.besteed, gaat.verplicht, gaat.voorstel) == (9000, 2000, 3000, 4000)
        assert opdracht("--peildatum", "2017-05-01")["overheveling"] == {
            "van": 2017,
            "naar": 2018,
            "voorstel": "4000.00",
            "besloten": None,
        }

    def hevel(self, op, bedrag=4000):
        return actions.hevel_over(
            overheveling(bereken(op)), bedrag=D(bedrag), kenmerk="raad 1", op=op, door=GebruikerFactory()
        )

    def test_inkomsten_die_later_komen_horen_bij_hun_jaar(self, jaar):
        """The last grant of 2017 comes in 2018, and what is spent in 2018 is of 2018."""
        voor = overheveling(bereken(date(2018, 3, 1)))
        post = Inkomstenpost.objects.get(jaar=2017, bedrag__gt=0)
        laat = {"boeking__boekjaar": 2018, "boeking__boekdatum": date(2018, 2, 1)}
        ToedelingFactory(inkomstenpost=post, activiteit=None, boeking__bedrag=D(-500), **laat)
        besteed(70, date(2018, 2, 1), boeking__boekjaar=2018)
        na = overheveling(bereken(date(2018, 3, 1)))
        assert (na.ontvangen - voor.ontvangen, na.besteed - voor.besteed) == (500, 0)
        assert na.voorstel - voor.voorstel == 500
        assert (
            opdracht("--peildatum", "2018-03-01")["jaren"][0]["inkomsten_ontvangen"] == f"{na.ontvangen:.2f}"
        )

    def test_pas_na_het_jaar(self, jaar):
        with pytest.raises(ValidationError, match="nog niet voorbij"):
            self.hevel(date(2017, 12, 31))
        self.hevel(date(2018, 1, 1))

    def test_wat_er_dan_staat(self, jaar):
        voor = bereken(date(2018, 1, 2))
        self.hevel(date(2018, 1, 2))
        na = bereken(date(2018, 1, 2))
        assert na.inkomsten == voor.inkomsten
        assert na.inkomsten_per_jaar == {2017: D("48140.00"), 2018: D("4000.00")}
        assert overheveling(na).besloten == 4000
        assert overheveling(bereken(date(2018, 1, 1))).besloten is None

    def test_een_keer(self, jaar):
        self.hevel(date(2018, 1, 2))
        with pytest.raises(ValidationError, match="al besloten"):
            self.hevel(date(2018, 1, 2))

    @pytest.mark.parametrize("bedrag", ["0", "-1"])
    def test_meer_dan_niets(self, jaar, bedrag):
        with pytest.raises(ValidationError, match="meer dan nul"):
            self.hevel(date(2018, 1, 2), bedrag)

    def test_het_plan_laden_laat_de_regel_staan(self, jaar):
        self.hevel(date(2018, 1, 2))
        posten = list(
            Inkomstenpost.objects.exclude(code="OVH-2017-NAAR-2018").values(
                "code", "jaar", "soort", "omschrijving", "bedrag"
            )
        )
        activiteit = {"code": "MB", "omschrijving": "Anders", "bedrag": D("10000.00")}
        actions.stel_begroting_gelijk(posten=posten, activiteiten=[activiteit], rekeningen=[])
        assert Inkomstenpost.objects.filter(code="OVH-2017-NAAR-2018").exists()
