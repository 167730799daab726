"""Who asks, on the day of the tests."""

from contextlib import AbstractContextManager
from datetime import date

import pytest

from kern.namens import namens
from tests.toegang.factories import GebruikerFactory
from toegang.models import Rol


@pytest.fixture
def als():
    """`with als(gebruiker):` asks with that user's rows on 1 May 2017."""

    def zo(gebruiker) -> AbstractContextManager[None]:
        return namens(gebruiker, op=date(2017, 5, 1))

    return zo


@pytest.fixture
def coordinator(client):
    """The coordinator, signed in."""
    client.force_login(gebruiker := GebruikerFactory(rol=Rol.COORDINATOR))
    return gebruiker
