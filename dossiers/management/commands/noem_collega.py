"""`manage.py noem_collega NR E-MAIL`: let somebody open a shielded dossier that nobody can open any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from dossiers import actions
from dossiers.figures.dossier import vind
from kern.opdrachten import Geweigerd, Opdracht, Vraag
from toegang.models import Gebruiker


class Command(Opdracht):
    """The way out where everybody who was named has left: the pages need somebody who is named."""

    help = "Laat een collega een afgeschermd dossier zien, zonder einddatum."
    schema = "noem_collega/1"
    leest = False

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("nummer", metavar="NR", help="Dossiernummer, bijvoorbeeld D-17-0001.")
        parser.add_argument("email", metavar="E-MAIL", help="Van een collega die dossiers mag zien.")
        parser.add_argument("--reden", required=True, metavar="R", help="Waarom deze collega.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        persoon = vind(vraag.opties["nummer"].strip().upper(), None)
        if persoon is None:
            raise Geweigerd("NR: er is geen dossier met dit nummer.")
        collega = Gebruiker.objects.filter(email=vraag.opties["email"].strip().lower()).first()
        if collega is None:
            raise Geweigerd("E-MAIL: er is geen gebruiker met dit e-mailadres.")
        try:
            recht = actions.noem_collega(
                persoon, collega=collega, reden=vraag.opties["reden"], op=vraag.peildatum
            )
        except ValidationError as fout:
            raise Geweigerd(" ".join(fout.messages)) from fout
        return {"dossier": persoon.nummer, "collega": collega.email, "van": recht.van.isoformat()}

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"{document['collega']} mag dossier {document['dossier']} zien vanaf {document['van']}."
