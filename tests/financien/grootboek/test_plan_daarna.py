"""After the first booking a plan file may name things otherwise, and no other amounts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from financien.models import Activiteit
from kern.management.commands.laad_plan import EIGEN_PLAN
from kern.opdrachten import Geweigerd
from tests.financien.factories import BoekingFactory
from tests.kern.planproef import JONG, laad


@pytest.fixture
def herlaad(plan, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Load the plan again, with these pieces of text replaced."""

    def met(*vervang: tuple[str, str]) -> dict[str, Any]:
        tekst = EIGEN_PLAN.read_text()
        for oud, nieuw in vervang:
            assert oud in tekst
            tekst = tekst.replace(oud, nieuw, 1)
        pad = tmp_path / "plan.toml"
        pad.write_text(tekst)
        return laad(pad)

    return met


@pytest.fixture
def geboekt(plan) -> None:
    BoekingFactory()


def test_hetzelfde_bestand_verandert_niets(geboekt, herlaad):
    assert herlaad()["gewijzigd"] == 0


def test_een_andere_naam_mag(geboekt, herlaad):
    herlaad((JONG, JONG.replace("aanpak jongeren", "aanpak jeugd")))
    assert "jeugd" in Activiteit.objects.get(code="JONG").omschrijving


SCHUIF = [(JONG, JONG.replace("20000", "20001")), ("bedrag = 40000", "bedrag = 39999")]


def test_een_ander_bedrag_niet(geboekt, herlaad):
    with pytest.raises(Geweigerd) as fout:
        herlaad(*SCHUIF)
    tekst = str(fout.value)
    assert "activiteiten[JONG].bedrag: 20.000 staat vast" in tekst
    assert "activiteiten[ONV].bedrag: 40.000 staat vast" in tekst
    assert Activiteit.objects.get(code="JONG").bedrag == 20000


def test_voor_de_eerste_boeking_wel(herlaad):
    herlaad(*SCHUIF)
    assert Activiteit.objects.get(code="JONG").bedrag == 20001
