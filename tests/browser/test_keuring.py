"""Negative controls: a page with a planted fault is found out, and a good one is not."""

import pytest

from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.browser
LADEN, BREEDTES = {"laden"}, {"1280 px", "320 px"}


@pytest.fixture(autouse=True)
def _gebreken(settings):
    settings.ROOT_URLCONF = "tests.browser.gebreken"


@pytest.mark.parametrize(
    ("naam", "melding", "waar"),
    [
        ("bleek", "axe color-contrast", BREEDTES),
        ("zonder-naam", "axe label", BREEDTES),
        ("te-breed", "px opzij", BREEDTES),
        ("script", "geweigerd door het beleid: script-src-elem inline", LADEN),
        ("stijl", "geweigerd door het beleid: style-src-attr inline", LADEN),
        ("klik", "geweigerd door het beleid: script-src-attr inline", LADEN),
        ("klein", "doel kleiner dan 24 px", BREEDTES),
        ("klein-in-cel", "doel kleiner dan 24 px", BREEDTES),
        ("plaatje", "404 ", LADEN),
        ("vreemd-plaatje", "geweigerd door het beleid: img-src data", LADEN),
        ("zonder-beleid", "zonder beleid", LADEN),
        ("onaf", "tekst die er niet hoort", BREEDTES),
    ],
)
def test_een_gebrek_wordt_gevonden(kijker, naam, melding, waar):
    gevonden = kijker().keur(f"/gebrek/{naam}/")
    assert {punt.split(":")[0] for punt in gevonden if melding in punt} == waar, gevonden


def test_een_goede_pagina_heeft_geen_gebrek(kijker):
    assert kijker().keur("/gebrek/goed/") == []


def test_een_gebrek_blijft_bij_zijn_bladzijde(kijker):
    """All pages pass through one window: what it keeps of files hides no fault, and no fault stays behind in it."""
    bezoeker = kijker()
    eerst, daarna = (bezoeker.keur("/gebrek/plaatje/") for _ in range(2))
    assert eerst == daarna
    assert bezoeker.keur("/gebrek/goed/") == []


def test_ingelogd_is_alleen_wie_het_is(kijker):
    gezien: list[str] = []
    iemand = kijker(GebruikerFactory(rol=Rol.PRIVACY, naam="Anouk Visser"))
    for bezoeker in (kijker(), iemand, kijker()):
        bezoeker.keur("/gebrek/goed/", daarna=lambda pagina: gezien.append(pagina.content()))
    assert ["Anouk Visser" in html for html in gezien] == [False, True, False]


def test_wie_bij_het_inloggen_uitkomt_zag_de_bladzijde_niet(kijker):
    assert kijker().keur("/dossiers/") == ["laden: kwam uit bij het inloggen"]


def test_een_verkeerde_status_wordt_gevonden(kijker):
    assert any("status 404, niet 200" in punt for punt in kijker().keur("/gebrek-bestaat-niet/"))


def test_bekijk_faalt_met_alle_gebreken(bekijk):
    with pytest.raises(AssertionError, match=r"/gebrek/bleek/\n\s*1280 px: axe color-contrast"):
        bekijk("/gebrek/bleek/")
