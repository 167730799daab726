"""Child processes that cannot outlive us, and how they end."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from wassenaar_integratie.lokaal.paden import BASIS, Opstartfout

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def _sterf_mee(teken: signal.Signals, ouder: int) -> Callable[[], None]:
    """Run in the child after it took its user: this signal when its parent ends, however that ends."""

    def stel_in() -> None:
        _libc.prctl(_PR_SET_PDEATHSIG, int(teken))
        if os.getppid() != ouder:  # it ended before we asked
            os._exit(1)

    return stel_in


def kind(
    opdracht: list[str],
    *,
    uitvoer: IO[bytes] | int,
    eind: signal.Signals = signal.SIGTERM,
    cwd: Path = BASIS,
    **extra: Any,
) -> "subprocess.Popen[bytes]":
    """Start a child in a session of its own, so that Ctrl-C reaches only us; it gets `eind` when we end.

    Only for processes without threads: what must be set between fork and exec needs Python there.
    """
    return subprocess.Popen(
        opdracht,
        stdin=subprocess.DEVNULL,
        stdout=uitvoer,
        stderr=subprocess.STDOUT,
        cwd=cwd,
        start_new_session=True,
        preexec_fn=_sterf_mee(eind, os.getpid()),  # noqa: PLW1509  (no threads here)
        **extra,
    )


def stop(proces: "subprocess.Popen[bytes]", *, teken: signal.Signals, seconden: float) -> None:
    """Ask a child of `kind` to end; after `seconden` its whole group is killed."""
    if proces.poll() is None:
        proces.send_signal(teken)
        try:
            proces.wait(seconden)
        except subprocess.TimeoutExpired:
            os.killpg(proces.pid, signal.SIGKILL)
    proces.wait()


def wacht_op(
    klaar: Callable[[], bool],
    *,
    naam: str,
    log: Path,
    leeft: Callable[[], bool],
    seconden: float = 60.0,
) -> None:
    """Return as soon as `klaar`. Opstartfout, with the end of the log, when it dies first or is too slow."""
    tot = time.monotonic() + seconden
    while not klaar():
        if not leeft():
            raise Opstartfout(f"{naam} start niet. Het einde van {log}:\n{staart(log)}")
        if time.monotonic() > tot:
            raise Opstartfout(f"{naam} is na {seconden:.0f} seconden nog niet klaar. Zie {log}.")
        time.sleep(0.03)


def staart(log: Path, regels: int = 8) -> str:
    """The last lines of a log; empty when there is none."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-regels:])
