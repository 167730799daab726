"""Negative controls: a page with a planted fault is found out, and a good one is not."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _gebreken(settings):
    settings.ROOT_URLCONF = "tests.browser.gebreken"


@pytest.mark.parametrize(
    ("naam", "melding", "breedtes"),
    [
        ("bleek", "axe color-contrast", {1280, 320}),
        ("zonder-naam", "axe label", {1280, 320}),
        ("te-breed", "px opzij", {1280, 320}),
        ("script", "geweigerd door het beleid: script-src-elem inline", {1280, 320}),
        ("stijl", "geweigerd door het beleid: style-src-attr inline", {1280, 320}),
        ("klik", "geweigerd door het beleid: script-src-attr inline", {1280, 320}),
        ("klein", "doel kleiner dan 24 px", {1280, 320}),
        ("plaatje", "404 ", {1280, 320}),
        ("vreemd-plaatje", "geweigerd door het beleid: img-src data", {1280, 320}),
        ("onaf", "tekst die er niet hoort", {1280, 320}),
    ],
)
def test_een_gebrek_wordt_gevonden(kijker, naam, melding, breedtes):
    gevonden = kijker().keur(f"/gebrek/{naam}/")
    assert {int(punt.split(" px")[0]) for punt in gevonden if melding in punt} == breedtes, gevonden


def test_een_goede_pagina_heeft_geen_gebrek(kijker):
    assert kijker().keur("/gebrek/goed/") == []


def test_een_verkeerde_status_wordt_gevonden(kijker):
    assert any("status 404, niet 200" in punt for punt in kijker().keur("/gebrek-bestaat-niet/"))


def test_bekijk_faalt_met_alle_gebreken(bekijk):
    with pytest.raises(AssertionError, match=r"/gebrek/bleek/\n\s*1280 px: axe color-contrast"):
        bekijk("/gebrek/bleek/")
