"""Nothing of the world outside: no network, and no waiting for a clock."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any

import pytest


class Netwerkfout(AssertionError):
    """A test tried to reach another machine."""


class Slaapfout(AssertionError):
    """A test tried to wait for real time to pass."""


@contextmanager
def zonder_netwerk() -> Iterator[None]:
    """While this runs, Python reaches only unix sockets and this machine (127.0.0.0/8 and ::1)."""

    def bewaakt(naam: str) -> Any:
        origineel = getattr(socket.socket, naam)

        def verbind(self: socket.socket, *args: Any) -> Any:
            if self.family != socket.AF_UNIX:
                _alleen_hier(args[-1][0])
            return origineel(self, *args)

        return verbind

    zoek_op = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **rest: Any) -> Any:
        _alleen_hier(host)
        return zoek_op(host, *args, **rest)

    with pytest.MonkeyPatch.context() as lap:
        for naam in ("connect", "connect_ex", "sendto"):
            lap.setattr(socket.socket, naam, bewaakt(naam))
        lap.setattr(socket, "getaddrinfo", getaddrinfo)
        yield


@contextmanager
def zonder_slaap() -> Iterator[None]:
    """While this runs, time.sleep fails."""

    def slaap(seconden: float) -> None:
        raise Slaapfout(f"time.sleep({seconden}): geef de tijd als argument, of vervang de klok.")

    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(time, "sleep", slaap)
        yield


def _alleen_hier(host: Any) -> None:
    naam = host.decode() if isinstance(host, bytes) else host
    if naam in (None, "", "localhost") or _is_hier(naam):
        return
    raise Netwerkfout(f"Een test wilde {naam} bereiken.")


def _is_hier(naam: str) -> bool:
    try:
        return ip_address(naam).is_loopback
    except ValueError:
        return False
