"""From which day on money can be committed, and which days a closed month leaves free."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from financien import actions
from financien.figures import bereken
from financien.models import Begrotingswijziging, Verplichting
from kern.namens import namens
from tests.financien.factories import (
    ActiviteitFactory,
    BegrotingswijzigingFactory,
    PeriodeafsluitingFactory,
    PlanFactory,
    VerplichtingFactory,
    WijzigingsregelFactory,
)
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
RAAD = date(2018, 1, 1)
_SLUIT = 'INSERT INTO "financien_periodeafsluiting"'


@pytest.fixture
def mb(client, db):
    PlanFactory()
    client.force_login(GebruikerFactory(rol="financien"))
    activiteit = ActiviteitFactory(code="MB", bedrag=Decimal(50000))
    WijzigingsregelFactory(activiteit=activiteit, bedrag=1000, wijziging__op=RAAD)
    return activiteit


INVOER = {
    "nummer": "V-1",
    "soort": "contract",
    "omschrijving": "Begeleiding",
    "relatie": "Jeugdformaat",
    "activiteit": "MB",
    "jaar": "2017",
}


@pytest.mark.parametrize(
    ("bedrag", "op", "mag"),
    [
        ("50.000,00", "31-12-2017", True),
        ("50.000,01", "31-12-2017", False),
        ("51.000,00", "1-1-2018", True),
        ("51.000,00", "2-1-2018", True),
    ],
)
def test_geld_is_er_vanaf_de_dag_van_het_besluit(client, mb, bedrag, op, mag):
    antwoord = client.post(
        reverse("financien:verplichting-nieuw"), {**INVOER, "bedrag": bedrag, "aangegaan_op": op}
    )
    assert (antwoord.status_code == 302) is mag
    assert Verplichting.objects.exists() is mag
    if not mag:
        assert "nog niet zoveel vrij" in antwoord.context["form"].errors["aangegaan_op"][0]
    assert all(bereken(dag).regel("MB").vrij >= 0 for dag in (date(2017, 12, 31), RAAD))


def test_een_besluit_dat_nog_komt_geeft_vandaag_geen_ruimte(client, mb):
    """Made for little and then raised: the money must be there on the day of raising."""
    rij = VerplichtingFactory(activiteit=mb, bedrag=50000, nummer="V-1", aangegaan_op=date(2017, 1, 15))
    adres = reverse("financien:verplichting-wijzigen", args=[rij.pk])
    anders = {**INVOER, "versie": "1", "aangegaan_op": "15-1-2017", "bedrag": "51.000,00"}
    assert "nog niet zoveel vrij" in client.post(adres, anders).context["form"].errors["aangegaan_op"][0]


@pytest.mark.parametrize(
    ("op", "bedrag", "mag"),
    [
        ("1-1-2017", "10.000,00", True),
        ("1-1-2017", "10.000,01", False),  # free on that day, and not while the other ran
        ("31-3-2017", "10.000,01", False),
        ("1-4-2017", "50.000,00", True),
    ],
)
def test_wat_tussendoor_vastlag_is_niet_vrij(client, mb, op, bedrag, mag):
    """Another of 40,000 ran in February and March, and was over before this one is entered."""
    loop = {"aangegaan_op": date(2017, 2, 1), "beeindigd_op": date(2017, 4, 1)}
    VerplichtingFactory(activiteit=mb, bedrag=40000, nummer="V-0", **loop)
    invoer = {**INVOER, "bedrag": bedrag, "aangegaan_op": op}
    antwoord = client.post(reverse("financien:verplichting-nieuw"), invoer)
    assert (antwoord.status_code == 302) is mag
    if not mag:
        assert "einde van een andere verplichting" in antwoord.context["form"].errors["aangegaan_op"][0]
    dagen = [date(2017, 1, 1), date(2017, 2, 1), date(2017, 3, 31), date(2017, 4, 1)]
    assert all(bereken(dag).regel("MB").vrij >= 0 for dag in dagen)


@pytest.mark.parametrize(("op", "mag"), [(date(2017, 12, 31), False), (RAAD, True)])
def test_in_het_nieuwe_jaar_kan_een_oude_omhoog(mb, op, mag):
    rijen = Verplichting.objects.filter(pk=VerplichtingFactory(activiteit=mb, bedrag=50000).pk)
    with namens(None, op=op):
        if mag:
            assert rijen.update(bedrag=51000) == 1
            return
        with pytest.raises(IntegrityError, match="het geld komt later"), transaction.atomic():
            rijen.update(bedrag=51000)


@pytest.mark.parametrize(
    ("op", "mag"), [("28-2-2017", True), ("1-3-2017", False), ("31-3-2017", False), ("1-4-2017", True)]
)
def test_een_gesloten_maand_neemt_niets_meer_aan(client, mb, op, mag):
    PeriodeafsluitingFactory()
    eindigt = VerplichtingFactory(activiteit=mb, bedrag=10)
    nieuw = client.post(
        reverse("financien:verplichting-nieuw"), {**INVOER, "bedrag": "1,00", "aangegaan_op": op}
    )
    adres = reverse("financien:verplichting-beeindigen", args=[eindigt.pk])
    einde = client.post(adres, {"versie": "1", "beeindigd_op": op})
    besluit = {"kenmerk": "raad 3", "omschrijving": "x", "op": op, "regels": "2"}
    besluit |= {"regel_1": "MB", "bedrag_1": "1,00", "regel_2": "-", "bedrag_2": "-1,00"}
    wijziging = client.post(reverse("financien:wijziging-nieuw"), besluit)
    for antwoord, veld in ((nieuw, "aangegaan_op"), (einde, "beeindigd_op"), (wijziging, "op")):
        assert (antwoord.status_code == 302) is mag
        if not mag:
            assert "Deze maand is gesloten" in antwoord.context["form"].errors[veld][0]
    assert Begrotingswijziging.objects.filter(kenmerk="raad 3").exists() is mag


def test_een_heropende_maand_neemt_weer_aan(mb):
    PeriodeafsluitingFactory(
        heropend_op=date(2017, 4, 20), heropend_door=GebruikerFactory(rol="financien"), reden="Nota"
    )
    assert VerplichtingFactory(activiteit=mb, bedrag=1, aangegaan_op=date(2017, 3, 15)).pk
    assert BegrotingswijzigingFactory(op=date(2017, 3, 15)).pk


def test_bedrag_en_woorden_blijven_te_wijzigen(mb):
    """What is written of it is no day: more work on an old contract needs no month opened."""
    rij = VerplichtingFactory(activiteit=mb, bedrag=10, aangegaan_op=date(2017, 3, 15))
    PeriodeafsluitingFactory()
    assert Verplichting.objects.filter(pk=rij.pk).update(bedrag=20, relatie="Ander") == 1


def test_wie_sluit_houdt_eerst_de_boekers_tegen(mb):
    """What is off is asked with the lock in hand: nobody books between the question and the closing."""
    with CaptureQueriesContext(connection) as vragen:
        actions.sluit_maand(
            maand=date(2017, 3, 1), door=GebruikerFactory(rol="financien"), op=date(2017, 5, 1)
        )
    gesteld = [vraag["sql"] for vraag in vragen]
    [slot] = [plek for plek, sql in enumerate(gesteld) if sql.startswith("SELECT pg_advisory_xact_lock(")]
    [stand] = [plek for plek, sql in enumerate(gesteld) if "WITH wijziging AS" in sql]
    [gesloten] = [plek for plek, sql in enumerate(gesteld) if sql.startswith(_SLUIT)]
    assert slot < stand < gesloten
