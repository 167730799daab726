"""The page of Mijn werk: rows by family, one act for each, and back to the list at the next row."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from dossiers.actions import bewaar_filter
from termijnen.actions import herbereken
from termijnen.models import Termijn, Uitzondering
from tests.dossiers.factories import (
    DoorverwijzingFactory,
    GezinFactory,
    GezinslidFactory,
    StatushouderFactory,
)
from tests.dossiers.vastleggen.factories import SignaalFactory, TaakFactory
from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol
from werkplek.views import mijn_werk

pytestmark = pytest.mark.django_db
MAANDAG = date(2017, 5, 1)
LIJST = reverse("werkplek:mijn-werk")


@pytest.fixture(autouse=True)
def _dag(settings):
    settings.VANDAAG = MAANDAG.isoformat()


@pytest.fixture(autouse=True)
def ik(client):
    client.force_login(gebruiker := GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    return gebruiker


def dossier_van(wie, *, uiterlijk: date | None = None, **velden):
    """A person whose case it is; with `uiterlijk` the term of a home ends on that day."""
    gekoppeld = {"coa_koppeldatum": uiterlijk - timedelta(weeks=10)} if uiterlijk else {}
    return StatushouderFactory(regie__regisseur=wie, **gekoppeld, **velden)


def toon(client, **vraag):
    return client.get(LIJST, vraag).content.decode()


def test_per_gezin_met_de_handeling_en_de_weg_terug(client, ik):
    gezin, persoon = GezinFactory(naam="Haddad"), dossier_van(ik, uiterlijk=date(2017, 4, 27))
    GezinslidFactory(gezin=gezin, statushouder=persoon)
    GezinslidFactory(gezin=gezin, rol="kind")
    herbereken()
    pagina = toon(client)
    assert "Gezin Haddad" in pagina
    assert "4 dagen te laat" in pagina
    assert "uiterlijk do 27 april" in pagina
    assert "norm, geen wet" in pagina
    plaatsen = reverse("huisvesting:plaatsen", args=[persoon.sleutel])
    assert f'href="{plaatsen}?terug=%2Fwerk%2F%23te-laat"' in pagina
    assert "Woning toewijzen" in pagina


def test_na_de_handeling_staat_de_volgende_regel_voor(client, ik):
    eerste, tweede = (dossier_van(ik, uiterlijk=date(2017, 4, dag)) for dag in (26, 27))
    herbereken()
    volgende = Termijn.objects.get(statushouder=tweede)
    plaatsen = reverse("huisvesting:plaatsen", args=[eerste.sleutel])
    assert f'href="{plaatsen}?terug=%2Fwerk%2F%23termijn-{volgende.pk}"' in toon(client)


def test_na_de_laatste_van_een_groep_staat_de_eerste_van_de_volgende_voor(client, ik):
    laatste, eerste = (dossier_van(ik, uiterlijk=date(2017, *dag)) for dag in ((4, 27), (5, 2)))
    herbereken()
    volgende = Termijn.objects.get(statushouder=eerste)
    plaatsen = reverse("huisvesting:plaatsen", args=[laatste.sleutel])
    assert f'href="{plaatsen}?terug=%2Fwerk%2F%23termijn-{volgende.pk}"' in toon(client)


def test_uitstellen_in_de_lijst_en_terugdraaien(client, ik):
    persoon = dossier_van(ik, uiterlijk=date(2017, 4, 27))
    herbereken()
    termijn = Termijn.objects.get(statushouder=persoon)
    assert f'href="/werk/?besluit={termijn.pk}#blad"' in toon(client)  # at the form, where Tab goes on
    open_ = toon(client, besluit=termijn.pk)
    assert open_.count('id="blad"') == 1
    # neither field says that it may stay empty: that depends on what is decided
    assert "niet verplicht" not in open_.split('id="blad"')[1].split("</form>")[0]
    adres = f"{reverse('termijnen:besluit', args=[termijn.pk])}?terug=%2Fwerk%2F%23te-laat"
    assert f'action="{adres}"' in open_
    gestuurd = {"soort": "uitstel", "nieuwe_datum": "15-5-2017", "reden": "Wacht op een woning"}
    antwoord = client.post(adres, gestuurd)
    assert antwoord["Location"] == "/werk/#te-laat"
    pagina = toon(client)
    assert "Over 14 dagen" in pagina
    assert "uitgesteld: Wacht op een woning · was uiterlijk 27-4-2017" in pagina
    terug = reverse("termijnen:terugdraaien", args=[Uitzondering.objects.get().pk])
    assert f'href="{terug}?terug=%2Fwerk%2F%23termijn-{termijn.pk}"' in pagina  # to the row itself
    assert f'id="termijn-{termijn.pk}"' in pagina
    assert client.post(f"{terug}?terug=/werk/")["Location"] == "/werk/"
    assert "4 dagen te laat" in toon(client)


def test_een_fout_datum_komt_terug_met_wat_is_getypt(client, ik):
    persoon = dossier_van(ik, uiterlijk=date(2017, 4, 27))
    herbereken()
    adres = reverse("termijnen:besluit", args=[Termijn.objects.get(statushouder=persoon).pk])
    gestuurd = {"soort": "uitstel", "nieuwe_datum": "30-4-2017", "reden": "Wacht op een woning"}
    pagina = client.post(f"{adres}?terug=/werk/", gestuurd).content.decode()
    assert "Kies een dag na vandaag." in pagina
    assert "Wacht op een woning" in pagina
    assert 'href="/werk/"' in pagina
    assert not Uitzondering.objects.exists()


def test_een_taak_is_met_een_druk_gedaan(client, ik):
    taak = TaakFactory(statushouder=dossier_van(ik), eigenaar=ik, uiterlijk_op=MAANDAG)
    adres = f"{reverse('dossiers:taak-gedaan', args=[taak.pk])}?terug=%2Fwerk%2F%23deze-week"
    assert f'action="{adres}"' in toon(client)
    assert client.post(adres, {"versie": taak.versie})["Location"] == "/werk/#deze-week"
    taak.refresh_from_db()
    assert taak.gedaan_op == MAANDAG
    pagina = toon(client)
    assert "Er staat niets open" in pagina
    terug = f"{reverse('dossiers:taak-heropenen', args=[taak.pk])}?terug=%2Fwerk%2F%23taak-{taak.pk}"
    assert f'href="{terug}">Maak ongedaan' in pagina
    assert client.post(terug, {"versie": taak.versie})["Location"] == f"/werk/#taak-{taak.pk}"
    assert f'id="taak-{taak.pk}"' in toon(client)  # the row that is there again
    taak.refresh_from_db()
    assert taak.gedaan_op is None


def test_een_signaal_kan_ook_later(client, ik):
    rij = SignaalFactory(statushouder=dossier_van(ik), eigenaar=ik, antwoord_voor=MAANDAG)
    adres = reverse("dossiers:signaal-wijzigen", args=[rij.pk])
    assert f'href="{adres}?terug=%2Fwerk%2F%23deze-week"' in toon(client)
    client.force_login(GebruikerFactory(rol=Rol.CONSULENT))
    assert adres not in toon(client)


@pytest.mark.parametrize("rol", [Rol.KLANTREGISSEUR, Rol.COORDINATOR, Rol.CONSULENT])
def test_intrekken_staat_er_alleen_voor_wie_dat_mag(client, ik, rol):
    verwijzing = DoorverwijzingFactory(
        statushouder=dossier_van(ik),
        organisatie=OrganisatieFactory(),
        domeinen=["inburgering"],
        aangenomen_op=None,
    )
    client.force_login(GebruikerFactory(rol=rol))
    pagina = toon(client, wie="alle", groep="wacht")
    assert f"Antwoord van {verwijzing.organisatie}" in pagina
    intrekken = reverse(
        "dossiers:verwijzing-intrekken", args=[verwijzing.statushouder.sleutel, verwijzing.pk]
    )
    assert (intrekken in pagina) is (client.get(intrekken).status_code == 200)
    assert (intrekken in pagina) is (rol != Rol.CONSULENT)


@pytest.mark.parametrize("weg", ["https://elders.example/", "//elders.example", "/\\elders.example", "x"])
def test_de_weg_terug_is_van_ons(client, ik, weg):
    taak = TaakFactory(statushouder=dossier_van(ik), eigenaar=ik, uiterlijk_op=MAANDAG)
    adres = reverse("dossiers:taak-gedaan", args=[taak.pk])
    antwoord = client.post(adres, {"versie": taak.versie}, query_params={"terug": weg})
    assert antwoord["Location"] == reverse("dossiers:taak", args=[taak.pk])


def test_een_bewaard_filter_van_de_dossiers_kiest_ook_hier(client, ik):
    kind, ouder = (
        dossier_van(ik, uiterlijk=date(2017, 5, 2), geboren_vroegst=dag, geboren_laatst=dag)
        for dag in (date(2005, 1, 1), date(1980, 1, 1))
    )
    herbereken()
    rij = bewaar_filter(gebruiker=ik, naam="Jongeren", parameters={"leeftijd": "12-18"})
    pagina = toon(client, filter=rij.pk)
    assert str(kind.sleutel) in pagina
    assert str(ouder.sleutel) not in pagina


def test_een_tab_en_wat_niet_bestaat(client, ik):
    dossier_van(ik, uiterlijk=date(2017, 5, 2))
    dossier_van(ik, uiterlijk=date(2017, 4, 2))
    herbereken()
    assert "te laat" not in toon(client, groep="deze-week").split("<main")[1].split("</nav>")[1]
    for vraag in (
        {"groep": "straks"},
        {"wie": "999999"},
        {"domein": "x"},
        {"filter": "x"},
        {"besluit": "x"},
    ):
        assert client.get(LIJST, vraag).status_code == 200


def test_waar_een_filter_bewaard_wordt_en_hoe_het_weer_weggaat(client, ik):
    """Who kept none reads where that is done; a chosen one is left without opening anything."""
    uitleg = "Een filter dat u bij"
    leeg = toon(client)
    assert uitleg in leeg
    assert "Wis filters" not in leeg
    rij = bewaar_filter(gebruiker=ik, naam="Jongeren", parameters={"leeftijd": "12-18"})
    assert uitleg not in toon(client)
    assert "Wis filters" not in toon(client)
    pagina = toon(client, filter=rij.pk)
    # before the part that folds out
    assert re.search(r'href="/werk/"\s*>Wis filters<', pagina[: pagina.index("Filter aanpassen")])


@pytest.mark.parametrize("aantal", [1, 50])
def test_evenveel_vragen_bij_een_en_bij_vijftig(client, ik, aantal, django_assert_num_queries):
    for _ in range(aantal):
        persoon = dossier_van(ik, uiterlijk=date(2017, 5, 2))
        GezinslidFactory(gezin=GezinFactory(), statushouder=persoon)
        TaakFactory(statushouder=persoon, eigenaar=ik, uiterlijk_op=MAANDAG)
    herbereken()
    with django_assert_num_queries(12):
        client.get(LIJST)


def test_wie_geen_werk_heeft_heeft_de_pagina_niet(client):
    client.force_login(GebruikerFactory(rol=Rol.RAADSGRIFFIE))
    assert client.get(LIJST).status_code == 404


def test_een_lange_groep_bladert_met_de_filters_en_zonder_script(client, ik, monkeypatch):
    """The next page is an address; an act on it comes back to it; what is chosen anew begins at the first."""
    monkeypatch.setattr(mijn_werk, "ALLEEN_DEZE", 2)
    for nummer in range(5):
        TaakFactory(
            statushouder=dossier_van(ik),
            eigenaar=ik,
            uiterlijk_op=MAANDAG,
            wat=f"Taak {nummer}",
            domein="huisvesting",
        )
    adres, gezien = f"{LIJST}?groep=deze-week&domein=huisvesting", []
    for getoond in (2, 2, 1):
        tekst = client.get(adres).content.decode()
        gezien += re.findall(r"Taak \d(?=</a>)", tekst)
        assert f"Op deze bladzijde staan er {getoond} van 5." in " ".join(tekst.split())
        assert ("Naar het begin" in tekst) == (len(gezien) > 2)
        verder = re.search(r'href="([^"]*na=[^"]*)"[^>]*>\s*Volgende', tekst)
        if verder:
            adres = html.unescape(verder[1])
            assert "domein=huisvesting" in adres
            assert "groep=deze-week" in adres
    assert gezien == [f"Taak {nummer}" for nummer in range(5)]
    assert verder is None
    assert "terug=" in tekst
    assert "na%3D" in tekst
    assert not re.search(r'wi-tabs__tab"\s+href="[^"]*na=', tekst)


def test_een_bladzijde_waar_niets_meer_staat_toont_de_eerste(client, ik):
    TaakFactory(statushouder=dossier_van(ik), eigenaar=ik, uiterlijk_op=MAANDAG)
    tekst = client.get(f"{LIJST}?groep=deze-week&na=2017-05-07.taak.999999").content.decode()
    assert "Toeslagen aanvragen" in tekst


@pytest.mark.parametrize("aantal", [1, 50])
def test_een_bladzijde_verder_kost_evenveel_vragen(client, ik, aantal, django_assert_num_queries):
    for _ in range(aantal):
        TaakFactory(statushouder=dossier_van(ik), eigenaar=ik, uiterlijk_op=MAANDAG)
    with django_assert_num_queries(11):
        client.get(f"{LIJST}?groep=deze-week&na=2017-04-30.taak.1")
