"""The embedded server for whoever needs it: running, in use, stopped."""

import subprocess
import sys
import time
from pathlib import Path

from wassenaar_integratie.lokaal import postgres, wacht
from wassenaar_integratie.lokaal.paden import BASIS, Opstartfout, data, map_voor
from wassenaar_integratie.lokaal.proces import staart
from wassenaar_integratie.lokaal.slot import Dienstslot, Gebruik, om_de_beurt

GEDULD = 10.0  # seconds for commands that are still running when the server must stop
_POGINGEN = 3
_OPSTARTTIJD = 60.0
_in_gebruik: list[Gebruik] = []  # held until this process ends


def zorg_voor_server() -> None:
    """Return with the server running and marked as in use until this process ends.

    Starts it when it is not running; the first start also makes it. Opstartfout when that fails.
    """
    gebruik = Gebruik(data())
    gebruik.begin()
    _in_gebruik.append(gebruik)
    if postgres.antwoordt(postgres.NAAM):
        return
    with om_de_beurt(data(), "opstarten"):
        _zorg_voor_wacht()


def _zorg_voor_wacht() -> None:
    """Wait for the server; where nobody runs it, or its guard is just ending, start one."""
    slot = Dienstslot(data(), "server")
    wacht.foutbestand().unlink(missing_ok=True)
    pogingen, tot = 0, time.monotonic() + _OPSTARTTIJD
    while not postgres.antwoordt(postgres.NAAM):
        if wacht.foutbestand().exists():
            raise Opstartfout(wacht.foutbestand().read_text().strip())
        vrij = slot.houder() is None
        pogingen += vrij
        if pogingen > _POGINGEN or time.monotonic() > tot:
            raise Opstartfout(f"De databank start niet. Het einde van {_log()}:\n{staart(_log())}")
        if vrij:
            _start_wacht()
        time.sleep(0.03)


def _log() -> Path:
    return map_voor("log") / "wacht.log"


def _start_wacht() -> None:
    """Start the guard with none of our streams; it detaches itself."""
    sys.stderr.write("De databank wordt gestart.\n")
    with _log().open("ab") as log:
        subprocess.run(
            [sys.executable, "-m", wacht.__name__],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=BASIS,
            start_new_session=True,
            check=False,
        )


def stop_server(*, geduld: float = GEDULD) -> bool:
    """Stop the server, first giving running commands `geduld` seconds; True when there was one.

    New commands wait until it has stopped and then start it again.
    """
    with Gebruik(data()).alleen(seconden=geduld):
        return Dienstslot(data(), "server").beeindig(seconden=30)


def neem_over() -> Dienstslot:
    """Take the server of this WI_DATA into our own hands, ending the one that a command started.

    Running commands get ten seconds; new ones wait until the server answers again. Opstartfout when
    somebody else keeps it.
    """
    slot = Dienstslot(data(), "server")
    with Gebruik(data()).alleen(seconden=GEDULD):
        slot.beeindig(seconden=30)
        if not slot.neem():
            raise Opstartfout("De databank is in gebruik. Voer eerst `make stop` uit.")
    return slot


def stop_als_ongebruikt() -> None:
    """Stop the server unless another process uses it; this process no longer does."""
    while _in_gebruik:
        _in_gebruik.pop().einde()
    with Gebruik(data()).alleen(seconden=0) as vrij:
        if vrij:
            Dienstslot(data(), "server").beeindig(seconden=30)


def wacht_op_rust(seconden: float = GEDULD) -> None:
    """Return when no command uses the server, or after `seconden`."""
    with Gebruik(data()).alleen(seconden=seconden):
        return
