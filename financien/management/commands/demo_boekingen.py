"""`manage.py demo_boekingen`: an invented ledger and commitments on the lines of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings

from financien.demo import maak_boekingen
from financien.figures import planjaren
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag

# The plan's own position, as of `demo_gegevens`: it does not move with today.
STAND_OP = date(2017, 5, 1)


class Command(Opdracht):
    """Only in the demonstration (exit 5 elsewhere), and only in an empty ledger. Twice changes nothing."""

    help = "Maakt een verzonnen grootboek en verzonnen verplichtingen voor de demonstratie."
    schema = "demo_boekingen/1"
    leest = False

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if not settings.DEMONSTRATIE:
            raise NietToegestaan("Verzonnen boekingen kunnen alleen in de demonstratie.")
        if not planjaren():
            raise Geweigerd("Er is nog geen plan geladen. Laad het eerst met: manage.py laad_plan")
        return {"aangemaakt": maak_boekingen(op=STAND_OP)}

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"{document['aangemaakt']} verzonnen boekingen gemaakt."
