"""What changed, when and by whom: every tracked row about a person, readable, without what nobody may read."""

from datetime import date

import pghistory
import pytest
from django.urls import reverse

from dossiers.models import Contactmoment, Statushouder, Vestiging
from kern.velden import blinde_index
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.dossiers.vastleggen.factories import ContactFactory, TaakFactory
from tests.huisvesting.factories import PlaatsingFactory, TellingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol
from werkplek.figures.geschiedenis import gevolgd
from werkplek.views import wijzigingen

pytestmark = pytest.mark.django_db


def adres(persoon):
    return reverse("werkplek:geschiedenis", args=[persoon.sleutel])


def momenten(client, persoon, vraag=""):
    return client.get(adres(persoon) + vraag).context["momenten"]


def delen(client, persoon, vraag=""):
    return [deel for moment in momenten(client, persoon, vraag) for deel in moment["delen"]]


def regels(client, persoon, kop):
    """The lines of the one change with this heading."""
    (deel,) = [deel for deel in delen(client, persoon) if deel["kop"] == kop]
    return deel["regels"]


def koppen(client, persoon):
    return [deel["kop"] for deel in delen(client, persoon)]


def wijzig(rij, **velden):
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.versie += 1
    rij.save()


@pytest.mark.usefixtures("ik")
class TestWat:
    def test_was_en_werd_zoals_de_schermen_het_schrijven(self, client, rima):
        wijzig(rima, tolktaal="ar", vergunning="nareis", coa_koppeldatum=date(2017, 4, 24), email="")
        assert regels(client, rima, "Gegevens van de persoon gewijzigd") == [
            ("Taal voor de tolk", "(niets ingevuld)", "Arabisch"),
            ("Vergunning", "Asiel", "Nareis (afgeleid van asiel)"),
            ("Datum koppeling", "niets", "24-4-2017"),
        ]

    def test_een_ja_of_nee_en_een_collega(self, client, rima):
        jan, els = GebruikerFactory(naam="Jan Vos"), GebruikerFactory(naam="Els Bos")
        contact, taak = ContactFactory(statushouder=rima), TaakFactory(statushouder=rima, eigenaar=jan)
        wijzig(contact, met_tolk=True, tekst="Regel een\nRegel twee")
        wijzig(taak, eigenaar=els)
        assert regels(client, rima, "Taak gewijzigd") == [("Wie doet het", "Jan Vos", "Els Bos")]
        assert regels(client, rima, "Contact gewijzigd") == [
            ("Met tolk", "Nee", "Ja"),
            ("Tekst", "Gebeld over de toeslagen.", "Regel een\nRegel twee"),
        ]

    def test_wat_nieuw_is_met_wat_is_ingevuld(self, client, rima):
        VestigingFactory(statushouder=rima, van=date(2017, 3, 28))
        assert regels(client, rima, "Vestiging toegevoegd") == [("Gevestigd op", "niets", "28-3-2017")]

    def test_wat_is_weggehaald(self, client, rima):
        vestiging = VestigingFactory(statushouder=rima)
        Vestiging.objects.filter(pk=vestiging.pk).delete()
        assert {"Vestiging toegevoegd", "Vestiging weggehaald"} <= set(koppen(client, rima))

    def test_een_bsn_staat_er_nooit_en_alleen_een_teller_ook_niet(self, client, rima):
        aantal = len(delen(client, rima))
        wijzig(rima, bsn="123456782", bsn_index=blinde_index("123456782"))
        assert len(delen(client, rima)) == aantal
        tekst = client.get(adres(rima)).content.decode()
        assert "123456782" not in tekst
        assert rima.bsn_index not in tekst

    def test_het_gezin_hoort_erbij_en_een_ander_niet(self, client, rima):
        gezin = rima.lidmaatschappen.get().gezin
        wijzig(gezin, naam="Haddad-Nasser")
        ander = GezinslidFactory()
        wijzig(ander.gezin, naam="Anders")
        wijzig(ander.statushouder, achternaam="Vreemd")
        assert regels(client, rima, "Gezin gewijzigd") == [("Naam van het gezin", "Haddad", "Haddad-Nasser")]
        assert "Vreemd" not in client.get(adres(rima)).content.decode()

    def test_elk_model_dat_naar_een_persoon_wijst_doet_mee_en_is_te_schrijven(self):
        over = [
            model
            for _gebeurtenis, model in gevolgd().values()
            if any(veld.related_model is Statushouder for veld in model._meta.concrete_fields)
        ]
        assert {"Contactmoment", "Regie", "Relatie", "Vestiging"} <= {model.__name__ for model in over}
        ruis = wijzigingen.RUIS | {"bsn", "bsn_index", "periode"}
        for model in [*over, Statushouder]:
            getoond = {veld.name for veld in wijzigingen._velden(model)}
            assert getoond
            assert not getoond & ruis

    def test_een_domein_dat_de_gebruiker_niet_mag_lezen_blijft_weg(self, client, rima):
        TellingFactory(statushouder=rima, plaatsing=PlaatsingFactory(statushouder=rima))
        assert {"Plaatsing toegevoegd", "Telling toegevoegd"} <= set(koppen(client, rima))
        client.force_login(GebruikerFactory(rol=Rol.CONSULENT))
        assert not {"Plaatsing toegevoegd", "Telling toegevoegd"} & set(koppen(client, rima))


class TestWie:
    def test_een_gebruiker_een_bestand_en_het_systeem(self, client, rima, ik):
        client.post(reverse("dossiers:noteren", args=[rima.sleutel]), {"tekst": "Zelf"})
        with pghistory.context(inlezing=1):
            wijzig(rima, telefoon="06-1")
        with pghistory.context(inlezing=1, user=ik.pk):
            wijzig(rima, telefoon="06-2")
        with pghistory.context(terug_van=1, user=None):
            wijzig(rima, telefoon="06-3")
        wie = {
            regel[2]: moment["wie"]
            for moment in momenten(client, rima)
            for deel in moment["delen"]
            for regel in deel["regels"]
        }
        assert (wie["Zelf"], wie["06-1"], wie["06-2"]) == (
            "Marieke de Wit",
            "Inlezen",
            "Inlezen, door Marieke de Wit",
        )
        assert wie["06-3"] == "Inlezen teruggenomen"
        assert momenten(client, rima)[-1]["wie"] == "Systeem"

    def test_een_handeling_is_een_moment(self, client, rima, ik):
        """All that one request changes has one moment and one name."""
        client.post(
            reverse("dossiers:wijzigen", args=[rima.sleutel]),
            {
                "versie": 1, "voornamen": "Rima Nour", "voorvoegsel": "", "achternaam": "Haddad",
                "geboren": "17-5-1980", "geslacht": "V", "nationaliteit": rima.nationaliteit, "nieuw_bsn": "",
                "vnummer": "", "vergunning": "asiel", "vergunning_op": "", "wijze_van_komst": "koppeling",
                "coa_koppeldatum": "", "opvang": "azc", "tolktaal": "", "telefoon": "", "email": "",
            },
        )  # fmt: skip
        (moment,) = [rij for rij in momenten(client, rima) if rij["wie"] == "Marieke de Wit"]
        assert [deel["kop"] for deel in moment["delen"]] == ["Gegevens van de persoon gewijzigd"]
        assert ("Voornamen", "Rima", "Rima Nour") in moment["delen"][0]["regels"]

    def test_een_partner_ziet_wat_er_niet_is(self, client, rima):
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory()))
        assert client.get(adres(rima)).status_code == 404
        assert "Wat veranderde er?" not in client.get(rima.get_absolute_url()).content.decode()

    def test_wie_niet_is_ingelogd_gaat_naar_de_inlogpagina(self, client, rima):
        assert client.get(adres(rima)).url.startswith("/inloggen/")


@pytest.mark.usefixtures("ik")
class TestBladeren:
    @pytest.mark.parametrize(("aantal", "bladen"), [(40, 1), (60, 2), (110, 3)])
    def test_niets_dubbel_en_niets_gemist_ook_niet_van_een_moment(self, client, rima, aantal, bladen):
        """A test is one transaction, so that all these changes are of one moment: the hardest case."""
        for nummer in range(aantal):
            ContactFactory(statushouder=rima, tekst=f"Nummer {nummer}")
        gezien, vraag, gelezen = [], "", 0
        while True:
            antwoord = client.get(adres(rima) + vraag)
            gezien += [
                waarde
                for moment in antwoord.context["momenten"]
                for deel in moment["delen"]
                for _label, _was, waarde in deel["regels"]
                if waarde.startswith("Nummer")
            ]
            gelezen += 1
            vraag = antwoord.context["ouder"]
            if not vraag:
                break
        assert sorted(gezien) == sorted(f"Nummer {nummer}" for nummer in range(aantal))
        assert gelezen == bladen

    @pytest.mark.parametrize(
        "vraag",
        [
            "?tot=morgen&na=1",
            "?tot=2017-05-01",
            "?na=3",
            "?tot=2017-05-01T10:00Z&na=x",
            "?tot=2017-05-01T10:00Z&na=-1",
            "?tot=0001-01-01T00:00:00%2B23:59&na=1",
            "?tot=9999-12-31T23:59:59-23:59&na=1",
            "?tot=2017-05-01T10:00Z&na=" + "9" * 5000,
        ],
    )
    def test_een_onleesbaar_adres_geeft_het_begin(self, client, rima, vraag):
        assert koppen(client, rima) == [deel["kop"] for deel in delen(client, rima, vraag)]

    def test_voor_het_begin_staat_er_niets(self, client, rima):
        antwoord = client.get(adres(rima) + "?tot=2001-01-01T00%3A00%3A00%2B00%3A00&na=0")
        assert "Hier staat niets" in antwoord.content.decode()
        assert antwoord.context["nieuwste"] == "?"

    @pytest.mark.parametrize("aantal", [1, 500])
    def test_een_bladzijde_kost_altijd_evenveel_queries(
        self, client, django_assert_max_num_queries, rima, aantal
    ):
        Contactmoment.objects.bulk_create(ContactFactory.build_batch(aantal, statushouder=rima))
        for nummer in range(min(aantal, 60)):
            wijzig(rima, telefoon=f"06-{nummer}")
        # session, user, person; the keys; of the page's changes at most its kinds of rows, and their names
        with django_assert_max_num_queries(12):
            antwoord = client.get(adres(rima))
        assert antwoord.context["momenten"]


def test_elke_kolom_waarop_gezocht_wordt_heeft_een_index(db):
    """With 100,000 changes in the table too, a dossier's own are found by it."""
    zonder = []
    for gebeurtenis, model in gevolgd().values():
        velden = [veld for veld in gebeurtenis._meta.concrete_fields if veld.related_model is Statushouder]
        velden.append(gebeurtenis._meta.get_field("pgh_obj"))
        zonder += [f"{model.__name__}.{veld.name}" for veld in velden if not veld.db_index]
    assert zonder == []


def test_een_samengevoegd_dossier_van_voor_de_wijziging_blijft_leesbaar(client, rima, ik):
    """A row that moved here from another dossier says where it was."""
    ander = StatushouderFactory(voornamen="Rima", achternaam="Hadad")
    contact = ContactFactory(statushouder=ander)
    wijzig(contact, statushouder=rima)
    assert regels(client, rima, "Contact gewijzigd") == [("Dossier", "Rima Hadad", "Rima Haddad")]
