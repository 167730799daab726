"""What the client manager can reach in the demonstration."""

import pytest

from tests.browser.ronde import keur_alles
from toegang.models import Rol

pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("demonstratie")
def test_elke_pagina(kijker):
    minstens = {"dossiers:registreren", "huisvesting:plaatsen", "huisvesting:woningen"}
    keur_alles(kijker, Rol.KLANTREGISSEUR, minstens)
