"""`manage.py laad_plan`: the plan's rows in, after all its sums were checked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from kern import planlader
from kern.opdrachten import Geweigerd, Opdracht, Vraag
from kern.plan import Planfout
from kern.register import register

EIGEN_PLAN = settings.BASIS / "plan" / "plan-2017.toml"


class Command(Opdracht):
    """Loads the project's own copy of the plan, or another file; twice changes nothing."""

    help = "Laadt het plan; controleert eerst alle sommen."
    schema = "laad_plan/1"
    leest = False
    # an organisation that left the plan goes only where nobody was invited to it: no role reads invitations
    over_gebruikers = True

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument(
            "bestand", nargs="?", type=Path, default=EIGEN_PLAN, metavar="FILE", help="Planbestand (TOML)."
        )

    def document(self, vraag: Vraag) -> dict[str, Any]:
        try:
            geladen = planlader.laad(vraag.opties["bestand"], register)
        except Planfout as fout:
            kop = "Het plan is niet geladen, er is niets gewijzigd."
            raise Geweigerd("\n".join([kop, *fout.fouten])) from fout
        return {
            "kenmerk": geladen.kenmerk,
            "sha256": geladen.sha256,
            "aangemaakt": geladen.telling.aangemaakt,
            "gewijzigd": geladen.telling.gewijzigd,
            "ongewijzigd": geladen.telling.ongewijzigd,
            "controles": [
                {
                    "code": controle.code,
                    "verwacht": controle.verwacht,
                    "berekend": controle.berekend,
                    "ok": controle.ok,
                }
                for controle in geladen.controles
            ],
            "opmerkingen": [
                {"code": verschil.code, "onderwerp": verschil.onderwerp, "tekst": verschil.verklaring}
                for verschil in geladen.opmerkingen
            ],
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"Plan {document['kenmerk']} geladen."
        yield (
            f"Rijen: {document['aangemaakt']} nieuw, {document['gewijzigd']} gewijzigd, "
            f"{document['ongewijzigd']} ongewijzigd."
        )
        yield f"Sommen: alle {len(document['controles'])} kloppen."
        yield "De bron spreekt zichzelf tegen op deze punten:"
        yield from (f"- {rij['onderwerp']}: {rij['tekst']}" for rij in document["opmerkingen"])
