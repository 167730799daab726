"""The search box and its page: by POST, what was typed stays, one hit by number opens the dossier."""

import pytest

from kern.velden import blinde_index
from tests.dossiers.factories import GezinslidFactory, StatushouderFactory, VestigingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ZOEKEN = "/dossiers/zoeken/"


@pytest.fixture
def ik(client):
    client.force_login(gebruiker := GebruikerFactory())
    return gebruiker


def namen(antwoord):
    return [str(rij["persoon"]) for rij in antwoord.context["rijen"]]


@pytest.mark.usefixtures("ik")
class TestZoeken:
    def test_wie_gevonden_is_met_nummer_jaar_gezin_stand_en_reden(self, client):
        rima = GezinslidFactory(
            statushouder__voornamen="Rima", statushouder__achternaam="Haddad"
        ).statushouder
        VestigingFactory(statushouder=rima)
        tekst = client.post(ZOEKEN, {"q": "Rimah Hadad"}).content.decode()
        for deel in ("Haddad, Rima", rima.nummer, "1980", "alleenstaand", "Gevestigd", "andere spelling"):
            assert deel in tekst
        assert "1 persoon gevonden." in tekst

    def test_wat_getypt_is_blijft_in_het_veld_en_staat_in_geen_adres(self, client):
        antwoord = client.post(ZOEKEN, {"q": "Niemand <b>"})
        assert antwoord.request["QUERY_STRING"] == ""
        assert antwoord.content.decode().count('value="Niemand &lt;b&gt;"') == 2

    def test_niemand_gevonden_biedt_registreren_aan(self, client):
        tekst = client.post(ZOEKEN, {"q": "Woldu"}).content.decode()
        assert "Niemand gevonden" in tekst
        assert 'href="/dossiers/registreren/"' in tekst
        assert "Registreer dan het gezin" in tekst
        assert "naar uw organisatie" not in tekst

    def test_een_partner_registreert_niet_en_leest_wat_hij_ziet(self, client):
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory()))
        tekst = client.post(ZOEKEN, {"q": "Woldu"}).content.decode()
        assert "U ziet alleen dossiers die naar uw organisatie zijn verwezen." in tekst
        assert "Registreer" not in tekst

    @pytest.mark.parametrize("vraag", [{}, {"q": ""}, {"q": "  "}, {"q": "a" * 201}])
    def test_niets_getypt_vraagt_wie(self, client, vraag):
        StatushouderFactory()
        antwoord = client.post(ZOEKEN, vraag)
        assert namen(antwoord) == []
        assert "Wie zoekt u?" in antwoord.content.decode()
        assert "Wie zoekt u?" in client.get(ZOEKEN).content.decode()

    @pytest.mark.parametrize("nummer", ["D-17-0042", "123456782", "2741830552"])
    def test_een_treffer_op_nummer_opent_het_dossier(self, client, nummer):
        rima = StatushouderFactory(
            nummer="D-17-0042", vnummer="2741830552", bsn="123456782", bsn_index=blinde_index("123456782")
        )
        assert client.post(ZOEKEN, {"q": nummer}).url == rima.get_absolute_url()

    def test_een_treffer_op_naam_blijft_op_de_lijst(self, client):
        StatushouderFactory(achternaam="Haddad")
        assert client.post(ZOEKEN, {"q": "Haddad"}).status_code == 200

    def test_twee_treffers_op_nummer_blijven_op_de_lijst(self, client):
        StatushouderFactory.create_batch(2, telefoon="0612345678")
        assert len(namen(client.post(ZOEKEN, {"q": "0612345678"}))) == 2

    def test_een_samengevoegd_dossier_wordt_niet_gevonden(self, client):
        blijft = StatushouderFactory(achternaam="Haddad")
        StatushouderFactory(achternaam="Haddad", samengevoegd_met=blijft)
        assert namen(client.post(ZOEKEN, {"q": "Haddad"})) == [str(blijft)]

    def test_te_veel_gevonden_zegt_het(self, client):
        StatushouderFactory.create_batch(51, achternaam="Haddad")
        antwoord = client.post(ZOEKEN, {"q": "Haddad"})
        assert len(namen(antwoord)) == 50
        assert "De eerste 50 personen die passen" in antwoord.content.decode()

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_evenveel_vragen_voor_elk_aantal(self, client, aantal, django_assert_max_num_queries):
        for _ in range(aantal):
            GezinslidFactory(statushouder__achternaam="Haddad")
        client.post(ZOEKEN, {"q": "Haddad"})
        with django_assert_max_num_queries(10):
            assert len(namen(client.post(ZOEKEN, {"q": "Haddad"}))) == aantal


def test_zoeken_op_adres_alleen_voor_wie_huisvesting_mag_zien(client):
    from tests.huisvesting.factories import PlaatsingFactory

    plaatsing = PlaatsingFactory(
        woning__straat="Hallekensstraat", woning__huisnummer=8, woning__postcode="2242BC"
    )
    client.force_login(GebruikerFactory())
    for getypt in ("Hallekensstraat 8", "hallekensstraat 8", "2242 BC 8", "2242bc"):
        assert namen(client.post(ZOEKEN, {"q": getypt})) == [str(plaatsing.statushouder)], getypt
    assert namen(client.post(ZOEKEN, {"q": "Hallekensstraat 9"})) == []
    client.force_login(GebruikerFactory(rol="consulent"))
    assert namen(client.post(ZOEKEN, {"q": "Hallekensstraat 8"})) == []


@pytest.mark.parametrize(("rol", "mag"), [("klantregisseur", True), ("consulent", True), ("partner", False)])
def test_een_bsn_zegt_alleen_van_wie_het_is_wie_het_mag_zien(client, rol, mag):
    rima = StatushouderFactory(bsn="123456782", bsn_index=blinde_index("123456782"))
    client.force_login(
        GebruikerFactory(rol=rol, organisatie=OrganisatieFactory() if rol == "partner" else None)
    )
    antwoord = client.post(ZOEKEN, {"q": "123456782"})
    assert (getattr(antwoord, "url", "") == rima.get_absolute_url()) == mag
    assert str(rima) not in antwoord.content.decode()


@pytest.mark.parametrize(
    ("rol", "mag"), [("klantregisseur", True), ("consulent", True), ("financien", False)]
)
def test_het_zoekveld_staat_er_voor_wie_dossiers_mag_zien(client, rol, mag):
    client.force_login(GebruikerFactory(rol=rol))
    tekst = client.get("/hulp/").content.decode()
    assert (tekst.count('role="search"') == 2) == mag
    assert (client.post(ZOEKEN, {"q": "x"}).status_code == 200) == mag
