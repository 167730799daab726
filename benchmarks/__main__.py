"""`python -m benchmarks [N …] [PART …] [boekingen=M]`: measure with each number of people.

Without numbers or parts (the name of a module here, such as `termijnen`) it writes docs/prestaties.md; with them it
only shows what it measured. `boekingen` says how many entries the ledger has; without it ten for each dossier.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from benchmarks.doelen import VARIABELE
from benchmarks.harnas import Uitslag
from benchmarks.verslag import schrijf, tabel
from kern.kalender import AMSTERDAM

BASIS = Path(__file__).resolve().parent.parent
AANTALLEN = (1_000, 100_000)
BOEKINGEN = "boekingen="


def main(argumenten: list[str]) -> int:
    """Each size in its own process and with its own database; 1 when a goal was not reached."""
    for tekst in argumenten:
        if tekst.startswith(BOEKINGEN):
            os.environ[VARIABELE] = tekst.removeprefix(BOEKINGEN)
    rest = [tekst for tekst in argumenten if not tekst.startswith(BOEKINGEN)]
    aantallen = [int(tekst) for tekst in rest if tekst.isdecimal()] or list(AANTALLEN)
    delen = [tekst for tekst in rest if not tekst.isdecimal()]
    uitslagen = {aantal: _meet(aantal, delen) for aantal in aantallen}
    for aantal, rijen in uitslagen.items():
        print(f"\n{aantal} dossiers\n{tabel(rijen)}")
    if not argumenten:
        vandaag = datetime.fromtimestamp(time.time(), tz=AMSTERDAM).date()
        (BASIS / "docs" / "prestaties.md").write_text(schrijf(uitslagen, vandaag), encoding="utf-8")
    return 0 if all(rij.gehaald for rijen in uitslagen.values() for rij in rijen) else 1


def _meet(aantal: int, delen: list[str]) -> list[Uitslag]:
    plek = Path(os.environ.get("WI_BENCHDATA", BASIS / "var" / "bench")) / str(aantal)
    plek.mkdir(parents=True, exist_ok=True)
    omgeving = os.environ | {"WI_DATA": str(plek), "WI_VANDAAG": "2017-05-01"}
    opdracht = [sys.executable, "-m", "benchmarks.meting", str(aantal), *delen]
    try:
        uitvoer = subprocess.run(
            opdracht, cwd=BASIS, env=omgeving, stdout=subprocess.PIPE, check=True, text=True
        ).stdout
    finally:
        stop = [sys.executable, "-m", "wassenaar_integratie.lokaal.stop"]
        subprocess.run(stop, cwd=BASIS, env=omgeving, stdout=subprocess.DEVNULL, check=False)
    return [Uitslag(**rij) for rij in json.loads(uitvoer.splitlines()[-1])]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
