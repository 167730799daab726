"""Contacts: recorded, changed, and the note of one sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from dossiers import actions, figures
from dossiers.models import Contactmoment, Contactsoort, Zichtbaarheid
from kern.contract import Domein
from kern.register import register
from tests.dossiers.factories import DoorverwijzingFactory
from tests.dossiers.vastleggen.factories import ContactFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG = date(2017, 5, 1)


def invoer(**anders: str) -> dict[str, str]:
    return {
        "soort": "telefoon",
        "op": "26-4-2017",
        "tijd": "14:30",
        "met_tolk": "on",
        "tekst": "Brief van de Belastingdienst ontvangen.",
        "domein": "werk_inkomen",
        "zichtbaarheid": "gemeente",
        **anders,
    }


@pytest.mark.usefixtures("ik")
class TestVastleggen:
    def test_alles_komt_in_het_dossier_met_wie_het_schreef(self, client, ik, persoon):
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/contact/", invoer())
        assert antwoord.url == persoon.get_absolute_url()
        rij = Contactmoment.objects.get()
        assert (rij.statushouder, rij.auteur, rij.op) == (persoon, ik, date(2017, 4, 26))
        assert (rij.soort, rij.met_tolk, f"{rij.tijd:%H:%M}") == ("telefoon", True, "14:30")
        assert rij.domein == "werk_inkomen"

    def test_vandaag_staat_er_al(self, client, persoon):
        tekst = client.get(f"/dossiers/{persoon.sleutel}/contact/").content.decode()
        assert 'value="1-5-2017"' in tekst

    @pytest.mark.parametrize("op", ["30-4-2017", "1-5-2017", "2-5-2017"])
    def test_een_dag_die_nog_komt_is_een_afspraak(self, client, persoon, op):
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/contact/", invoer(op=op), follow=True)
        rij, komt = Contactmoment.objects.get(), op == "2-5-2017"
        tekst = antwoord.content.decode()
        # what was recorded, and the way to where it can be changed and struck out
        assert f'<a class="nl-link" href="{rij.get_absolute_url()}">Bekijk of wijzig</a>' in tekst
        assert ("De afspraak op 2-5-2017 is vastgelegd." in tekst) == komt
        assert ("Het contact is vastgelegd." in tekst) == (not komt)
        assert ("Afspraak" in client.get(rij.get_absolute_url()).content.decode()) == komt

    def test_fouten_staan_bij_het_veld_en_de_tekst_blijft(self, client, persoon):
        fout = {"op": "31-2-2017", "tijd": "25:10", "tekst": "", "domein": "toegang"}
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/contact/", invoer(**fout))
        assert set(antwoord.context["form"].errors) == {"op", "tijd", "tekst", "domein"}
        assert 'value="25:10"' in antwoord.content.decode()
        assert not Contactmoment.objects.exists()

    @pytest.mark.parametrize(("lengte", "mag"), [(3999, True), (4000, True), (4001, False)])
    def test_de_tekst_heeft_een_grens(self, client, persoon, lengte, mag):
        client.post(f"/dossiers/{persoon.sleutel}/contact/", invoer(tekst="a" * lengte))
        assert Contactmoment.objects.exists() == mag

    def test_de_onderwerpen_zijn_die_van_het_register(self, monkeypatch):
        monkeypatch.setitem(register._domeinen, "zesde", Domein(code="zesde", label="X", onderwerp="Sport"))
        assert figures.onderwerpen()[0] == ("dossiers", "Algemeen")
        assert ("zesde", "Sport") in figures.onderwerpen()
        assert "financien" not in dict(figures.onderwerpen())


class TestActie:
    def test_een_onbekend_onderwerp_komt_er_ook_zonder_formulier_niet_in(self, persoon):
        with pytest.raises(ValidationError) as fout:
            actions.noteer(persoon, "Tekst", op=VANDAAG, auteur=None, gegevens={"domein": "weg"})
        assert set(fout.value.error_dict) == {"domein"}

    @pytest.mark.parametrize("tekst", ["", "  ", "a" * 4001])
    def test_een_tekst_die_niet_kan_ook_niet(self, persoon, tekst):
        with pytest.raises(ValidationError) as fout:
            actions.noteer(persoon, tekst, op=VANDAAG, auteur=None)
        assert set(fout.value.error_dict) == {"tekst"}

    def test_het_register_hoort_welk_dossier_is_geraakt(self, persoon, monkeypatch):
        geraakt = []
        monkeypatch.setattr(register, "_bijwerker", geraakt.extend)
        contact = actions.noteer(persoon, "Tekst", op=VANDAAG, auteur=None)
        actions.wijzig_contact(contact, versie=1, gegevens={"tekst": "Anders"})
        assert geraakt == [persoon, persoon]


@pytest.mark.usefixtures("ik")
class TestNoteren:
    def test_een_zin_en_terug_bij_de_tijdlijn(self, client, ik, persoon):
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/noteren/", {"tekst": "Belt morgen terug."})
        assert antwoord.url == f"{persoon.get_absolute_url()}#tijdlijn"
        rij = Contactmoment.objects.get()
        assert (rij.tekst, rij.op, rij.auteur) == ("Belt morgen terug.", VANDAAG, ik)
        assert (rij.soort, rij.domein) == (Contactsoort.NOTITIE, "dossiers")

    def test_het_filter_van_de_bladzijde_blijft(self, client, persoon):
        vandaan = f"http://testserver{persoon.get_absolute_url()}?soort=contact"
        antwoord = client.post(
            f"/dossiers/{persoon.sleutel}/noteren/", {"tekst": "x"}, headers={"referer": vandaan}
        )
        assert antwoord.url == f"{persoon.get_absolute_url()}?soort=contact#tijdlijn"

    @pytest.mark.parametrize(
        "vandaan",
        ["https://elders.example/?soort=contact", "http://testserver/dossiers/?soort=contact", "//x"],
    )
    def test_een_ander_adres_wordt_niet_gevolgd(self, client, persoon, vandaan):
        antwoord = client.post(
            f"/dossiers/{persoon.sleutel}/noteren/", {"tekst": "x"}, headers={"referer": vandaan}
        )
        assert antwoord.url == f"{persoon.get_absolute_url()}#tijdlijn"

    @pytest.mark.parametrize(
        ("tekst", "zin"),
        [
            ("", "Schrijf een notitie."),
            ("b" * 4001, "Gebruik niet meer dan 4000 tekens; het zijn er nu 4001."),
        ],
    )
    def test_geweigerd_met_de_zin_en_met_wat_getypt_is(self, client, persoon, tekst, zin):
        antwoord = client.post(f"/dossiers/{persoon.sleutel}/noteren/", {"tekst": tekst})
        bladzijde = antwoord.content.decode()
        assert antwoord.context["form"].errors["tekst"] == [zin]
        assert f'value="{tekst}"' in bladzijde or not tekst
        assert not Contactmoment.objects.exists()

    def test_een_letter_brengt_de_cursor_er(self, client, persoon):
        bladzijde = client.get(f"/dossiers/{persoon.sleutel}/noteren/").content.decode()
        assert 'accesskey="n"' in bladzijde


class TestRecht:
    @pytest.mark.parametrize("pad", ["contact", "taak", "document", "signaal", "noteren"])
    @pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.FINANCIEN, Rol.BEHEERDER])
    def test_wie_niet_mag_wijzigen_vindt_de_bladzijde_niet(self, client, persoon, pad, rol):
        client.force_login(GebruikerFactory(rol=rol))
        assert client.get(f"/dossiers/{persoon.sleutel}/{pad}/").status_code == 404

    @pytest.mark.parametrize(
        ("zichtbaarheid", "status"), [(Zichtbaarheid.GEMEENTE, 404), (Zichtbaarheid.BETROKKEN, 200)]
    )
    def test_een_partner_leest_alleen_wat_gedeeld_is(self, client, zichtbaarheid, status):
        contact = ContactFactory(zichtbaarheid=zichtbaarheid)
        verwijzing = DoorverwijzingFactory(statushouder=contact.statushouder)
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=verwijzing.organisatie))
        assert client.get(contact.get_absolute_url()).status_code == status

    def test_de_consulent_leest_en_heeft_geen_knoppen(self, client):
        client.force_login(GebruikerFactory(rol=Rol.CONSULENT))
        contact = ContactFactory()
        assert client.get(contact.get_absolute_url()).context["knoppen"] == []


@pytest.mark.usefixtures("ik")
class TestWijzigen:
    def test_de_volgende_versie_en_de_geschiedenis_houdt_de_vorige(self, client):
        contact = ContactFactory()
        data = invoer(tekst="Nieuw.", versie="1")
        antwoord = client.post(f"/dossiers/contact/{contact.pk}/wijzigen/", data)
        assert antwoord.url == contact.get_absolute_url()
        assert list(contact.events.order_by("versie").values_list("versie", "tekst")) == [
            (1, "Gebeld over de toeslagen."),
            (2, "Nieuw."),
        ]

    def test_een_oude_bladzijde_toont_beide_teksten(self, client):
        contact = ContactFactory()
        actions.wijzig_contact(contact, versie=1, gegevens={"tekst": "Van een collega."})
        antwoord = client.post(
            f"/dossiers/contact/{contact.pk}/wijzigen/", invoer(tekst="Van mij.", versie="1")
        )
        tekst = antwoord.content.decode()
        assert "<td>Van mij.</td>" in tekst
        assert "<td>Van een collega.</td>" in tekst
        contact.refresh_from_db()
        assert contact.tekst == "Van een collega."


@pytest.mark.usefixtures("ik")
@pytest.mark.parametrize("aantal", [1, 50])
def test_een_bladzijde_kost_evenveel_bij_een_vol_dossier(
    client, persoon, aantal, django_assert_max_num_queries
):
    contact = ContactFactory.create_batch(aantal, statushouder=persoon)[0]
    with django_assert_max_num_queries(5):
        client.get(contact.get_absolute_url())
