"""A sixth domain appears everywhere with one line of settings: in a process with those settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from kern.contract import Domein
from kern.register import register
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol
from toegang.rules import mag

BASIS: Path = settings.BASIS
INSTELLINGEN = BASIS / "tests" / "domein_zes" / "instellingen.py"


def test_een_regel_in_de_instellingen():
    regels = INSTELLINGEN.read_text().splitlines()
    assert [regel for regel in regels if "domein_zes" in regel and "INSTALLED_APPS" in regel] == [
        'INSTALLED_APPS = [*INSTALLED_APPS, "tests.domein_zes"]'
    ]


def test_wat_van_een_zesde_domein_te_zien_is():
    opdracht = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--create-db"]
    opdracht += ["--ds=tests.domein_zes.instellingen", "tests/domein_zes/proeven.py"]
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("PYTEST_")}
    omgeving.pop("DJANGO_SETTINGS_MODULE", None)
    gedaan = subprocess.run(opdracht, cwd=BASIS, env=omgeving, capture_output=True, text=True, check=False)
    assert gedaan.returncode == 0, gedaan.stdout[-4000:]
    assert "11 passed" in gedaan.stdout


def test_een_domein_kan_de_tabel_niet_ruimer_maken(monkeypatch):
    ruim = Domein(code="financien", label="Financiën", rechten={Rol.KLANTREGISSEUR: frozenset({"inzien"})})
    monkeypatch.setitem(register._domeinen, "financien", ruim)
    assert not mag(GebruikerFactory.build(rol=Rol.KLANTREGISSEUR), "financien", "inzien")


def test_een_onbekend_domein_geeft_niemand_iets():
    assert not mag(GebruikerFactory.build(rol=Rol.KLANTREGISSEUR), "sport", "inzien")
