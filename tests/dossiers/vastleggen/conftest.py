"""A signed-in caseworker, a person, and a file store that goes with the test."""

import pytest

from tests.dossiers.factories import StatushouderFactory
from tests.toegang.factories import GebruikerFactory


@pytest.fixture
def ik(client):
    client.force_login(gebruiker := GebruikerFactory())
    return gebruiker


@pytest.fixture
def persoon(db):
    return StatushouderFactory(voornamen="Rima", achternaam="Haddad")


@pytest.fixture
def opslag(settings):
    """An empty file store of its own."""
    geheugen = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": geheugen}
    from django.core.files.storage import default_storage

    return default_storage
