"""Locks between processes: they end with their process, and a file alone never names anyone."""

import os
import signal
import subprocess
import sys
import time

import pytest

from wassenaar_integratie.lokaal.paden import BASIS
from wassenaar_integratie.lokaal.slot import Dienstslot, Gebruik

HOUDER = """
import signal, sys, time
from pathlib import Path
from wassenaar_integratie.lokaal.slot import Dienstslot, Gebruik
map_, wat = Path(sys.argv[1]), sys.argv[2]
if wat == "doof":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
if wat == "gebruik":
    Gebruik(map_).begin()
else:
    slot = Dienstslot(map_, "server")
    assert slot.neem()
print("heb", flush=True)
time.sleep(60)
"""


@pytest.fixture
def houder(tmp_path):
    """Start another process that holds the slot (`slot`, `doof` for SIGTERM) or uses the server."""
    gestart = []

    def start(wat):
        proces = subprocess.Popen(
            [sys.executable, "-c", HOUDER, str(tmp_path), wat], stdout=subprocess.PIPE, cwd=BASIS
        )
        gestart.append(proces)
        assert proces.stdout.readline() == b"heb\n"
        return proces

    yield start
    for proces in gestart:
        proces.kill()
        proces.wait()
        proces.stdout.close()


def test_een_houder_tegelijk_met_zijn_nummer(tmp_path, houder):
    slot = Dienstslot(tmp_path, "server")
    assert slot.houder() is None
    ander = houder("slot")
    assert slot.houder() == ander.pid
    assert not slot.neem()
    ander.kill()
    ander.wait()
    assert slot.houder() is None  # the file still holds its number
    assert slot.pad.read_text() == str(ander.pid)
    assert slot.neem()


def test_beeindigen_zonder_houder_raakt_niemand(tmp_path, monkeypatch):
    slot = Dienstslot(tmp_path, "server")
    slot.pad.write_text(str(os.getppid()))  # stale, and by now a stranger's
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("een vreemd proces"))
    assert slot.beeindig(seconden=1) is False


@pytest.mark.parametrize(("wat", "teken"), [("slot", signal.SIGTERM), ("doof", signal.SIGKILL)])
def test_beeindigen_vraagt_eerst_en_dwingt_dan(tmp_path, houder, wat, teken):
    ander = houder(wat)
    assert Dienstslot(tmp_path, "server").beeindig(seconden=0.3) is True
    assert ander.wait(5) == -teken


def test_stoppen_wacht_op_wie_het_gebruikt(tmp_path, houder):
    gebruik = Gebruik(tmp_path)
    with gebruik.alleen(seconden=0) as vrij:
        assert vrij
    ander = houder("gebruik")
    begin = time.monotonic()
    with gebruik.alleen(seconden=0.2) as vrij:
        assert not vrij
    assert time.monotonic() - begin >= 0.2
    ander.kill()
    ander.wait()
    with gebruik.alleen(seconden=0) as vrij:
        assert vrij


def test_elk_begin_laat_een_merk_achter_hoe_kort_ook(tmp_path):
    gebruik = Gebruik(tmp_path)
    eerst = gebruik.laatste()
    time.sleep(0.01)
    kort = Gebruik(tmp_path)
    kort.begin()
    kort.einde()
    assert gebruik.laatste() != eerst
