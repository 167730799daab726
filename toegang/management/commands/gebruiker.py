"""`manage.py gebruiker`: makes or changes a user, who comes in by a passphrase or an invitation."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from kern.opdrachten import Geweigerd, Opdracht, Vraag
from toegang.actions import bewaar_gebruiker
from toegang.forms import WOORDEN
from toegang.models import Rol

_ARGUMENTEN = {"email": "E-MAIL", "organisatie": "--organisatie", "wachtzin": "--wachtwoord"}


class Command(Opdracht):
    """The passphrase comes by standard input only, so that no process list or history holds it."""

    help = "Maakt of wijzigt een gebruiker."
    schema = "gebruiker/1"
    leest = False
    over_gebruikers = True

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="E-MAIL")
        parser.add_argument(
            "--rol", required=True, choices=Rol.values, metavar="R", help=", ".join(Rol.values)
        )
        parser.add_argument("--organisatie", metavar="O", help="Naam van een bekende organisatie.")
        parser.add_argument(
            "--wachtwoord", choices=["-"], metavar="-", help="Lees de wachtzin van standaardinvoer."
        )

    def document(self, vraag: Vraag) -> dict[str, Any]:
        wachtzin = sys.stdin.readline().rstrip("\n") if vraag.opties["wachtwoord"] else None
        try:
            telling = bewaar_gebruiker(
                email=vraag.opties["email"],
                rol=vraag.opties["rol"],
                organisatie=vraag.opties["organisatie"],
                wachtzin=wachtzin,
            )
        except ValidationError as fout:
            raise Geweigerd(_in_woorden(fout)) from fout
        partij = telling.gebruiker.organisatie
        return {
            "email": telling.gebruiker.email,
            "rol": telling.gebruiker.rol,
            "organisatie": partij.naam if partij else None,
            "aangemaakt": telling.aangemaakt,
            "uitgenodigd": telling.uitgenodigd,
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"{document['email']} is {'gemaakt' if document['aangemaakt'] else 'gewijzigd'}: {document['rol']}."
        if document["uitgenodigd"]:
            yield "De uitnodiging staat klaar om te versturen."


def _in_woorden(fout: ValidationError) -> str:
    """Each refusal with the argument that it is about."""
    per_veld = fout.error_dict if hasattr(fout, "error_dict") else {"": fout.error_list}
    zinnen = []
    for veld, fouten in per_veld.items():
        voor = f"{_ARGUMENTEN[veld]}: " if veld in _ARGUMENTEN else ""
        zinnen += [voor + WOORDEN.get(een.code or "", "".join(een.messages)) for een in fouten]
    return " ".join(zinnen)
