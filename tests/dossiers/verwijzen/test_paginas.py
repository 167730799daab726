"""The pages of the municipality: referring, looking back, withdrawing, shielding."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from dossiers import actions
from dossiers.models import Doorverwijzing, Inzagerecht, Regie, Statushouder
from tests.dossiers.factories import DoorverwijzingFactory, InzagerechtFactory, StatushouderFactory
from tests.dossiers.samenvoegen.hulp import tekst
from tests.dossiers.verwijzen.conftest import DAG
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
WEG = {"reden": "Niet meer nodig"}


@pytest.fixture(autouse=True)
def _vandaag(settings):
    settings.VANDAAG = DAG.isoformat()


def adres(naam: str, persoon, *rest) -> str:
    return reverse(f"dossiers:{naam}", args=[persoon.sleutel, *rest])


def invoer(organisatie, **anders) -> dict:
    return {
        "organisatie": organisatie.pk,
        "domeinen": ["dossiers", "huisvesting"],
        "doel": "Begeleiding",
        "van": "1-5-2017",
        "tot_en_met": "31-10-2017",
        "grondslag": "taak",
    } | anders


class TestDoorverwijzen:
    """The form, from the page of a person."""

    def test_vanaf_het_dossier(self, client, ik, rima, organisatie):
        dossier = client.get(rima.get_absolute_url())
        assert adres("doorverwijzen", rima) in dossier.content.decode()
        antwoord = client.post(adres("doorverwijzen", rima), invoer(organisatie), follow=True)
        intrekken = adres("verwijzing-intrekken", rima, Doorverwijzing.objects.get().pk)
        assert f'href="{intrekken}">Trek weer in</a>' in antwoord.content.decode()
        assert antwoord.redirect_chain == [(rima.get_absolute_url(), 302)]
        assert "Stichting VluchtelingenWerk Wassenaar ziet het dossier na aannemen" in tekst(antwoord)
        assert "Gevraagd" in tekst(antwoord)
        assert Doorverwijzing.objects.get().domeinen == ["dossiers", "huisvesting"]

    def test_voor_het_gezin(self, client, ik, rima, lina, gezin, organisatie):
        assert "Voor het hele gezin: nu 2 personen" in tekst(client.get(adres("doorverwijzen", rima)))
        client.post(adres("doorverwijzen", rima), invoer(organisatie, heel_gezin="on"))
        assert Doorverwijzing.objects.get().gezin == gezin
        # it stands in the dossier of each member
        assert "Stichting VluchtelingenWerk" in tekst(client.get(adres("gedeeld", lina)))

    def test_zonder_gezin_wordt_er_niet_naar_gevraagd(self, client, ik):
        alleen = StatushouderFactory()
        assert "Voor het hele gezin" not in tekst(client.get(adres("doorverwijzen", alleen)))

    def test_fouten_staan_bij_het_veld_en_niets_is_weg(self, client, ik, rima, organisatie):
        antwoord = client.post(
            adres("doorverwijzen", rima), invoer(organisatie, tot_en_met="30-4-2017", domeinen=[])
        )
        assert antwoord.status_code == 200
        assert antwoord.context["form"].errors.keys() == {"domeinen"}
        antwoord = client.post(adres("doorverwijzen", rima), invoer(organisatie, tot_en_met="30-4-2017"))
        assert antwoord.context["form"].errors == {
            "tot_en_met": ["Deze dag is al voorbij. Kies vandaag of een dag daarna."]
        }
        assert "Begeleiding" in antwoord.content.decode()
        assert not Doorverwijzing.objects.exists()

    def test_alleen_organisaties_die_meedoen(self, client, ik, rima, organisatie):
        OrganisatieFactory(naam="Niet meer in het plan")
        keuze = tekst(client.get(adres("doorverwijzen", rima)))
        assert "Stichting VluchtelingenWerk Wassenaar (heeft nog geen gebruikers)" in keuze
        assert "Niet meer in het plan" not in keuze

    def test_wie_kan_antwoorden_staat_bovenaan(self, client, ik, rima, organisatie):
        GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory(naam="Zwemclub", van_plan=True))
        keuzes = [
            str(label)
            for _, label in client.get(adres("doorverwijzen", rima))
            .context["form"]["organisatie"]
            .field.choices
        ]
        bekend = "Zwemclub (plaatsen niet opgegeven, nog geen antwoorden)"
        assert keuzes == ["Kies een organisatie", bekend, f"{organisatie} (heeft nog geen gebruikers)"]

    @pytest.mark.parametrize("rol", [Rol.CONSULENT, Rol.PARTNER, Rol.FINANCIEN])
    def test_wie_niet_mag_wijzigen(self, client, rima, organisatie, rol):
        client.force_login(GebruikerFactory(rol=rol, organisatie=organisatie))
        DoorverwijzingFactory(statushouder=rima, organisatie=organisatie)
        assert client.get(adres("doorverwijzen", rima)).status_code == 404
        assert client.post(adres("doorverwijzen", rima), invoer(organisatie)).status_code == 404


class TestGedeeld:
    """The list, and the acts on it."""

    def test_intrekken_met_reden(self, client, ik, rima, els):
        verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        pagina = adres("verwijzing-intrekken", rima, verwijzing.pk)
        assert pagina in client.get(adres("gedeeld", rima)).content.decode()
        assert client.post(pagina, {"reden": ""}).context["form"].errors.keys() == {"reden"}
        antwoord = client.post(pagina, {"reden": "Verhuisd"}, follow=True)
        assert "is ingetrokken" in tekst(antwoord)
        assert "Ingetrokken op 1-5-2017 door Marieke de Wit. Reden: Verhuisd" in tekst(antwoord)
        # from the back button: once is enough
        assert client.post(pagina, {"reden": "Verhuisd"}).status_code == 302
        assert client.get(pagina, follow=True).redirect_chain[0][0] == adres("gedeeld", rima)
        verwijzing.refresh_from_db()
        assert (verwijzing.versie, verwijzing.beeindigd_op) == (2, DAG)

    def test_afronden(self, client, ik, rima, els):
        verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        antwoord = client.post(adres("verwijzing-afronden", rima, verwijzing.pk), follow=True)
        assert "is afgerond" in tekst(antwoord)
        assert "Trek in" not in tekst(antwoord)

    def test_die_van_een_ander_dossier_is_er_niet(self, client, ik, rima):
        vreemd = DoorverwijzingFactory()
        assert client.get(adres("verwijzing-intrekken", rima, vreemd.pk)).status_code == 404

    def test_de_partner_ziet_niet_met_wie_nog_meer(self, client, rima, els):
        DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        DoorverwijzingFactory(statushouder=rima, organisatie=OrganisatieFactory(naam="Geheim Genootschap"))
        client.force_login(els)
        dossier = client.get(rima.get_absolute_url())
        assert dossier.status_code == 200
        assert "Geheim Genootschap" not in tekst(dossier)
        assert client.get(adres("gedeeld", rima)).status_code == 404

    def test_in_de_tijdlijn(self, client, ik, rima, els):
        verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=els.organisatie)
        actions.trek_verwijzing_in(verwijzing, reden="Verhuisd", op=DAG, door=ik)
        woorden = tekst(client.get(rima.get_absolute_url()))
        for zin in ("Doorverwezen naar", "nam de verwijzing aan", "Wassenaar ingetrokken"):
            assert zin in woorden

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_kost_altijd_evenveel_queries(self, client, django_assert_num_queries, ik, rima, aantal):
        DoorverwijzingFactory.create_batch(aantal, statushouder=rima)
        # session, user, person, referrals
        with django_assert_num_queries(4):
            client.get(adres("gedeeld", rima))


class TestAfschermen:
    """By the coordinator, and by whose case it is."""

    @pytest.fixture(autouse=True)
    def _regie(self, rima, marieke):
        Regie.objects.filter(statushouder=rima).update(regisseur=marieke)

    def test_het_hele_gezin_met_een_collega(self, client, ik, rima, lina):
        joost = GebruikerFactory(naam="Joost van den Berg")
        woorden = tekst(client.get(adres("afschermen", rima)))
        assert "Joost van den Berg (Klantregisseur)" in woorden
        assert "Marieke de Wit (" not in woorden
        antwoord = client.post(
            adres("afschermen", rima),
            {"reden": "Wordt bedreigd", "collegas": [joost.pk], "heel_gezin": "on"},
            follow=True,
        )
        assert "2 dossiers zijn afgeschermd" in tekst(antwoord)
        assert set(Statushouder.objects.filter(afgeschermd=True)) == {rima, lina}
        assert Inzagerecht.objects.count() == 4

    def test_wie_het_niet_mag_weten_krijgt_hetzelfde_als_van_niets(self, client, ik, rima):
        client.post(adres("afschermen", rima), {"reden": "Wordt bedreigd"})
        client.force_login(GebruikerFactory(rol=Rol.COORDINATOR))
        niets = StatushouderFactory.build()
        for naam in ("afscherming", "afschermen", "afscherming-opheffen", "gedeeld", "doorverwijzen"):
            een, ander = client.get(adres(naam, rima)), client.get(adres(naam, niets))
            assert (een.status_code, tekst(een)) == (404, tekst(ander))

    def test_een_collega_noemen_en_weghalen(self, client, ik, rima):
        client.post(adres("afschermen", rima), {"reden": "Wordt bedreigd"})
        joost = GebruikerFactory(naam="Joost van den Berg")
        pagina = adres("afscherming", rima)
        antwoord = client.post(
            pagina, {"collega": joost.pk, "reden": "Waarneming", "tot_en_met": "31-5-2017"}, follow=True
        )
        assert "Joost van den Berg mag dit dossier zien." in tekst(antwoord)
        recht = Inzagerecht.objects.get(gebruiker=joost)
        assert recht.tot == date(2017, 6, 1)
        antwoord = client.post(adres("inzage-weghalen", rima, recht.pk), WEG, follow=True)
        assert "mag dit dossier niet meer zien" in tekst(antwoord)

    def test_de_laatste_kan_niet_weg(self, client, ik, rima):
        client.post(adres("afschermen", rima), {"reden": "Wordt bedreigd"})
        recht = Inzagerecht.objects.get()
        antwoord = client.post(adres("inzage-weghalen", rima, recht.pk), WEG)
        assert "Noem eerst een andere collega" in tekst(antwoord)

    def test_de_regisseur_draagt_eerst_over(self, client, ik, rima):
        client.post(adres("afschermen", rima), {"reden": "Wordt bedreigd"})
        recht = Inzagerecht.objects.get(gebruiker=ik)
        InzagerechtFactory(statushouder=rima)
        antwoord = client.post(adres("inzage-weghalen", rima, recht.pk), WEG)
        assert "U bent regisseur van dit dossier. Draag het eerst over." in tekst(antwoord)
        assert client.get(rima.get_absolute_url()).status_code == 200

    def test_wie_zichzelf_weghaalt_komt_bij_de_lijst(self, client, rima):
        client.force_login(ik := GebruikerFactory(rol=Rol.COORDINATOR))
        client.post(adres("afschermen", rima), {"reden": "Wordt bedreigd"})
        InzagerechtFactory(statushouder=rima)
        recht = Inzagerecht.objects.get(gebruiker=ik)
        antwoord = client.post(adres("inzage-weghalen", rima, recht.pk), WEG)
        assert antwoord.url == reverse("dossiers:lijst")
        assert client.get(rima.get_absolute_url()).status_code == 404

    def test_opheffen(self, client, ik, rima, lina):
        client.post(adres("afschermen", rima), {"reden": "Wordt bedreigd", "heel_gezin": "on"})
        assert "Afgeschermd" in tekst(client.get(rima.get_absolute_url()))
        assert "het andere afgeschermde gezinslid" in tekst(client.get(adres("afscherming-opheffen", rima)))
        client.post(adres("afscherming-opheffen", rima), WEG | {"heel_gezin": "on"})
        assert not Statushouder.objects.filter(afgeschermd=True).exists()

    def test_een_andere_klantregisseur_mag_het_niet(self, client, rima):
        client.force_login(GebruikerFactory())
        assert client.get(adres("afschermen", rima)).status_code == 404
        assert client.post(adres("afschermen", rima), {"reden": "Zomaar"}).status_code == 404
        assert adres("afschermen", rima) not in client.get(rima.get_absolute_url()).content.decode()
        assert not Statushouder.objects.filter(afgeschermd=True).exists()

    def test_elke_pagina_leidt_naar_waar_het_nu_om_gaat(self, client, ik, rima):
        assert client.get(adres("afscherming", rima)).url == adres("afschermen", rima)
        client.post(adres("afschermen", rima), {"reden": "Wordt bedreigd"})
        assert client.get(adres("afschermen", rima)).url == adres("afscherming", rima)
