"""The world of a module, made once; what a test changes in it goes back when the test ends."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.toegang.matrix.kanaries import Kanaries
from tests.toegang.matrix.rijen import maak_losse_rijen
from tests.toegang.matrix.vragen import Vrager
from tests.toegang.matrix.wereld import WIE, Wereld, maak_wereld


@pytest.fixture(scope="module")
def wereld(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Wereld]:
    """The plan, and a family in each state. Files go to a folder of their own."""
    bestanden = tmp_path_factory.mktemp("bestanden")
    # the keys of the users are of no device that exists
    sleutels = patch("allauth.mfa.webauthn.internal.auth.get_credentials", return_value=[])
    instellingen = override_settings(MEDIA_ROOT=bestanden)
    with django_db_blocker.unblock(), transaction.atomic(), instellingen, sleutels:
        call_command("laad_plan", stdout=StringIO())
        wereld = maak_wereld()
        maak_losse_rijen(wereld)
        wereld.kanaries = Kanaries(wereld)
        yield wereld
        transaction.set_rollback(True)


@pytest.fixture(scope="module", autouse=True)
def _stil() -> Iterator[None]:
    """Thousands of pages are refused here; what is said of each is no news."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def vragers(wereld: Wereld) -> dict[str, Vrager]:
    """Everybody, signed in."""
    return {wie: Vrager(wereld.gebruiker(wie)) for wie in WIE}
