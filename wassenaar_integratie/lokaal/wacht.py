"""The guard of an embedded server that a single command started.

    python -m wassenaar_integratie.lokaal.wacht [--stil SECONDEN]

It has PostgreSQL as its direct child (a server that is killed then never stays behind as a zombie), none of
the command's streams, and a session of its own. It ends on SIGTERM, or when nobody used the server for ten
minutes, and then lets go of the slot `server`. Exit 3: somebody else already runs the server.
"""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg2

from wassenaar_integratie.lokaal import postgres
from wassenaar_integratie.lokaal.paden import Opstartfout, data
from wassenaar_integratie.lokaal.slot import Dienstslot, Gebruik

STIL = 600.0
_DRUK = """
    SELECT count(*) FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


class Stilte:
    """How long nobody has used the server, on a clock that the caller reads."""

    def __init__(self, grens: float, *, nu: float, teken: int) -> None:
        self.grens = grens
        self._sinds = nu
        self._teken = teken

    def zie(self, *, nu: float, klanten: int, teken: int) -> None:
        """Note what is seen at `nu`: connected clients, and the mark that each new command changes."""
        if klanten or teken != self._teken:
            self._sinds = nu
        self._teken = teken

    def voorbij(self, nu: float) -> bool:
        """Whether it has been quiet for the whole limit (inclusive)."""
        return nu - self._sinds >= self.grens


class _Gevraagd(Exception):
    """SIGTERM."""


def _vraag(_teken: int, _frame: object) -> None:
    raise _Gevraagd


def _klanten(lijn: "psycopg2.extensions.connection") -> int:
    with lijn.cursor() as cursor:
        cursor.execute(_DRUK)
        rij = cursor.fetchone()
    return int(rij[0]) if rij else 0


def bewaak(server: "subprocess.Popen[bytes]", gebruik: Gebruik, grens: float) -> None:
    """Return when the server is to stop: idle for `grens` seconds, or ended by itself."""
    stilte = Stilte(grens, nu=time.monotonic(), teken=gebruik.laatste())
    lijn = postgres.verbinding()
    lijn.autocommit = True
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(min(5.0, grens / 4))
            return
        try:
            klanten = _klanten(lijn)
        except psycopg2.OperationalError:
            server.wait()
            return
        stilte.zie(nu=time.monotonic(), klanten=klanten, teken=gebruik.laatste())
        if not stilte.voorbij(time.monotonic()):
            continue
        with gebruik.alleen(seconden=0) as vrij:
            if vrij:
                lijn.close()
                postgres.stop(server)
                return


def hoofd(argumenten: list[str]) -> int:
    """Run the guard; returns in the first process at once, in the guard when the server has ended."""
    lezer = argparse.ArgumentParser(prog="wacht", description=__doc__)
    lezer.add_argument("--stil", type=float, default=STIL, help="seconden zonder gebruik")
    grens = lezer.parse_args(argumenten).stil
    slot = Dienstslot(data(), "server")
    if not slot.neem():
        return 3
    if os.fork():
        os._exit(0)  # the command does not wait for us, and process 1 buries us
    slot.teken()
    signal.signal(signal.SIGTERM, _vraag)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    server = None
    try:
        server = postgres.start()
        bewaak(server, Gebruik(data()), grens)
    except _Gevraagd:
        pass
    except Opstartfout as fout:
        _meld(fout)
        return 1
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        if server:
            postgres.stop(server)
    return 0


def _meld(fout: Opstartfout) -> None:
    """Leave the sentence where the command that waits for us reads it."""
    foutbestand().write_text(f"{fout}\n")


def foutbestand() -> Path:
    """Holds why the last start failed."""
    return data() / "startfout"


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
