"""The pages of who waits, the shortage, possible homes and landlords; they cost the same for 1 and 50."""

from datetime import date

import pytest
from django.urls import reverse

from huisvesting.models import (
    MogelijkeWoning,
    Prestatieafspraak,
    Stuurcode,
    Woning,
)
from tests.huisvesting.factories import (
    PlaatsingFactory,
    StuurgetalFactory,
    VerwachtingFactory,
)
from tests.huisvesting.wonen.woorden import tekst
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol as Gebruikersrol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coordinator")]
LIJST, TEKORT = "/huisvesting/woningen/", "/huisvesting/woningen/tekort/"


class TestWachtendenEnTekort:
    @pytest.mark.parametrize("aantal", [1, 50])
    def test_wachtenden_kosten_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        for _ in range(aantal):
            VerwachtingFactory(statushouder__coa_koppeldatum=date(2017, 3, 6))
        # session, user, who waits, who signed, their days (4), the persons of the page
        with django_assert_num_queries(9):
            antwoord = client.get(reverse("huisvesting:wachtenden"))
        assert len(antwoord.context["rijen"]) == aantal
        assert "uiterlijk 15-5-2017" in tekst(antwoord)

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_tekort_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        VerwachtingFactory.create_batch(aantal)
        PlaatsingFactory.create_batch(aantal)
        with django_assert_num_queries(10):
            antwoord = client.get(TEKORT)
        assert f"zijn {aantal} woningen nodig en 0 in beeld" in tekst(antwoord)
        assert "weten we niet hoeveel woningen er in totaal zijn" in tekst(antwoord)

    @pytest.mark.parametrize(("drempel", "soort"), [(None, "danger"), (2, "danger"), (3, "neutral")])
    def test_het_waarschuwt_vanaf_de_drempel(self, client, drempel, soort):
        VerwachtingFactory.create_batch(2)
        if drempel:
            StuurgetalFactory(code=Stuurcode.DREMPEL_WONINGEN, waarde=drempel, vanaf=date(2017, 1, 1))
        assert f'utrecht-status-badge--{soort}">2 te weinig' in tekst(client.get(TEKORT))

    def test_de_grafiek_zegt_hetzelfde(self, client):
        PlaatsingFactory(woning__wijk="Zuid")
        assert "Woningen waar statushouders wonen, per wijk: Zuid 1." in tekst(client.get(TEKORT))
        grafiek = client.get(reverse("huisvesting:wijken"))
        assert grafiek["Content-Type"].startswith("image/svg+xml")

    def test_niets(self, client):
        assert "Niemand heeft een woning nodig" in tekst(client.get(TEKORT))
        assert "Niemand wacht" in tekst(client.get(reverse("huisvesting:wachtenden")))


class TestMogelijkEnVerhuurders:
    def test_toevoegen_en_een_woning_worden(self, client):
        client.post(
            reverse("huisvesting:mogelijk-toevoegen"),
            {"omschrijving": "Oude school", "herkomst": "gemeente", "woningen": 1, "status": "onderzoek"},
        )
        rij = MogelijkeWoning.objects.get()
        adres = reverse("huisvesting:wordt-woning", args=[rij.pk])
        data = {
            "versie": 1,
            "straat": "Schoolstraat",
            "huisnummer": 3,
            "postcode": "2241 AB",
            "plaats": "Leiden",
            "wijk": "Zuid",
            "soort": "doorstroom",
            "koppelgemeente": "Wassenaar",
        }
        leeg = client.get(adres).context["form"]
        assert [leeg[veld].value() for veld in ("plaats", "soort", "koppelgemeente")] == [
            "Wassenaar",
            "gewoon",
            "Wassenaar",
        ]
        fout = client.post(adres, {**data, "postcode": "0241"})
        assert "Schrijf de postcode als 2241 AB." in tekst(fout)
        assert not Woning.objects.exists()
        client.post(adres, data)
        woning = Woning.objects.get()
        assert str(woning) == "Schoolstraat 3"
        assert (woning.plaats, woning.soort, woning.koppelgemeente) == ("Leiden", "doorstroom", "Wassenaar")
        assert "staat al" in tekst(client.get(adres, follow=True)) or client.get(adres).status_code == 302
        assert "Deze woning kwam uit de mogelijke woning Oude school" in tekst(
            client.get(reverse("huisvesting:woning", args=[woning.pk]))
        )

    def test_toegezegd_zonder_dag_wordt_geweigerd(self, client):
        antwoord = client.post(
            reverse("huisvesting:mogelijk-toevoegen"),
            {"omschrijving": "Oude school", "herkomst": "gemeente", "woningen": 1, "status": "toegezegd"},
        )
        assert "Een toegezegde woning heeft een dag waarop zij komt." in tekst(antwoord)

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_lijsten_kosten_altijd_evenveel_queries(self, client, django_assert_num_queries, aantal):
        for nummer in range(aantal):
            MogelijkeWoning.objects.create(
                omschrijving=f"Pand {nummer}", herkomst="gemeente", behandelaar=GebruikerFactory()
            )
            verhuurder = OrganisatieFactory()
            Prestatieafspraak.objects.create(
                verhuurder=verhuurder,
                van=date(2017, 1, 1),
                tot_en_met=date(2017, 12, 31),
                woningen=2,
                bron="Brief",
            )
        with django_assert_num_queries(4):  # session, user, count, rows
            client.get(reverse("huisvesting:mogelijk"))
        with django_assert_num_queries(4):  # session, user, agreements, landlords
            antwoord = client.get(reverse("huisvesting:verhuurders"))
        assert "Nog 2 te gaan" in tekst(antwoord)

    def test_alleen_wie_stuurt_wijzigt_een_afspraak(self, client):
        client.force_login(GebruikerFactory(rol=Gebruikersrol.KLANTREGISSEUR))
        assert client.get(reverse("huisvesting:afspraak-toevoegen")).status_code == 404
        assert "Afspraak toevoegen" not in tekst(client.get(reverse("huisvesting:verhuurders")))

    def test_een_afspraak_met_meer_amv_dan_woningen_wordt_geweigerd(self, client):
        antwoord = client.post(
            reverse("huisvesting:afspraak-toevoegen"),
            {
                "verhuurder": OrganisatieFactory().pk,
                "van": "1-1-2017",
                "tot_en_met": "31-12-2017",
                "woningen": 1,
                "waarvan_amv": 2,
                "bron": "Brief",
            },
        )
        assert "Er kunnen niet meer AMV-woningen dan woningen zijn." in tekst(antwoord)
