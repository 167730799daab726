"""What pages say of a line after a decision, of one month or one person, and of a commitment on an earlier day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from financien import rules
from financien.domain import woorden
from financien.figures import Aansluiting, Grootboekstand, Personen, Regelstand
from financien.forms import KoppelForm
from financien.models import Soort
from tests.financien.factories import (
    ActiviteitFactory,
    BoekingFactory,
    PlanFactory,
    ToedelingFactory,
    VerplichtingFactory,
)
from tests.toegang.factories import GebruikerFactory

D = Decimal
OVERHEVELING = Regelstand(
    code="OVH-2017",
    jaar=2018,
    regelsoort="inkomst",
    soort=Soort.OVERHEVELING,
    hoofdstuk=None,
    omschrijving="Overheveling 2017",
    aantal=None,
    tarief=None,
    tegenpost=None,
    begroot=D("0.00"),
)
LEEG = Aansluiting(date(2018, 3, 1), [2017, 2018], [], Grootboekstand(), [])


def test_een_besloten_overheveling_is_bekend():
    assert woorden.is_open(OVERHEVELING)
    besloten = replace(OVERHEVELING, gewijzigd=D("4000.00"))
    assert not woorden.is_open(besloten)
    *_, gewijzigd, laatste = woorden.rekensom(besloten, LEEG)
    assert (gewijzigd.som, gewijzigd.uitkomst) == ("De besluiten tot en met de peildatum.", "4.000,00")
    assert (laatste.som, laatste.uitkomst) == ("0,00 + 4.000,00", "4.000,00")


def test_zonder_wijziging_geen_stap():
    regel = replace(OVERHEVELING, soort=Soort.RMBA, begroot=D("100.00"))
    assert [stap.uitkomst for stap in woorden.rekensom(regel, LEEG)] == ["100,00"]


@pytest.mark.parametrize(
    ("voorbij", "te_gaan", "zin"),
    [(1, 23, "In 1 maand is 100,00"), (23, 1, "Nog 1 maand in"), (2, 22, "Nog 22 maanden in")],
)
def test_een_maand_is_geen_maanden(voorbij, te_gaan, zin):
    verloop = rules.Verloop(D(100), D(0), D(100), D(0), voorbij, te_gaan)
    stappen = woorden.prognosesom(replace(OVERHEVELING, regelsoort="activiteit", verloop=verloop))
    assert zin in stappen[2].som


@pytest.mark.parametrize(("geteld", "zin"), [(44, "1 persoon minder"), (47, "2 personen meer")])
def test_een_persoon_is_geen_personen(geteld, zin):
    regel = replace(OVERHEVELING, aantal=45, tarief=D("4430.00"))
    rij = Personen(
        regel, rules.DU, 45, D("4430.00"), geteld, date(2017, 1, 1), date(2017, 12, 31), bekend=True
    )
    assert zin in woorden.personensom(rij)[2].som


def test_een_onleesbaar_aantal_delen():
    assert KoppelForm({"delen": "9" * 5000}, regels=[]).aantal == 1


@pytest.mark.django_db
def test_een_verplichting_op_een_eerdere_dag(client):
    PlanFactory()
    regel = ActiviteitFactory(code="MB", bedrag=D(1000))
    rij = VerplichtingFactory(activiteit=regel, bedrag=D(600), beeindigd_op=date(2017, 6, 1))
    for dag, bedrag in ((date(2017, 4, 20), 100), (date(2017, 5, 2), 50)):
        ToedelingFactory(
            activiteit=regel, verplichting=rij, boeking=BoekingFactory(boekdatum=dag, bedrag=D(bedrag))
        )
    client.force_login(GebruikerFactory(rol="financien"))
    lijst, een = reverse("financien:verplichtingen"), reverse("financien:verplichting", args=[rij.pk])
    for op, over, boekingen in (("19-4-2017", 600, 0), ("20-4-2017", 500, 1), ("2-5-2017", 450, 2)):
        antwoord = client.get(lijst, {"peildatum": op})
        assert [verplichting.over for verplichting in antwoord.context["object_list"]] == [over]
        assert antwoord.context["vast"] == over
        assert "Loopt" in antwoord.content.decode()
        antwoord = client.get(een, {"peildatum": op})
        assert (antwoord.context["object"].over, len(antwoord.context["boekingen"])) == (over, boekingen)
