"""Pages of huisvesting: every number opens its rows, with or without a plan, at any day."""

from datetime import date

import pytest
from django.urls import reverse

from huisvesting import figures
from huisvesting.models import Plaatsing, Verwachting, Woning, Woonvraag
from kern.contract import Peiling
from tests.dossiers.factories import StatushouderFactory
from tests.huisvesting.factories import (
    AanbodFactory,
    PlaatsingFactory,
    TellingFactory,
    VerwachtingFactory,
    WoningFactory,
)
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
TAAKSTELLING = "/huisvesting/taakstelling/"


@pytest.fixture(autouse=True)
def ik(client):
    client.force_login(gebruiker := GebruikerFactory())
    return gebruiker


def test_zonder_plan_zegt_de_pagina_wat_er_moet_gebeuren(client):
    assert "Er is nog geen taakstelling" in client.get(TAAKSTELLING).content.decode()


@pytest.mark.usefixtures("periodes")
class TestTaakstelling:
    def test_op_1_mei(self, client):
        tekst = client.get(TAAKSTELLING).content.decode()
        assert "Tot 1 juli nog 10 te huisvesten." in " ".join(tekst.split())
        assert "10 + 15" in tekst
        assert "naar verwachting 10" in tekst
        assert "Op tempo" in tekst

    @pytest.mark.parametrize("dag", ["2015-01-01", "2016-06-30", "2017-07-01", "2018-01-01", "1-7-2017"])
    def test_op_elke_dag(self, client, dag):
        antwoord = client.get(TAAKSTELLING, {"peildatum": dag})
        assert antwoord.status_code == 200
        verloop = client.get(reverse("huisvesting:verloop"), {"peildatum": dag})
        assert verloop["Content-Type"].startswith("image/svg+xml")

    def test_een_onmogelijke_peildatum_blijft_staan_met_haar_fout(self, client):
        tekst = client.get(TAAKSTELLING, {"peildatum": "31-2-2017"}).content.decode()
        assert 'value="31-2-2017"' in tekst
        assert "Deze datum bestaat niet" in tekst
        assert "Fout: " in tekst

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        TellingFactory.create_batch(aantal)
        VerwachtingFactory.create_batch(aantal)
        # session, user, ledger, counted by day, expected by day, who looks for a home, groups,
        # homes (2), thresholds, COA's list, contradictions
        with django_assert_num_queries(12):
            client.get(TAAKSTELLING)

    def test_wat_er_tot_het_eind_van_het_jaar_verwacht_wordt(self, client):
        VerwachtingFactory.create_batch(3, woonvraag=Woonvraag.FAMILIE, bron="COA")
        VerwachtingFactory(woonvraag=Woonvraag.GROTER, verwacht_op=date(2017, 9, 1), bron="Gezin")
        context = client.get(TAAKSTELLING).context
        assert context["tot_het_eind"]["verwacht"] == 4
        assert context["tot_het_eind"]["oordeel"].tekst == "21 te weinig verwacht"
        [(groep, woning)] = context["groepen"]
        assert woning == "3 gaan bij familie wonen, 1 zoekt een grotere woning"
        assert (groep.personen, groep.in_lopende_periode, groep.bronnen) == (4, 3, ["COA", "Gezin"])

    def test_de_woningen_voor_deze_personen(self, client):
        VerwachtingFactory(woonvraag=Woonvraag.EIGEN)
        AanbodFactory(statushouder=VerwachtingFactory(woonvraag=Woonvraag.EIGEN).statushouder)
        context = client.get(TAAKSTELLING).context
        assert (context["woningen"].nodig, context["woningen"].tekort) == (2, 1)
        assert context["groepen"][0][1] == "1 woning aangeboden, 1 gezocht"

    def test_als_bestand(self, client):
        antwoord = client.get(reverse("huisvesting:bestand", args=["csv"]))
        regels = antwoord.content.decode("utf-8-sig").splitlines()
        assert regels[2].startswith("2017, eerste helft;01-01-2017;30-06-2017;20;10;30;20;10;20;")
        assert client.get(reverse("huisvesting:bestand", args=["xlsx"])).status_code == 200
        assert client.get(reverse("huisvesting:bestand", args=["pdf"])).status_code == 404

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_de_rijen_achter_gehuisvest(self, client, django_assert_num_queries, aantal):
        for plaatsing in PlaatsingFactory.create_batch(aantal):
            TellingFactory(statushouder=plaatsing.statushouder, plaatsing=plaatsing)
        # session, user, period, count, rows, ledger
        with django_assert_num_queries(6):
            antwoord = client.get(reverse("huisvesting:gehuisvest", args=["2017-H1"]))
        assert antwoord.context["paginator"].count == aantal
        assert f"Van {aantal} van hen kennen we de naam" in antwoord.content.decode()
        assert reverse("uitwisseling:export", args=["tellingen", "xlsx"]) in antwoord.content.decode()

    @pytest.mark.parametrize(
        ("dag", "tekens"),
        [("2017-04-09", ["+1"]), ("2017-04-10", ["+1", "−1"]), ("2017-04-11", ["+1", "−1"])],
    )
    def test_wie_niet_meer_telt_staat_er_met_min_een_en_de_reden(self, client, dag, tekens):
        """What the list adds up to is the number that it stands behind."""
        persoon = TellingFactory().statushouder
        reden = "Verhuisde naar Delft: telt daar."
        TellingFactory(statushouder=persoon, waarde=-1, telt_op=date(2017, 4, 10), reden=reden)
        antwoord = client.get(reverse("huisvesting:gehuisvest", args=["2017-H1"]), {"peildatum": dag})
        rijen = antwoord.context["object_list"]
        assert [rij.teken for rij in rijen] == tekens
        [stand] = [s for s in figures.grootboek(date.fromisoformat(dag)) if s.periode.code == "2017-H1"]
        assert sum(rij.waarde for rij in rijen) == stand.gerealiseerd_benoemd
        assert (reden in antwoord.content.decode()) is ("−1" in tekens)
        # the key figure is of persons, and of nobody who was taken over in the same half-year
        assert len(figures.tellingen(Peiling.op(date.fromisoformat(dag)))) == stand.gerealiseerd_benoemd

    def test_een_periode_die_er_niet_is(self, client):
        assert client.get(reverse("huisvesting:gehuisvest", args=["2030-H1"])).status_code == 404

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_de_rijen_achter_verwacht(self, client, django_assert_num_queries, aantal):
        VerwachtingFactory.create_batch(aantal)
        with django_assert_num_queries(4):  # session, user, count, rows
            antwoord = client.get(reverse("huisvesting:verwacht"))
        assert antwoord.context["paginator"].count == aantal


class TestWoningen:
    GEGEVENS = {
        "straat": "Helmweg",
        "huisnummer": "11",
        "toevoeging": "",
        "postcode": "2242 zz",
        "plaats": "Wassenaar",
        "wijk": "Kerkehout",
        "verhuurder": "",
        "soort": "gewoon",
        "koppelgemeente": "Wassenaar",
        "capaciteit": "4",
        "beschikbaar_van": "1-5-2017",
        "beschikbaar_tot_en_met": "",
    }

    def test_toevoegen_en_wijzigen(self, client):
        client.post(reverse("huisvesting:woning-toevoegen"), self.GEGEVENS)
        woning = Woning.objects.get()
        assert (woning.postcode, woning.capaciteit) == ("2242ZZ", 4)
        url = reverse("huisvesting:woning", args=[woning.pk])
        client.post(url, {**self.GEGEVENS, "capaciteit": "5", "versie": "1"})
        woning.refresh_from_db()
        assert (woning.capaciteit, woning.versie) == (5, 2)
        conflict = client.post(url, {**self.GEGEVENS, "capaciteit": "6", "versie": "1"})
        assert "Iemand anders heeft dit intussen gewijzigd" in conflict.content.decode()

    def test_hetzelfde_adres_twee_keer(self, client):
        WoningFactory(straat="helmweg", huisnummer=11)
        antwoord = client.post(reverse("huisvesting:woning-toevoegen"), self.GEGEVENS)
        assert "Deze woning staat al in de lijst." in antwoord.content.decode()

    @pytest.mark.parametrize("postcode", ["224", "0242AB", "2242SA", "2242 1A", "abcd EF"])
    def test_een_verkeerde_postcode(self, client, postcode):
        antwoord = client.post(
            reverse("huisvesting:woning-toevoegen"), {**self.GEGEVENS, "postcode": postcode}
        )
        assert antwoord.context["form"].errors == {"postcode": ["Schrijf de postcode als 2241 AB."]}

    @pytest.mark.parametrize(
        ("bewoners", "zin"),
        [(1, "Er woont hier al 1 persoon."), (2, "Er wonen hier al 2 personen.")],
    )
    def test_minder_plaatsen_dan_bewoners(self, client, bewoners, zin):
        woning = WoningFactory(capaciteit=2)
        PlaatsingFactory.create_batch(bewoners, woning=woning)
        url = reverse("huisvesting:woning", args=[woning.pk])
        gegevens = {**self.GEGEVENS, "versie": "1"}
        antwoord = client.post(url, {**gegevens, "capaciteit": str(bewoners - 1)})
        fouten = {"capaciteit": [f"{zin} Bron: aantal plaatsen van de woning."]}
        assert antwoord.context["form"].errors == fouten
        assert client.post(url, {**gegevens, "capaciteit": str(bewoners)}).status_code == 302  # the control

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_lijst_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        PlaatsingFactory.create_batch(aantal)
        with django_assert_num_queries(6):  # session, user, choices of the filter (2), count, homes
            antwoord = client.get(reverse("huisvesting:woningen"))
        assert antwoord.context["paginator"].count == aantal


def test_verwachting_vastleggen_en_wijzigen(client):
    persoon = StatushouderFactory()
    url = reverse("huisvesting:verwachting", args=[persoon.sleutel])
    assert client.get(url).status_code == 200
    client.post(url, {"verwacht_op": "12-6-2017", "woonvraag": "eigen", "bron": "Lijst van COA"})
    client.post(
        url, {"verwacht_op": "19-6-2017", "woonvraag": "eigen", "bron": "Lijst van COA", "versie": "1"}
    )
    assert Verwachting.objects.get().verwacht_op == date(2017, 6, 19)


def test_plaatsing_beeindigen(client):
    plaatsing = PlaatsingFactory(van=date(2017, 1, 1))
    url = reverse("huisvesting:beeindigen", args=[plaatsing.pk])
    antwoord = client.post(url, {"tot": "1-1-2017", "versie": "1"})
    assert "De einddatum moet na de ingangsdatum liggen." in antwoord.content.decode()
    assert client.post(url, {"tot": "2-1-2017", "versie": "1"}).status_code == 302
    assert Plaatsing.objects.get().tot == date(2017, 1, 2)


@pytest.mark.parametrize("rol", [Rol.FINANCIEN, Rol.RAADSGRIFFIE, Rol.PRIVACY, Rol.BEHEERDER, Rol.CONSULENT])
def test_wie_huisvesting_niet_mag_zien(client, rol):
    client.force_login(GebruikerFactory(rol=rol))
    paden = [TAAKSTELLING, reverse("huisvesting:woningen"), reverse("huisvesting:verwacht")]
    assert [client.get(pad).status_code for pad in paden] == [404] * 3
