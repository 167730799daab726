"""Where and from when an ended commitment counted stays: what was free on its days has been given away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from financien.actions import beeindig_verplichting
from financien.figures import bereken
from financien.models import Verplichting
from kern.namens import namens
from tests.financien.factories import ActiviteitFactory, PlanFactory, VerplichtingFactory
from tests.toegang.factories import GebruikerFactory

pytestmark = pytest.mark.django_db
DAG_ERVOOR, MEI, DAG_ERNA = date(2017, 4, 30), date(2017, 5, 1), date(2017, 5, 2)
BEGIN = date(2017, 3, 1)
DAGEN = [(DAG_ERVOOR, False), (MEI, False), (DAG_ERNA, True)]
ANDERS = [
    ("activiteit", "PVT", "de activiteit blijft dezelfde"),
    ("aangegaan_op", "1-2-2017", "de begindag blijft dezelfde"),
    ("aangegaan_op", "2-3-2017", "de begindag blijft dezelfde"),
]


@pytest.fixture
def pieter(client, db):
    PlanFactory()
    ActiviteitFactory(code="MB", bedrag=Decimal(1000))
    ActiviteitFactory(code="PVT", bedrag=Decimal(500))
    client.force_login(wie := GebruikerFactory(rol="financien"))
    return wie


def beloofd(bedrag: int = 400, einde: date | None = None, nummer: str = "V-1") -> Verplichting:
    return VerplichtingFactory(
        nummer=nummer, activiteit_id="MB", bedrag=bedrag, aangegaan_op=BEGIN, beeindigd_op=einde
    )


def wijzig(client, rij: Verplichting, **anders: str):
    invoer = {
        "versie": rij.versie,
        "nummer": rij.nummer,
        "soort": "contract",
        "omschrijving": "Begeleiding",
        "relatie": "Jeugdformaat",
        "activiteit": "MB",
        "jaar": "2017",
        "bedrag": str(rij.bedrag),
        "aangegaan_op": "1-3-2017",
    }
    return client.post(reverse("financien:verplichting-wijzigen", args=[rij.pk]), invoer | anders)


def vrij(code: str, op: date) -> Decimal:
    regel = bereken(op).regel(code)
    assert regel
    return regel.vrij


@pytest.mark.parametrize(("einde", "kan"), DAGEN)
@pytest.mark.parametrize(("veld", "waarde", "zin"), ANDERS)
def test_de_dag_ervoor_de_dag_zelf_en_de_dag_erna(client, pieter, veld, waarde, zin, einde, kan):
    with namens(pieter, op=MEI):
        rij = beloofd(einde=einde)
    antwoord = wijzig(client, rij, **{veld: waarde})
    nu = Verplichting.objects.get()
    if kan:
        assert antwoord.status_code == 302
        assert (nu.activiteit_id, nu.aangegaan_op) != ("MB", BEGIN)
        return
    assert antwoord.status_code == 200
    [fout] = antwoord.context["form"].errors.items()
    assert fout[0] == veld
    assert zin in fout[1][0]
    assert waarde in antwoord.content.decode()
    assert (nu.activiteit_id, nu.aangegaan_op, nu.versie) == ("MB", BEGIN, 1)


def test_een_andere_activiteit_komt_niet_alsnog_te_kort(client, pieter):
    rij = beloofd(900, einde=date(2017, 4, 1))
    assert wijzig(client, rij, activiteit="PVT").status_code == 200
    assert vrij("PVT", date(2017, 3, 31)) == 500


def test_een_eerder_begin_neemt_niet_wat_een_ander_had(client, pieter):
    """Two of 900 on 1,000, one after the other: the second does not reach back into the days of the first."""
    VerplichtingFactory(
        nummer="V-0",
        activiteit_id="MB",
        bedrag=900,
        aangegaan_op=date(2017, 1, 1),
        beeindigd_op=BEGIN,
    )
    rij = beloofd(900, einde=date(2017, 4, 1))
    assert wijzig(client, rij, aangegaan_op="1-2-2017").status_code == 200
    assert vrij("MB", date(2017, 2, 1)) == 100


def test_de_rest_blijft_te_wijzigen(client, pieter):
    rij = beloofd(einde=MEI)
    assert wijzig(client, rij, relatie="Ander").status_code == 302
    assert Verplichting.objects.get().relatie == "Ander"


@pytest.mark.parametrize(("einde", "kan"), DAGEN)
@pytest.mark.parametrize("anders", [{"activiteit_id": "PVT"}, {"aangegaan_op": date(2017, 2, 1)}])
def test_langs_het_formulier_om(pieter, anders, einde, kan):
    with namens(pieter, op=MEI):
        rijen = Verplichting.objects.filter(pk=beloofd(einde=einde).pk)
        if kan:
            assert rijen.update(**anders) == 1
            return
        with pytest.raises(IntegrityError, match="en houdt haar"), transaction.atomic():
            rijen.update(**anders)


def test_weer_lopend_geldt_het_budget(pieter):
    """Who takes the end away promises anew, and then the money must be there, on the other activity too."""
    with namens(pieter, op=MEI):
        rij = beeindig_verplichting(beloofd(501), versie=1, op=MEI)
        rijen = Verplichting.objects.filter(pk=rij.pk)
        with pytest.raises(IntegrityError, match="meer dan vrij is"), transaction.atomic():
            rijen.update(beeindigd_op=None, activiteit_id="PVT")
        assert rijen.update(beeindigd_op=None, activiteit_id="PVT", bedrag=500) == 1
