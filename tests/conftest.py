"""The strict harness: what the tests may not do, whatever they test. Its own tests: test_harnas.py.

Tests run in random order (pytest-randomly) and warnings are errors (pyproject). How many queries a
page costs is asserted with pytest-django's `django_assert_num_queries`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from tests.harnas.buiten import zonder_netwerk, zonder_slaap
from tests.harnas.kanaries import geen_personen_in_logregels
from tests.harnas.paginas import KeurendeClient
from tests.harnas.sjablonen import strenge_sjablonen
from tests.harnas.volgorde import willekeurige_volgorde
from tests.harnas.vragen import gevraagd

# Without a deadline: a shared machine is slow at times, and that is no finding.
settings.register_profile("wi", deadline=None)
settings.load_profile("wi")

# Folders whose tests work with real processes, so that they have to wait for them.
MET_ECHTE_PROCESSEN = {
    "lokaal": "starts and stops servers, and waits until they answer",
    "storing": "kills processes in the middle of their work, and looks at what is left",
    "browser": "a browser in a process of its own, on a live server",
}


@pytest.hookimpl(trylast=True)  # after the random order, which stays as it is among the rest
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes first: begun last, it would run on alone, with all other processes done."""
    items.sort(key=lambda item: (not _duurt_minuten(item.path), not _met_echte_processen(item.path)))


def _duurt_minuten(pad: Path) -> bool:
    crawl = pad.name.startswith("test_demonstratie") and pad.parent.name == "browser"
    return crawl or pad.name == "test_matrix.py"


def _met_echte_processen(pad: Path) -> bool:
    return pad.parent.name in MET_ECHTE_PROCESSEN


@pytest.fixture(scope="session", autouse=True)
def _streng() -> Iterator[None]:
    # The addresses are made once, with the demonstration's own: a test without it must not be the first.
    import_module("wassenaar_integratie.urls")
    with strenge_sjablonen(), willekeurige_volgorde(), zonder_netwerk():
        yield


@pytest.fixture(autouse=True)
def _wakker(request: pytest.FixtureRequest) -> Iterator[None]:
    with nullcontext() if _met_echte_processen(request.path) else zonder_slaap():
        yield


@pytest.fixture(autouse=True)
def _geen_personen_in_logregels() -> Iterator[None]:
    with geen_personen_in_logregels():
        yield


@pytest.fixture
def client() -> KeurendeClient:
    """Not signed in; every page that it gets is looked at."""
    return KeurendeClient()


@pytest.fixture
def django_assert_num_queries() -> Callable[[int], AbstractContextManager[CaptureQueriesContext]]:
    """As pytest-django's, without what entering the role of the page costs."""
    return gevraagd


@pytest.fixture
def django_assert_max_num_queries() -> Callable[[int], AbstractContextManager[CaptureQueriesContext]]:
    """As pytest-django's, without what entering the role of the page costs."""
    return partial(gevraagd, hoogstens=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A browser that leaves a page halfway leaves its request's session; the test database must go all the same.

    In the tests the read log has no connection of its own, so the roles write it themselves.
    """
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("GRANT INSERT ON toegang_leesregel, toegang_leeszegel TO staf, partner, wi_web")
        cursor.execute("DROP POLICY IF EXISTS proef ON toegang_leesregel")
        cursor.execute(
            "CREATE POLICY proef ON toegang_leesregel FOR INSERT TO staf, partner, wi_web WITH CHECK (true)"
        )
    yield
    with django_db_blocker.unblock():
        connection.close()  # the last test may have left one that is broken
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
