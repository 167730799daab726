"""The list as a page: what it shows, filters and chips, wrong values, paging, and its number of queries."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from dossiers.actions import scherm_af
from dossiers.models import Gezinslid, Statushouder
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.dossiers.lijst.mensen import neemt_waar, van_regisseur
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ik")]
LIJST = "/dossiers/"


def namen(client, vraag: str = "") -> list[str]:
    """The family names on the page."""
    return [rij.achternaam for rij in client.get(LIJST + vraag).context["blad"].rijen]


class TestRij:
    def test_wat_er_in_een_rij_staat(self, client, ik):
        collega = GebruikerFactory(naam="Joost van den Berg")
        amv = van_regisseur(
            ik, achternaam="Tesfay", voornamen="Yonas", wijze_van_komst="amv", nationaliteit="Eritrese"
        )
        lid = GezinslidFactory(statushouder=amv)
        GezinslidFactory(gezin=lid.gezin, rol="kind")
        VestigingFactory(statushouder=amv, van=date(2016, 9, 6))
        neemt_waar(collega, ik)
        tekst = re.sub(r"<[^>]+>|\s+", " ", client.get(LIJST).text)
        tekst = re.sub(r"\s+", " ", tekst)
        assert (
            f"Tesfay, Yonas {amv.nummer} · Eritrese · AMV Haddad, 2 personen 36 Gevestigd 6-9-2016 "
            "Marieke de Wit (waarnemer: Joost van den Berg)"
        ) in tekst
        assert "Nog niet toegewezen" in tekst
        assert "2 personen, van wie 1 gevestigd in Wassenaar, in 1 gezinnen." in tekst

    def test_wie_er_van_mag_weten_ziet_dat_het_is_afgeschermd(self, client, ik):
        persoon = van_regisseur(ik, achternaam="Tesfay")
        assert "Afgeschermd" not in client.get(LIJST).text
        scherm_af([persoon], reden="Wordt bedreigd", collegas=[], op=date(2017, 5, 1), door=ik)
        assert client.get(LIJST).text.count(">Afgeschermd<") == 1

    def test_een_leeftijd_die_deels_bekend_is(self, client, allerlei):
        """As on the page of the person itself."""
        tekst = client.get(LIJST + "?sorteer=leeftijd").text
        assert "26 of 27" in tekst
        assert "26 of 27 jaar" in client.get(allerlei["alleen_jaar"].get_absolute_url()).text

    def test_samengevoegd_staat_er_niet_meer(self, client):
        StatushouderFactory(achternaam="Weg", samengevoegd_met=StatushouderFactory(achternaam="Blijft"))
        assert namen(client) == ["Blijft"]

    def test_wie_geen_dossiers_ziet_krijgt_niets(self, client):
        client.force_login(GebruikerFactory(rol=Rol.PRIVACY))
        assert client.get(LIJST).status_code == 404
        assert client.get(reverse("dossiers:exporteren", args=["csv"])).status_code == 404


class TestFilters:
    @pytest.mark.parametrize(
        ("stand", "verwacht"),
        [
            ("gevestigd", {"gevestigd", "terug"}),
            ("vertrokken", {"weg", "twee_keer_weg"}),
            ("verwacht", {"nareiziger"}),
            ("gekoppeld", {"gekoppeld", "vandaag_gekoppeld"}),
            ("geregistreerd", {"straks", "morgen_gekoppeld", "onbekend", "alleen_jaar"}),
        ],
    )
    def test_status_op_de_peildatum(self, client, allerlei, stand, verwacht):
        gevonden = namen(client, f"?stand={stand}")
        assert sorted(gevonden) == sorted(allerlei[naam].achternaam for naam in verwacht)

    def test_regisseur_en_wie_voor_hem_waarneemt(self, client, ik):
        collega = GebruikerFactory(naam="Joost")
        van_regisseur(ik, achternaam="Van mij")
        van_regisseur(collega, achternaam="Van Joost")
        StatushouderFactory(achternaam="Van niemand")
        assert namen(client, "?regisseur=geen") == ["Van niemand"]
        assert namen(client, f"?regisseur={ik.pk}") == ["Van mij"]
        neemt_waar(ik, collega)
        assert namen(client, f"?regisseur={ik.pk}") == ["Van Joost", "Van mij"]
        assert namen(client, f"?regisseur={collega.pk}") == ["Van Joost"]

    @pytest.mark.parametrize(
        ("van", "tot", "neemt"),
        [
            (date(2017, 5, 2), date(2017, 5, 9), False),
            (date(2017, 5, 1), date(2017, 5, 2), True),
            (date(2017, 4, 1), date(2017, 5, 2), True),
            (date(2017, 4, 1), date(2017, 5, 1), False),
        ],
    )
    def test_waarnemen_begint_op_de_eerste_dag_en_houdt_op_na_de_laatste(self, client, ik, van, tot, neemt):
        collega = GebruikerFactory()
        van_regisseur(collega, achternaam="Van Joost")
        neemt_waar(ik, collega, van, tot)
        assert namen(client, f"?regisseur={ik.pk}") == (["Van Joost"] if neemt else [])

    def test_een_wissel_van_regisseur_op_de_dag_zelf(self, client, ik):
        persoon = StatushouderFactory()
        persoon.regie.update(tot=date(2017, 5, 1))
        persoon.regie.create(regisseur=ik, van=date(2017, 5, 1))
        assert namen(client, "?regisseur=geen") == []
        assert namen(client, f"?regisseur={ik.pk}") == [persoon.achternaam]

    def test_samen_met_nationaliteit_leeftijd_en_komst(self, client):
        jong = {"geboren_vroegst": date(2010, 1, 1), "geboren_laatst": date(2010, 1, 1)}
        StatushouderFactory(achternaam="Ja", nationaliteit="Eritrese", wijze_van_komst="amv", **jong)
        StatushouderFactory(achternaam="Te oud", nationaliteit="Eritrese", wijze_van_komst="amv")
        StatushouderFactory(achternaam="Syrisch", nationaliteit="Syrische", wijze_van_komst="amv", **jong)
        StatushouderFactory(achternaam="Gekoppeld", nationaliteit="Eritrese", **jong)
        assert namen(client, "?nationaliteit=Eritrese&komst=amv&leeftijd=4-12") == ["Ja"]

    def test_chips_halen_elk_een_filter_weg_en_houden_de_rest(self, client):
        StatushouderFactory()
        na = uuid4()
        antwoord = client.get(f"{LIJST}?stand=geregistreerd&leeftijd=27&sorteer=-sinds&na={na}&komst=")
        chips = {keuze.label: url for keuze, url in antwoord.context["keuzes"]}
        assert chips == {
            "Status": "?leeftijd=27&sorteer=-sinds",
            "Leeftijd": "?stand=geregistreerd&sorteer=-sinds",
        }
        assert antwoord.context["zonder_filters"] == "?sorteer=-sinds"
        tekst = antwoord.text
        assert "<strong>1 van 1 personen</strong>" in tekst
        assert "Status: Geregistreerd" in tekst
        assert '<input type="hidden" name="sorteer" value="-sinds">' in tekst

    @pytest.mark.parametrize(
        ("vraag", "zin"),
        [
            ("stand=bestaat-niet", "Het filter Status is niet gebruikt: die keuze bestaat niet (meer)."),
            ("regisseur=999999", "Het filter Regisseur is niet gebruikt"),
            ("regisseur=%00", "Het filter Regisseur is niet gebruikt"),
            ("leeftijd=0-5", "Het filter Leeftijd is niet gebruikt"),
            ("naam=Haddad", "In het adres van deze pagina staat een filter dat niet bestaat."),
        ],
    )
    def test_een_verkeerde_waarde_wordt_gezegd_en_de_rest_werkt(self, client, vraag, zin):
        StatushouderFactory(nationaliteit="Eritrese", achternaam="Ja")
        StatushouderFactory(nationaliteit="Syrische", achternaam="Nee")
        antwoord = client.get(f"{LIJST}?{vraag}&nationaliteit=Eritrese&sorteer=geen")
        assert zin in antwoord.text
        assert [rij.achternaam for rij in antwoord.context["blad"].rijen] == ["Ja"]
        assert "Het filter" not in client.get(f"{LIJST}?nationaliteit=Eritrese").text


class TestLeeg:
    def test_met_een_filter(self, client):
        StatushouderFactory()
        tekst = client.get(f"{LIJST}?stand=vertrokken").text
        assert "Geen dossiers met dit filter" in tekst
        assert "0 van 1 personen" in tekst

    def test_zonder_dossiers(self, client):
        tekst = client.get(LIJST).text
        assert "Er zijn nog geen dossiers" in tekst
        assert "Wis filters" not in tekst

    @pytest.mark.parametrize("vraag", ["", "?stand=vertrokken"])
    def test_een_partner_registreert_niet_en_leest_wat_hij_ziet(self, client, vraag):
        zin = "U ziet alleen dossiers die naar uw organisatie zijn verwezen."
        assert zin not in client.get(LIJST + vraag).text
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory()))
        tekst = client.get(LIJST + vraag).text
        assert zin in tekst
        assert "gezin." not in tekst


class TestBladeren:
    @pytest.fixture
    def honderd(self):
        for nummer in range(101):
            StatushouderFactory(achternaam=f"Haddad {nummer:03d}", voornamen="Zeldzaam")

    @pytest.mark.usefixtures("honderd")
    def test_vooruit_en_terug_met_filter_en_zonder_naam_in_het_adres(self, client):
        een = client.get(f"{LIJST}?leeftijd=27")
        assert "Regel 1 tot en met 50 van 101." in een.text
        twee = client.get(LIJST + een.context["volgende"])
        assert "Regel 51 tot en met 100 van 101." in twee.text
        drie = client.get(LIJST + twee.context["volgende"])
        assert "Regel 101 tot en met 101 van 101." in drie.text
        assert drie.context["volgende"] == ""
        terug = client.get(LIJST + drie.context["vorige"])
        assert terug.context["blad"].rijen == twee.context["blad"].rijen
        begin = client.get(LIJST + terug.context["vorige"])
        assert begin.context["blad"].rijen == een.context["blad"].rijen
        assert begin.context["vorige"] == ""
        adressen = " ".join(
            antwoord.context[kant] for antwoord in (een, twee, drie) for kant in ("vorige", "volgende")
        )
        assert "leeftijd=27" in adressen
        assert "addad" not in adressen

    @pytest.mark.usefixtures("honderd")
    def test_meer_dan_geteld_wordt_gezegd_en_kan_precies(self, client, monkeypatch):
        monkeypatch.setattr("kern.sleutelbladeren.HOOGSTENS", 60)
        antwoord = client.get(f"{LIJST}?leeftijd=27")
        assert "Meer dan 60 personen." in antwoord.text
        assert "van wie" not in antwoord.text
        assert "<strong>Meer dan 60 van meer dan 60 personen</strong>" in antwoord.text
        assert "Regel 1 tot en met 50 van meer dan 60." in antwoord.text
        precies = client.get(LIJST + antwoord.context["precies"])
        assert "Regel 1 tot en met 50 van 101." in precies.text
        assert "101 personen, van wie" in precies.text
        assert "tel=precies" in precies.context["volgende"]

    def test_sorteren_heen_en_terug(self, client, allerlei):
        antwoord = client.get(f"{LIJST}?sorteer=leeftijd")
        assert 'aria-sort="ascending"' in antwoord.text
        assert antwoord.context["sorteer"]["leeftijd"].url == "?sorteer=-leeftijd"
        terug = client.get(f"{LIJST}?sorteer=-leeftijd")
        assert 'aria-sort="descending"' in terug.text
        assert terug.context["blad"].rijen[-1] == allerlei["onbekend"]

    @pytest.mark.parametrize("aantal", [1, 50])
    @pytest.mark.parametrize("vraag", ["", "?leeftijd=27", "?sorteer=-persoon"])
    def test_evenveel_vragen_voor_1_en_50_rijen(self, client, ik, django_assert_num_queries, aantal, vraag):
        neemt_waar(GebruikerFactory(), ik)
        for _ in range(aantal):
            lid = GezinslidFactory(statushouder=van_regisseur(ik))
            VestigingFactory(statushouder=lid.statushouder)
        assert Gezinslid.objects.count() == Statushouder.objects.count() == aantal
        # session, user, caseworkers, places, rows, family sizes, own filters, two counts for the head, and with a
        # filter the count of all: without one the list is all of them, and its own number is that
        with django_assert_num_queries(10 if "leeftijd" in vraag else 9):
            antwoord = client.get(LIJST + vraag)
        assert len(antwoord.context["blad"].rijen) == aantal
