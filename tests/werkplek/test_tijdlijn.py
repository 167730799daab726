"""The time line: what stands on it and when, the filters, and going back page by page without missing any."""

from datetime import date, time, timedelta

import pytest

from dossiers.models import Regie, Relatie, Signaal
from kern.contract import Terugblik
from kern.register import register
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    RegieFactory,
    StatushouderFactory,
    VestigingFactory,
)
from tests.dossiers.vastleggen.factories import ContactFactory, DocumentFactory, SignaalFactory, TaakFactory
from tests.huisvesting.factories import PlaatsingFactory, TellingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG = date(2017, 5, 1)


@pytest.fixture(autouse=True)
def opslag(settings):
    geheugen = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": geheugen}


def tijdlijn(client, persoon, vraag=""):
    return client.get(persoon.get_absolute_url() + vraag).context["tijdlijn"]


def regels(client, persoon, vraag=""):
    return [regel for _maand, groep in tijdlijn(client, persoon, vraag)["maanden"] for regel in groep]


def titels(client, persoon, vraag=""):
    return [regel["titel"] for regel in regels(client, persoon, vraag)]


@pytest.mark.usefixtures("ik")
class TestWatErStaat:
    def test_contact_in_woorden_met_wie_het_vastlegde(self, client, rima):
        ContactFactory(
            statushouder=rima, soort="telefoon", met_tolk=True, tijd=time(9, 5), tekst="Komt morgen",
            domein="onderwijs", auteur=GebruikerFactory(naam="Jan Vos"),
        )  # fmt: skip
        regel = regels(client, rima)[0]
        assert (regel["titel"], regel["tekst"], regel["icoon"], regel["dag"]) == (
            "Gebeld over onderwijs om 9.05 uur, met tolk",
            "Komt morgen. Door Jan Vos.",
            "telefoon",
            "26 april",
        )

    def test_wat_doorgehaald_is_blijft_staan_met_de_reden(self, client, rima):
        contact = ContactFactory(statushouder=rima, tekst="Van een ander")
        contact.haal_door(op=VANDAAG, door=None, reden="Verkeerde persoon")
        contact.save()
        tekst = client.get(rima.get_absolute_url()).content.decode()
        assert "Doorgehaald: Verkeerde persoon" in tekst
        assert "<s>" in tekst
        assert "Van een ander" not in tekst

    def test_een_taak_staat_op_de_dag_waarop_zij_klaar_was_of_moet_zijn(self, client, rima):
        TaakFactory(statushouder=rima, wat="Open", uiterlijk_op=date(2017, 4, 3))
        TaakFactory(statushouder=rima, wat="Klaar", uiterlijk_op=date(2017, 4, 9), gedaan_op=date(2017, 4, 2))
        assert [(regel["titel"], regel["dag"]) for regel in regels(client, rima)[:2]] == [
            ("Uiterlijk te doen: Open", "3 april"),
            ("Gedaan: Klaar", "2 april"),
        ]

    def test_signaal_en_antwoord_elk_op_hun_dag(self, client, rima):
        SignaalFactory(statushouder=rima, beantwoord_op=date(2017, 4, 29), antwoord="Besproken met thuis")
        assert titels(client, rima)[:2] == ["Signaal beantwoord", "Signaal van Mentor Jansen"]

    def test_feiten_van_het_dossier(self, client, rima):
        rima.coa_koppeldatum = date(2017, 1, 5)
        rima.save()
        VestigingFactory(
            statushouder=rima, brp_op=date(2017, 3, 29), tot=date(2017, 4, 20), reden_vertrek="Leiden"
        )
        Relatie.objects.create(
            persoon=rima, verwant=StatushouderFactory(voornamen="Khaled", achternaam="Nasser"), soort="referent",
            van=date(2017, 2, 1), tot=date(2017, 2, 9),
        )  # fmt: skip
        assert [(regel["dag"], regel["titel"], regel["tekst"]) for regel in regels(client, rima)] == [
            ("20 april", "Vertrokken uit Wassenaar", "Leiden"),
            ("28 maart", "Gevestigd in Wassenaar", "Ingeschreven in de BRP op 29 maart 2017."),
            ("9 februari", "Khaled Nasser is niet meer referent", ""),
            ("1 februari", "Khaled Nasser is referent", ""),
            ("5 januari", "Gekoppeld door COA", ""),
            ("1 januari", "Dossier geregistreerd, nog niet toegewezen", ""),
        ]

    def test_regie_die_op_dezelfde_dag_werd_vervangen_zegt_niets(self, client, rima):
        Regie.objects.filter(statushouder=rima).update(tot=date(2017, 3, 1))
        jan, els = GebruikerFactory(naam="Jan Vos"), GebruikerFactory(naam="Els Bos")
        RegieFactory(statushouder=rima, regisseur=jan, van=date(2017, 3, 1), tot=date(2017, 3, 1))
        RegieFactory(statushouder=rima, regisseur=els, van=date(2017, 3, 1))
        assert titels(client, rima) == [
            "Overgedragen aan Els Bos",
            "Dossier geregistreerd, nog niet toegewezen",
        ]

    def test_wat_een_ander_domein_vertelt(self, client, rima):
        plaatsing = PlaatsingFactory(statushouder=rima, van=date(2017, 3, 28), tot=date(2017, 4, 30))
        TellingFactory(statushouder=rima, plaatsing=plaatsing)
        assert titels(client, rima)[:3] == [
            f"Weg uit {plaatsing.woning}",
            f"Gehuisvest in {plaatsing.woning}",
            "Telt mee voor de taakstelling",
        ]

    def test_wat_nog_komt_staat_apart_bovenaan(self, client, rima):
        ContactFactory(statushouder=rima, op=VANDAAG, tekst="Vandaag")
        ContactFactory(statushouder=rima, op=VANDAAG + timedelta(days=1), tekst="Morgen")
        ContactFactory(statushouder=rima, op=date(2018, 2, 3), tekst="Later")
        (komt, eerste), (mei, tweede), *_ = tijdlijn(client, rima)["maanden"]
        assert (komt, [regel["dag"] for regel in eerste]) == ("Nog te komen", ["3-2-2018", "2 mei"])
        assert (mei, [regel["dag"] for regel in tweede]) == ("Mei 2017", ["1 mei"])

    def test_een_leeg_filter_zegt_wat_er_komt(self, client, rima):
        assert (
            "Nog niets op de tijdlijn"
            in client.get(rima.get_absolute_url() + "?tijdlijn=document").content.decode()
        )


@pytest.mark.usefixtures("ik")
class TestFilters:
    @pytest.fixture
    def alles(self, rima):
        ContactFactory(statushouder=rima)
        DocumentFactory(statushouder=rima)
        TaakFactory(statushouder=rima, gedaan_op=date(2017, 4, 2))
        PlaatsingFactory(statushouder=rima)

    @pytest.mark.usefixtures("alles")
    @pytest.mark.parametrize(
        ("vraag", "soorten"),
        [
            ("", {"Contact", "Document", "Dossiers", "Huisvesting"}),
            ("?tijdlijn=contact", {"Contact"}),
            ("?tijdlijn=document", {"Document"}),
            ("?tijdlijn=domein", {"Dossiers", "Huisvesting"}),
            ("?tijdlijn=onzin", {"Contact", "Document", "Dossiers", "Huisvesting"}),
        ],
    )
    def test_links_die_zonder_javascript_werken(self, client, rima, vraag, soorten):
        assert {regel["soort"] for regel in regels(client, rima, vraag)} == soorten
        (huidig,) = [punt for punt in tijdlijn(client, rima, vraag)["filters"] if punt["huidig"]]
        assert {
            regel["soort"] for regel in regels(client, rima, huidig["adres"].partition("#")[0])
        } == soorten

    def test_een_partner_leest_alleen_wat_met_partners_is_gedeeld(self, client, rima):
        ContactFactory(statushouder=rima, tekst="Alleen voor ons")
        ContactFactory(statushouder=rima, tekst="Ook voor partners", zichtbaarheid="betrokken")
        verwijzing = DoorverwijzingFactory(statushouder=rima)
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=verwijzing.organisatie))
        assert [regel["tekst"] for regel in regels(client, rima, "?tijdlijn=contact")] == [
            "Ook voor partners"
        ]


@pytest.mark.usefixtures("ik")
class TestBladeren:
    def doorloop(self, client, persoon, vraag=""):
        """All events, page by page."""
        gezien, bladen = [], 0
        while True:
            blad = tijdlijn(client, persoon, vraag)
            gezien += [regel["tekst"] for _, groep in blad["maanden"] for regel in groep]
            bladen += 1
            if not blad["ouder"]:
                return gezien, bladen
            vraag = blad["ouder"].partition("#")[0]

    @pytest.mark.parametrize(
        ("dagen", "bladen"), [([1] * 49, 1), ([1] * 50, 1), ([1] * 51, 2), ([1] * 120, 3), (range(120), 3)]
    )
    def test_niets_dubbel_en_niets_gemist_ook_niet_op_een_dag(self, client, rima, dagen, bladen):
        for nummer, dag in enumerate(dagen):
            ContactFactory(statushouder=rima, op=VANDAAG - timedelta(days=dag), tekst=f"Nummer {nummer}")
        gezien, aantal = self.doorloop(client, rima, "?tijdlijn=contact")
        assert sorted(gezien) == sorted(f"Nummer {nummer}" for nummer in range(len(dagen)))
        assert aantal == bladen

    def test_ook_over_domeinen_heen(self, client, rima):
        for nummer in range(40):
            ContactFactory(statushouder=rima, op=VANDAAG, tekst=f"Contact {nummer}")
            TaakFactory(statushouder=rima, gedaan_op=VANDAAG, wat=f"Taak {nummer}")
        gezien, bladen = self.doorloop(client, rima)
        assert (len(gezien), bladen) == (81, 2)  # and that the dossier was registered
        assert "?" in tijdlijn(client, rima, "?tot=2017-05-01&na=50")["nieuwste"]

    @pytest.mark.parametrize(
        "vraag", ["?tot=morgen", "?tot=2017-02-31&na=1", "?tot=&na=-1", "?na=9", "?tot=2017-05-01&na=x"]
    )
    def test_een_onleesbaar_adres_geeft_het_begin(self, client, rima, vraag):
        ContactFactory(statushouder=rima, op=date(2017, 4, 1))
        assert titels(client, rima, vraag) == titels(client, rima)

    @pytest.mark.parametrize(("dag", "mag"), [("2017-03-31", 0), ("2017-04-01", 1), ("2017-04-02", 1)])
    def test_de_dag_zelf_hoort_erbij(self, client, rima, dag, mag):
        ContactFactory(statushouder=rima, op=date(2017, 4, 1))
        assert len(regels(client, rima, f"?tijdlijn=contact&tot={dag}&na=0")) == mag

    def test_een_domein_leest_niet_meer_dan_een_bladzijde(self, client, rima, ik):
        for nummer in range(60):
            ContactFactory(statushouder=rima, op=VANDAAG - timedelta(days=nummer))
        vraag = Terugblik(tot_en_met=VANDAAG, hoogstens=5, soort="contact")
        assert len(list(register["dossiers"].tijdlijn(rima, ik, vraag))) == 5

    def test_van_een_rij_met_twee_dagen_geldt_de_laatste_die_meetelt(self, rima, ik):
        """Of a row the answer may lie after the window: then its report is what counts."""
        oud = SignaalFactory(
            statushouder=rima, gemeld_op=date(2017, 1, 2), antwoord_voor=date(2017, 1, 9),
            beantwoord_op=date(2017, 4, 20), antwoord="Ja",
        )  # fmt: skip
        nieuw = SignaalFactory(statushouder=rima, gemeld_op=date(2017, 4, 3))
        for tot_en_met, eerste in (
            (date(2017, 4, 20), oud), (date(2017, 4, 19), nieuw), (date(2017, 4, 3), nieuw),
            (date(2017, 4, 2), oud), (date(2017, 1, 2), oud), (date(2017, 1, 1), None),
        ):  # fmt: skip
            venster = Terugblik(tot_en_met=tot_en_met, hoogstens=1)
            assert venster.nieuwste(Signaal.objects.all(), "gemeld_op", "beantwoord_op").first() == eerste
