"""A browser, a running site, and `bekijk`: look at a page at both widths and accept no finding."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Browser

from tests.browser.keuring import Kijker, Venster
from toegang.demo import maak_gebruikers
from wassenaar_integratie.lokaal.browser import zoek_chromium

# Playwright keeps an event loop in this thread until the last test; Django would take all that follows for
# asynchronous code and refuse the database. The project has no asynchronous code that this could hide.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

VLAGGEN = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that the set-up found, with the flags that work in a container and as root."""
    gevonden = zoek_chromium()
    if gevonden is None:
        pytest.fail("Geen browser: installeer chromium of zet CHROMIUM.")
    return {**browser_type_launch_args, "executable_path": str(gevonden), "args": VLAGGEN}


@pytest.fixture
def demonstratie(transactional_db: None) -> None:
    call_command("laad_plan", stdout=StringIO())
    call_command("demo_gegevens", stdout=StringIO())
    maak_gebruikers()


@pytest.fixture(scope="session")
def venster(browser: Browser) -> Iterator[Venster]:
    venster = Venster(browser)
    yield venster
    venster.context.close()


@pytest.fixture
def kijker(browser: Browser, venster: Venster, live_server: Any) -> Callable[..., Kijker]:
    """`kijker(gebruiker)` is a visitor who is signed in as this user; `kijker()` is not signed in."""

    def maak(gebruiker: Any = None) -> Kijker:
        if gebruiker is None:
            return Kijker(venster, browser, live_server.url)
        client = Client()
        client.force_login(gebruiker)
        return Kijker(venster, browser, live_server.url, client.cookies[settings.SESSION_COOKIE_NAME].value)

    return maak


@pytest.fixture
def bekijk(kijker: Callable[..., Kijker]) -> Callable[..., None]:
    """`bekijk(pad, gebruiker)` fails with every finding on that page, at 1280 and at 320 px."""

    def kijk(pad: str, gebruiker: Any = None, **rest: Any) -> None:
        gevonden = kijker(gebruiker).keur(pad, **rest)
        assert not gevonden, "\n".join([pad, *gevonden])

    return kijk
