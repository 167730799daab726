"""`manage.py noem_collega NR E-MAIL`: let somebody open a shielded dossier that nobody can open any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from dossiers import actions, figures
from dossiers.figures.dossier import vind
from dossiers.models import Statushouder
from kern.opdrachten import Geweigerd, Opdracht, Vraag
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Gebruiker, Leeshandeling


class Command(Opdracht):
    """The way out where everybody who was named has left: the pages need somebody who is named."""

    help = "Laat een collega een afgeschermd dossier zien, zonder einddatum."
    schema = "noem_collega/1"
    leest = False

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("nummer", metavar="NR", help="Dossiernummer, bijvoorbeeld D-17-0001.")
        parser.add_argument("email", metavar="E-MAIL", help="Van een collega die dossiers mag zien.")
        parser.add_argument("--reden", required=True, metavar="R", help="Waarom deze collega.")
        parser.add_argument(
            "--heel-gezin", action="store_true", help="Ook voor de andere afgeschermde leden van het gezin."
        )

    def document(self, vraag: Vraag) -> dict[str, Any]:
        persoon = vind(vraag.opties["nummer"].strip().upper(), None)
        if persoon is None:
            leg_lezen_vast(None, _lezing(), geweigerd=True)
            raise Geweigerd("NR: er is geen dossier met dit nummer.")
        collega = Gebruiker.objects.filter(email=vraag.opties["email"].strip().lower()).first()
        if collega is None:
            raise Geweigerd("E-MAIL: er is geen gebruiker met dit e-mailadres.")
        personen = [persoon, *(_gezin(persoon, vraag) if vraag.opties["heel_gezin"] else [])]
        leg_lezen_vast(None, _lezing(*personen))
        try:
            rechten = actions.noem_collega(
                personen, collega=collega, reden=vraag.opties["reden"], op=vraag.peildatum
            )
        except ValidationError as fout:
            raise Geweigerd(" ".join(fout.messages)) from fout
        van = {recht.statushouder_id: recht.van.isoformat() for recht in rechten}
        return {
            "dossier": persoon.nummer,
            "collega": collega.email,
            "van": van[persoon.pk],
            "dossiers": [{"dossier": een.nummer, "van": van[een.pk]} for een in personen],
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        for rij in document["dossiers"]:
            yield f"{document['collega']} mag dossier {rij['dossier']} zien vanaf {rij['van']}."


def _lezing(*personen: Statushouder) -> Lezing:
    """The shielded dossiers of which the numbers are printed."""
    sleutels = [persoon.sleutel for persoon in personen]
    return Lezing(handeling=Leeshandeling.INZIEN, wat="Collega noemen", dossiers=sleutels)


def _gezin(persoon: Statushouder, vraag: Vraag) -> list[Statushouder]:
    """The other shielded members of the family."""
    gezin = figures.gezin_op(persoon, vraag.peildatum)
    leden = figures.gezinsleden_op(gezin, vraag.peildatum) if gezin else []
    return [lid for lid in leden if lid.afgeschermd and lid.pk != persoon.pk]
