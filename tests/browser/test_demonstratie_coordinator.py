"""What the coordinator can reach in the demonstration."""

import pytest

from tests.browser.ronde import keur_alles
from toegang.models import Rol

pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("demonstratie")
def test_elke_pagina(kijker):
    minstens = {
        "dossiers:lijst",
        "dossiers:registreren",
        "werkplek:dossier",
        "werkplek:gezin",
        "werkplek:geschiedenis",
        "huisvesting:taakstelling",
    }
    keur_alles(kijker, Rol.COORDINATOR, minstens)
