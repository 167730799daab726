"""`manage.py taakstelling`: the ledger of the housing quota."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from huisvesting import figures
from kern.opdrachten import NietToegestaan, Opdracht, Vraag
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling
from toegang.rules import mag


class Command(Opdracht):
    """The ledger at a peildatum, with what still has to be done up to the end of the year."""

    help = "Toont de taakstelling huisvesting op een peildatum."
    schema = "taakstelling/1"

    def document(self, vraag: Vraag) -> dict[str, Any]:
        if vraag.gebruiker and not mag(vraag.gebruiker, "huisvesting", "inzien"):
            raise NietToegestaan("Deze gebruiker mag de taakstelling niet zien.")
        document = figures.taakstelling(vraag.peildatum, vraag.gebruiker)
        if document["verschil_coa"]:
            aantal = len(document["verschil_coa"])
            lezing = Lezing(handeling=Leeshandeling.LIJST, wat="Verschil met COA", aantal=aantal)
            leg_lezen_vast(vraag.gebruiker, lezing)
        return {naam: waarde for naam, waarde in document.items() if naam not in {"schema", "peildatum"}}

    def tekst(self, document: dict[str, Any]) -> Iterable[str]:
        yield f"Taakstelling op {document['peildatum']}"
        yield f"{'periode':10}{'opgave':>8}{'erbij':>8}{'te doen':>9}{'gehuisvest':>12}{'saldo':>8}{'prognose':>10}"
        for rij in document["periodes"]:
            prognose = "-" if rij["prognose"] is None else rij["prognose"]
            yield (
                f"{rij['periode']:10}{rij['opgave']:>8}{rij['overgedragen']:>8}{rij['te_realiseren']:>9}"
                f"{rij['gerealiseerd']:>12}{rij['saldo']:>8}{prognose:>10}"
            )
        rest = document["nog_te_huisvesten"]
        if rest["personen"] is not None:
            yield f"Nog te huisvesten tot en met {rest['tot_en_met']}: {rest['personen']}"
        for rij in document["verschil_coa"]:
            yield f"Verschil met COA: {rij['dossier'] or 'zonder dossier'}. {rij['reden']}"
        for rij in document["periodes"]:
            yield from (f"{rij['periode']}: {regel}" for regel in rij["opmerkingen"])
