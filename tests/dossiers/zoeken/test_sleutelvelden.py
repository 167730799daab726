"""The keys are kept with the person by every way of saving."""

from datetime import date

import pytest

from dossiers.actions import wijzig_persoon
from dossiers.models import Statushouder
from kern.namen import paarsleutels, sleutels
from tests.dossiers.factories import RegieFactory, StatushouderFactory

pytestmark = pytest.mark.django_db


def bewaard(persoon):
    return Statushouder.objects.values_list("zoeksleutels", "paarsleutels").get(pk=persoon.pk)


def test_save_vult_de_sleutels():
    persoon = StatushouderFactory(achternaam="Al-Khatib", voornamen="Mohammed")
    assert bewaard(persoon) == (
        sleutels("Al-Khatib", "", "Mohammed"),
        paarsleutels("Al-Khatib", "", "Mohammed", 1980),
    )
    assert bewaard(persoon)[0]


def test_bulk_create_vult_de_sleutels():
    wie = StatushouderFactory.build(
        achternaam="Tekle", voornamen="Semhar", geboren_vroegst=None, geboren_laatst=None
    )
    (persoon,) = Statushouder.objects.bulk_create([wie])
    RegieFactory(statushouder=persoon)
    assert bewaard(persoon) == (sleutels("Tekle", "", "Semhar"), paarsleutels("Tekle", "", "Semhar", None))


def test_een_andere_naam_geeft_andere_sleutels():
    persoon = StatushouderFactory(achternaam="Haddad", voornamen="Rima")
    voor = bewaard(persoon)
    wijzig_persoon(
        persoon,
        versie=1,
        gegevens={
            "achternaam": "Barakat",
            "geboren_vroegst": date(1981, 1, 1),
            "geboren_laatst": date(1981, 12, 31),
        },
    )
    na = bewaard(persoon)
    assert na == (sleutels("Barakat", "", "Rima"), paarsleutels("Barakat", "", "Rima", 1981))
    assert voor[0] != na[0]
    assert voor[1] != na[1]


def test_de_geschiedenis_houdt_geen_sleutels():
    assert not {"zoeksleutels", "paarsleutels"} & {
        veld.name for veld in Statushouder.pgh_event_model._meta.fields
    }
