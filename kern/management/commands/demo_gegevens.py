"""`manage.py demo_gegevens`: the plan's own people, invented, with the facts of every domain."""

from __future__ import annotations

import hashlib
import time
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


class Command(Opdracht):
    """Each domain adds its facts to the same people. Twice changes nothing; the seed changes names only."""

    help = "Maakt de verzonnen personen van de demonstratie."
    schema = "demo_gegevens/1"
    leest = False

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("--zaad", type=int, default=1, metavar="S", help="Ander zaad, andere namen.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if not settings.DEMONSTRATIE:
            raise NietToegestaan("Verzonnen personen kunnen alleen in de demonstratie.")
        begin = time.monotonic()
        lading = Demolading.objects.first() or self._maak(vraag.opties["zaad"])
        if lading.zaad != vraag.opties["zaad"]:
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

    def _maak(self, zaad: int) -> Demolading:
        demo = Demo(zaad=zaad, vandaag=STAND_OP)
        with transaction.atomic():
            with connection.cursor() as cursor:  # two at once: the second waits, and finds the first's people
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SLOT])
            if lading := Demolading.objects.first():
                return lading
            for domein in register:
                if domein.demo:
                    domein.demo(demo)
            return Demolading.objects.create(
                zaad=zaad,
                personen=sum(len(gezin.personen) for gezin in demo.gezinnen),
                gezinnen=len({gezin.gezin.pk for gezin in demo.gezinnen}),
                vingerafdruk=hashlib.sha256("\n".join(demo.kenmerken).encode()).hexdigest(),
            )

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"{document['personen']} verzonnen personen in {document['gezinnen']} gezinnen."
