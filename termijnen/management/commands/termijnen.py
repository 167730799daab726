"""`manage.py termijnen`: what is due, of everybody or of one dossier."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandParser
from django.db.models import Q

from dossiers.figures.dossier import vind
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag
from kern.register import register
from termijnen import figures
from termijnen.actions import herbereken
from termijnen.models import Status
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling
from toegang.rules import INZIEN, Bereik, bereik, mag


class Command(Opdracht):
    """Terms with their status at a peildatum. With `--herbereken` all are computed anew, and counted what changed."""

    help = "Toont de termijnen op een peildatum."
    schema = "termijnen/1"

    def argumenten(self, parser: CommandParser) -> None:
        domeinen = sorted({domein.code for domein, _regel in register.termijnregels()})
        parser.add_argument("--dossier", metavar="NR", help="Alleen van dit dossier.")
        parser.add_argument(
            "--domein", choices=domeinen, metavar="D", help=f"Een van: {', '.join(domeinen)}."
        )
        parser.add_argument(
            "--status", choices=Status.values, metavar="S", help=f"Een van: {', '.join(Status.values)}."
        )
        parser.add_argument(
            "--herbereken", action="store_true", help="Reken eerst alle termijnen opnieuw uit."
        )

    def document(self, vraag: Vraag) -> dict[str, Any]:
        opties = vraag.opties
        wie = vraag.gebruiker
        if wie and bereik(wie) is Bereik.GEEN and not mag(wie, "werkplek", INZIEN):
            leg_lezen_vast(
                vraag.gebruiker, Lezing(handeling=Leeshandeling.LIJST, wat="Termijnen"), geweigerd=True
            )
            raise NietToegestaan("Deze gebruiker mag geen termijnen zien.")
        if opties["herbereken"]:
            return self._herbereken(vraag)
        rijen = figures.termijnen(vraag.peildatum, vraag.gebruiker).select_related("statushouder", "gezin")
        andere = figures.zonder_dossier(vraag.peildatum, vraag.gebruiker)
        if opties["dossier"]:
            persoon = vind(opties["dossier"].strip().upper(), vraag.gebruiker)
            if persoon is None:
                leg_lezen_vast(
                    vraag.gebruiker, Lezing(handeling=Leeshandeling.LIJST, wat="Termijnen"), geweigerd=True
                )
                raise Geweigerd("--dossier: er is geen dossier met dit nummer, of u mag het niet zien.")
            rijen, andere = rijen.filter(statushouder=persoon), andere.none()
        waar = Q()
        if opties["domein"]:
            waar &= Q(code__startswith=f"{opties['domein']}.")
        if opties["status"]:
            waar &= Q(status=opties["status"])
        gevonden = figures.op_volgorde(rijen.filter(waar), andere.filter(waar))
        sleutels = {rij.statushouder.sleutel for rij in gevonden if rij.statushouder}
        lezing = Lezing(
            handeling=Leeshandeling.LIJST, wat="Termijnen", dossiers=sorted(sleutels), aantal=len(gevonden)
        )
        leg_lezen_vast(vraag.gebruiker, lezing)
        return {"termijnen": figures.document(gevonden)}

    def _herbereken(self, vraag: Vraag) -> dict[str, Any]:
        if vraag.gebruiker:
            raise Geweigerd("--herbereken: kan niet samen met --als.")
        if any(vraag.opties[naam] for naam in ("dossier", "domein", "status")):
            raise Geweigerd("--herbereken: kan niet samen met --dossier, --domein of --status.")
        return herbereken()._asdict()

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        if "termijnen" not in document:
            yield (
                f"{document['toegevoegd']} toegevoegd, {document['gewijzigd']} gewijzigd, "
                f"{document['verwijderd']} verwijderd"
            )
            return
        yield f"Termijnen op {document['peildatum']}: {len(document['termijnen'])}"
        for rij in document["termijnen"]:
            yield f"{rij['dossier'] or '':12} {rij['vervalt_op']}  {rij['status']:16} {rij['label']}"
