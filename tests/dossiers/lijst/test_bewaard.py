"""A user's own filters: only what exists is kept, one of a name, nobody else sees it."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers import actions
from dossiers.models import Bewaardfilter
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
BEWAREN = "/dossiers/filters/bewaren/"


def bewaard(gebruiker, naam="Wie vertrok", **parameters) -> Bewaardfilter:
    return actions.bewaar_filter(
        gebruiker=gebruiker, naam=naam, parameters=parameters or {"stand": "vertrokken"}
    )


class TestBewaren:
    def test_van_de_lijst_tot_de_chip(self, client, ik):
        lijst = client.get("/dossiers/?stand=vertrokken&leeftijd=27&sorteer=sinds")
        bewaren = lijst.context["bewaren"]
        assert "U bewaart: status Vertrokken, leeftijd 27 jaar en ouder." in " ".join(
            client.get(bewaren).text.split()
        )
        antwoord = client.post(bewaren, {"naam": "Wie vertrok"}, follow=True)
        assert "Het filter Wie vertrok is bewaard." in antwoord.text
        assert Bewaardfilter.objects.get().parameters == {"stand": "vertrokken", "leeftijd": "27"}
        assert antwoord.context["gekozen_filter"] == Bewaardfilter.objects.get()
        assert "Bewaar dit filter" not in antwoord.text
        assert 'aria-current="true"' in antwoord.text

    def test_alleen_wat_bestaat_wordt_bewaard(self, client, ik):
        vraag = "?stand=vertrokken&leeftijd=onzin&naam=Haddad&sorteer=sinds&na=x"
        client.post(BEWAREN + vraag, {"naam": "F"})
        assert Bewaardfilter.objects.get().parameters == {"stand": "vertrokken"}

    @pytest.mark.parametrize("vraag", ["", "?stand=onzin", "?naam=Haddad"])
    def test_zonder_keuze_is_er_niets_te_bewaren(self, client, ik, vraag):
        assert client.get(BEWAREN + vraag).url == "/dossiers/"
        antwoord = client.post(BEWAREN + vraag, {"naam": "F"})
        assert "Kies eerst een filter." in antwoord.text
        assert not Bewaardfilter.objects.exists()

    def test_een_naam_een_keer_per_gebruiker(self, client, ik):
        bewaard(ik)
        bewaard(GebruikerFactory())
        antwoord = client.post(f"{BEWAREN}?stand=gekoppeld", {"naam": "wie VERTROK"})
        assert antwoord.context["form"].errors == {
            "naam": ["U heeft al een filter met deze naam. Kies een andere naam."]
        }
        assert ik.bewaarde_filters.count() == 1

    def test_niet_meer_dan_twintig(self, ik):
        for nummer in range(20):
            bewaard(ik, naam=f"F{nummer}")
        with pytest.raises(ValidationError, match="al 20 filters bewaard"):
            bewaard(ik, naam="F20")

    def test_een_filter_dat_niet_meer_bestaat_zegt_dat(self, client, ik):
        Bewaardfilter.objects.create(gebruiker=ik, naam="Oud", parameters={"stand": "weg", "x": "y"})
        url = client.get("/dossiers/").context["bewaarde_filters"][0][1]
        tekst = client.get(f"/dossiers/{url}").text
        assert "Het filter Status is niet gebruikt" in tekst


class TestEigen:
    def test_een_andere_naam_en_een_tweede_scherm_ziet_beide(self, client, ik):
        rij = bewaard(ik)
        url = reverse("dossiers:filter_hernoemen", args=[rij.pk])
        assert client.post(url, {"naam": "Vertrokken", "versie": "1"}).url == "/dossiers/?stand=vertrokken"
        antwoord = client.post(url, {"naam": "Weg", "versie": "1"})
        assert "Iemand anders heeft dit intussen gewijzigd" in antwoord.text
        assert "Vertrokken" in antwoord.text
        rij.refresh_from_db()
        assert (rij.naam, rij.versie) == ("Vertrokken", 2)

    def test_een_bestaande_naam_wordt_geweigerd(self, client, ik):
        bewaard(ik, naam="A")
        rij = bewaard(ik, naam="B")
        url = reverse("dossiers:filter_hernoemen", args=[rij.pk])
        assert "naam" in client.post(url, {"naam": "a", "versie": "1"}).context["form"].errors

    def test_weghalen_vraagt_eerst(self, client, ik):
        rij = bewaard(ik)
        url = reverse("dossiers:filter_weghalen", args=[rij.pk])
        assert "Wilt u het filter Wie vertrok weghalen?" in client.get(url).text
        assert Bewaardfilter.objects.exists()
        client.post(url)
        assert not Bewaardfilter.objects.exists()

    @pytest.mark.parametrize("naam", ["filter_hernoemen", "filter_weghalen"])
    def test_dat_van_een_ander_bestaat_niet(self, client, ik, naam):
        rij = bewaard(GebruikerFactory())
        url = reverse(f"dossiers:{naam}", args=[rij.pk])
        assert client.get(url).status_code == client.post(url, {"naam": "X", "versie": 1}).status_code == 404
        assert client.get("/dossiers/").context["bewaarde_filters"] == []
        assert Bewaardfilter.objects.get().naam == "Wie vertrok"
