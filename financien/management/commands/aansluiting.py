"""`manage.py aansluiting`: the reconciliation of the budget."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.management.base import CommandParser

from financien import figures
from financien.domain.document import document
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag, jaartal
from kern.opmaak.scherm import ONBEKEND, euro, getal
from toegang.rules import mag


class Command(Opdracht):
    """The budget by line and year, what is not allocated, and persons beside persons."""

    help = "Toont de aansluiting van de begroting op een peildatum."
    schema = "aansluiting/1"

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("--jaar", type=jaartal, metavar="J", help="Alleen dit jaar van het plan.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if vraag.gebruiker and not mag(vraag.gebruiker, "financien", "inzien"):
            raise NietToegestaan("Deze gebruiker mag de begroting niet zien.")
        jaar, jaren = vraag.opties["jaar"], figures.planjaren()
        if not jaren:
            raise Geweigerd("Er is nog geen plan geladen. Laad het eerst met: manage.py laad_plan")
        if jaar is not None and jaar not in jaren:
            raise Geweigerd(
                f"--jaar: {jaar} hoort niet bij het plan. Kies uit: {', '.join(map(str, jaren))}."
            )
        return document(vraag.peildatum, jaar)

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"Aansluiting van de begroting op {document['peildatum']}, in euro"
        for jaar in document["jaren"]:
            yield f"Inkomsten {jaar['jaar']}: {_euro(jaar['inkomsten_begroot'])}"
        totaal = document["totaal"]
        yield f"Inkomsten samen: {_euro(totaal['inkomsten_begroot'])}"
        yield f"Activiteiten: {_euro(totaal['lasten_begroot'])}"
        for lezing in document["niet_toegewezen"]:
            yield f"Niet toegewezen, {lezing['lezing']}: {_euro(lezing['bedrag'])}"
        yield f"{'regel':14}{'jaar':>6}{'begroot':>15}{'geboekt':>15}{'vrij':>15}  omschrijving"
        for regel in document["regels"]:
            yield (
                f"{regel['code']:14}{regel['jaar'] or '':>6}{_euro(regel['begroot']):>15}"
                f"{_euro(regel['geboekt']):>15}{_euro(regel['vrij']):>15}  {regel['omschrijving']}"
            )
        yield f"{'personen':14}{'jaar':>6}{'begroot':>15}{'geteld':>15}{'euro':>15}"
        for rij in document["personen"]:
            yield (
                f"{rij['code']:14}{rij['jaar'] or '':>6}{getal(rij['begroot_personen']):>15}"
                f"{getal(rij['geteld_personen']):>15}{_euro(rij['verschil_euro']):>15}"
            )
        yield f"{ONBEKEND} is nog niet bekend."


def _euro(bedrag: str | None) -> str:
    return euro(None if bedrag is None else Decimal(bedrag))
