"""The read log over its own connection, with the roles as in production, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.db import connection

from kern.velden import blinde_index
from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Leesregel

pytestmark = pytest.mark.django_db(transaction=True)
BSN = "123456782"


@pytest.fixture
def rima():
    return StatushouderFactory(achternaam="Haddad", bsn=BSN, bsn_index=blinde_index(BSN))


@pytest.fixture
def ik():
    return GebruikerFactory()


def vraag(wie: Any, persoon: Any, storing: str = "", *, log: str = "") -> dict[str, Any]:
    """Ask the page in another process, whose log is in the database `log`, by default the one of the tests."""
    verbinding = connection.settings_dict
    server = verbinding["HOST"].replace("/", "%2F")
    poort = f":{verbinding['PORT']}" if verbinding["PORT"] else ""
    omgeving = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.ontwikkeling",
        "WI_VERBINDING": "web",
        "WI_VANDAAG": "2017-05-01",
        "DATABASE_URL": f"postgres://{verbinding['USER']}@{server}{poort}/{verbinding['NAME']}",
        "DATABASE_URL_LOG": f"postgres://wi_log@{server}{poort}/{log or verbinding['NAME']}",
    }
    klaar = subprocess.run(
        [
            sys.executable,
            str(Path(__file__).with_name("leeslog_proces.py")),
            str(wie.pk),
            str(persoon.sleutel),
            storing,
        ],
        cwd=instellingen.BASIS,
        env=omgeving | {"PYTHONPATH": str(instellingen.BASIS)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    antwoord: dict[str, Any] = json.loads(klaar.stdout.splitlines()[-1])
    return antwoord


def test_de_pagina_en_haar_regel_elk_over_hun_eigen_verbinding(ik, rima):
    antwoord = vraag(ik, rima)
    assert antwoord == {"status": 200, "naam": True, "web": "wi_web", "log": "wi_log"}
    assert Leesregel.objects.get().dossier == rima.sleutel


def test_de_regel_blijft_als_de_pagina_daarna_mislukt(ik, rima):
    antwoord = vraag(ik, rima, "daarna")
    assert (antwoord["status"], antwoord["naam"]) == (500, False)
    assert Leesregel.objects.get().dossier == rima.sleutel


def test_de_regel_van_een_bsn_staat_er_voor_het_ontsleutelen(ik, rima):
    assert vraag(ik, rima, "bsn")["status"] == 500
    assert Leesregel.objects.get().handeling == "bsn"


def test_zonder_verbinding_met_het_log_komt_er_geen_pagina(ik, rima):
    antwoord = vraag(ik, rima, log="bestaat_niet")
    assert antwoord == {"status": 503, "naam": False, "web": "wi_web", "log": ""}
    assert not Leesregel.objects.exists()
