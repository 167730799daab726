"""Nothing is deleted: struck out with a reason, still to be read, and counted nowhere."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import get_resolver

from dossiers import actions, figures
from dossiers.models import Statushouder
from tests.dossiers.vastleggen.factories import ContactFactory, DocumentFactory, SignaalFactory, TaakFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]
VANDAAG = date(2017, 5, 1)
SOORTEN = [ContactFactory, TaakFactory, DocumentFactory, SignaalFactory]


@pytest.mark.parametrize("fabriek", SOORTEN)
class TestDoorhalen:
    def adres(self, deel) -> str:
        return f"/dossiers/{deel.soortnaam}/{deel.pk}/doorhalen/"

    def test_blijft_te_lezen_met_wie_wanneer_en_waarom(self, client, ik, fabriek):
        deel = fabriek()
        data = {"doorgehaald_reden": "Hoort bij een ander", "versie": "1"}
        antwoord = client.post(self.adres(deel), data, follow=True)
        deel.refresh_from_db()
        assert (deel.doorgehaald_op, deel.doorgehaald_door, deel.versie) == (VANDAAG, ik, 2)
        tekst = " ".join(antwoord.content.decode().split())
        assert "Doorgehaald op 1 mei 2017 door Marieke de Wit: Hoort bij een ander" in tekst
        assert antwoord.context["knoppen"] == []
        assert not type(deel).objects.geldig().exists()

    @pytest.mark.parametrize("reden", ["", "   ", "a" * 201])
    def test_niet_zonder_reden_en_niet_met_een_verhaal(self, client, ik, fabriek, reden):
        deel = fabriek()
        antwoord = client.post(self.adres(deel), {"doorgehaald_reden": reden, "versie": "1"})
        assert "doorgehaald_reden" in antwoord.context["form"].errors
        assert type(deel).objects.geldig().exists()

    def test_de_actie_weigert_dat_ook(self, ik, fabriek):
        with pytest.raises(ValidationError):
            actions.haal_door(fabriek(), versie=1, op=VANDAAG, door=ik, reden=" ")

    def test_wat_doorgehaald_is_verandert_niet_meer(self, client, ik, fabriek):
        deel = actions.haal_door(fabriek(), versie=1, op=VANDAAG, door=ik, reden="Dubbel")
        for versie in (1, 2):
            with pytest.raises(ValidationError, match="Dit is doorgehaald"):
                actions.haal_door(deel, versie=versie, op=VANDAAG, door=ik, reden="Nog eens")
        for pad in ("doorhalen", "wijzigen"):
            antwoord = client.get(f"/dossiers/{deel.soortnaam}/{deel.pk}/{pad}/")
            assert antwoord.url == deel.get_absolute_url()

    def test_wat_intussen_getypt_is_blijft_staan(self, client, ik, fabriek):
        deel = fabriek()
        actions.haal_door(deel, versie=1, op=VANDAAG, door=ik, reden="Dubbel")
        antwoord = client.post(self.adres(deel), {"doorgehaald_reden": "Mijn reden", "versie": "1"})
        tekst = antwoord.content.decode()
        assert 'value="Mijn reden"' in tekst
        assert "Dit is doorgehaald. Het kan niet meer worden gewijzigd." in tekst

    @pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.FINANCIEN])
    def test_alleen_wie_mag_wijzigen(self, client, fabriek, rol):
        client.force_login(GebruikerFactory(rol=rol))
        assert client.get(self.adres(fabriek())).status_code == 404

    def test_de_geschiedenis_houdt_wat_er_stond(self, ik, fabriek):
        deel = actions.haal_door(fabriek(), versie=1, op=VANDAAG, door=ik, reden="Dubbel")
        redenen = deel.events.order_by("versie").values_list("versie", "doorgehaald_reden")
        assert list(redenen) == [(1, ""), (2, "Dubbel")]


def test_er_is_geen_bladzijde_die_iets_uit_een_dossier_wist():
    namen = [naam for naam in get_resolver("dossiers.urls").reverse_dict if isinstance(naam, str)]
    assert "contact-doorhalen" in namen
    assert [naam for naam in namen for woord in ("wis", "verwijder", "delete") if woord in naam] == []


def test_geen_code_van_het_vastleggen_wist_een_rij(settings):
    bron = [pad.read_text() for pad in (settings.BASIS / "dossiers" / "actions").glob("*.py")]
    vastleggen = [tekst for tekst in bron if "haal_door" in tekst or "bewaar_document" in tekst]
    assert len(vastleggen) >= 2
    # one: the file of a row that did not come about
    assert sum(tekst.count(".delete(") for tekst in vastleggen) == 1


def test_niets_doorgehaalds_telt(ik, persoon):
    delen = [fabriek(statushouder=persoon) for fabriek in SOORTEN]
    tellers = [
        lambda: len(figures.open_werk(Statushouder.objects.get(), ik).taken),
        lambda: len(figures.open_werk(Statushouder.objects.get(), ik).signalen),
        lambda: figures.afspraken([persoon], ik, na=date(2017, 1, 1)).count(),
        lambda: int(figures.zelfde_document(persoon, delen[2].sha256) is not None),
    ]
    assert [teller() for teller in tellers] == [1, 1, 1, 1]
    for deel in delen:
        actions.haal_door(deel, versie=1, op=VANDAAG, door=ik, reden="Dubbel")
    assert [teller() for teller in tellers] == [0, 0, 0, 0]
