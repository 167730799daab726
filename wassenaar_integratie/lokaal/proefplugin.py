"""What pytest needs of this machine: a server for the database, and a browser or a loud word about it.

Loaded by `-p wassenaar_integratie.lokaal.proefplugin` in pyproject.toml.
"""

import os

import pytest

from wassenaar_integratie.lokaal import eigen_server
from wassenaar_integratie.lokaal.browser import zoek_chromium, zoek_node
from wassenaar_integratie.lokaal.paden import Opstartfout
from wassenaar_integratie.lokaal.server import stop_als_ongebruikt, zorg_voor_server

_overgeslagen = pytest.StashKey[int]()


def _is_werker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def pytest_sessionstart(session: pytest.Session) -> None:
    """A Node for Playwright, and the embedded server, unless DATABASE_URL names another."""
    if node := zoek_node():
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))
    if eigen_server() and not _is_werker(session.config) and not session.config.option.collectonly:
        try:
            zorg_voor_server()
        except Opstartfout as fout:
            pytest.exit(str(fout), returncode=3)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without a browser its tests are skipped on a developer's machine; in CI they run, and fail."""
    van_browser = [item for item in items if item.get_closest_marker("browser")]
    if not van_browser or os.environ.get("CI") or zoek_chromium():
        return
    for item in van_browser:
        item.add_marker(pytest.mark.skip(reason="geen browser"))
    config.stash[_overgeslagen] = len(van_browser)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Skipped browser tests are no success, unless ZONDER_BROWSER=1 says that this is meant."""
    if eigen_server() and not _is_werker(session.config):
        stop_als_ongebruikt()
    if exitstatus == 0 and _overgeslagen in session.config.stash and os.environ.get("ZONDER_BROWSER") != "1":
        session.exitstatus = 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """How many browser tests were skipped, and how to get a browser."""
    if aantal := config.stash.get(_overgeslagen, 0):
        terminalreporter.write_line(
            f"GEEN BROWSER: {aantal} tests zijn overgeslagen. Voer `make setup` uit, installeer chromium "
            "of zet CHROMIUM. Met ZONDER_BROWSER=1 telt dit niet als fout.",
            red=True,
            bold=True,
        )
