"""A WI_DATA of its own with a real server, for commands in processes of their own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wassenaar_integratie.lokaal import paden
from wassenaar_integratie.lokaal.slot import Dienstslot


class Machine:
    """One WI_DATA and the commands that run on it, as a person at the terminal would give them."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        zonder = ("DATABASE_URL", "REDIS_URL", "WI_TESTDATA", "DJANGO_SETTINGS_MODULE")
        self.omgeving = {k: v for k, v in os.environ.items() if k not in zonder} | {"WI_DATA": str(map_)}

    @property
    def cluster(self) -> Path:
        """The folder of its PostgreSQL, in WI_DATA or outside it."""
        return self.map / json.loads((self.map / "installatie.json").read_text())["cluster"]

    @property
    def server(self) -> int | None:
        """The process that runs the server."""
        return Dienstslot(self.map, "server").houder()

    def opdracht(self, *argumenten: str) -> list[str]:
        return [sys.executable, str(paden.BASIS / "manage.py"), *argumenten]

    def module(self, naam: str, *argumenten: str) -> list[str]:
        return [sys.executable, "-m", f"wassenaar_integratie.lokaal.{naam}", *argumenten]

    def start(self) -> int:
        """The server runs, as after any command; the process that runs it."""
        begin = "from wassenaar_integratie.lokaal.server import zorg_voor_server as z; z()"
        antwoord = self.draai([sys.executable, "-c", begin])
        assert antwoord.returncode == 0, antwoord.stderr
        houder = self.server
        assert houder is not None
        return houder

    def draai(self, opdracht: list[str], cwd: Path = paden.BASIS) -> subprocess.CompletedProcess:
        """Run it to its end, which includes the end of its pipes."""
        return subprocess.run(
            opdracht, capture_output=True, text=True, env=self.omgeving, cwd=cwd, timeout=90, check=False
        )


def _machine(map_: Path) -> Iterator[Machine]:
    deze = Machine(map_)
    yield deze
    deze.draai(deze.module("stop"))
    shutil.rmtree(deze.cluster, ignore_errors=True)
    assert deze.server is None


@pytest.fixture
def nieuwe_machine(tmp_path):
    """Nothing is made yet; afterwards nothing is left, in WI_DATA or outside it."""
    yield from _machine(tmp_path / "wi")


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """One for all tests of a module, in whatever state the one before left it."""
    yield from _machine(tmp_path_factory.mktemp("machine") / "wi")
