"""The events of guidance on the time line of a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from begeleiding.domain.paneel import geldende_stappen, lijsten_van
from begeleiding.models import Stapstand
from dossiers.models import Statushouder
from kern.contract import Gebeurtenis, Gebruiker, Terugblik
from kern.register import register


def tijdlijn(persoon: Statushouder, _gebruiker: Gebruiker, terugblik: Terugblik) -> Iterator[Gebeurtenis]:
    """The steps of the first month that were done, and when guidance began and ended; all, for they are few."""
    if not terugblik.wil("domein"):
        return
    for lijst in lijsten_van(persoon):
        for rij in geldende_stappen(lijst):
            if rij.klaar_op:
                yield _stap(rij, rij.klaar_op)
    for traject in persoon.begeleidingstrajecten.all():
        yield _feit(traject.van, f"Begeleiding door {traject.organisatie} begonnen", traject.wie)
        if traject.tot:
            yield _feit(traject.tot, f"Begeleiding door {traject.organisatie} beëindigd")


def _stap(rij: Stapstand, op: date) -> Gebeurtenis:
    """A step that a fact filled in stands on the line of that domain too: it says which."""
    if rij.feit_op:
        tekst = f"Eerste maand, ingevuld door {register[rij.stap.feit.split('.')[0]].label}"
    elif rij.niet_van_toepassing:
        tekst = f"Eerste maand, niet van toepassing: {rij.reden}"
    else:
        tekst = "Eerste maand"
    door = str(rij.door) if rij.door and not rij.feit_op else ""
    return _feit(op, str(rij.stap), tekst, door)


def _feit(op: date, titel: str, tekst: str = "", door: str = "") -> Gebeurtenis:
    return Gebeurtenis(op=op, soort="domein", icoon="begeleiding", titel=titel, tekst=tekst, door=door)
