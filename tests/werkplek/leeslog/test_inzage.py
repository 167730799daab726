"""Who saw this dossier: for who works for the municipality itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db.models import Value

from tests.dossiers.factories import DoorverwijzingFactory, StatushouderFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Leesregel, Rol
from toegang.models.leeslog import KLOK

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


def adres(persoon, vraag: str = "") -> str:
    return f"/dossiers/{persoon.sleutel}/inzage/{vraag}"


def rijen(antwoord) -> list[tuple[str, ...]]:
    return [
        (rij["wie"], rij["als"], rij["wat"], rij["doel"], rij["badge"]) for rij in antwoord.context["rijen"]
    ]


@pytest.mark.parametrize(
    ("rol", "status"),
    [(rol, 200 if rol in {Rol.KLANTREGISSEUR, Rol.COORDINATOR} else 404) for rol in Rol.values],
)
def test_wie_het_ziet(client, rima, rol, status):
    organisatie = OrganisatieFactory() if rol == Rol.PARTNER else None
    client.force_login(GebruikerFactory(rol=rol, organisatie=organisatie))
    assert client.get(adres(rima)).status_code == status


def test_wie_als_wie_wat_en_waarvoor(client, ik, rima, gelezen):
    partner = GebruikerFactory(
        rol=Rol.PARTNER, naam="Els Brouwer", organisatie=OrganisatieFactory(naam="VluchtelingenWerk")
    )
    consulent = GebruikerFactory(rol=Rol.CONSULENT, naam="Karin Smit")
    verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=partner.organisatie, doel="Begeleiding")
    gelezen(ik, rima)
    gelezen(partner, rima, doorverwijzing=verwijzing.pk)
    gelezen(consulent, rima, handeling="bsn", wat="BSN", doel="Brief van de Belastingdienst")
    gelezen(None, rima, handeling="uitvoer", wat="Tabel personen")
    assert rijen(client.get(adres(rima))) == [
        ("De gemeente", "met een opdracht op de server", "Tabel personen, meegenomen in een bestand",
         "Opdracht van de gemeente", ""),
        ("Karin Smit", "Gemeente, consulent W&I", "BSN", "Brief van de Belastingdienst", "Getoond"),
        ("Els Brouwer", "VluchtelingenWerk", "Hele dossier", "Begeleiding", ""),
        ("Marieke de Wit", "Gemeente, klantregisseur", "Hele dossier", "Regie op de integratie", ""),
    ]  # fmt: skip


def test_de_rol_is_die_van_toen(client, ik, rima, gelezen):
    gelezen(ik, rima)
    ik.rol = Rol.COORDINATOR
    ik.save()
    assert rijen(client.get(adres(rima)))[0][1] == "Gemeente, klantregisseur"


def test_geen_ander_dossier_geen_lijst_en_niets_dat_geweigerd_is(client, ik, rima, gelezen):
    gelezen(ik, StatushouderFactory())
    gelezen(ik, handeling="lijst", aantal=50)
    gelezen(ik, rima, geweigerd=True)
    antwoord = client.get(adres(rima))
    assert rijen(antwoord) == []
    assert "Geen mensen zagen dit dossier in de laatste twee weken." in antwoord.content.decode()


def test_van_twee_die_een_werden_staat_alles_er(client, ik, rima, gelezen):
    oud = StatushouderFactory()
    gelezen(ik, oud)
    oud.samengevoegd_met = rima
    oud.save()
    assert len(rijen(client.get(adres(rima)))) == 1


@pytest.mark.parametrize(("dagen", "recent"), [(13, 1), (15, 0)])
def test_twee_weken_of_alles(client, ik, rima, gelezen, dagen, recent):
    rij = gelezen(ik, rima)
    Leesregel.objects.filter(pk=rij.pk).update(moment=KLOK - Value(timedelta(days=dagen)))
    assert len(rijen(client.get(adres(rima)))) == recent
    # looking at this page is a look as well
    assert len(rijen(client.get(adres(rima, "?periode=alles")))) == 2
    assert rijen(client.get(adres(rima, "?periode=bsn"))) == []


def test_de_tijd_is_die_van_hier(client, ik, rima, gelezen):
    gelezen(ik, rima, op=datetime(2017, 1, 1, 0, 5))
    [rij] = client.get(adres(rima, "?periode=alles")).context["rijen"]
    assert rij["wanneer"] == "1-1-2017, 0.05 uur"


def test_bladeren(client, ik, rima, gelezen):
    for _ in range(51):
        gelezen(ik, rima)
    antwoord = client.get(adres(rima))
    assert len(rijen(antwoord)) == 50
    volgende = client.get(adres(rima, antwoord.context["volgende"]))
    assert len(rijen(volgende)) == 1  # what was read meanwhile comes before the first page


class TestGevouwen:
    def test_wat_na_elkaar_hetzelfde_is_staat_in_een_regel(self, client, ik, rima, gelezen):
        for minuut in (5, 20, 40):
            gelezen(ik, rima, op=datetime(2017, 5, 2, 8, minuut))
        gelezen(ik, rima, wat="Geschiedenis", op=datetime(2017, 5, 2, 8, 50))
        gelezen(ik, rima, op=datetime(2017, 5, 2, 9, 0))
        groepen = client.get(adres(rima, "?periode=alles")).context["groepen"]
        assert [(rij["wat"], len(rij["eerder"]), rij["onder"]) for rij in groepen] == [
            ("Hele dossier", 0, ""),
            ("Geschiedenis", 0, ""),
            ("Hele dossier", 2, "3 keer, vanaf 8.05 uur"),
        ]

    def test_een_ander_een_andere_dag_of_een_ander_doel_staat_apart(self, client, ik, rima, gelezen):
        gelezen(ik, rima, op=datetime(2017, 5, 1, 23, 59))
        gelezen(ik, rima, op=datetime(2017, 5, 2, 0, 1))
        gelezen(GebruikerFactory(), rima, op=datetime(2017, 5, 2, 0, 2))
        gelezen(ik, rima, op=datetime(2017, 5, 2, 0, 3), doel="Iets anders")
        assert len(client.get(adres(rima, "?periode=alles")).context["groepen"]) == 4


def test_wie_mag_staat_boven_wie_zag(client, ik, rima, gelezen):
    gelezen(ik, rima)
    tekst = client.get(adres(rima)).text
    assert tekst.index("Wie mag dit dossier nu zien?") < tekst.index("Wie zag dit dossier?</h2>")


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("", "Kies Sinds het begin"),
        ("?periode=bsn", "Het BSN van deze persoon is nog nooit getoond."),
    ],
)
def test_een_lege_lijst_zegt_wat_er_leeg_is(client, ik, rima, vraag, zin):
    assert zin in client.get(adres(rima, vraag)).text


@pytest.mark.parametrize("demonstratie", [True, False])
def test_in_de_demonstratie_staat_dat_het_log_de_echte_klok_heeft(client, ik, rima, settings, demonstratie):
    settings.DEMONSTRATIE = demonstratie
    for pad in (adres(rima), adres(rima, "afdrukken/")):
        assert ("met de echte dag en tijd" in client.get(pad).text) is demonstratie


@pytest.mark.parametrize("aantal", [1, 50])
def test_even_veel_vragen_voor_een_en_vijftig(client, rima, gelezen, aantal, django_assert_num_queries):
    ik = GebruikerFactory(organisatie=OrganisatieFactory())
    client.force_login(ik)
    verwijzing = DoorverwijzingFactory(statushouder=rima)
    for _ in range(aantal):
        gelezen(ik, rima, doorverwijzing=verwijzing.pk)
    # session, user, person, merged into it; keys, rows; users, organisations, purposes; whom to ask, how many;
    # who may see it: families, assignments, referrals, users
    with django_assert_num_queries(15):
        client.get(adres(rima))


def test_het_dossier_wijst_de_weg(client, ik, rima):
    assert adres(rima) in client.get(f"/dossiers/{rima.sleutel}/").content.decode()
    client.force_login(GebruikerFactory(rol=Rol.CONSULENT))
    assert adres(rima) not in client.get(f"/dossiers/{rima.sleutel}/").content.decode()


class TestOpPapier:
    """A list by organisation for a resident who asks who saw the dossier."""

    def rijen(self, client, persoon) -> list[dict[str, str]]:
        return client.get(adres(persoon, "afdrukken/")).context["rijen"]

    def test_per_organisatie_waarvoor_en_hoe_vaak_zonder_namen(self, client, ik, rima, gelezen):
        partner = GebruikerFactory(
            rol=Rol.PARTNER, naam="Els Brouwer", organisatie=OrganisatieFactory(naam="VluchtelingenWerk")
        )
        verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=partner.organisatie, doel="Taalles")
        gelezen(partner, rima, doorverwijzing=verwijzing.pk, op=datetime(2017, 4, 3, 9))
        gelezen(partner, rima, doorverwijzing=verwijzing.pk, op=datetime(2017, 4, 5, 0, 5))
        gelezen(None, rima, op=datetime(2017, 3, 1, 9))
        gelezen(ik, rima, geweigerd=True)
        gelezen(ik, StatushouderFactory())
        assert self.rijen(client, rima) == [
            {"wie": "VluchtelingenWerk", "eerst": "3-4-2017", "laatst": "5-4-2017", "keer": "2",
             "doel": "Taalles"},
            {"wie": "Gemeente", "eerst": "1-3-2017", "laatst": "1-3-2017", "keer": "1",
             "doel": "Opdracht van de gemeente"},
        ]  # fmt: skip
        assert "Els Brouwer" not in client.get(adres(rima, "afdrukken/")).content.decode()

    def test_afdrukken_staat_in_het_log(self, client, ik, rima):
        client.get(adres(rima, "afdrukken/"))
        rij = Leesregel.objects.get()
        assert (rij.handeling, rij.wat, rij.dossier) == ("afdrukken", "Inzage per organisatie", rima.sleutel)

    def test_de_pagina_wijst_erheen(self, client, ik, rima):
        assert adres(rima, "afdrukken/") in client.get(adres(rima)).content.decode()

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_even_veel_vragen(self, client, ik, rima, gelezen, aantal, django_assert_num_queries):
        for _ in range(aantal):
            partner = GebruikerFactory(rol=Rol.PARTNER, organisatie=OrganisatieFactory())
            verwijzing = DoorverwijzingFactory(statushouder=rima, organisatie=partner.organisatie)
            gelezen(partner, rima, doorverwijzing=verwijzing.pk)
        # session, user, person, merged into it; rows, organisations, purposes
        with django_assert_num_queries(7):
            client.get(adres(rima, "afdrukken/"))
