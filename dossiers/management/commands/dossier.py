"""`manage.py dossier NR`: one dossier, as far as the user may see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandParser

from dossiers.figures.dossier import dossierdocument, vind
from dossiers.figures.leeslog import doorverwijzing_waardoor
from dossiers.models import Rol, Stand, Statushouder
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling
from toegang.rules import INZIEN, mag


class Command(Opdracht):
    """The person, the family, facts and what was recorded. A dossier that is not yours does not exist."""

    help = "Toont één dossier: de persoon, het gezin, de feiten en wat is vastgelegd."
    schema = "dossier/1"

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("nummer", metavar="NR", help="Dossiernummer, bijvoorbeeld D-17-0001.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if vraag.gebruiker and not mag(vraag.gebruiker, "dossiers", INZIEN):
            lezing = Lezing(handeling=Leeshandeling.INZIEN, wat="Dossier")
            leg_lezen_vast(vraag.gebruiker, lezing, geweigerd=True)
            raise NietToegestaan("Deze gebruiker mag geen dossiers zien.")
        persoon = vind(vraag.opties["nummer"].strip().upper(), vraag.gebruiker)
        lezing = Lezing(
            handeling=Leeshandeling.INZIEN,
            wat="Dossier",
            dossiers=[persoon.sleutel] if persoon else [],
            doorverwijzing=_waardoor(persoon, vraag),
        )
        leg_lezen_vast(vraag.gebruiker, lezing, geweigerd=persoon is None)
        if persoon is None:
            raise Geweigerd("NR: er is geen dossier met dit nummer, of u mag het niet zien.")
        return dossierdocument(persoon, gebruiker=vraag.gebruiker, peildatum=vraag.peildatum)

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        persoon, gezin = document["persoon"], document["gezin"]
        naam = " ".join(filter(None, (persoon[deel] for deel in ("voornamen", "voorvoegsel", "achternaam"))))
        yield f"{persoon['dossier']}  {naam}  {Stand(persoon['stand']).label}"
        if gezin:
            yield f"Gezin {gezin['naam']}"
            for lid in gezin["leden"]:
                yield f"  {lid['dossier']:12} {lid['naam']} ({Rol(lid['rol']).label})"
        for feit in document["feiten"]:
            yield f"  {feit['op']}   {feit['label']}"
        for deel in ("contactmomenten", "taken", "signalen", "documenten"):
            yield f"{deel.capitalize():16} {len(document[deel])}"


def _waardoor(persoon: Statushouder | None, vraag: Vraag) -> int | None:
    """The referral by which a partner sees this dossier."""
    if persoon is None or vraag.gebruiker is None:
        return None
    return doorverwijzing_waardoor(persoon, vraag.gebruiker)
