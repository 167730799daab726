"""The number of a period: the law's division, its versions, exchanges, and its page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from huisvesting import actions, figures, rules
from huisvesting.models import Opgave, Periode, Uitruil
from huisvesting.rules import Berekening
from tests.huisvesting.factories import OpgaveFactory, PeriodeFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

MEI = date(2017, 5, 1)
INVOER = {"landelijk": 10000, "inwoners_gemeente": 25469, "inwoners_land": 16979120}


class TestBerekening:
    @pytest.mark.parametrize(
        ("landelijk", "gemeente", "land", "verwacht"),
        [
            (20000, 25675, 16900726, 31),  # cases 1 to 7 of the rules
            (23000, 25675, 16900726, 35),
            (13000, 25885, 16979120, 20),
            (10000, 25468, 16979120, 15),
            (10000, 25469, 16979120, 16),
            (10000, 17000, 17000000, 10),
            (10000, 17001, 17000000, 11),
            (0, 17001, 17000000, 0),
        ],
    )
    def test_altijd_naar_boven(self, landelijk, gemeente, land, verwacht):
        assert Berekening(landelijk, gemeente, land).aantal == verwacht

    def test_in_woorden(self):
        assert Berekening(13000, 25885, 16979120).in_woorden == (
            "13.000 × 25.885 ÷ 16.979.120 = 19,81, naar boven afgerond 20"
        )
        assert " = 15,0001, naar boven afgerond 16" in Berekening(10000, 25469, 16979120).in_woorden
        assert Berekening(10000, 17000, 17000000).in_woorden == "10.000 × 17.000 ÷ 17.000.000 = 10"


@pytest.mark.parametrize(
    ("dag", "geldt"), [("2017-06-29", True), ("2017-06-30", True), ("2017-07-01", False)]
)
def test_een_regel_geldt_tot_en_met_haar_laatste_dag(dag, geldt):
    assert rules.regel("urgentie").geldt_op(date.fromisoformat(dag)) is geldt
    assert rules.regel(rules.TAAKSTELLING).geldt_op(date.fromisoformat(dag))


def stand(code: str, peildatum: date = MEI) -> figures.Stand:
    [gevonden] = [rij for rij in figures.grootboek(peildatum) if rij.periode.code == code]
    return gevonden


@pytest.mark.usefixtures("periodes")
class TestVersies:
    @pytest.mark.parametrize(("dagen", "opgave"), [(-1, 15), (0, 16), (1, 16)])
    def test_een_nieuwe_opgave_geldt_vanaf_de_dag_dat_zij_bekend_is(self, dagen, opgave):
        actions.leg_opgave_vast(
            periode="2017-H2", gegevens={"aantal": 16, "bekend_op": MEI, "bron": "Staatscourant"}
        )
        peildatum = MEI + timedelta(days=dagen)
        assert stand("2017-H2", peildatum).opgave == opgave
        assert figures.nog_te_huisvesten(figures.grootboek(peildatum), peildatum) == (
            opgave + stand("2017-H1", peildatum).saldo
        )

    def test_een_periode_waarvan_niets_bekend_is_staat_er_nog_niet(self):
        actions.leg_opgave_vast(
            periode="2018-H1", gegevens={"aantal": 9, "bekend_op": date(2017, 10, 1), "bron": "Staatscourant"}
        )
        assert [rij.periode.code for rij in figures.grootboek(date(2017, 9, 30))][-1] == "2017-H2"
        assert stand("2018-H1", date(2017, 10, 1)).opgave == 9

    def test_twee_op_een_dag_mag_niet(self):
        gegevens = {"aantal": 16, "bekend_op": MEI, "bron": "Staatscourant"}
        actions.leg_opgave_vast(periode="2017-H2", gegevens=gegevens)
        with pytest.raises(ValidationError, match="Wijzig die"):
            actions.leg_opgave_vast(periode="2017-H2", gegevens=gegevens | {"aantal": 17})
        assert Opgave.objects.filter(periode__code="2017-H2").count() == 2

    @pytest.mark.parametrize("weg", ["landelijk", "inwoners_gemeente", "inwoners_land"])
    def test_de_invoer_is_heel_of_niet_ingevuld(self, weg):
        gegevens = {"aantal": 15, "bekend_op": MEI, "bron": "Staatscourant"} | INVOER | {weg: None}
        with pytest.raises(ValidationError, match="of geen van de drie"):
            actions.leg_opgave_vast(periode="2017-H2", gegevens=gegevens)

    def test_na_het_einde_van_de_wet_is_er_geen_opgave(self):
        wet = rules.Wetsregel(
            rules.TAAKSTELLING, "Proef", None, date(2017, 12, 31), "Proefwet", nagegaan=True
        )
        gegevens = {"aantal": 15, "bekend_op": MEI, "bron": "Staatscourant"}
        actions.leg_opgave_vast(periode="2017-H2", gegevens=gegevens, regels=[wet])
        with pytest.raises(ValidationError, match=r"niet meer \(Proefwet\)"):
            actions.leg_opgave_vast(periode="2018-H1", gegevens=gegevens, regels=[wet])
        assert not Periode.objects.filter(code="2018-H1").exists()

    def test_een_halfjaar_in_een_jaar_dat_er_al_is_mag_niet(self):
        with pytest.raises(ValidationError, match="overlapt"):
            actions.leg_opgave_vast(
                periode="2016-H1", gegevens={"aantal": 31, "bekend_op": MEI, "bron": "Staatscourant"}
            )

    def test_het_plan_opnieuw_laden_laat_wat_is_vastgelegd(self):
        actions.leg_opgave_vast(
            periode="2018-H1", gegevens={"aantal": 9, "bekend_op": MEI, "bron": "Staatscourant"}
        )
        from huisvesting.imports.plan import _vervallen

        telling = _vervallen({"2016", "2017-H1"})  # a plan without 2017-H2
        assert telling.gewijzigd == 2
        assert set(Periode.objects.values_list("code", flat=True)) == {"2016", "2017-H1", "2018-H1"}


@pytest.mark.usefixtures("periodes")
class TestUitruil:
    def ruil(self, aantal: int, **anders):
        periode = Periode.objects.get(code="2017-H2")
        gegevens = {"gemeente": "Leiden", "aantal": aantal, "besloten_op": MEI, "bron": "Besluit"} | anders
        return actions.bewaar_uitruil(Uitruil(periode=periode), gegevens=gegevens)

    @pytest.mark.parametrize(("dagen", "opgave"), [(-1, 15), (0, 12), (1, 12)])
    def test_telt_vanaf_het_besluit(self, dagen, opgave):
        self.ruil(-3)
        assert stand("2017-H2", MEI + timedelta(days=dagen)).opgave == opgave

    def test_de_opmerking_noemt_de_uitruil(self):
        self.ruil(-3)
        [rij] = [rij for rij in figures.taakstelling(MEI)["periodes"] if rij["periode"] == "2017-H2"]
        assert "een uitruil met andere gemeenten van -3" in " ".join(rij["opmerkingen"])

    def test_niet_meer_weggeven_dan_er_is(self):
        self.ruil(-14)
        self.ruil(-1)
        with pytest.raises(ValidationError, match="De opgave is 0"):
            self.ruil(-1)
        self.ruil(+2)

    def test_niets_ruilen_mag_niet(self):
        with pytest.raises(ValidationError, match="ten minste één"):
            self.ruil(0)

    def test_wijzigen_kijkt_naar_de_andere(self):
        rij = self.ruil(-14)
        actions.bewaar_uitruil(rij, gegevens={"aantal": -15}, versie=rij.versie)
        rij.refresh_from_db()
        with pytest.raises(ValidationError, match="De opgave is 15"):
            actions.bewaar_uitruil(rij, gegevens={"aantal": -16}, versie=rij.versie)


@pytest.fixture
def coordinator(client):
    gebruiker = GebruikerFactory(rol=Rol.COORDINATOR)
    client.force_login(gebruiker)
    return gebruiker


@pytest.mark.usefixtures("periodes")
class TestPagina:
    def tekst(self, client, pad: str = "/huisvesting/taakstelling/2017-H2/opgave/") -> str:
        antwoord = client.get(pad)
        assert antwoord.status_code == 200
        return antwoord.content.decode()

    def test_zonder_invoer_zegt_dat_het_niet_na_te_rekenen_is(self, client, coordinator):
        assert "Niet na te rekenen" in self.tekst(client)

    @pytest.mark.parametrize(("gemeente", "stand_"), [(25468, "volgt uit"), (25469, "Nagerekend: 16")])
    def test_met_invoer_staan_beide_getallen_er(self, client, coordinator, gemeente, stand_):
        OpgaveFactory(
            periode=Periode.objects.get(code="2017-H2"),
            aantal=15,
            bekend_op=MEI,
            **INVOER | {"inwoners_gemeente": gemeente},
        )
        tekst = self.tekst(client)
        assert stand_ in tekst
        assert "Uit het plan" in tekst

    def test_vastleggen_met_een_verschil_waarschuwt_en_bewaart(self, client, coordinator):
        invoer = {k: str(v) for k, v in INVOER.items()} | {
            "periode": "2018-H1",
            "aantal": "15",
            "bekend_op": "1-5-2017",
            "staatscourant": "2017, 1",
            "bron": "Staatscourant",
        }
        antwoord = client.post(reverse("huisvesting:opgave-nieuw"), invoer, follow=True)
        tekst = antwoord.content.decode()
        assert "Bekendgemaakt: 15. Nagerekend: 16" in tekst
        assert stand("2018-H1").opgave == 15

    def test_een_fout_houdt_wat_getypt_is(self, client, coordinator):
        invoer = {"periode": "2017-H2", "aantal": "15", "bekend_op": "31-2-2017", "bron": "Staatscourant"}
        antwoord = client.post(reverse("huisvesting:opgave-nieuw"), invoer)
        assert antwoord.status_code == 200
        assert "31-2-2017" in antwoord.content.decode()
        assert Opgave.objects.count() == 3

    def test_de_regisseur_leest_en_legt_niets_vast(self, client):
        client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
        assert "Opgave vastleggen" not in self.tekst(client)
        assert client.get(reverse("huisvesting:opgave-nieuw")).status_code == 404
        assert client.post(reverse("huisvesting:uitruil-nieuw", args=["2017-H2"])).status_code == 404

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_vragen(self, client, coordinator, django_assert_num_queries, aantal):
        periode = PeriodeFactory(code="2018-H1", van=date(2018, 1, 1), tot_en_met=date(2018, 6, 30))
        for nummer in range(aantal):
            OpgaveFactory(periode=periode, bekend_op=date(2017, 1, 1) + timedelta(days=nummer))
            Uitruil.objects.create(
                periode=periode, gemeente="Leiden", aantal=1, besloten_op=MEI, bron="Besluit"
            )
        self.tekst(client)
        with django_assert_num_queries(5):
            self.tekst(client, "/huisvesting/taakstelling/2018-H1/opgave/")
