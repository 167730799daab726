"""The embedded server, for real: made, migrated and started by a command, and gone when it should be."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wassenaar_integratie.lokaal import paden

TELLING = "import json; from django.db.migrations.recorder import MigrationRecorder as R; "
TELLING += "print(json.dumps({'migraties': R.Migration.objects.count()}))"
VRAAG = ("shell", "--verbosity", "0", "--no-imports", "--command", TELLING)


def processen_van(machine) -> list[str]:
    """The command lines that name this machine's folders."""
    map_ = str(machine.cluster)
    gevonden = []
    for pad in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            regel = pad.read_bytes().replace(b"\0", b" ").decode()
        except OSError:  # it ended while we looked
            continue
        if map_ in regel:
            gevonden.append(regel)
    return gevonden


def wacht_tot(klaar, seconden: float = 20) -> bool:
    tot = time.monotonic() + seconden
    while time.monotonic() < tot:
        if klaar():
            return True
        time.sleep(0.05)
    return False


def test_een_opdracht_maakt_start_en_migreert_en_zegt_dat_op_de_foutuitvoer(nieuwe_machine, tmp_path):
    """From another folder, on a machine that has nothing; the pipe ends though the server goes on."""
    antwoord = nieuwe_machine.draai(nieuwe_machine.opdracht(*VRAAG), cwd=tmp_path)
    assert antwoord.returncode == 0, antwoord.stderr
    assert json.loads(antwoord.stdout)["migraties"] > 20
    assert "wordt gestart" in antwoord.stderr
    assert "wordt bijgewerkt" in antwoord.stderr
    wacht = nieuwe_machine.server
    assert processen_van(nieuwe_machine)
    antwoord = nieuwe_machine.draai(nieuwe_machine.opdracht(*VRAAG))
    assert (antwoord.stderr, nieuwe_machine.server) == ("", wacht)


def test_de_wacht_heeft_geen_stromen_van_de_opdracht(machine):
    wacht = machine.start()
    stromen = [os.readlink(f"/proc/{wacht}/fd/{nummer}") for nummer in range(3)]
    log = str(machine.map / "log" / "wacht.log")
    assert stromen == ["/dev/null", log, log]
    assert os.getsid(wacht) != os.getsid(0)


def test_twee_opdrachten_tegelijk_starten_er_een(machine):
    machine.draai(machine.module("stop"))
    samen = [
        subprocess.Popen(
            machine.opdracht(*VRAAG), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=machine.omgeving
        )
        for _ in range(2)
    ]
    fouten = [proces.communicate(timeout=90)[1] for proces in samen]
    assert [proces.returncode for proces in samen] == [0, 0], fouten
    assert sum(b"wordt gestart" in fout for fout in fouten) == 1


def test_stoppen_laat_geen_proces_achter(machine):
    machine.start()
    antwoord = machine.draai(machine.module("stop"))
    assert (antwoord.returncode, antwoord.stdout) == (0, "Gestopt.\n")
    assert machine.server is None
    assert processen_van(machine) == []
    assert machine.draai(machine.module("stop")).stdout == "Er draaide niets.\n"


def test_stoppen_geeft_een_lopende_opdracht_de_tijd(machine):
    traag = "import time; from wassenaar_integratie.lokaal import postgres, server; "
    traag += "server.zorg_voor_server(); k = postgres.verbinding().cursor(); print('begonnen', flush=True); "
    traag += "time.sleep(1.5); k.execute('SELECT 42'); print(k.fetchone()[0])"
    lopend = subprocess.Popen(
        [sys.executable, "-c", traag], stdout=subprocess.PIPE, env=machine.omgeving, cwd=paden.BASIS
    )
    assert lopend.stdout.readline() == b"begonnen\n"
    assert machine.draai(machine.module("stop")).stdout == "Gestopt.\n"
    assert lopend.communicate(timeout=20)[0] == b"42\n"
    assert lopend.returncode == 0


@pytest.mark.parametrize("wie", ["wacht", "server"])
def test_na_een_kill_van_de_wacht_of_de_server_gaat_de_volgende_opdracht_door(machine, wie):
    wacht = machine.start()
    kinderen = Path(f"/proc/{wacht}/task/{wacht}/children").read_text().split()
    os.kill(wacht if wie == "wacht" else int(kinderen[0]), signal.SIGKILL)
    assert machine.start() != wacht


def test_zonder_wacht_eindigt_de_server_vanzelf(machine):
    os.kill(machine.start(), signal.SIGKILL)
    assert wacht_tot(lambda: processen_van(machine) == [])


def test_wie_niet_gebruikt_wordt_eindigt_vanzelf(machine):
    """With one second in place of ten minutes; the limit itself is tested on an injected clock."""
    machine.draai(machine.module("stop"))
    subprocess.run(
        machine.module("wacht", "--stil", "1"), env=machine.omgeving, cwd=paden.BASIS, check=True, timeout=20
    )
    assert wacht_tot(lambda: processen_van(machine) != [])
    assert wacht_tot(lambda: machine.server is None)
    assert processen_van(machine) == []


def test_een_mislukte_start_zegt_waarom(machine):
    machine.start()
    machine.draai(machine.module("stop"))
    gegevens = machine.cluster / "data"
    (gegevens / "PG_VERSION").rename(gegevens / "weg")
    try:
        antwoord = machine.draai(machine.opdracht(*VRAAG))
    finally:
        (gegevens / "weg").rename(gegevens / "PG_VERSION")
    assert (antwoord.returncode, antwoord.stdout) == (1, "")
    assert "PostgreSQL start niet" in antwoord.stderr
    assert "PG_VERSION" in antwoord.stderr


def test_onbereikbare_databank_van_buiten_is_een_zin(machine):
    machine.omgeving["DATABASE_URL"] = "postgres://wi@%2Fnergens/niets"
    try:
        antwoord = machine.draai(machine.opdracht(*VRAAG))
    finally:
        del machine.omgeving["DATABASE_URL"]
    assert (antwoord.returncode, antwoord.stdout) == (1, "")
    assert "De databank is niet bereikbaar" in antwoord.stderr
    assert "Traceback" not in antwoord.stderr


def test_socketmap_is_alleen_van_wie_de_server_draait(machine):
    machine.start()
    for naam in ("data", "socket"):
        stand = (machine.cluster / naam).stat()
        assert stand.st_mode & 0o077 == 0
        assert stand.st_uid == paden.gebruiker_voor(machine.cluster).pw_uid
