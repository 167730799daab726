"""Keeping users and organisations, as a browser sees it."""

import pytest
from django.urls import reverse

from tests.toegang.factories import GebruikerFactory, OrganisatieFactory
from toegang.models import Rol

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "naam", ["gebruikers", "gebruiker-toevoegen", "organisaties", "organisatie-toevoegen"]
)
def test_beheer(bekijk, naam):
    OrganisatieFactory(van_plan=True)
    GebruikerFactory(is_active=False)
    bekijk(reverse(naam), GebruikerFactory(rol=Rol.BEHEERDER))


@pytest.mark.parametrize("naam", ["gebruiker", "gebruiker-toegang"])
def test_een_gebruiker(bekijk, naam):
    ander = GebruikerFactory()
    bekijk(reverse(naam, args=[ander.pk]), GebruikerFactory(rol=Rol.BEHEERDER))
