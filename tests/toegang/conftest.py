"""Somebody who can sign in; each test of it begins without earlier tries."""

import pytest
from django.core.cache import cache

from tests.toegang.factories import gebruiker_met_wachtzin
from toegang.models import Rol


@pytest.fixture
def gebruiker():
    """Signs in with WACHTZIN."""
    return gebruiker_met_wachtzin(rol=Rol.PRIVACY)


@pytest.fixture(autouse=True)
def _zonder_eerdere_pogingen():
    cache.clear()
