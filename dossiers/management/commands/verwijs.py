"""`manage.py verwijs NR`: share a dossier, or that of the whole family, with a partner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.db import transaction

from dossiers import actions, figures
from dossiers.figures.dossier import verwijzing_als_json, vind
from dossiers.models import Verwijsstand
from kern.opdrachten import Geweigerd, Opdracht, Vraag, dag
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling, Organisatie

_ARGUMENTEN = {
    "organisatie": "--organisatie",
    "domeinen": "--domeinen",
    "doel": "--doel",
    "tot_en_met": "--tot",
    "heel_gezin": "--gezin",
}


class Command(Opdracht):
    """From today on. The same referral a second time changes nothing."""

    help = "Verwijst een dossier door naar een partner."
    schema = "verwijs/1"
    leest = False

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("nummer", metavar="NR", help="Dossiernummer, bijvoorbeeld D-17-0001.")
        parser.add_argument(
            "--organisatie", required=True, metavar="O", help="Naam van een organisatie die meedoet."
        )
        parser.add_argument(
            "--domeinen", required=True, metavar="D,…", help="Waarover, met komma's: dossiers,begeleiding."
        )
        parser.add_argument("--doel", required=True, metavar="T", help="Waarvoor, zonder naam of gezondheid.")
        parser.add_argument("--tot", required=True, type=dag, metavar="D", help="De laatste dag: JJJJ-MM-DD.")
        parser.add_argument("--gezin", action="store_true", help="Voor het hele gezin, ook wie later komt.")
        parser.add_argument("--aannemen", action="store_true", help="De organisatie heeft al ja gezegd.")

    def document(self, vraag: Vraag) -> dict[str, Any]:
        opties, op = vraag.opties, vraag.peildatum
        persoon = vind(opties["nummer"].strip().upper(), None)
        lezing = Lezing(
            handeling=Leeshandeling.INZIEN,
            wat="Doorverwijzen",
            dossiers=[persoon.sleutel] if persoon else [],
        )
        leg_lezen_vast(None, lezing, geweigerd=persoon is None)
        if persoon is None:
            raise Geweigerd("NR: er is geen dossier met dit nummer, of u mag het niet zien.")
        gegevens = {
            "organisatie": _organisatie(opties["organisatie"]),
            "domeinen": [code.strip() for code in opties["domeinen"].split(",") if code.strip()],
            "doel": opties["doel"],
            "tot_en_met": opties["tot"],
        }
        try:
            with transaction.atomic():
                voor = set(figures.verwijzingen(persoon, None, op).values_list("pk", flat=True))
                verwijzing = actions.verwijs(
                    persoon, gegevens=gegevens, heel_gezin=opties["gezin"], op=op, door=None
                )
                if opties["aannemen"]:
                    verwijzing = actions.neem_aan(verwijzing, op=op, door=None)
        except ValidationError as fout:
            raise Geweigerd(_in_woorden(fout)) from fout
        return {
            "dossier": persoon.nummer,
            **verwijzing_als_json(verwijzing, op),
            "aangemaakt": verwijzing.pk not in voor,
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        wie = "Het gezin van dossier" if document["gezin"] else "Dossier"
        stand = Verwijsstand(document["stand"]).label.lower()
        yield (
            f"{wie} {document['dossier']} is doorverwezen naar {document['organisatie']}, "
            f"van {document['van']} tot en met {document['tot_en_met']} ({stand})."
        )
        if not document["aangemaakt"]:
            yield "Deze verwijzing was er al."


def _organisatie(naam: str) -> Organisatie:
    """The organisation with this name, in any case. Geweigerd when it is not one that takes part."""
    gevonden = figures.verwijsbaar().filter(naam__iexact=naam.strip()).first()
    if gevonden is None:
        raise Geweigerd(
            "--organisatie: er doet geen organisatie met deze naam mee. Neem de naam uit het plan, "
            'bijvoorbeeld "Stichting VluchtelingenWerk Wassenaar".'
        )
    return gevonden


def _in_woorden(fout: ValidationError) -> str:
    """Each refusal with the argument that it is about."""
    if not hasattr(fout, "error_dict"):
        return " ".join(fout.messages)
    per_veld = fout.message_dict.items()
    return " ".join(f"{_ARGUMENTEN.get(veld, veld)}: {' '.join(zinnen)}" for veld, zinnen in per_veld)
