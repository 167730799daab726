"""What the financial officer and the council's clerk can reach in the demonstration."""

import pytest

from tests.browser.ronde import keur_alles
from toegang.models import Rol

pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("demonstratie")
def test_elke_pagina(kijker):
    keur_alles(
        kijker,
        Rol.FINANCIEN,
        {"werkplek:mijn-werk", "financien:aansluiting", "financien:regel", "rapportage:rapporten"},
    )
    keur_alles(kijker, Rol.RAADSGRIFFIE, {"rapportage:rapporten"})
