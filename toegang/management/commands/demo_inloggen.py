"""`manage.py demo_inloggen`: a login for each role of the demonstration, made once and shown each time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from kern.opdrachten import NietToegestaan, Opdracht, Vraag
from toegang.demo import WACHTZIN, maak_gebruikers


class Command(Opdracht):
    """The addresses and the passphrase; only in the demonstration (exit 5 elsewhere)."""

    help = "Toont voor elke rol van de demonstratie een e-mailadres en wachtzin."
    schema = "demo_inloggen/1"
    leest = False
    over_gebruikers = True

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if not settings.DEMONSTRATIE:
            raise NietToegestaan("Deze gebruikers bestaan alleen in de demonstratie.")
        return {
            "wachtzin": WACHTZIN,
            "gebruikers": [
                {"rol": gebruiker.get_rol_display(), "naam": gebruiker.naam, "email": gebruiker.email}
                for gebruiker in maak_gebruikers()
            ],
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"Inloggen met een van deze adressen. De wachtzin is overal: {document['wachtzin']}"
        for gebruiker in document["gebruikers"]:
            yield f"  {gebruiker['email']:36} {gebruiker['rol']} ({gebruiker['naam']})"
