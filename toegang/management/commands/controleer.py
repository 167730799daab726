"""`manage.py controleer`: does everything hold that always holds, over the whole database?"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandParser

from kern.contract import Invariant
from kern.opdrachten import Geweigerd, NietToegestaan, Opdracht, Vraag
from kern.register import register
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling

GEVONDEN = 4
_DOSSIERNUMMER = re.compile(r"D-\d{2}-\d{4,}")


class Command(Opdracht):
    """Walks the invariants of all domains, in their order; exit 4 when one of them does not hold.

    It sees every row, so nobody may run it `--als` a user. What it prints holds numbers of dossiers and rows,
    no names; numbers of dossiers leave a row in the read log, as a list does.
    """

    help = "Kijkt of alles klopt wat altijd moet kloppen."
    schema = "controleer/1"
    leest = False

    def argumenten(self, parser: CommandParser) -> None:
        parser.add_argument("--onderdeel", metavar="CODE", help="Alleen deze controle.")
        parser.add_argument(
            "--als", metavar="E-MAIL", help="Bestaat om te weigeren: niemand ziet alle rijen."
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        """As every command; then the exit code says whether something was found."""
        self._ok = True
        super().handle(*args, **opties)
        if not self._ok:
            self.stdout.flush()
            sys.exit(GEVONDEN)

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if vraag.gebruiker:
            leg_lezen_vast(vraag.gebruiker, _lezing(), geweigerd=True)
            raise NietToegestaan("Deze controle leest alle dossiers. Dat mag geen gebruiker.")
        gecontroleerd = [self._controleer(controle) for controle in _gevraagd(vraag.opties["onderdeel"])]
        self._ok = not any(deel["fouten"] for deel in gecontroleerd)
        nummers = set(
            _DOSSIERNUMMER.findall(" ".join(v for deel in gecontroleerd for v in deel["voorbeelden"]))
        )
        if nummers:
            leg_lezen_vast(None, _lezing(len(nummers)))
        return {"ok": self._ok, "gecontroleerd": gecontroleerd}

    def _controleer(self, controle: Invariant) -> dict[str, Any]:
        bevinding = controle.toets()
        return {
            "code": controle.code,
            "regel": controle.regel,
            "fouten": bevinding.aantal,
            "voorbeelden": list(bevinding.voorbeelden),
        }

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        for deel in document["gecontroleerd"]:
            stand = "klopt" if not deel["fouten"] else f"{deel['fouten']} keer niet"
            yield f"{deel['code']:26} {stand:14} {deel['regel']}"
            if deel["voorbeelden"]:
                yield f"{'':26} Bijvoorbeeld: {', '.join(deel['voorbeelden'])}"
        yield "Alles klopt." if document["ok"] else "Niet alles klopt."


def _lezing(aantal: int | None = None) -> Lezing:
    return Lezing(handeling=Leeshandeling.LIJST, wat="Controle van alle regels", aantal=aantal)


def _gevraagd(code: str | None) -> list[Invariant]:
    alle = register.controles()
    if code is None:
        return alle
    gekozen = [controle for controle in alle if controle.code == code]
    if not gekozen:
        codes = ", ".join(controle.code for controle in alle)
        raise Geweigerd(f"--onderdeel: {code!r} bestaat niet. Kies uit: {codes}.")
    return gekozen
