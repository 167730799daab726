"""What a partner sees of a request, and how it answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from dossiers import actions
from dossiers.models import Doorverwijzing, Regie
from partners.demo import VRAGEN
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
)
from tests.dossiers.samenvoegen.hulp import tekst
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Leesregel, Rol
from toegang.rules import deelbaar_met_partner

pytestmark = pytest.mark.django_db
DAG = date(2017, 5, 1)
LIJST = "partners:verwijzingen"


@pytest.fixture(autouse=True)
def _vandaag(settings):
    settings.VANDAAG = DAG.isoformat()


@pytest.fixture
def els(client):
    gebruiker = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory(), naam="Els Brouwer")
    client.force_login(gebruiker)
    return gebruiker


@pytest.fixture
def rima():
    return StatushouderFactory(voornamen="Rima", achternaam="Haddad")


@pytest.fixture
def gevraagd(els, rima):
    return DoorverwijzingFactory(
        statushouder=rima, organisatie=els.organisatie, gevraagd_op=date(2017, 4, 28), aangenomen_op=None
    )


def adres(naam: str, verwijzing: Doorverwijzing) -> str:
    return reverse(f"partners:{naam}", args=[verwijzing.pk])


def test_de_kaart_zonder_naam(client, els, gevraagd, rima):
    pagina = client.get(reverse(LIJST))
    woorden = tekst(pagina)
    for zin in ("1 persoon, 36 jaar", "Sinds 28 april 2017", "Begeleiding in de eerste maand"):
        assert zin in woorden
    for geheim in ("Rima", "Haddad", rima.nummer, str(rima.sleutel)):
        assert geheim not in pagina.content.decode()
    assert client.get(rima.get_absolute_url()).status_code == 404


def test_aannemen_leidt_naar_het_dossier(client, els, gevraagd, rima):
    antwoord = client.post(adres("aannemen", gevraagd), follow=True)
    assert antwoord.redirect_chain == [(rima.get_absolute_url(), 302)]
    assert "U nam de verwijzing aan" in tekst(antwoord)
    assert "Haddad, Rima" in tekst(client.get(reverse(LIJST)))
    # by the back button: the same answer, and nothing changes
    assert client.post(adres("aannemen", gevraagd)).url == rima.get_absolute_url()
    gevraagd.refresh_from_db()
    assert (gevraagd.versie, gevraagd.beantwoord_door) == (2, els)


def test_van_een_gezin_naar_het_hoofd(client, els):
    gezin = GezinFactory()
    GezinslidFactory(gezin=gezin, rol="kind")
    hoofd = GezinslidFactory(gezin=gezin).statushouder
    verwijzing = DoorverwijzingFactory(
        statushouder=None, gezin=gezin, organisatie=els.organisatie, aangenomen_op=None
    )
    assert client.post(adres("aannemen", verwijzing)).url == hoofd.get_absolute_url()


def test_wat_later_begint_opent_later(client, els, rima, settings):
    verwijzing = DoorverwijzingFactory(
        statushouder=rima, organisatie=els.organisatie, van=date(2017, 5, 15), aangenomen_op=None
    )
    antwoord = client.post(adres("aannemen", verwijzing), follow=True)
    assert "U ziet het dossier vanaf 15-5-2017" in tekst(antwoord)
    assert "Haddad" not in tekst(antwoord)
    settings.VANDAAG = "2017-05-15"
    assert "Haddad, Rima" in tekst(client.get(reverse(LIJST)))


@pytest.mark.parametrize("naam", ["aannemen", "afwijzen"])
def test_wat_de_gemeente_introk_kan_niet_meer(client, els, gevraagd, naam):
    actions.trek_verwijzing_in(gevraagd, reden="Verhuisd", op=DAG, door=None)
    antwoord = client.post(adres(naam, gevraagd), {"keuze": "Wij hebben nu geen plaats"}, follow=True)
    assert "De gemeente heeft deze verwijzing ingetrokken." in tekst(antwoord)
    assert gevraagd.doel in tekst(antwoord).split("deze verwijzing ingetrokken.")[1][:120]  # which one it was
    gevraagd.refresh_from_db()
    assert gevraagd.stand_op(DAG) == "ingetrokken"
    assert client.get(adres(naam, gevraagd)).url == reverse(LIJST)


@pytest.mark.parametrize(("op", "kan"), [("2017-05-30", True), ("2017-05-31", True), ("2017-06-01", False)])
def test_wat_verliep_terwijl_de_bladzijde_openstond(client, els, rima, settings, op, kan):
    rij = DoorverwijzingFactory(
        statushouder=rima,
        organisatie=els.organisatie,
        aangenomen_op=None,
        antwoord_tot_en_met=date(2017, 5, 31),
    )
    settings.VANDAAG = op
    antwoord = client.post(adres("aannemen", rij), follow=True)
    zin = "Deze verwijzing is verlopen: antwoorden kon tot en met 31-5-2017. Vraag de gemeente om een nieuwe."
    assert (zin in tekst(antwoord)) is not kan
    rij.refresh_from_db()
    assert (rij.aangenomen_op is not None) is kan
    if not kan:
        assert f"Het gaat om: 1 persoon, 36 jaar, {rij.doel}." in tekst(antwoord)
        assert rima.nummer not in tekst(antwoord)


class TestAfwijzen:
    """With a reason that the municipality reads."""

    def test_met_een_gewone_reden(self, client, els, gevraagd):
        antwoord = client.post(
            adres("afwijzen", gevraagd), {"keuze": "Wij hebben nu geen plaats"}, follow=True
        )
        assert "Reden: Wij hebben nu geen plaats" in tekst(antwoord)
        gevraagd.refresh_from_db()
        assert (gevraagd.afgewezen_op, gevraagd.reden) == (DAG, "Wij hebben nu geen plaats")

    @pytest.mark.parametrize(("reden", "goed"), [("", False), ("Het gezin kent ons al", True)])
    def test_met_een_andere_reden(self, client, els, gevraagd, reden, goed):
        antwoord = client.post(adres("afwijzen", gevraagd), {"keuze": "anders", "reden": reden})
        gevraagd.refresh_from_db()
        assert (antwoord.status_code, gevraagd.reden) == ((302, reden) if goed else (200, ""))

    def test_zonder_reden(self, client, els, gevraagd):
        antwoord = client.post(adres("afwijzen", gevraagd), {})
        assert "Kies waarom u dit niet kunt doen." in tekst(antwoord)


def test_afronden_zegt_van_wie(client, els, rima):
    verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
    pagina = tekst(client.get(adres("afronden", verwijzing)))
    for deel in (rima.naam, rima.nummer, "U kunt dit niet terugdraaien."):
        assert deel in pagina
    regel = Leesregel.objects.latest("pk")
    assert (regel.dossier, regel.doorverwijzing) == (rima.sleutel, verwijzing.pk)


def test_afronden_voor_de_eerste_dag_noemt_niemand(client, els, rima):
    later = DAG + timedelta(days=1)
    verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie, van=later)
    antwoord = client.get(adres("afronden", verwijzing))
    assert antwoord.status_code in {200, 302}
    assert rima.nummer not in tekst(antwoord)


def test_afronden_sluit_het_dossier(client, els, rima):
    verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
    assert client.get(rima.get_absolute_url()).status_code == 200
    antwoord = client.post(adres("afronden", verwijzing), follow=True)
    assert "Het dossier is voor uw organisatie gesloten" in tekst(antwoord)
    assert client.get(rima.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("naam", ["aannemen", "afwijzen", "afronden"])
def test_van_een_ander_of_van_niemand_is_hetzelfde(client, els, naam):
    vreemd = DoorverwijzingFactory(aangenomen_op=None)
    niets = Doorverwijzing(pk=vreemd.pk + 1000)
    for roep in (client.get, client.post):
        een, ander = roep(adres(naam, vreemd)), roep(adres(naam, niets))
        assert (een.status_code, tekst(een)) == (404, tekst(ander))


@pytest.mark.parametrize("rol", [rol for rol in Rol.values if rol != Rol.PARTNER])
def test_alleen_voor_partners(client, rol):
    client.force_login(GebruikerFactory(rol=rol))
    assert client.get(reverse(LIJST)).status_code == 404


@pytest.mark.parametrize("aantal", [1, 50])
def test_kost_altijd_evenveel_queries(client, django_assert_num_queries, els, aantal):
    for aangenomen_op in (DAG, None):
        rest = {"organisatie": els.organisatie, "aangenomen_op": aangenomen_op}
        DoorverwijzingFactory.create_batch(aantal, **rest)
        for _ in range(aantal):
            DoorverwijzingFactory(statushouder=None, gezin=GezinslidFactory().gezin, **rest)
    # session, user with organisation; the counter of the menu; open, accepted, over; persons and members
    # behind the accepted ones; their terms and domains; questions, signals, and three of the places
    with django_assert_num_queries(15):
        pagina = client.get(reverse(LIJST))
    assert len(pagina.context["nieuw"]) == len(pagina.context["lopend"]) == min(2 * aantal, 50)
    assert ("Alle dossiers van uw organisatie" in tekst(pagina)) is (aantal == 50)


def test_de_vragen_van_de_demonstratie_kunnen_gedeeld_worden():
    assert all(deelbaar_met_partner(domein) for vraag in VRAGEN for domein in vraag.domeinen)


class TestMenu:
    """Below the name for whom, and at the entry how many requests wait."""

    TELLER = "op een antwoord"

    def kop(self, client) -> str:
        """The top bar and the menu of a page that has nothing to do with referrals."""
        return tekst(client.get(reverse("hulp")))

    def test_de_organisatie_staat_onder_de_naam(self, client, els):
        assert f"{els} {els.organisatie}" in self.kop(client)

    def test_wie_van_de_gemeente_is_leest_de_rol(self, client):
        client.force_login(gebruiker := GebruikerFactory())
        assert f"{gebruiker} Klantregisseur" in self.kop(client)

    def test_wat_wacht_wordt_geteld(self, client, els, gevraagd):
        DoorverwijzingFactory(organisatie=els.organisatie, aangenomen_op=None)
        DoorverwijzingFactory(organisatie=els.organisatie)  # answered
        DoorverwijzingFactory(aangenomen_op=None)  # of another
        assert f"Start 2 2 wachten {self.TELLER}" in self.kop(client)

    @pytest.mark.parametrize("pagina", ["hulp", LIJST])
    def test_een_wacht(self, client, els, gevraagd, pagina):
        assert "1 1 wacht op een antwoord" in tekst(client.get(reverse(pagina)))

    def test_niet_van_wie_is_afgeschermd(self, client, els, gevraagd, rima):
        collega = GebruikerFactory()
        actions.scherm_af([rima], reden="Wordt bedreigd", collegas=[], op=DAG, door=collega)
        assert self.TELLER not in self.kop(client)

    def test_zonder_iets_nieuws_geen_teller(self, client, els):
        assert self.TELLER not in self.kop(client)


def test_wat_voorbij_is_is_ingeklapt(client, els, rima):
    DoorverwijzingFactory(
        statushouder=rima, organisatie=els.organisatie, afgewezen_op=DAG, aangenomen_op=None, reden="Nee"
    )
    html = client.get(reverse(LIJST)).content.decode()
    assert "<summary>Voorbij (1)</summary>" in html
    assert "<details open" not in html


class TestInHetDossier:
    """What the volunteer needs who opens it on a telephone: the question, whom to ask, and finishing."""

    @pytest.fixture
    def pagina(self, client, els, rima):
        verwijzing = DoorverwijzingFactory(
            statushouder=rima, organisatie=els.organisatie, doel="Wegwijs in de wijk"
        )
        regisseur = GebruikerFactory(naam="Marieke de Wit")
        Regie.objects.filter(statushouder=rima).update(regisseur=regisseur)
        type(rima).objects.filter(pk=rima.pk).update(telefoon="06 12340021")
        return verwijzing, regisseur, client.get(rima.get_absolute_url())

    def test_de_vraag_staat_bovenaan_met_afronden(self, pagina):
        verwijzing, _regisseur, antwoord = pagina
        html = antwoord.content.decode()
        assert html.index("Wat de gemeente u vraagt") < html.index('id="gegevens-kop"')
        assert "Wegwijs in de wijk" in tekst(antwoord).split("Wat de gemeente u vraagt")[1].split("Regie")[0]
        assert f'href="{adres("afronden", verwijzing)}"' in html

    def test_wie_u_kunt_mailen_en_bellen(self, pagina):
        _verwijzing, regisseur, antwoord = pagina
        html = antwoord.content.decode()
        assert f'href="mailto:{regisseur.email}"' in html
        assert 'href="tel:0612340021"' in html

    def test_de_gemeente_leest_daar_niets_van(self, client, pagina, rima):
        client.force_login(GebruikerFactory())
        html = client.get(rima.get_absolute_url()).content.decode()
        assert "Wat de gemeente u vraagt" not in html
        assert "Vraag of nieuws?" not in html
