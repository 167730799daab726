"""An import that is killed at any moment leaves all of it or nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from django.conf import settings as instellingen
from django.db import connection

from dossiers.imports import PERSONEN
from wassenaar_integratie.lokaal import paden

AANTAL, KEREN = 900, 10
TABELLEN = (
    "dossiers_statushouder",
    "dossiers_gezin",
    "dossiers_gezinslid",
    "dossiers_vestiging",
    "dossiers_regie",
    "dossiers_statushouderevent",
    "uitwisseling_inlezing",
    "uitwisseling_inleesrij",
    "uitwisseling_inleesspoor",
    "uitwisseling_inleesverschil",
)
AL_ER = 300  # persons of the file who are known, and whom it changes


class Databank:
    """A database of its own on the server of the tests, and the command that runs on it."""

    def __init__(self, map_: Path) -> None:
        verbinding = connection.settings_dict
        self.naam = f"{verbinding['NAME']}_storing"
        self._toegang = {
            "host": verbinding["HOST"],
            "user": verbinding["USER"],
            "port": verbinding["PORT"] or None,
            "password": verbinding["PASSWORD"] or None,
        }
        host = verbinding["HOST"].replace("/", "%2F")
        self.omgeving = {
            **os.environ,
            "WI_DATA": str(map_),
            "DATABASE_URL": f"postgres://{verbinding['USER']}@{host}/{self.naam}",
            "DJANGO_SETTINGS_MODULE": "wassenaar_integratie.settings.ontwikkeling",
            "WI_VANDAAG": "2017-05-01",
        }
        self.omgeving.pop("WI_TESTDATA", None)

    def vraag(self, sql: str, databank: str | None = None) -> list[tuple[Any, ...]]:
        verbinding = psycopg2.connect(dbname=databank or self.naam, **self._toegang)
        verbinding.autocommit = True
        try:
            with verbinding.cursor() as cursor:
                cursor.execute(sql)
                return list(cursor.fetchall()) if cursor.description else []
        finally:
            verbinding.close()

    def maak(self) -> None:
        """A copy of the empty database of the tests, on which nobody may be connected for a moment."""
        self.weg()
        connection.close()
        bron = connection.settings_dict["NAME"]
        # a browser that left a page halfway left the session of its request
        anderen = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{bron}'"
        self.vraag(anderen, "postgres")
        self.vraag(f'CREATE DATABASE "{self.naam}" TEMPLATE "{bron}"', "postgres")

    def weg(self) -> None:
        self.vraag(f'DROP DATABASE IF EXISTS "{self.naam}" WITH (FORCE)', "postgres")

    def start(self, *argumenten: str) -> subprocess.Popen[bytes]:
        opdracht = [sys.executable, str(paden.BASIS / "manage.py"), *argumenten]
        return subprocess.Popen(
            opdracht,
            env=self.omgeving,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def draai(self, *argumenten: str) -> None:
        proces = self.start(*argumenten)
        uit, fout = proces.communicate(timeout=300)
        assert proces.returncode == 0, (uit, fout)

    def stand(self) -> dict[str, Any]:
        """A fingerprint of every table that an import writes."""
        return {
            tabel: self.vraag(
                f"SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {tabel} t"
            )
            for tabel in TABELLEN
        }

    def werkt(self, proces: subprocess.Popen[bytes]) -> bool:
        """Wait until the command has staged rows to write: from then on it is at work."""
        while proces.poll() is None:
            bezig = self.vraag(
                f"""SELECT count(*) FROM pg_stat_activity WHERE datname = '{self.naam}'
                AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"""
            )
            if bezig != [(0,)]:
                return True
            time.sleep(0.02)
        return False

    def wacht_tot_stil(self) -> None:
        """The server notices that its client is gone, and rolls back."""
        for _ in range(200):
            bezig = self.vraag(
                f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{self.naam}' AND pid <> pg_backend_pid()"
            )
            if bezig == [(0,)]:
                return
            time.sleep(0.05)
        pytest.fail("de server is nog bezig")


@pytest.fixture
def databank(tmp_path, django_db_setup, django_db_blocker) -> Iterator[Databank]:
    with django_db_blocker.unblock():
        deze = Databank(tmp_path / "wi")
        deze.maak()
        yield deze
        deze.weg()


def bestand(pad: Path, aantal: int, opvang: str) -> str:
    koppen = [kolom.naam for kolom in PERSONEN.kolommen]
    regels = [";".join(koppen)]
    for nummer in range(aantal):
        rij = {
            "vnummer": str(2_741_000_000 + nummer),
            "achternaam": f"Naam{nummer}",
            "voornamen": "Rima",
            "gezin": f"G{nummer // 3}",
            "gevestigd_op": "28-03-2017",
            "opvang": opvang,
        }
        regels.append(";".join(rij.get(kop, "") for kop in koppen))
    pad.write_text("\n".join(regels))
    return str(pad)


def test_tien_keer_gedood_laat_alles_of_niets(databank, tmp_path):
    assert instellingen.SETTINGS_MODULE.endswith("test")
    databank.draai("importeer", "personen", bestand(tmp_path / "eerst.csv", AL_ER, "azc"))
    voor = databank.stand()
    groot = bestand(tmp_path / "groot.csv", AANTAL, "kso")
    proef = databank.start("importeer", "personen", groot, "--proef")
    assert databank.werkt(proef)
    begin = time.monotonic()
    proef.communicate()
    duur = time.monotonic() - begin
    assert (proef.returncode, databank.stand()) == (0, voor)
    gedood = 0
    kans = random.Random(12)
    for _ in range(KEREN):
        proces = databank.start("importeer", "personen", groot)
        databank.werkt(proces)
        time.sleep(duur * kans.uniform(0, 1.5))
        if proces.poll() is None:
            gedood += 1
            os.killpg(proces.pid, signal.SIGKILL)
        else:
            duur *= 0.6  # the machine was busier at the trial: look for a moment within it
        proces.communicate()
        databank.wacht_tot_stil()
        if databank.stand() == voor:
            continue
        aantallen = databank.vraag(
            """SELECT (SELECT count(*) FROM dossiers_statushouder), (SELECT count(*) FROM dossiers_regie),
            (SELECT count(*) FROM dossiers_statushouder WHERE opvang = 'kso'),
            (SELECT count(*) FROM uitwisseling_inlezing WHERE status = 'opgeslagen'),
            (SELECT count(*) FROM uitwisseling_inleesrij)"""
        )
        assert aantallen == [(AANTAL, AANTAL, AANTAL, 2, 0)]
        nummer = databank.vraag("SELECT max(id) FROM uitwisseling_inlezing")[0][0]
        databank.draai("importeer", "--ongedaan", str(nummer))
        databank.vraag(
            f"DELETE FROM uitwisseling_inleesspoor WHERE inlezing_id = {nummer};"
            f"DELETE FROM uitwisseling_inleesverschil WHERE inlezing_id = {nummer};"
            f"DELETE FROM uitwisseling_inlezing WHERE id = {nummer}"
        )
        voor = databank.stand()
    assert gedood >= KEREN // 2, "te vaak klaar voor het doden: dit toetst niets"
