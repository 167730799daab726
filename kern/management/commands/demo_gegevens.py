"""`manage.py demo_gegevens`: the plan's own people, or as many as asked, invented, with the facts of every domain."""

from __future__ import annotations

import hashlib
import re
import time
from argparse import ArgumentTypeError
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import connection, transaction

from kern.contract import Demo
from kern.models import Demolading
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag
from kern.register import register

# The plan's own position: its people and their dates do not move with today.
STAND_OP = date(2017, 5, 1)
_SLOT = 2017_05_01
MEESTE = 1_000_000


def aantal_personen(waarde: str) -> int:
    """Argument type: how many people, from one to a million."""
    if not re.fullmatch(r"[1-9]\d{0,6}", waarde, re.ASCII) or int(waarde) > MEESTE:
        raise ArgumentTypeError(f"{waarde!r} kan niet. Geef een aantal van 1 tot en met 1000000.")
    return int(waarde)


class Command(Opdracht):
    """Each domain adds its facts to the same people. Twice changes nothing."""

    help = "Maakt de verzonnen personen van de demonstratie."
    schema = "demo_gegevens/1"
    leest = False

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--personen", type=aantal_personen, metavar="N", help="Zoveel personen; anders die van het plan."
        )
        parser.add_argument("--zaad", type=int, default=1, metavar="S", help="Ander zaad, andere namen.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if not settings.DEMONSTRATIE:
            raise NietToegestaan("Verzonnen personen kunnen alleen in de demonstratie.")
        begin = time.monotonic()
        zaad, aantal = vraag.opties["zaad"], vraag.opties["personen"]
        lading = Demolading.objects.first() or self._maak(zaad, aantal)
        if lading.aantal != aantal:
            er_zijn = f"{lading.personen} verzonnen personen{'' if lading.aantal else ' van het plan'}"
            raise Geweigerd(f"--personen: er zijn al {er_zijn}. Neem een lege installatie.")
        if lading.zaad != zaad:
            raise Geweigerd(
                f"--zaad: er zijn al verzonnen personen, met zaad {lading.zaad}. Neem een lege installatie."
            )
        return {
            "personen": lading.personen,
            "gezinnen": lading.gezinnen,
            "zaad": lading.zaad,
            "seconden": round(time.monotonic() - begin, 3),
            "vingerafdruk": lading.vingerafdruk,
        }

    def _maak(self, zaad: int, aantal: int | None) -> Demolading:
        demo = Demo(zaad=zaad, vandaag=STAND_OP, aantal=aantal)
        with transaction.atomic():
            with connection.cursor() as cursor:  # two at once: the second waits, and finds the first's people
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SLOT])
            if lading := Demolading.objects.first():
                return lading
            gezinnen, vingerafdruk = self._vul(demo)
            return Demolading.objects.create(
                zaad=zaad,
                aantal=aantal,
                personen=demo.personen,
                gezinnen=gezinnen,
                vingerafdruk=vingerafdruk,
            )

    def _vul(self, demo: Demo) -> tuple[int, str]:
        """Let every domain add its facts, portion by portion; gives the number of families and the fingerprint."""
        gezinnen, geteld, som = 0, False, hashlib.sha256()
        demo.meer = True
        while demo.meer:
            demo.meer, demo.gezinnen, demo.kenmerken = False, [], []
            for domein in register:
                if domein.demo:
                    domein.demo(demo)
            demo.personen += sum(len(gezin.personen) for gezin in demo.gezinnen)
            gezinnen += len({gezin.gezin.pk for gezin in demo.gezinnen})
            som.update("\n".join(demo.kenmerken).encode())
            if demo.aantal and (not demo.meer or not geteld):
                geteld = _tel_tabellen()
        return gezinnen, som.hexdigest()

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"{document['personen']} verzonnen personen in {document['gezinnen']} gezinnen."


def _tel_tabellen() -> bool:
    """Let the server know how many rows there are; by itself it does so a minute after the commit.

    It plans the queries of triggers once: with empty tables it would walk them from end to end ever
    after. So it counts after the first portion, which is small, and is kept from walking until the end.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        [rol] = cursor.fetchone()
        cursor.execute("SET LOCAL ROLE NONE")  # only the owner may count; another is passed over in silence
        cursor.execute("ANALYZE")
        cursor.execute("SELECT set_config('role', %s, true)", [rol])
        cursor.execute("SET LOCAL enable_seqscan = off")
    return True
