"""Reading the ledger from a file: a million entries, and the memory that it takes.

Each file in a copy of the database, by `importeer grootboek` in a process of its own: entries, their lines, and what is
set aside. As a control the same file in a list of Python: it must miss the goal, or the goal says nothing.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from benchmarks.doelen import PER_DOSSIER, boekingen, doel_boekingen
from benchmarks.harnas import Uitslag
from benchmarks.kopie import NAAM, kopie
from dossiers.models import Statushouder
from financien.models import Activiteit, Rekening
from wassenaar_integratie.lokaal import database_url

EVENREDIG, VLAK = 12.5, 1.25
KOSTENPLAATS = "67999"
_LEES_ALLES = """
import csv, sys
rijen = list(csv.DictReader(open(sys.argv[1], encoding="utf-8"), delimiter=";"))
print(next(regel.split()[1] for regel in open("/proc/self/status") if regel.startswith("VmHWM")))
"""
_MEET = """
import json, resource, subprocess, sys, time
begin = time.perf_counter()
klaar = subprocess.run(sys.argv[1:], capture_output=True, text=True)
seconden = time.perf_counter() - begin
document = json.loads(klaar.stdout)
print(json.dumps([resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, seconden, document["aangemaakt"]]))
"""


def uitslagen() -> list[Uitslag]:
    """Time and memory of `importeer grootboek`, with all entries and with a tenth of them; each in a copy."""
    alle = boekingen(Statushouder.objects.count())
    aantallen = (alle, alle // PER_DOSSIER)
    paden = [_bestand(aantal) for aantal in aantallen]
    lang, kort = (_lees_in(pad, aantal) for pad, aantal in zip(paden, aantallen, strict=True))
    alles, deel = (_meet_alles(pad) for pad in paden)
    groot, klein = (f"{aantal} boekingen" for aantal in aantallen)
    naam = "Geheugen bij inlezen van het grootboek"
    controle = "Controle: het bestand in een lijst, moet het doel missen"
    return [
        Uitslag("Grootboek inlezen", groot, lang[1], lang[1]),
        Uitslag(
            "Grootboek inlezen",
            klein,
            kort[1],
            kort[1],
            kort[1] / lang[1],
            doel_boekingen(alle, 1 / EVENREDIG),
        ),
        Uitslag(naam, groot, lang[0], lang[0], eenheid="MB"),
        Uitslag(naam, klein, kort[0], kort[0], kort[0] / lang[0], doel_boekingen(alle, 1 / VLAK), "MB"),
        Uitslag(controle, groot, alles, alles, eenheid="MB"),
        Uitslag(
            controle, klein, deel, deel, deel / alles, doel_boekingen(alle, 1 / VLAK), "MB", controle=True
        ),
    ]


def _bestand(aantal: int) -> Path:
    """A file of this length on the accounts of the plan, and one row in a hundred on an account that nobody knows."""
    pad = Path(os.environ["WI_DATA"]) / f"grootboek-{aantal}.csv"
    kolommen = (
        "boekstuk regelnummer boekdatum boekjaar kostenplaats grootboekrekening omschrijving relatie bedrag"
    )
    with pad.open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit, delimiter=";")
        schrijver.writerow(kolommen.split())
        schrijver.writerows(_rijen(aantal))
    return pad


def _rijen(aantal: int) -> Iterator[tuple[Any, ...]]:
    for nr in range(aantal):
        dag = date(2017, 1, 1) + timedelta(days=nr * 31 % 730)
        plaats, rekening = ("1", "9") if nr % 100 == 0 else (KOSTENPLAATS, _rekening(nr))
        cent = 100 + nr * 7919 % 900_000
        bedrag = f"{'-' if nr % 97 == 0 else ''}{cent // 100},{cent % 100:02d}"
        yield (
            f"M{nr}",
            1,
            f"{dag:%d-%m-%Y}",
            dag.year,
            plaats,
            rekening,
            f"Post {nr % 2000}",
            f"Relatie {nr % 3000}",
            bedrag,
        )


def _rekening(nr: int) -> str:
    return f"4{nr % 10:04d}"


def _rekeningen() -> None:
    """Ten accounts on activities of the plan."""
    codes = Activiteit.objects.order_by("code").values_list("code", flat=True)
    for nr, code in zip(range(10), [*codes] * 10, strict=False):
        Rekening.objects.create(
            activiteit_id=code, kostenplaats=KOSTENPLAATS, grootboekrekening=_rekening(nr)
        )


def _lees_in(pad: Path, aantal: int) -> tuple[float, float]:
    """Megabytes and seconds of the command, in a process of its own."""
    with kopie():
        _rekeningen()
        opdracht = [
            sys.executable,
            str(settings.BASIS / "manage.py"),
            "importeer",
            "grootboek",
            str(pad),
            "--json",
        ]
        omgeving = os.environ | {
            "DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.ontwikkeling",
            "DATABASE_URL": f"{database_url().rpartition('/')[0]}/{NAAM}",
        }
        klaar = subprocess.run(
            [sys.executable, "-c", _MEET, *opdracht], env=omgeving, check=True, capture_output=True, text=True
        )
    kilobytes, seconden, aangemaakt = json.loads(klaar.stdout)
    if aangemaakt != aantal:
        raise RuntimeError(f"{pad.name}: {aangemaakt} van {aantal} boekingen ingelezen.")
    return kilobytes / 1024, seconden


def _meet_alles(pad: Path) -> float:
    uitvoer = subprocess.run(
        [sys.executable, "-c", _LEES_ALLES, str(pad)], check=True, capture_output=True, text=True
    )
    return int(uitvoer.stdout) / 1024
