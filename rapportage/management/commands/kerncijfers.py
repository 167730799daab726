"""`manage.py kerncijfers`: every registered key figure, at a day and over a period."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.core.management.base import CommandParser

from kern.cijfers import cijferlijst
from kern.contract import Peiling
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag, dag
from kern.opmaak import scherm
from kern.register import register
from rapportage.rules import mag_cijfers
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling


class Command(Opdracht):
    """The same figures as on the pages and in the report; small counts are shown as they are."""

    help = "Toont de kerncijfers op een peildatum en over een periode."
    schema = "kerncijfers/1"

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("--van", type=dag, metavar="D", help="Eerste dag van de periode.")
        parser.add_argument("--tot-en-met", type=dag, metavar="D", help="Laatste dag van de periode.")
        parser.add_argument("--domein", metavar="D", help="Alleen de cijfers van dit domein.")
        parser.add_argument(
            "--dossiers", action="store_true", help="Ook de dossiernummers achter elk cijfer."
        )
        parser.add_argument(
            "--per", choices=["wijk", "organisatie", "leeftijdsgroep"], help="Splits elk cijfer uit."
        )

    def document(self, vraag: Vraag) -> dict[str, Any]:
        opties = vraag.opties
        peiling = Peiling.op(vraag.peildatum, opties["van"], opties["tot_en_met"], vraag.gebruiker)
        if peiling.van > peiling.tot_en_met:
            raise Geweigerd(
                f"--van: {peiling.van} ligt na de laatste dag van de periode, {peiling.tot_en_met}."
            )
        if opties["per"]:
            raise Geweigerd(f"--per: er is nog geen kerncijfer dat u per {opties['per']} kunt uitsplitsen.")
        self._controleer_toegang(vraag)
        cijfers = cijferlijst(
            register,
            peiling,
            domein=opties["domein"],
            mag=lambda domein: mag_cijfers(vraag.gebruiker, domein),
            met_dossiers=opties["dossiers"],
        )
        if opties["dossiers"]:
            nummers = {nummer for cijfer in cijfers for nummer in cijfer["dossiers"] or ()}
            lezing = Lezing(
                handeling=Leeshandeling.LIJST, wat="Dossiers achter kerncijfers", aantal=len(nummers)
            )
            leg_lezen_vast(vraag.gebruiker, lezing)
        return {
            "van": peiling.van.isoformat(),
            "tot_en_met": peiling.tot_en_met.isoformat(),
            "cijfers": cijfers,
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"Kerncijfers op {document['peildatum']}, over {document['van']} tot en met {document['tot_en_met']}"
        for cijfer in document["cijfers"]:
            yield f"{cijfer['code']:36}{_in_woorden(cijfer['waarde']):>14} {cijfer['eenheid']:12}{cijfer['label']}"
            if "dossiers" in cijfer:
                nummers = cijfer["dossiers"]
                yield f"    {'geen personen' if nummers is None else ' '.join(nummers) or 'geen dossiers'}"
            yield from (f"    zonder dossier: {wat}" for wat in cijfer.get("zonder_dossier", ()))

    @staticmethod
    def _controleer_toegang(vraag: Vraag) -> None:
        """Geweigerd for an unknown domain, NietToegestaan where this user may see no figure."""
        domein = vraag.opties["domein"]
        bekend = [deel.code for deel in register if deel.kerncijfers]
        if domein is not None and domein not in bekend:
            raise Geweigerd(f"--domein: {domein!r} heeft geen kerncijfers. Kies uit: {', '.join(bekend)}.")
        if not any(mag_cijfers(vraag.gebruiker, code) for code in ([domein] if domein else bekend)):
            raise NietToegestaan("Deze gebruiker mag deze kerncijfers niet zien.")
        if vraag.opties["dossiers"] and not mag_cijfers(vraag.gebruiker, "dossiers"):
            lezing = Lezing(handeling=Leeshandeling.LIJST, wat="Dossiers achter kerncijfers")
            leg_lezen_vast(vraag.gebruiker, lezing, geweigerd=True)
            raise NietToegestaan("Deze gebruiker mag geen dossiernummers zien.")


def _in_woorden(waarde: int | str | None) -> str:
    return scherm.euro(Decimal(waarde)) if isinstance(waarde, str) else scherm.getal(waarde)
