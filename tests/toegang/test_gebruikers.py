"""Keeping users: by the functional manager, and by the manager of a partner within limits."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from kern.weigering import Verouderd
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang import actions
from toegang.models import Gebruiker, Organisatie, Poststuk, Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder():
    return GebruikerFactory(rol=Rol.BEHEERDER, naam="Thijs Mulder")


@pytest.fixture
def taalhuis():
    return OrganisatieFactory(naam="Taalhuis")


@pytest.fixture
def partnerbeheerder(taalhuis):
    return GebruikerFactory(
        rol=Rol.PARTNER, organisatie=taalhuis, beheert_organisatie=True, naam="Els Brouwer"
    )


def invoer(**anders):
    return {
        "naam": "Noor Smit",
        "email": "Noor@taalhuis.example",
        "rol": Rol.FINANCIEN,
        "organisatie": "",
        **anders,
    }


class TestBeheerder:
    def test_een_nieuwe_gebruiker_wordt_uitgenodigd(self, client, beheerder):
        client.force_login(beheerder)
        pagina = client.post(reverse("gebruiker-toevoegen"), invoer(), follow=True)
        assert "Noor Smit krijgt een mail" in pagina.text
        nieuw = Gebruiker.objects.get(email="noor@taalhuis.example")
        assert nieuw.rol == Rol.FINANCIEN
        assert Poststuk.objects.get().gebruiker == nieuw

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"rol": Rol.PARTNER}, "Kies de organisatie van deze partner."),
            ({"beheert_organisatie": "on"}, "Alleen een partner beheert de eigen organisatie."),
            ({"email": "geen adres"}, "e-mailadres"),
            ({"naam": ""}, "Vul"),
        ],
    )
    def test_wat_niet_kan_komt_terug_met_wat_getypt_is(self, client, beheerder, anders, zin):
        client.force_login(beheerder)
        pagina = client.post(reverse("gebruiker-toevoegen"), invoer(**anders))
        assert zin in pagina.text
        assert Gebruiker.objects.count() == 1
        assert not Poststuk.objects.exists()

    def test_een_adres_dat_er_al_is(self, client, beheerder):
        GebruikerFactory(email="noor@taalhuis.example")
        client.force_login(beheerder)
        pagina = client.post(reverse("gebruiker-toevoegen"), invoer())
        assert "Er is al een gebruiker met dit e-mailadres." in pagina.text

    def test_de_eigen_rol_en_toegang_blijven(self, beheerder):
        with pytest.raises(ValidationError, match="eigen rol"):
            actions.wijzig_gebruiker(beheerder, versie=1, gegevens={"rol": Rol.PRIVACY}, door=beheerder)
        with pytest.raises(ValidationError, match="eigen toegang"):
            actions.zet_toegang(beheerder, versie=1, mag_inloggen=False, door=beheerder)

    def test_een_tweede_lezer_ziet_beide_versies(self, client, beheerder):
        ander = GebruikerFactory(naam="Oud")
        client.force_login(beheerder)
        actions.wijzig_gebruiker(ander, versie=1, gegevens={"naam": "Van een collega"}, door=beheerder)
        pagina = client.post(
            reverse("gebruiker", args=[ander.pk]), {**invoer(naam="Van mij", rol=ander.rol), "versie": "1"}
        )
        assert "Van een collega" in pagina.text
        assert "Van mij" in pagina.text


class TestIntrekken:
    def test_werkt_op_een_pagina_die_open_staat(self, client, beheerder, partnerbeheerder):
        client.force_login(partnerbeheerder)
        assert client.get(reverse("gebruikers")).status_code == 200
        actions.zet_toegang(partnerbeheerder, versie=1, mag_inloggen=False, door=beheerder)
        assert client.get(reverse("gebruikers")).status_code == 302
        assert client.post(reverse("gebruiker-toevoegen"), invoer()).status_code == 302
        assert Gebruiker.objects.count() == 2

    def test_en_teruggeven_nodigt_opnieuw_uit(self, client, beheerder):
        ander = GebruikerFactory()
        client.force_login(beheerder)
        adres = reverse("gebruiker-toegang", args=[ander.pk])
        assert "meteen nergens meer bij" in client.get(adres).text
        client.post(adres, {"versie": "1"})
        assert not Gebruiker.objects.get(pk=ander.pk).is_active
        client.post(adres, {"versie": "1"})  # twice the same button
        assert not Gebruiker.objects.get(pk=ander.pk).is_active
        client.post(adres, {"versie": "2"})
        assert Gebruiker.objects.get(pk=ander.pk).is_active
        assert Poststuk.objects.get().gebruiker == ander

    def test_een_oude_versie_verandert_niets(self, beheerder):
        ander = GebruikerFactory()
        with pytest.raises(Verouderd):
            actions.zet_toegang(ander, versie=7, mag_inloggen=False, door=beheerder)


class TestBeheerVanEenPartner:
    def test_ziet_alleen_de_eigen_organisatie(self, client, partnerbeheerder, taalhuis):
        GebruikerFactory(rol=Rol.PARTNER, organisatie=taalhuis, naam="Eigen Collega")
        vreemd = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory(), naam="Vreemde Partner")
        client.force_login(partnerbeheerder)
        pagina = client.get(reverse("gebruikers")).text
        assert "Eigen Collega" in pagina
        assert "Vreemde Partner" not in pagina
        niet_daar = reverse("gebruiker", args=[999_999])
        assert client.get(reverse("gebruiker", args=[vreemd.pk])).status_code == 404
        assert client.get(niet_daar).status_code == 404
        assert client.post(reverse("gebruiker-toegang", args=[vreemd.pk]), {"versie": "1"}).status_code == 404
        assert client.post(reverse("gebruiker-uitnodigen", args=[vreemd.pk])).status_code == 404

    def test_maakt_alleen_partners_van_de_eigen_organisatie(self, client, partnerbeheerder, taalhuis):
        client.force_login(partnerbeheerder)
        client.post(reverse("gebruiker-toevoegen"), invoer(rol=Rol.BEHEERDER, beheert_organisatie="on"))
        nieuw = Gebruiker.objects.get(email="noor@taalhuis.example")
        assert (nieuw.rol, nieuw.organisatie, nieuw.beheert_organisatie) == (Rol.PARTNER, taalhuis, False)

    def test_een_gewone_partner_beheert_niemand(self, client, taalhuis):
        client.force_login(GebruikerFactory(rol=Rol.PARTNER, organisatie=taalhuis))
        assert client.get(reverse("gebruikers")).status_code == 404

    def test_komt_niet_bij_de_organisaties(self, client, partnerbeheerder):
        client.force_login(partnerbeheerder)
        assert client.get(reverse("organisaties")).status_code == 404

    def test_het_merkteken_is_er_alleen_voor_partners(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            GebruikerFactory(rol=Rol.FINANCIEN, beheert_organisatie=True)


class TestOrganisaties:
    def test_toevoegen_en_wijzigen(self, client, beheerder):
        client.force_login(beheerder)
        client.post(reverse("organisatie-toevoegen"), {"naam": "Buurthuis", "rol": "ontmoeting"})
        organisatie = Organisatie.objects.get(naam="Buurthuis")
        client.post(
            reverse("organisatie", args=[organisatie.pk]),
            {"naam": "Het Buurthuis", "rol": "ontmoeting", "versie": "1"},
        )
        organisatie.refresh_from_db()
        assert (organisatie.naam, organisatie.versie) == ("Het Buurthuis", 2)

    def test_wat_in_het_plan_staat_wijzigt_daar(self, client, beheerder):
        van_plan = OrganisatieFactory(van_plan=True)
        client.force_login(beheerder)
        assert client.get(reverse("organisatie", args=[van_plan.pk])).status_code == 404
        with pytest.raises(ValidationError, match="staat in het plan"):
            actions.bewaar_organisatie(van_plan, gegevens={"naam": "Anders"}, versie=1)


@pytest.mark.parametrize("aantal", [1, 50])
def test_de_lijst_kost_altijd_evenveel_queries(
    client, beheerder, taalhuis, aantal, django_assert_num_queries
):
    GebruikerFactory.create_batch(aantal - 1, rol=Rol.PARTNER, organisatie=taalhuis)
    client.force_login(beheerder)
    client.get(reverse("gebruikers"))
    # session, user, how many, users; and the savepoint of the page
    with django_assert_num_queries(6):
        client.get(reverse("gebruikers"))
