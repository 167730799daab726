"""The reports as a browser sees them: every page at both widths, and the progress that moves by itself."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from rapportage.models import Rapport, Soort, Status
from tests.rapportage.conftest import APRIL, VANDAAG, maak_gebruiker, maak_plan
from toegang.models import Rol

pytestmark = pytest.mark.browser
LIJST = reverse("rapportage:rapporten")
MAKEN = reverse("rapportage:maken")
PAGINA = reverse("rapportage:rapport", args=[Soort.VOORTGANG, APRIL])
KLAAR = {
    "status": Status.GEMAAKT,
    "stap": 3,
    "gemaakt_op": VANDAAG,
    "gegevens": "{}",
    "sha256": "0" * 64,
    "pdf": b"%PDF-proef",
}


def rapport(**velden: object) -> Rapport:
    return Rapport.objects.create(
        soort=Soort.VOORTGANG, maand=APRIL, gevraagd_op=VANDAAG, **{"versie": 1, **velden}
    )


@pytest.fixture
def maker(live_server):
    maak_plan()
    return maak_gebruiker(Rol.COORDINATOR)


def test_zonder_rapporten(bekijk, maker):
    bekijk(LIJST, maker)
    bekijk(LIJST, maak_gebruiker(Rol.RAADSGRIFFIE))


def test_met_rapporten(bekijk, maker):
    rapport(**KLAAR)
    rapport(versie=2, status=Status.MISLUKT, reden="Het maken is 3 keer niet gelukt.")
    bekijk(LIJST, maker)
    bekijk(PAGINA, maker)


def test_vragen(bekijk, maker):
    bekijk(MAKEN, maker)


def test_terwijl_het_rapport_gemaakt_wordt(bekijk, maker):
    rapport(stap=1)
    bekijk(PAGINA, maker)


def test_de_voortgang_beweegt_vanzelf_en_stopt_als_het_klaar_is(kijker, maker):
    rij = rapport(stap=1)
    gevraagd: list[str] = []
    with kijker(maker).context() as context:
        pagina = context.new_page()
        pagina.on("request", lambda verzoek: gevraagd.append(verzoek.url))
        pagina.goto(kijker().adres + PAGINA)
        expect(pagina.get_by_role("progressbar")).to_have_attribute("value", "1")
        Rapport.objects.filter(pk=rij.pk).update(stap=2)
        expect(pagina.get_by_role("progressbar")).to_have_attribute("value", "2")
        Rapport.objects.filter(pk=rij.pk).update(**KLAAR)
        expect(pagina.get_by_text("Versie 1 is gemaakt")).to_be_visible()
        expect(pagina.get_by_role("link", name="PDF van Voortgang april 2017, versie 1")).to_be_visible()
        aantal = len(gevraagd)
        pagina.wait_for_timeout(1500)
        assert len(gevraagd) == aantal


def test_zonder_script_ververst_een_gewone_link(kijker, maker):
    rij = rapport(stap=1)
    with kijker(maker).context(java_script_enabled=False) as context:
        pagina = context.new_page()
        pagina.goto(kijker().adres + PAGINA)
        Rapport.objects.filter(pk=rij.pk).update(**KLAAR)
        pagina.get_by_role("link", name="Ververs deze bladzijde").click()
        expect(pagina.get_by_text("Versie 1 is gemaakt")).to_be_visible()
