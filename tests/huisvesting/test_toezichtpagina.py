"""The page of supervision: its words, what each number opens, and the record of what the province did."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers.models import WijzeVanKomst
from huisvesting import actions, figures, rules
from huisvesting.models import Opgave, Periode, Toezichtstap
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import OpgaveFactory, PeriodeFactory, TellingFactory, ToezichtstapFactory
from tests.huisvesting.vooruit import gekoppeld
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

PAGINA = "/huisvesting/taakstelling/toezicht/"
JULI = date(2017, 7, 1)


@pytest.fixture
def coordinator(client):
    gebruiker = GebruikerFactory(rol=Rol.COORDINATOR)
    client.force_login(gebruiker)
    return gebruiker


def tekst(client, pad: str = PAGINA, **vraag: str) -> str:
    antwoord = client.get(pad, vraag)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.usefixtures("periodes")
class TestPagina:
    def test_de_rekensom_in_woorden(self, client, coordinator):
        TellingFactory.create_batch(20, telt_op=date(2017, 3, 1))
        gekoppeld(date(2017, 3, 31), 9)
        pagina = tekst(client, peildatum="1-7-2017")
        assert "30 te realiseren − 20 gerealiseerd = 10." in pagina
        assert (
            "Op 1 april 2017 waren 29 personen gekoppeld (20 die in deze periode meetellen, 9 die nog wachten); "
            "nodig waren er 30. Dat is er 1 te weinig: het tekort is verschoonbaar."
        ) in pagina
        assert "Niet handhaven: het tekort van 2017, eerste helft is verschoonbaar." in pagina

    def test_na_vier_op_rij_kan_de_provincie_ingrijpen(self, client, coordinator):
        Opgave.objects.all().delete()
        Periode.objects.exclude(code="2017-H1").delete()
        TellingFactory(telt_op=date(2015, 8, 1))
        for code in ("2015-H2", "2016-H1", "2016-H2", "2017-H1"):
            van, tot_en_met = rules.grenzen(code)
            periode = Periode.objects.filter(code=code).first()
            periode = periode or PeriodeFactory(code=code, van=van, tot_en_met=tot_en_met)
            OpgaveFactory(periode=periode, aantal=5 if code != "2017-H1" else 25)
        gekoppeld(date(2015, 9, 1), 50)
        assert figures.toezicht(JULI).reeks.telt == 4
        assert "4 halve jaren op rij gemist: de provincie kan ingrijpen." in tekst(
            client, peildatum="1-7-2017"
        )
        Opgave.objects.filter(periode__code="2015-H2").update(aantal=1)
        assert figures.toezicht(JULI).reeks.telt == 3
        assert "Ingrijpen kan na nog 1 gemist half jaar op rij." in tekst(client, peildatum="1-7-2017")

    def test_wat_niet_is_nagegaan_staat_er_gewoon(self, client, coordinator):
        pagina = tekst(client)
        assert pagina.count("Niet nagegaan") == 5
        assert "hebben wij niet gelezen" in pagina
        assert "CVDR641687" in pagina
        assert "Reformatorisch Dagblad" in pagina

    @pytest.mark.parametrize("dag", ["2015-01-01", "2016-06-30", "2018-01-01", "2030-01-01", "31-2-2017"])
    def test_op_elke_dag(self, client, coordinator, dag):
        tekst(client, peildatum=dag)

    def test_elk_getal_opent_de_personen(self, client, coordinator):
        persoon = StatushouderFactory(coa_koppeldatum=date(2017, 3, 31), wijze_van_komst=WijzeVanKomst.AMV)
        gekoppeld(date(2017, 4, 2))
        adres = reverse("huisvesting:gekoppeld", args=["2017-H1"])
        assert adres in tekst(client)
        assert list(client.get(adres).context["object_list"]) == [persoon]
        assert client.get(reverse("huisvesting:gekoppeld", args=["1999-H1"])).status_code == 404

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_vragen(self, client, coordinator, django_assert_num_queries, aantal):
        gekoppeld(date(2017, 3, 31), aantal)
        with django_assert_num_queries(5):  # session, user, ledger, links, steps
            client.get(PAGINA)
        with django_assert_num_queries(5):  # session, user, period, count, rows
            client.get(reverse("huisvesting:gekoppeld", args=["2017-H1"]))


@pytest.mark.usefixtures("periodes")
class TestStappen:
    def invoer(self, **anders: str) -> dict[str, str]:
        periode = Periode.objects.get(code="2016")
        return {
            "periode": str(periode.pk),
            "trede": "signaleren",
            "op": "9-1-2017",
            "toelichting": "Brief 12",
        } | anders

    def test_vastleggen_zet_de_volgende_stap(self, client, coordinator):
        TellingFactory.create_batch(46, telt_op=date(2016, 3, 1))
        gekoppeld(date(2016, 3, 1), 20)
        assert "De volgende stap is: signaleren." in tekst(client)
        client.post(reverse("huisvesting:toezichtstap-nieuw"), self.invoer())
        pagina = tekst(client)
        assert "Gezet op 9 januari 2017" in pagina
        assert "De volgende stap is: informatie opvragen en valideren." in pagina
        assert "signaleren" in tekst(client, peildatum="8-1-2017")  # not known the day before

    @pytest.mark.parametrize(
        ("anders", "veld"),
        [
            ({"op": "31-12-2015"}, "op"),
            ({"op": "31-2-2017"}, "op"),
            ({"trede": "onzin"}, "trede"),
            ({"periode": ""}, "periode"),
        ],
    )
    def test_een_fout_staat_bij_het_veld(self, client, coordinator, anders, veld):
        antwoord = client.post(reverse("huisvesting:toezichtstap-nieuw"), self.invoer(**anders))
        assert list(antwoord.context["form"].errors) == [veld]
        assert "Brief 12" in antwoord.content.decode()
        assert not Toezichtstap.objects.exists()

    def test_een_stap_een_keer_per_periode(self, client, coordinator):
        ToezichtstapFactory(periode=Periode.objects.get(code="2016"))
        antwoord = client.post(reverse("huisvesting:toezichtstap-nieuw"), self.invoer())
        assert "staat bij dit half jaar al in de lijst" in antwoord.content.decode()

    def test_doorhalen_blijft_te_lezen_en_telt_niet(self, client, coordinator):
        rij = ToezichtstapFactory(periode=Periode.objects.get(code="2016"), op=date(2017, 1, 9))
        adres = reverse("huisvesting:toezichtstap-doorhalen", args=[rij.pk])
        leeg = client.post(adres, {"versie": "1", "doorgehaald_reden": ""})
        assert list(leeg.context["form"].errors) == ["doorgehaald_reden"]
        assert client.post(adres, {"versie": "1", "doorgehaald_reden": "Ging over Leiden"}).status_code == 302
        pagina = tekst(client)
        assert "Doorgehaald: Ging over Leiden" in pagina
        assert "Gezet op" not in pagina
        assert client.get(adres).status_code == 404
        actions.bewaar_toezichtstap(
            Toezichtstap(), gegevens={"periode": rij.periode, "trede": rij.trede, "op": rij.op}
        )

    def test_een_oude_versie_wordt_niet_doorgehaald(self):
        rij = ToezichtstapFactory(periode=Periode.objects.get(code="2016"))
        with pytest.raises(ValidationError, match="intussen gewijzigd"):
            actions.haal_toezichtstap_door(rij, versie=rij.versie + 1, reden="Fout")

    def test_de_regisseur_leest_en_legt_niets_vast(self, client):
        client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
        rij = ToezichtstapFactory(periode=Periode.objects.get(code="2016"))
        assert "Doorhalen" not in tekst(client)
        for naam, args in (
            ("toezichtstap-nieuw", []),
            ("toezichtstap", [rij.pk]),
            ("toezichtstap-doorhalen", [rij.pk]),
        ):
            adres = reverse(f"huisvesting:{naam}", args=args)
            assert client.get(adres).status_code == 404
            assert client.post(adres, self.invoer()).status_code == 404


def test_een_rij_begint_op_de_eerste_dag(periodes):
    """A step on the first day of its period is taken, one the day before is not."""
    periode = periodes["2017-H1"]
    gegevens = {"periode": periode, "trede": "signaleren", "op": periode.van - timedelta(days=1)}
    with pytest.raises(ValidationError, match="voor het begin"):
        actions.bewaar_toezichtstap(Toezichtstap(), gegevens=gegevens)
    assert actions.bewaar_toezichtstap(Toezichtstap(), gegevens=gegevens | {"op": periode.van}).pk
