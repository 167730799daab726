"""The manager of an organisation invites colleagues, and cannot find out who has an account elsewhere."""

import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from tests.toegang.factories import GebruikerFactory, OrganisatieFactory, gebruiker_met_wachtzin
from tests.toegang.matrix.vragen import Vrager
from toegang import actions
from toegang.models import Gebruiker, Poststuk, Rol, Uitnodiging

pytestmark = pytest.mark.django_db
ADRES = "noor@elders.example"
GETYPT = {"naam": "Noor Smit", "email": "Noor@elders.example"}


@pytest.fixture
def taalhuis():
    return OrganisatieFactory(naam="Taalhuis")


@pytest.fixture
def ik(client, taalhuis):
    client.force_login(
        gebruiker := GebruikerFactory(rol=Rol.PARTNER, organisatie=taalhuis, beheert_organisatie=True)
    )
    return gebruiker


@pytest.fixture
def beheerder():
    return GebruikerFactory(rol=Rol.BEHEERDER, email="beheer@gemeente.example")


def elders(**velden) -> Gebruiker:
    """Somebody with the address who works elsewhere."""
    return gebruiker_met_wachtzin(email=ADRES, naam="Echte Naam", **velden)


ELDERS = [
    pytest.param({"rol": Rol.KLANTREGISSEUR}, id="gemeente"),
    pytest.param({"rol": Rol.PARTNER, "met_organisatie": True}, id="andere partner"),
    pytest.param({"rol": Rol.KLANTREGISSEUR, "is_active": False}, id="ingetrokken"),
]


def toegevoegd(vrager: Vrager, *, wie: dict | None) -> list[tuple]:
    """All that is seen of adding, of the list, of the invitation and of what is done with it."""
    gezien = []
    with transaction.atomic():
        if wie is not None:
            velden = dict(wie)
            met = velden.pop("met_organisatie", False)
            elders(**velden, organisatie=OrganisatieFactory() if met else None)
        actions.voeg_gebruiker_toe(gegevens=GETYPT, door=vrager.gebruiker)
        pagina = reverse("uitnodiging", args=[Uitnodiging.objects.latest("pk").pk])
        gezien += [vrager.vraag("GET", reverse("gebruikers")), vrager.vraag("GET", pagina)]
        gezien += [vrager.vraag("POST", pagina, {"wat": wat}) for wat in ("opnieuw", "intrekken")]
        gezien += [vrager.vraag("POST", reverse("gebruiker-toevoegen"), GETYPT)]
        transaction.set_rollback(True)
    with transaction.atomic():
        if wie is not None:
            elders(rol=Rol.KLANTREGISSEUR)
        gezien += [vrager.vraag("POST", reverse("gebruiker-toevoegen"), GETYPT)]
        transaction.set_rollback(True)
    # the number of an invitation goes up with each one that was ever made
    return [
        (een.status, een.titel, re.sub(r"uitgenodigd/\d+/", "uitgenodigd/N/", een.tekst), een.koppen)
        for een in gezien
    ]


@pytest.mark.parametrize("wie", ELDERS)
def test_een_adres_van_een_ander_ziet_eruit_als_een_nieuw_adres(ik, beheerder, wie):
    vrager = Vrager(ik)
    nieuw, bekend = toegevoegd(vrager, wie=None), toegevoegd(vrager, wie=wie)
    assert [een[0] for een in nieuw] == [200, 200, 302, 302, 200, 302]
    assert nieuw == bekend


def test_een_nieuw_adres_wordt_uitgenodigd_en_komt_in_de_lijst(client, ik, taalhuis):
    pagina = client.post(reverse("gebruiker-toevoegen"), GETYPT, follow=True)
    assert "Noor Smit krijgt een mail" in pagina.text
    nieuw = Gebruiker.objects.get(email=ADRES)
    assert (nieuw.rol, nieuw.organisatie, nieuw.beheert_organisatie) == (Rol.PARTNER, taalhuis, False)
    [rij] = pagina.context["uitgenodigd"]
    assert (rij.email, rij.gebruiker, rij.organisatie) == (ADRES, nieuw, taalhuis)
    assert nieuw not in pagina.context["object_list"]
    nieuw.set_password("een zin die lang genoeg is")
    nieuw.save()
    pagina = client.get(reverse("gebruikers"))
    assert pagina.context["uitgenodigd"] == []
    assert nieuw in pagina.context["object_list"]


def test_wie_al_toegang_heeft_en_de_beheerder_krijgen_een_mail(client, ik, beheerder):
    ander = elders(rol=Rol.KLANTREGISSEUR)
    client.post(reverse("gebruiker-toevoegen"), GETYPT)
    ander.refresh_from_db()
    assert (ander.rol, ander.naam, ander.organisatie, ander.versie) == (
        Rol.KLANTREGISSEUR,
        "Echte Naam",
        None,
        1,
    )
    assert actions.verstuur_openstaande() == 2
    per_adres = {bericht.to[0]: bericht for bericht in mail.outbox}
    assert set(per_adres) == {ADRES, beheerder.email}
    assert "Taalhuis wilde u als gebruiker" in per_adres[ADRES].body
    assert reverse("gebruiker", args=[ander.pk]) in per_adres[beheerder.email].body
    for bericht in mail.outbox:
        assert [woord for woord in ("Noor", "Echte Naam") if woord in bericht.subject + bericht.body] == []


def test_nog_eens_uitnodigen_vult_niemands_postvak(ik, beheerder):
    elders(rol=Rol.KLANTREGISSEUR)
    uitnodiging = actions.nodig_collega_uit(gegevens=GETYPT, door=ik)
    for _keer in range(3):
        actions.nodig_nog_eens_uit(uitnodiging)
    assert Poststuk.objects.count() == 2


def test_intrekken_en_weer_uitnodigen_vult_niemands_postvak(ik, beheerder):
    elders(rol=Rol.KLANTREGISSEUR)
    for _keer in range(3):
        actions.trek_uitnodiging_in(actions.nodig_collega_uit(gegevens=GETYPT, door=ik))
    assert Poststuk.objects.count() == 2


def test_wie_intussen_ergens_anders_hoort_houdt_de_toegang(ik, beheerder):
    """The functional manager made somebody of another organisation of who was invited here."""
    uitnodiging = actions.nodig_collega_uit(gegevens=GETYPT, door=ik)
    gebruiker = uitnodiging.gebruiker
    gebruiker.organisatie = OrganisatieFactory()
    gebruiker.save()
    Poststuk.objects.all().delete()
    actions.nodig_nog_eens_uit(uitnodiging)
    actions.trek_uitnodiging_in(uitnodiging)
    gebruiker.refresh_from_db()
    assert gebruiker.is_active
    assert not Poststuk.objects.exists()


@pytest.mark.parametrize("bekend", [True, False])
def test_twee_keer_dezelfde_is_een_zin_bij_het_adres(client, ik, bekend):
    if bekend:
        elders(rol=Rol.KLANTREGISSEUR)
    client.post(reverse("gebruiker-toevoegen"), GETYPT)
    pagina = client.post(reverse("gebruiker-toevoegen"), GETYPT)
    assert pagina.context["form"].errors == {
        "email": ["Deze persoon is al uitgenodigd of staat al in uw lijst."]
    }
    assert Uitnodiging.objects.count() == 1


@pytest.mark.parametrize("actief", [True, False])
def test_een_collega_in_de_eigen_lijst_staat_er_al(ik, taalhuis, actief):
    elders(rol=Rol.PARTNER, organisatie=taalhuis, is_active=actief)
    with pytest.raises(ValidationError, match="staat al in uw lijst"):
        actions.voeg_gebruiker_toe(gegevens=GETYPT, door=ik)
    assert not Uitnodiging.objects.exists()


def test_intrekken_sluit_de_link_en_daarna_kan_het_opnieuw(client, ik):
    uitnodiging = actions.nodig_collega_uit(gegevens=GETYPT, door=ik)
    pagina = reverse("uitnodiging", args=[uitnodiging.pk])
    client.post(pagina, {"wat": "intrekken"})
    assert not Gebruiker.objects.get(email=ADRES).is_active
    assert client.get(pagina).status_code == 404
    assert client.get(reverse("gebruikers")).context["uitgenodigd"] == []
    assert Gebruiker.objects.get(email=ADRES) not in client.get(reverse("gebruikers")).context["object_list"]
    client.post(reverse("gebruiker-toevoegen"), GETYPT)
    assert Gebruiker.objects.get(email=ADRES).is_active
    assert Poststuk.objects.filter(soort="uitnodiging").count() == 2


def test_een_uitnodiging_van_een_ander_bestaat_niet(client, ik):
    ander = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory(), beheert_organisatie=True)
    vreemd = actions.nodig_collega_uit(gegevens=GETYPT, door=ander)
    for sleutel in (vreemd.pk, vreemd.pk + 1):
        adres = reverse("uitnodiging", args=[sleutel])
        assert (client.get(adres).status_code, client.post(adres).status_code) == (404, 404)
    assert Gebruiker.objects.get(email=ADRES).is_active


def test_de_functioneel_beheerder_ziet_en_hoort_alles(client, beheerder):
    """Who keeps all users may know of them."""
    elders(rol=Rol.KLANTREGISSEUR)
    client.force_login(beheerder)
    pagina = client.post(reverse("gebruiker-toevoegen"), {**GETYPT, "rol": Rol.FINANCIEN, "organisatie": ""})
    assert "Er is al een gebruiker met dit e-mailadres." in pagina.text


@pytest.mark.parametrize("aantal", [1, 50])
def test_de_lijst_kost_altijd_evenveel_queries(client, ik, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        actions.nodig_collega_uit(gegevens={"naam": "x", "email": f"x{nummer}@y.example"}, door=ik)
    client.get(reverse("gebruikers"))
    # session, user, invitations, how many users, users; the counter of the menu, in the role of the user, within
    # its savepoints
    with django_assert_num_queries(10):
        client.get(reverse("gebruikers"))
