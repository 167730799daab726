"""Locks between processes: who runs a server, and who uses it.

Two kinds, both by flock, which ends with its process however that ends:

- `Dienstslot`: held by the one process that runs something, with its process id in the file. That id is
  only believed while the lock is held, so a stale file never leads to a stranger's process.
- `Gebruik`: held together by all who use the server, and alone by who stops it, so that an idle server
  never ends under a command that has just begun.
"""

import contextlib
import fcntl
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from wassenaar_integratie.lokaal.paden import Opstartfout

_STAP = 0.05


def _probeer(bestand: int, soort: int) -> bool:
    try:
        fcntl.flock(bestand, soort | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(pad: Path) -> int:
    try:
        return os.open(pad, os.O_RDWR | os.O_CREAT, 0o600)
    except PermissionError as fout:
        raise Opstartfout(f"{pad} is van een andere gebruiker. Kies een andere WI_DATA.") from fout


class Dienstslot:
    """The right to run one thing (`server`, `demo`) in this WI_DATA."""

    def __init__(self, map_: Path, naam: str) -> None:
        self.pad = map_ / f"{naam}.slot"
        self._bestand: int | None = None

    def neem(self) -> bool:
        """Take it if nobody holds it; kept until this process, or the child it forks into, ends."""
        bestand = _open(self.pad)
        tot = time.monotonic() + 0.3  # who only looks (`houder`) holds it for an instant too
        while not _probeer(bestand, fcntl.LOCK_EX):
            if time.monotonic() > tot:
                os.close(bestand)
                return False
            time.sleep(0.02)
        self._bestand = bestand
        self.teken()
        return True

    def teken(self) -> None:
        """Write this process's id into it."""
        if self._bestand is None:
            raise RuntimeError("het slot is niet van dit proces")
        os.ftruncate(self._bestand, 0)
        os.pwrite(self._bestand, str(os.getpid()).encode(), 0)

    def houder(self) -> int | None:
        """The id of the process that holds it; None when it is free."""
        bestand = _open(self.pad)
        try:
            if _probeer(bestand, fcntl.LOCK_SH):
                return None
            return int(os.pread(bestand, 20, 0) or 0) or None
        finally:
            os.close(bestand)

    def beeindig(self, *, seconden: float) -> bool:
        """Ask the holder to stop, and after `seconden` end it; True when there was one.

        The children of a holder that is killed end by themselves (see `proces.kind`).
        """
        houder = self.houder()
        if houder is None:
            return False
        for teken, geduld in ((signal.SIGTERM, seconden), (signal.SIGKILL, 5.0)):
            if self.houder() == houder:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(houder, teken)
            tot = time.monotonic() + geduld
            while self.houder() is not None and time.monotonic() < tot:
                time.sleep(_STAP)
        return True


class Gebruik:
    """Who is using the server of this WI_DATA."""

    def __init__(self, map_: Path) -> None:
        self._bestand = _open(map_ / "gebruik.slot")

    def begin(self) -> None:
        """From now until this process ends the server is in use; waits while somebody is stopping it."""
        fcntl.flock(self._bestand, fcntl.LOCK_SH)
        os.utime(self._bestand)

    def einde(self) -> None:
        """This process no longer uses it."""
        os.close(self._bestand)

    def laatste(self) -> int:
        """A mark that changes with every command that begins, however short it was."""
        return os.fstat(self._bestand).st_mtime_ns

    @contextlib.contextmanager
    def alleen(self, *, seconden: float) -> Iterator[bool]:
        """Keep new users out; True when those who were there ended within `seconden`."""
        tot = time.monotonic() + seconden
        while not (gelukt := _probeer(self._bestand, fcntl.LOCK_EX)) and time.monotonic() < tot:
            time.sleep(_STAP)
        try:
            yield gelukt
        finally:
            if gelukt:
                fcntl.flock(self._bestand, fcntl.LOCK_UN)


@contextlib.contextmanager
def om_de_beurt(map_: Path, naam: str) -> Iterator[None]:
    """One process at a time; the others wait."""
    bestand = _open(map_ / f"{naam}.slot")
    try:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield
    finally:
        os.close(bestand)
