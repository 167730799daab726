"""Mijn werk: what is due, when, of whom, and what can be done about it from the list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dossiers.actions import bewaar_filter, neem_waar
from kern.namens import namens
from termijnen.actions import herbereken
from termijnen.models import Termijn, Uitzondering
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
)
from tests.dossiers.vastleggen.factories import ContactFactory, SignaalFactory, TaakFactory
from tests.termijnen.factories import UitzonderingFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol
from werkplek.figures.werk import Groep, Keuze, Soort, Wie, te_laat, werk

pytestmark = pytest.mark.django_db
MAANDAG = date(2017, 5, 1)
LIJST = reverse("werkplek:mijn-werk")


@pytest.fixture(autouse=True)
def _dag(settings):
    settings.VANDAAG = MAANDAG.isoformat()


@pytest.fixture
def ik():
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR)


@pytest.fixture
def collega():
    return GebruikerFactory(rol=Rol.KLANTREGISSEUR)


def dossier_van(wie, *, uiterlijk: date | None = None, **velden):
    """A person whose case it is; with `uiterlijk` the term of a home ends on that day."""
    gekoppeld = {"coa_koppeldatum": uiterlijk - timedelta(weeks=10)} if uiterlijk else {}
    return StatushouderFactory(regie__regisseur=wie, **gekoppeld, **velden)


def vraag(wie, keuze=None, *, op=MAANDAG, per_groep=50):
    with namens(wie, op=op):
        return werk(wie, op, keuze or Keuze(), per_groep=per_groep)


def wat(gevonden, groep):
    return [(regel.soort, regel.persoon.pk) for regel in gevonden.regels[groep]]


@pytest.mark.parametrize(
    ("uiterlijk", "groep"),
    [
        (date(2017, 4, 30), Groep.TE_LAAT),
        (date(2017, 5, 1), Groep.DEZE_WEEK),  # on the last day it is still in time
        (date(2017, 5, 7), Groep.DEZE_WEEK),  # Sunday
        (date(2017, 5, 8), Groep.KOMT_ERAAN),
        (date(2017, 6, 30), Groep.KOMT_ERAAN),
        (date(2017, 7, 1), None),
    ],
)
def test_een_termijn_staat_in_de_groep_van_haar_laatste_dag(ik, uiterlijk, groep):
    persoon = dossier_van(ik, uiterlijk=uiterlijk)
    herbereken()
    gevonden = vraag(ik)
    assert {groep: wat(gevonden, groep) for groep in Groep if gevonden.regels[groep]} == (
        {groep: [(Soort.TERMIJN, persoon.pk)]} if groep else {}
    )
    assert sum(gevonden.aantallen.values()) == (1 if groep else 0)


@pytest.mark.parametrize(
    ("soort", "nieuwe_datum", "groep"),
    [
        ("uitstel", date(2017, 5, 3), Groep.DEZE_WEEK),
        ("uitstel", date(2017, 4, 30), Groep.TE_LAAT),
        ("vrijstelling", None, None),
        ("voldaan", date(2017, 4, 20), None),
    ],
)
def test_een_besluit_verplaatst_haar_of_haalt_haar_weg(ik, soort, nieuwe_datum, groep):
    persoon = dossier_van(ik, uiterlijk=date(2017, 4, 28))
    herbereken()
    UitzonderingFactory(
        statushouder=persoon, soort=soort, nieuwe_datum=nieuwe_datum, besloten_op=date(2017, 4, 27)
    )
    gevonden = vraag(ik)
    assert [groep for groep in Groep if gevonden.regels[groep]] == ([groep] if groep else [])


def test_van_wie_het_is(ik, collega):
    mijn, zijn = (dossier_van(wie, uiterlijk=date(2017, 5, 2)) for wie in (ik, collega))
    niemands = dossier_van(None, uiterlijk=date(2017, 5, 2))
    herbereken()
    for wie, verwacht in (
        (Wie.MIJN, {mijn.pk}),
        (Wie.ALLE, {mijn.pk, zijn.pk, niemands.pk}),
        (Wie.GEEN, {niemands.pk}),
        (collega.pk, {zijn.pk}),
    ):
        gevonden = vraag(ik, Keuze(wie=wie))
        assert {persoon for _soort, persoon in wat(gevonden, Groep.DEZE_WEEK)} == verwacht


def test_taak_en_signaal_zijn_van_wie_ze_heeft(ik, collega):
    persoon = dossier_van(ik)
    TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=date(2017, 4, 30))
    TaakFactory(statushouder=dossier_van(collega), eigenaar=ik, uiterlijk_op=date(2017, 5, 2))
    TaakFactory(statushouder=persoon, eigenaar=collega, uiterlijk_op=date(2017, 4, 30))
    SignaalFactory(
        statushouder=persoon, eigenaar=ik, gemeld_op=date(2017, 4, 20), antwoord_voor=date(2017, 5, 9)
    )
    gevonden = vraag(ik)
    assert {groep: [soort for soort, _ in wat(gevonden, groep)] for groep in Groep} == {
        Groep.TE_LAAT: [Soort.TAAK],
        Groep.DEZE_WEEK: [Soort.TAAK],
        Groep.KOMT_ERAAN: [Soort.SIGNAAL],
        Groep.WACHT: [Soort.TAAK],
    }


def test_wat_gedaan_is_staat_er_niet(ik):
    persoon = dossier_van(ik)
    TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=MAANDAG, gedaan_op=MAANDAG, gedaan_door=ik)
    assert not any(vraag(ik).aantallen.values())


@pytest.mark.parametrize(
    ("op", "tijd", "staat_er"),
    [
        (date(2017, 5, 2), None, True),
        (date(2017, 5, 1), "14:00", True),
        (date(2017, 5, 1), None, False),  # recorded today, not agreed for today
        (date(2017, 4, 30), "14:00", False),
    ],
)
def test_een_afspraak_is_wat_nog_komt(ik, op, tijd, staat_er):
    ContactFactory(statushouder=dossier_van(ik), op=op, tijd=tijd, soort="gesprek")
    assert len(vraag(ik).regels[Groep.DEZE_WEEK]) == staat_er


def test_een_verwijzing_zonder_antwoord_wacht(ik):
    persoon, organisatie = dossier_van(ik), OrganisatieFactory()
    DoorverwijzingFactory(statushouder=persoon, organisatie=organisatie, aangenomen_op=None)
    assert wat(vraag(ik), Groep.WACHT) == [(Soort.VERWIJZING, persoon.pk)]


def test_wie_waarneemt_heeft_het_werk_ook(ik, collega):
    persoon = dossier_van(collega, uiterlijk=date(2017, 5, 2))
    herbereken()
    assert not any(vraag(ik).aantallen.values())
    neem_waar(afwezige=collega, waarnemer=ik, van=MAANDAG, tot=date(2017, 5, 6))
    assert wat(vraag(ik), Groep.DEZE_WEEK) == [(Soort.TERMIJN, persoon.pk)]


def test_een_afgeschermd_dossier_staat_er_niet(ik):
    persoon = dossier_van(ik, uiterlijk=date(2017, 5, 2), afgeschermd=True)
    TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=MAANDAG)
    herbereken()
    for keuze in (Keuze(), Keuze(wie=Wie.ALLE)):
        gevonden = vraag(ik, keuze)
        assert not any(gevonden.aantallen.values())


def test_het_getal_in_het_menu_is_wat_te_laat_is(ik, collega):
    persoon = dossier_van(ik, uiterlijk=date(2017, 4, 30))
    dossier_van(ik, uiterlijk=MAANDAG)
    TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=date(2017, 4, 30))
    TaakFactory(statushouder=persoon, eigenaar=collega, uiterlijk_op=date(2017, 4, 30))
    herbereken()
    with namens(ik, op=MAANDAG), CaptureQueriesContext(connection) as vragen:
        assert te_laat(ik, MAANDAG) == 2
    assert len(vragen) == 1


def test_meer_dan_de_groep_laat_zien_telt_wel(ik):
    for _ in range(3):
        dossier_van(ik, uiterlijk=date(2017, 5, 2))
    herbereken()
    gevonden = vraag(ik, per_groep=2)
    assert (len(gevonden.regels[Groep.DEZE_WEEK]), gevonden.aantallen[Groep.DEZE_WEEK]) == (2, 3)


class TestPagina:
    """In the browser."""

    @pytest.fixture(autouse=True)
    def _ingelogd(self, client, ik):
        client.force_login(ik)

    def pagina(self, client, **vraag):
        return client.get(LIJST, vraag).content.decode()

    def test_per_gezin_met_de_handeling_en_de_weg_terug(self, client, ik):
        gezin, persoon = GezinFactory(naam="Haddad"), dossier_van(ik, uiterlijk=date(2017, 4, 27))
        GezinslidFactory(gezin=gezin, statushouder=persoon)
        GezinslidFactory(gezin=gezin, rol="kind")
        herbereken()
        pagina = self.pagina(client)
        assert "Gezin Haddad" in pagina
        assert "4 dagen te laat" in pagina
        assert "uiterlijk do 27 april" in pagina
        assert "norm, geen wet" in pagina
        plaatsen = reverse("huisvesting:plaatsen", args=[persoon.sleutel])
        assert f'href="{plaatsen}?terug=%2Fwerk%2F%23te-laat"' in pagina
        assert "Woning toewijzen" in pagina

    def test_na_de_handeling_staat_de_volgende_regel_voor(self, client, ik):
        eerste, tweede = (dossier_van(ik, uiterlijk=date(2017, 4, dag)) for dag in (26, 27))
        herbereken()
        volgende = Termijn.objects.get(statushouder=tweede)
        plaatsen = reverse("huisvesting:plaatsen", args=[eerste.sleutel])
        assert f'href="{plaatsen}?terug=%2Fwerk%2F%23termijn-{volgende.pk}"' in self.pagina(client)

    def test_uitstellen_in_de_lijst_en_terugdraaien(self, client, ik):
        persoon = dossier_van(ik, uiterlijk=date(2017, 4, 27))
        herbereken()
        termijn = Termijn.objects.get(statushouder=persoon)
        open_ = self.pagina(client, besluit=termijn.pk)
        adres = f"{reverse('termijnen:besluit', args=[termijn.pk])}?terug=%2Fwerk%2F%23te-laat"
        assert f'action="{adres}"' in open_
        gestuurd = {"soort": "uitstel", "nieuwe_datum": "15-5-2017", "reden": "Wacht op een woning"}
        antwoord = client.post(adres, gestuurd)
        assert antwoord["Location"] == "/werk/#te-laat"
        pagina = self.pagina(client)
        assert "Over 14 dagen" in pagina
        assert "uitgesteld: Wacht op een woning" in pagina
        terug = reverse("termijnen:terugdraaien", args=[Uitzondering.objects.get().pk])
        assert f'href="{terug}?terug=%2Fwerk%2F%23te-laat"' in pagina
        assert client.post(f"{terug}?terug=/werk/")["Location"] == "/werk/"
        assert "4 dagen te laat" in self.pagina(client)

    def test_een_fout_datum_komt_terug_met_wat_is_getypt(self, client, ik):
        persoon = dossier_van(ik, uiterlijk=date(2017, 4, 27))
        herbereken()
        adres = reverse("termijnen:besluit", args=[Termijn.objects.get(statushouder=persoon).pk])
        gestuurd = {"soort": "uitstel", "nieuwe_datum": "30-4-2017", "reden": "Wacht op een woning"}
        pagina = client.post(f"{adres}?terug=/werk/", gestuurd).content.decode()
        assert "Kies een dag na vandaag." in pagina
        assert "Wacht op een woning" in pagina
        assert 'href="/werk/"' in pagina
        assert not Uitzondering.objects.exists()

    def test_een_taak_is_met_een_druk_gedaan(self, client, ik):
        taak = TaakFactory(statushouder=dossier_van(ik), eigenaar=ik, uiterlijk_op=MAANDAG)
        adres = f"{reverse('dossiers:taak-gedaan', args=[taak.pk])}?terug=%2Fwerk%2F%23deze-week"
        assert f'action="{adres}"' in self.pagina(client)
        assert client.post(adres, {"versie": taak.versie})["Location"] == "/werk/#deze-week"
        taak.refresh_from_db()
        assert taak.gedaan_op == MAANDAG
        assert "Er staat niets open" in self.pagina(client)

    @pytest.mark.parametrize("weg", ["https://elders.example/", "//elders.example", "/\\elders.example", "x"])
    def test_de_weg_terug_is_van_ons(self, client, ik, weg):
        taak = TaakFactory(statushouder=dossier_van(ik), eigenaar=ik, uiterlijk_op=MAANDAG)
        adres = reverse("dossiers:taak-gedaan", args=[taak.pk])
        antwoord = client.post(adres, {"versie": taak.versie}, query_params={"terug": weg})
        assert antwoord["Location"] == reverse("dossiers:taak", args=[taak.pk])

    def test_een_bewaard_filter_van_de_dossiers_kiest_ook_hier(self, client, ik):
        kind, ouder = (
            dossier_van(ik, uiterlijk=date(2017, 5, 2), geboren_vroegst=dag, geboren_laatst=dag)
            for dag in (date(2005, 1, 1), date(1980, 1, 1))
        )
        herbereken()
        rij = bewaar_filter(gebruiker=ik, naam="Jongeren", parameters={"leeftijd": "12-18"})
        pagina = self.pagina(client, filter=rij.pk)
        assert str(kind.sleutel) in pagina
        assert str(ouder.sleutel) not in pagina

    def test_een_tab_en_wat_niet_bestaat(self, client, ik):
        dossier_van(ik, uiterlijk=date(2017, 5, 2))
        dossier_van(ik, uiterlijk=date(2017, 4, 2))
        herbereken()
        assert "te laat" not in self.pagina(client, groep="deze-week").split("<main")[1].split("</nav>")[1]
        for vraag in (
            {"groep": "straks"},
            {"wie": "999999"},
            {"domein": "x"},
            {"filter": "x"},
            {"besluit": "x"},
        ):
            assert client.get(LIJST, vraag).status_code == 200

    @pytest.mark.parametrize("aantal", [1, 50])
    def test_evenveel_vragen_bij_een_en_bij_vijftig(self, client, ik, aantal, django_assert_num_queries):
        for _ in range(aantal):
            persoon = dossier_van(ik, uiterlijk=date(2017, 5, 2))
            GezinslidFactory(gezin=GezinFactory(), statushouder=persoon)
            TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=MAANDAG)
        herbereken()
        with django_assert_num_queries(11):
            client.get(LIJST)

    def test_wie_geen_werk_heeft_heeft_de_pagina_niet(self, client):
        client.force_login(GebruikerFactory(rol=Rol.FINANCIEN))
        assert client.get(LIJST).status_code == 404
