"""The pages: who sees what, the form, the progress, and the files."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from rapportage import actions, tasks
from rapportage.models import Rapport, Soort, Status
from tests.rapportage.conftest import APRIL, VANDAAG, maak_gebruiker
from toegang.models import Rol

pytestmark = pytest.mark.django_db
LIJST = reverse("rapportage:rapporten")
MAKEN = reverse("rapportage:maken")


def gemaakt(versie: int = 1, status: str = Status.GEMAAKT, maand: date = APRIL) -> Rapport:
    return Rapport.objects.create(
        soort=Soort.VOORTGANG,
        maand=maand,
        versie=versie,
        status=status,
        gevraagd_op=VANDAAG,
        gemaakt_op=VANDAAG,
        gegevens='{"schema": "rapport/1"}\n',
        sha256="0" * 64,
        pdf=b"%PDF-proef",
    )


def bestand(soort: str, versie: int = 1) -> str:
    return reverse(f"rapportage:{soort}", args=[Soort.VOORTGANG, APRIL, versie])


def pagina() -> str:
    return reverse("rapportage:rapport", args=[Soort.VOORTGANG, APRIL])


@pytest.fixture
def maker(client, coordinator):
    client.force_login(coordinator)
    return client


RECHTEN = {
    Rol.COORDINATOR: {"lijst": 200, "maken": 200, "pagina": 200, "pdf": 200, "gegevens": 200},
    Rol.FINANCIEN: {"lijst": 200, "maken": 200, "pagina": 200, "pdf": 200, "gegevens": 200},
    Rol.KLANTREGISSEUR: {"lijst": 200, "maken": 404, "pagina": 200, "pdf": 200, "gegevens": 404},
    Rol.RAADSGRIFFIE: {"lijst": 200, "maken": 404, "pagina": 404, "pdf": 404, "gegevens": 404},
    **{
        rol: dict.fromkeys(("lijst", "maken", "pagina", "pdf", "gegevens"), 404)
        for rol in (Rol.CONSULENT, Rol.PARTNER, Rol.PRIVACY, Rol.BEHEERDER)
    },
}


@pytest.mark.parametrize("rol", Rol.values)
def test_wie_waarbij_mag(client, plan, rol):
    gemaakt()
    client.force_login(maak_gebruiker(rol))
    adressen = {
        "lijst": LIJST,
        "maken": MAKEN,
        "pagina": pagina(),
        "pdf": bestand("pdf"),
        "gegevens": bestand("gegevens"),
    }
    assert {naam: client.get(adres).status_code for naam, adres in adressen.items()} == RECHTEN[rol]


def test_zonder_inloggen_naar_de_inlogpagina(client):
    assert client.get(LIJST).status_code == 302


@pytest.mark.parametrize("status", [Status.GEMAAKT, Status.GOEDGEKEURD, Status.GEPUBLICEERD])
def test_de_raadsgriffie_ziet_alleen_wat_gepubliceerd_is(client, status):
    gemaakt(status=status)
    client.force_login(maak_gebruiker(Rol.RAADSGRIFFIE))
    open_ = status == Status.GEPUBLICEERD
    assert client.get(bestand("pdf")).status_code == (200 if open_ else 404)
    assert client.get(pagina()).status_code == (200 if open_ else 404)
    antwoord = client.get(LIJST)
    assert ("Voortgang april 2017" in antwoord.text) == open_
    assert ("Er is nog geen rapport gepubliceerd" in antwoord.text) != open_
    assertNotContains(antwoord, "Rapport maken")
    assertNotContains(antwoord, "JSON")


def test_een_lege_lijst_zegt_wat_te_doen(maker):
    assertContains(maker.get(LIJST), "Er zijn nog geen rapporten")
    assertContains(maker.get(LIJST), f'href="{MAKEN}"')


def test_de_lijst_heeft_maand_soort_versie_status_en_bestanden(maker):
    gemaakt()
    antwoord = maker.get(LIJST)
    for deel in (
        "Voortgang april 2017",
        "Gemaakt",
        "1-5-2017",
        bestand("pdf"),
        bestand("gegevens"),
        pagina(),
    ):
        assertContains(antwoord, deel)


@pytest.mark.parametrize("aantal", [1, 50])
def test_de_lijst_kost_altijd_evenveel_vragen(maker, coordinator, django_assert_num_queries, aantal):
    for versie in range(1, aantal + 1):
        gemaakt(versie)
    with django_assert_num_queries(4):  # session, user, count, page
        antwoord = maker.get(LIJST)
    assert antwoord.context["paginator"].count == aantal


def test_de_lijst_haalt_de_inhoud_niet_op(maker):
    gemaakt()
    [rapport] = maker.get(LIJST).context["object_list"]
    assert rapport.get_deferred_fields() == {"pdf", "gegevens"}


def test_de_lijst_bladert(maker):
    for versie in range(1, 52):
        gemaakt(versie)
    assertContains(maker.get(LIJST), "Regel 1 tot en met 50 van 51.")
    assert len(maker.get(LIJST, {"page": 2}).context["object_list"]) == 1


# ---------------------------------------------------------------- asking


def test_het_formulier_biedt_de_maanden_die_voorbij_zijn(maker, plan):
    keuzes = maker.get(MAKEN).context["form"].fields["maand"].choices
    assert [keuze[0] for keuze in keuzes] == ["2017-04", "2017-03", "2017-02", "2017-01"]


def test_zonder_plan_zegt_de_pagina_dat(maker):
    assertContains(maker.get(MAKEN), "Er is nog geen maand om over te rapporteren")


def test_vragen_leidt_naar_de_voortgang_en_meldt_het_na_het_opslaan(
    maker, coordinator, plan, monkeypatch, django_capture_on_commit_callbacks
):
    gemeld: list[int] = []
    monkeypatch.setattr(tasks, "meld", gemeld.append)
    with django_capture_on_commit_callbacks() as na_opslaan:
        antwoord = maker.post(MAKEN, {"soort": "voortgang", "maand": "2017-04"})
        assert gemeld == []
    assert (antwoord.status_code, antwoord.url) == (302, pagina())
    rapport = Rapport.objects.get()
    assert (rapport.status, rapport.gevraagd_door) == (Status.GEVRAAGD, coordinator)
    [melding] = na_opslaan
    melding()
    assert gemeld == [rapport.pk]


@pytest.mark.parametrize(
    ("invoer", "veld", "zin"),
    [
        ({"soort": "voortgang", "maand": "2017-05"}, "maand", "Alleen maanden die voorbij zijn"),
        ({"soort": "voortgang", "maand": "2017-06"}, "maand", "Alleen maanden die voorbij zijn"),
        ({"soort": "voortgang", "maand": "2017-99"}, "maand", "Alleen maanden die voorbij zijn"),
        ({"soort": "voortgang", "maand": ""}, "maand", "Kies een maand."),
        ({"soort": "jaar", "maand": "2017-03"}, "soort", "Kies een soort rapport uit de lijst."),
    ],
)
def test_een_verkeerde_keuze_blijft_staan_met_een_zin(maker, plan, invoer, veld, zin):
    antwoord = maker.post(MAKEN, invoer)
    [melding] = antwoord.context["form"].errors[veld]
    assert zin in melding
    assertContains(antwoord, zin)
    if invoer["maand"] == "2017-03":
        assertContains(antwoord, '<option value="2017-03" selected>')
    assert not Rapport.objects.exists()


def test_een_weigering_van_de_handeling_staat_bij_het_veld(maker, plan, monkeypatch):
    """The form offers months that are over; should the action still refuse, its sentence is shown."""
    monkeypatch.setattr(actions, "is_begonnen", lambda _maand, _vandaag: False)
    antwoord = maker.post(MAKEN, {"soort": "voortgang", "maand": "2017-04"})
    assert antwoord.status_code == 200
    assert "nog niet begonnen" in antwoord.context["form"].errors["maand"][0]


def test_van_vraag_tot_pdf(maker, plan, werkelijkheid, django_capture_on_commit_callbacks):
    """The whole way, with the task at once and the real PDF."""
    with django_capture_on_commit_callbacks(execute=True):
        gevraagd = maker.post(MAKEN, {"soort": "voortgang", "maand": "2017-04"})
    antwoord = maker.get(gevraagd.url)
    assertContains(antwoord, "Versie 1 is gemaakt. De cijfers gelden op 30 april 2017")
    pdf = maker.get(bestand("pdf"))
    assert pdf.content.startswith(b"%PDF-1.7")
    gegevens = json.loads(maker.get(bestand("gegevens")).content)
    assert gegevens["sha256"] == Rapport.objects.get().sha256
    with django_capture_on_commit_callbacks(execute=True):
        gevraagd = maker.post(MAKEN, {"soort": "voortgang", "maand": "2017-04"})
    antwoord = maker.get(gevraagd.url)
    assertContains(antwoord, "Op 1 mei 2017 zijn de cijfers opnieuw bekeken. Er is niets veranderd")
    assert maker.get(bestand("pdf")).content == pdf.content


# ---------------------------------------------------------------- progress


@pytest.mark.parametrize(
    ("stap", "woorden"), [(0, "In de wachtrij"), (1, "Cijfers verzamelen"), (2, "Bladzijden opmaken")]
)
def test_de_voortgang_ververst_zich_ook_zonder_script(maker, stap, woorden):
    Rapport.objects.create(soort=Soort.VOORTGANG, maand=APRIL, versie=1, stap=stap, gevraagd_op=VANDAAG)
    antwoord = maker.get(pagina())
    assertContains(antwoord, f"Stap {stap} van 3: {woorden}.")
    voortgang = (
        f'<progress class="wi-voortgang" max="3" value="{stap}" aria-label="Maken van Voortgang april 2017">'
    )
    assertContains(antwoord, f"{voortgang}{stap} van 3</progress>", html=True)
    assertContains(antwoord, f'hx-get="{pagina()}"')
    assertContains(antwoord, "Ververs deze bladzijde")
    deel = maker.get(pagina(), headers={"HX-Request": "true"})
    assert deel.text.strip().startswith('<div id="stand"')
    assertNotContains(deel, "<html")


@pytest.mark.parametrize("status", [Status.GEMAAKT, Status.MISLUKT])
def test_wat_klaar_is_wordt_niet_meer_opgevraagd(maker, status):
    if status == Status.GEMAAKT:
        gemaakt()
    else:
        Rapport.objects.create(
            soort=Soort.VOORTGANG,
            maand=APRIL,
            versie=1,
            gevraagd_op=VANDAAG,
            status=status,
            reden="Het maken is 3 keer niet gelukt.",
        )
    antwoord = maker.get(pagina())
    assertNotContains(antwoord, "hx-get")
    assertContains(
        antwoord, "Versie 1 is gemaakt" if status == Status.GEMAAKT else "Het maken is 3 keer niet gelukt."
    )


def test_de_pagina_toont_alle_versies_en_die_van_niets_bestaat_niet(maker):
    for versie in (1, 2):
        gemaakt(versie)
    assertContains(maker.get(pagina()), bestand("pdf", 2))
    assertContains(maker.get(pagina()), bestand("pdf", 1))
    assert maker.get(reverse("rapportage:rapport", args=[Soort.BUDGET, APRIL])).status_code == 404
    assert maker.get("/rapporten/voortgang/2017-13/").status_code == 404


# ---------------------------------------------------------------- files


def test_de_bestanden_komen_als_bijlage_met_hun_naam(maker):
    gemaakt()
    pdf, gegevens = maker.get(bestand("pdf")), maker.get(bestand("gegevens"))
    assert (pdf.content, gegevens.content) == (b"%PDF-proef", b'{"schema": "rapport/1"}\n')
    assert (pdf["Content-Type"], gegevens["Content-Type"]) == ("application/pdf", "application/json")
    assert pdf["Content-Disposition"] == 'attachment; filename="voortgang-2017-04-v1.pdf"'
    assert gegevens["Content-Disposition"] == 'attachment; filename="voortgang-2017-04-v1.json"'
    assert pdf["Cache-Control"] == "no-store"
    assert pdf["X-Content-Type-Options"] == "nosniff"


def test_een_rapport_dat_niet_gemaakt_is_heeft_geen_bestand(maker):
    Rapport.objects.create(soort=Soort.VOORTGANG, maand=APRIL, versie=1, gevraagd_op=VANDAAG)
    assert maker.get(bestand("pdf")).status_code == 404
    assert maker.get(bestand("pdf", 2)).status_code == 404
