"""The numbers to steer by: which holds, setting and correcting one, and from which shortage is warned."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from huisvesting import actions, figures
from huisvesting.domain.hoofdstuk import gegevens
from huisvesting.domain.prognose import oordeel as oordeel_vooruit
from huisvesting.domain.stand import oordeel, verwachting, waarschuwt
from huisvesting.figures import Drempels
from huisvesting.models import Beginstand, Stuurcode, Stuurgetal
from kern.contract import Peiling
from tests.huisvesting.factories import StuurgetalFactory, VerwachtingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)
LIJST = "/huisvesting/taakstelling/getallen/"
NIEUW = "/huisvesting/taakstelling/getallen/nieuw/"
INVOER = {
    "code": "drempel_tempo",
    "wijk": "",
    "waarde": "3",
    "vanaf": "1-5-2017",
    "bron": "Afspraak",
    "vast": "on",
}


@pytest.fixture
def coordinator(client):
    gebruiker = GebruikerFactory(rol=Rol.COORDINATOR)
    client.force_login(gebruiker)
    return gebruiker


class TestGeldend:
    @pytest.mark.parametrize(("dagen", "waarde"), [(-1, 2), (0, 5), (1, 5)])
    def test_een_getal_geldt_vanaf_zijn_eerste_dag(self, dagen, waarde):
        StuurgetalFactory(code="drempel_prognose", waarde=2, vanaf=date(2017, 1, 1))
        StuurgetalFactory(code="drempel_prognose", waarde=5, vanaf=MEI)
        assert figures.drempels(MEI + timedelta(days=dagen)).prognose == waarde

    def test_voor_het_eerste_getal_is_er_geen(self):
        StuurgetalFactory(code="drempel_prognose", vanaf=MEI)
        assert figures.drempels(MEI - timedelta(days=1)) == Drempels()

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_een_vraag(self, django_assert_num_queries, aantal):
        for nummer in range(aantal):
            StuurgetalFactory(code="drempel_tempo", vanaf=MEI - timedelta(days=nummer), waarde=nummer)
        with django_assert_num_queries(1):
            assert figures.drempels(MEI).tempo == 0


class TestVastleggen:
    def bewaar(self, **anders) -> Stuurgetal:
        gegevens = {"code": "drempel_tempo", "waarde": Decimal(3), "vanaf": MEI, "bron": "Afspraak"}
        return actions.bewaar_stuurgetal(Stuurgetal(), gegevens=gegevens | anders)

    def test_twee_op_een_dag_mag_niet(self):
        self.bewaar()
        self.bewaar(vanaf=MEI + timedelta(days=1))
        with pytest.raises(ValidationError, match="Wijzig dat"):
            self.bewaar(waarde=Decimal(4))
        assert Stuurgetal.objects.count() == 2

    @pytest.mark.parametrize("waarde", ["-1", "-0.01"])
    def test_niet_onder_nul(self, waarde):
        with pytest.raises(ValidationError):
            self.bewaar(code="amv_tarief", waarde=Decimal(waarde))

    @pytest.mark.parametrize(
        ("code", "mag"), [("amv_tarief", True), ("amv_woningen", True), ("opgave_later", False)]
    )
    def test_gebroken_alleen_waar_dat_kan(self, code, mag):
        if mag:
            assert self.bewaar(code=code, waarde=Decimal("0.50")).pk
        else:
            with pytest.raises(ValidationError, match="heel getal"):
                self.bewaar(code=code, waarde=Decimal("0.50"))

    @pytest.mark.parametrize(("code", "wijk"), [("woningen_wijk", ""), ("opgave_later", "Kerkehout")])
    def test_een_wijk_waar_zij_hoort(self, code, wijk):
        with pytest.raises(ValidationError, match="wijk"):
            self.bewaar(code=code, wijk=wijk)
        assert self.bewaar(code="woningen_wijk", wijk="Kerkehout").pk


class TestPagina:
    def test_een_lege_installatie_vraagt_elk_getal(self, client, coordinator):
        antwoord = client.get(LIJST)
        assert antwoord.context["ontbreken"] == len(Stuurcode.choices)
        tekst = antwoord.content.decode()
        for code in Stuurcode.values:
            assert f"{NIEUW}?code={code}" in tekst

    def test_de_geschiedenis_staat_erbij(self, client, coordinator):
        StuurgetalFactory(
            code="amv_tarief", waarde=Decimal("275.50"), vanaf=date(2016, 1, 1), bron="Offerte 1"
        )
        StuurgetalFactory(code="amv_tarief", waarde=300, vanaf=MEI, bron="Besluit", vast=True)
        StuurgetalFactory(code="amv_tarief", waarde=310, vanaf=MEI + timedelta(days=1), bron="Offerte 2")
        [groep] = [g for g in client.get(LIJST).context["groepen"] if "AMV" in g["kop"]]
        regels = [regel for regel in groep["regels"] if not regel["leeg"]]
        assert [(regel["waarde"], regel["stand"][1]) for regel in regels] == [
            ("310,00 euro", "Gaat nog in"),
            ("300,00 euro", "Geldt"),
            ("275,50 euro", "Vervangen"),
        ]
        tekst = client.get(LIJST).content.decode()
        assert "Offerte 1" in tekst
        assert "Vastgesteld of afgesproken" in tekst
        assert "Schatting" in tekst

    def test_elke_code_staat_in_een_groep(self, client, coordinator):
        from huisvesting.views.stuurwoorden import GROEPEN

        assert sorted(code for _kop, codes in GROEPEN for code in codes) == sorted(Stuurcode)

    def test_vastleggen_en_wijzigen(self, client, coordinator):
        antwoord = client.post(NIEUW, INVOER, follow=True)
        assert "3 vanaf 1 mei 2017" in antwoord.content.decode()
        rij = Stuurgetal.objects.get()
        assert (rij.waarde, rij.vanaf, rij.vast) == (3, MEI, True)
        adres = reverse("huisvesting:stuurgetal", args=[rij.pk])
        assert 'value="3"' in client.get(adres).content.decode()
        wijziging = {"waarde": "4", "vanaf": "1-5-2017", "bron": "Afspraak", "versie": "1"}
        assert client.post(adres, wijziging).status_code == 302
        rij.refresh_from_db()
        assert (rij.waarde, rij.vast, rij.versie) == (4, False, 2)
        assert "intussen gewijzigd" in client.post(adres, wijziging | {"waarde": "5"}).content.decode()

    @pytest.mark.parametrize(
        ("anders", "veld", "zin"),
        [
            ({"waarde": "drie"}, "waarde", "Schrijf het getal met cijfers, bijvoorbeeld 12 of 300,50."),
            ({"waarde": ""}, "waarde", "Vul een getal in, bijvoorbeeld 12."),
            ({"waarde": "2,5"}, "waarde", "Vul een heel getal in, bijvoorbeeld 12."),
            ({"waarde": "-1"}, "waarde", "Vul 0 of meer in."),
            ({"waarde": "123456789"}, "waarde", "Dit getal is te groot."),
            ({"vanaf": "31-2-2017"}, "vanaf", None),
            ({"bron": ""}, "bron", "Vul dit veld in."),
            ({"wijk": "Kerkehout"}, "wijk", "Vul een wijk in bij woningen in een wijk, en bij niets anders."),
            (
                {"code": "woningen_wijk"},
                "wijk",
                "Vul een wijk in bij woningen in een wijk, en bij niets anders.",
            ),
        ],
    )
    def test_een_fout_staat_bij_het_veld_en_houdt_wat_getypt_is(self, client, coordinator, anders, veld, zin):
        antwoord = client.post(NIEUW, INVOER | anders)
        fouten = antwoord.context["form"].errors
        assert list(fouten) == [veld]
        assert zin is None or fouten[veld] == [zin]
        for waarde in (INVOER | anders).values():
            assert not waarde or waarde == "on" or waarde in antwoord.content.decode()
        assert not Stuurgetal.objects.exists()

    def test_een_tweede_getal_op_een_dag(self, client, coordinator):
        client.post(NIEUW, INVOER)
        fouten = client.post(NIEUW, INVOER).context["form"].errors
        assert fouten == {"vanaf": ["Vanaf deze dag geldt al een getal. Wijzig dat."]}

    def test_de_regisseur_leest_en_zet_niets(self, client):
        client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
        rij = StuurgetalFactory()
        tekst = client.get(LIJST).content.decode()
        assert NIEUW not in tekst
        for adres in (NIEUW, reverse("huisvesting:stuurgetal", args=[rij.pk])):
            assert client.get(adres).status_code == 404
            assert client.post(adres, INVOER).status_code == 404
        assert Stuurgetal.objects.count() == 1

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_vragen(self, client, coordinator, django_assert_num_queries, aantal):
        for nummer in range(aantal):
            StuurgetalFactory(vanaf=MEI - timedelta(days=nummer))
        with django_assert_num_queries(3):  # session, user, numbers
            client.get(LIJST)


class TestDrempels:
    @pytest.mark.parametrize(
        ("tekort", "drempel", "soort"),
        [(2, 3, "neutraal"), (3, 3, "let"), (4, 3, "let"), (1, None, "let"), (1, 0, "let"), (1, 1, "let")],
    )
    def test_waarschuwt_vanaf_de_drempel(self, tekort, drempel, soort):
        assert waarschuwt(tekort, drempel) == soort

    @pytest.mark.parametrize(
        ("gerealiseerd", "soort", "tekst"),
        [
            (20, "goed", "Op tempo"),
            (19, "neutraal", "1 achter op tempo"),
            (18, "neutraal", "2 achter op tempo"),
            (17, "let", "Achter op tempo"),
            (16, "let", "Achter op tempo"),
        ],
    )
    def test_tempo(self, periodes, gerealiseerd, soort, tekst):
        """Pace asks 20 of the 20,1; the threshold is 3."""
        Beginstand.objects.filter(periode__code="2017-H1").update(gerealiseerd=gerealiseerd)
        [stand] = [s for s in figures.grootboek(MEI) if s.loopt]
        gevonden = oordeel(stand, Drempels(tempo=3))
        assert (gevonden.soort, gevonden.tekst) == (soort, tekst)

    @pytest.mark.parametrize(
        ("verwacht", "soort", "tekst"),
        [
            (10, "goed", "Verwacht: gehaald"),
            (9, "neutraal", "Verwacht: 1 te weinig"),
            (8, "let", "Verwacht: 2 te weinig"),
            (7, "let", "Verwacht: 3 te weinig"),
        ],
    )
    def test_prognose(self, periodes, verwacht, soort, tekst):
        VerwachtingFactory.create_batch(verwacht, verwacht_op=date(2017, 6, 12))
        [stand] = [s for s in figures.grootboek(MEI) if s.loopt]
        gevonden = verwachting(stand, Drempels(prognose=2))
        assert (gevonden.soort, gevonden.tekst) == (soort, tekst)

    @pytest.mark.parametrize(
        ("saldo", "soort"),
        [(None, "neutraal"), (-1, "goed"), (0, "goed"), (1, "neutraal"), (2, "let"), (3, "let")],
    )
    def test_vooruit(self, saldo, soort):
        assert oordeel_vooruit(saldo, Drempels(prognose=2)).soort == soort

    @pytest.mark.parametrize(("dagen", "soort"), [(-1, "let"), (0, "neutraal"), (1, "neutraal")])
    def test_op_de_pagina_van_de_taakstelling(self, client, coordinator, periodes, dagen, soort):
        """8 expected, 2 short: without a threshold that is warned of, from 3 on it is not."""
        VerwachtingFactory.create_batch(8, verwacht_op=date(2017, 6, 12))
        StuurgetalFactory(code="drempel_prognose", waarde=3, vanaf=MEI)
        peildatum = (MEI + timedelta(days=dagen)).isoformat()
        Beginstand.objects.filter(periode__code="2017-H1").update(stand_op=date(2017, 4, 1))
        context: SimpleNamespace = client.get("/huisvesting/taakstelling/", {"peildatum": peildatum}).context
        assert context["lopend"]["verwachting"].soort == soort

    @pytest.mark.parametrize(("drempel", "soort"), [(3, "neutraal"), (2, "let"), (1, "let")])
    def test_in_het_hoofdstuk_van_het_rapport(self, periodes, drempel, soort):
        """18 of the 20 that an even pace asks: page and report judge alike."""
        Beginstand.objects.filter(periode__code="2017-H1").update(gerealiseerd=18)
        StuurgetalFactory(code="drempel_tempo", waarde=drempel)
        peiling = Peiling(MEI, date(2017, 4, 1), date(2017, 4, 30))
        assert gegevens(peiling)["stand"]["soort"] == soort
