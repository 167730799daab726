"""The guard that keeps persons out of log lines and addresses, against faults planted for it."""

from __future__ import annotations

import logging

import pytest
from django.http import HttpResponse, HttpResponseRedirect

from tests.harnas.kanaries import Lek, geen_personen_in_logregels, personen_in, personen_in_adres
from tests.harnas.paginas import keur

BSN = "111222333"


@pytest.fixture
def eigen():
    """A logger that the guard around every test does not hear."""
    logger = logging.getLogger("proef.kanaries")
    logger.propagate, logger.level = False, logging.DEBUG
    yield logger
    logger.propagate, logger.level = True, logging.NOTSET


@pytest.mark.parametrize("wat", ["Rima", "rima haddad17", BSN, f"bsn={BSN}."])
def test_een_persoon_in_een_logregel(eigen, wat):
    with pytest.raises(Lek, match="logregel"), geen_personen_in_logregels(eigen):
        eigen.debug("Zoekt %s", wat)


@pytest.mark.parametrize(
    "wat", ["D-17-0042", "111222334", "3111222333", "0f8fad5b-d9cb-469f-a165-111222333abc"]
)
def test_wat_geen_persoon_is(eigen, wat):
    with geen_personen_in_logregels(eigen):
        eigen.warning("Werkt aan %s", wat)


def test_de_tekst_van_een_fout_komt_niet_in_de_regel(eigen):
    with geen_personen_in_logregels(eigen):
        try:
            raise ValueError("Rima")
        except ValueError:
            eigen.exception("Mislukt.")


@pytest.mark.parametrize(
    "adres", ["/dossiers/?q=Rima", f"/dossiers/{BSN}/", "/x/?q=al%2DHaddad", "/x/?naam=Rima+Haddad"]
)
def test_een_persoon_in_een_adres(adres):
    assert personen_in_adres(adres)
    assert keur(HttpResponseRedirect(adres))
    assert keur(HttpResponse(f'<!doctype html><a href="{adres}">Verder</a>'))
    assert keur(HttpResponse(f'<!doctype html><form action="{adres}"></form>'))


def test_de_naam_zelf_mag_op_de_bladzijde():
    assert not keur(HttpResponse('<!doctype html><a href="/dossiers/0f8f/">Rima Haddad</a>'))
    assert not personen_in_adres("mailto:rima@voorbeeld.example")


def test_een_melding_bevat_het_nummer_zelf_niet():
    assert BSN not in str(personen_in(BSN))


def test_de_wacht_staat_bij_elke_test(request):
    assert "_geen_personen_in_logregels" in request.fixturenames
