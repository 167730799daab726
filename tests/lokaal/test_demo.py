"""The demonstration, for real: it reaches the sign-in page, and however it ends, nothing stays behind."""

import http.client
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from wassenaar_integratie.lokaal import demo, paden
from wassenaar_integratie.lokaal.paden import Opstartfout


@pytest.fixture
def gestart(machine):
    """Starts it on a free port and waits for its address: (process, what it printed, port)."""
    processen = []

    def start():
        with socket.socket() as vrij:
            vrij.bind((demo.HOST, 0))
            poort = vrij.getsockname()[1]
        proces = subprocess.Popen(
            machine.module("demo"),
            env=machine.omgeving | {"WI_POORT": str(poort)},
            cwd=paden.BASIS,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        processen.append(proces)
        tekst = ""
        while f"http://{demo.HOST}:" not in tekst:
            regel = proces.stdout.readline()
            assert regel, tekst
            tekst += regel
        return proces, tekst, int(re.search(r"http://[\d.]+:(\d+)", tekst)[1])

    # a child of who ignores a closed terminal (nohup) would ignore it too, and rightly
    eerder = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield start
    signal.signal(signal.SIGHUP, eerder)
    for proces in processen:
        if proces.poll() is None:
            proces.terminate()
        proces.wait(120)
        proces.stdout.close()


def afstammelingen(nummer: int) -> set[int]:
    """All processes below this one."""
    gevonden = set()
    for pad in Path(f"/proc/{nummer}/task").glob("*/children"):
        for kind in map(int, pad.read_text().split()):
            gevonden |= {kind} | afstammelingen(kind)
    return gevonden


def leeft(nummer: int) -> bool:
    try:
        return Path(f"/proc/{nummer}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


# SIGTERM is what `make stop` sends, below
@pytest.mark.parametrize("teken", [signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_bereikt_de_inlogpagina_en_laat_niets_achter(machine, gestart, teken):
    proces, tekst, poort = gestart()
    assert "klantregisseur@" in tekst
    lijn = http.client.HTTPConnection(demo.HOST, poort, timeout=20)
    lijn.request("GET", "/inloggen/")
    assert lijn.getresponse().status == 200
    lijn.close()
    allen = afstammelingen(proces.pid)
    assert len(allen) >= 6  # database, broker, web with two workers, worker with one
    proces.send_signal(teken)
    if teken == signal.SIGINT:  # the impatient press Ctrl-C twice
        time.sleep(0.3)
        proces.send_signal(teken)
    assert proces.wait(120) == (-teken if teken == signal.SIGKILL else 0)
    tot = time.monotonic() + 20
    while any(map(leeft, allen)) and time.monotonic() < tot:
        time.sleep(0.1)
    assert [nummer for nummer in allen if leeft(nummer)] == []
    assert machine.server is None


def test_neemt_de_server_van_een_opdracht_over_en_een_tweede_wordt_geweigerd(machine, gestart):
    wacht = machine.start()
    proces, _tekst, _poort = gestart()
    assert machine.server == proces.pid != wacht
    tweede = machine.draai(machine.module("demo"))
    assert (tweede.returncode, tweede.stdout.count("\n")) == (1, 1)
    assert "draait al een demonstratie" in tweede.stdout
    begin = "from wassenaar_integratie.lokaal.server import zorg_voor_server as z; z()"
    assert machine.draai([machine.module("x")[0], "-c", begin]).stderr == ""
    assert machine.draai(machine.module("stop")).stdout == "Gestopt.\n"
    assert proces.wait(5) == 0


def test_bezette_poort_geeft_de_volgende_vrije():
    with socket.socket() as bezet:
        bezet.bind((demo.HOST, 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        assert demo.vrije_poort(poort) > poort


@pytest.mark.parametrize("waarde", ["acht", "-1", "0", "70000", "65436"])
def test_onmogelijke_poort_is_een_zin(monkeypatch, waarde):
    monkeypatch.setenv("WI_POORT", waarde)
    with pytest.raises(Opstartfout, match=f"WI_POORT is {waarde}"):
        demo.gekozen_poort()


def test_een_gesloten_terminal_houdt_het_stoppen_niet_op(monkeypatch):
    def dicht(*_, **__):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("builtins.print", dicht)
    demo.meld("weg")
    with pytest.raises(OSError, match="Input/output"):
        print("weg")  # noqa: T201
