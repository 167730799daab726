"""The invented ledger of the demonstration: on the plan's lines, with five entries to link, and made once."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from financien.figures import bereken
from financien.figures.voorstel import losse_met_voorstel
from financien.models import Boeking, Verplichting
from kern.opdrachten import Geweigerd
from tests.financien.factories import BoekingFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
MEI = date(2017, 5, 1)


def maak(capsys) -> str:
    call_command("demo_boekingen")
    return str(capsys.readouterr().out)


@pytest.mark.usefixtures("plan")
def test_de_stand_van_mei(capsys, client):
    assert "32 verzonnen boekingen" in maak(capsys)
    stand = bereken(MEI)
    assert stand.grootboek.sluit
    assert stand.inkomsten_per_jaar[2017] == 344_926
    assert sum(regel.geboekt for regel in stand.posten(2017)) == 209_701
    assert all(regel.vrij >= 0 for regel in stand.activiteiten)
    assert [(rij.zekerheid, rij.regel) for rij in losse_met_voorstel(MEI)] == [
        ("misschien", "MB"),
        ("onbekend", None),
        ("misschien", "MB"),
        ("zeker", "AMV"),
        ("zeker", "PVT"),
    ]
    client.force_login(GebruikerFactory(rol="financien"))
    boeking = Boeking.objects.get(omschrijving="Leesboeken")
    pagina = client.get(reverse("financien:boeking", args=[boeking.pk])).content.decode()
    for bedrag in ("190,00", "12.500,00", "In welke bedragen telt dit mee?"):
        assert bedrag in pagina


@pytest.mark.usefixtures("plan")
def test_een_keer_en_nooit_bij_een_echt_grootboek(capsys):
    BoekingFactory()
    assert maak(capsys).startswith("0 verzonnen")
    assert not Verplichting.objects.exists()


def test_niet_zonder_plan(capsys):
    with pytest.raises(Geweigerd, match="geen plan"):
        maak(capsys)
