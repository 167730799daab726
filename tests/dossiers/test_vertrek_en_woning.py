"""Leaving, and correcting it, around a home: who gets one is settled here on that day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from dossiers.actions import vertrek, wijzig_vestiging
from huisvesting.figures import vestiging_en_plaatsing
from tests.dossiers.factories import VestigingFactory
from tests.huisvesting.factories import PlaatsingFactory
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol

pytestmark = pytest.mark.django_db
ZIN = "Deze persoon kreeg een woning op een dag die dan niet meer binnen de vestiging valt."
# The home begins on 28 March; leaving on that day, or before, would leave it outside the spell.
DAGEN = [(date(2017, 3, 27), False), (date(2017, 3, 28), False), (date(2017, 3, 29), True)]


@pytest.fixture
def vestiging():
    rij = VestigingFactory(van=date(2017, 1, 10))
    PlaatsingFactory(statushouder=rij.statushouder, van=date(2017, 3, 28))
    PlaatsingFactory(van=date(2017, 4, 28))  # of somebody else
    VestigingFactory(van=date(2017, 1, 1))
    return rij


@pytest.mark.parametrize(("dag", "mag"), DAGEN)
def test_het_vertrek_ligt_na_de_eerste_dag_van_de_woning(vestiging, dag, mag):
    voor = vestiging_en_plaatsing().aantal
    if mag:
        vertrek(vestiging.statushouder, op=dag, reden="Verhuisd")
    else:
        with pytest.raises(ValidationError) as fout:
            vertrek(vestiging.statushouder, op=dag, reden="Verhuisd")
        assert fout.value.message_dict == {"op": [ZIN]}
    vestiging.refresh_from_db()
    assert (vestiging.tot, vestiging.versie) == ((dag, 2) if mag else (None, 1))
    assert vestiging_en_plaatsing().aantal == voor


@pytest.mark.parametrize(("dag", "mag"), [*DAGEN, (None, True)])
def test_een_verbeterd_vertrek_ook(vestiging, dag, mag):
    vestiging.tot = date(2017, 4, 20)
    vestiging.save()
    if mag:
        wijzig_vestiging(vestiging, versie=1, gegevens={"tot": dag})
    else:
        with pytest.raises(ValidationError) as fout:
            wijzig_vestiging(vestiging, versie=1, gegevens={"tot": dag})
        assert fout.value.message_dict == {"tot": [ZIN]}
    vestiging.refresh_from_db()
    assert vestiging.tot == (dag if mag else date(2017, 4, 20))


def test_wie_terugkwam_kan_uit_het_eerdere_verblijf_vertrokken_zijn(vestiging):
    """A home of the later spell does not lean on the earlier one."""
    eerder = VestigingFactory(
        statushouder=vestiging.statushouder, van=date(2016, 1, 1), tot=date(2016, 6, 1), reden_vertrek="Weg"
    )
    wijzig_vestiging(eerder, versie=1, gegevens={"tot": date(2016, 5, 1)})
    eerder.refresh_from_db()
    assert eerder.tot == date(2016, 5, 1)


@pytest.mark.parametrize(
    ("naam", "veld", "reden"), [("vertrek", "op", "reden"), ("vestiging", "tot", "reden_vertrek")]
)
def test_de_pagina_zegt_het_bij_de_dag(client, vestiging, naam, veld, reden):
    client.force_login(GebruikerFactory(rol=Rol.KLANTREGISSEUR))
    sleutels = [vestiging.statushouder.sleutel, *([vestiging.pk] if naam == "vestiging" else [])]
    invoer = {veld: "28-3-2017", reden: "Verhuisd", "versie": "1"}
    pagina = client.post(reverse(f"dossiers:{naam}", args=sleutels), invoer)
    assert pagina.context["form"].errors == {veld: [ZIN]}
    assert ZIN in pagina.text
