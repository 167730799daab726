"""What the registered domains show of a person. No domain has a name here: the register says which there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dossiers.models import Statushouder
from kern.contract import Domein, Gebruiker, Paneel
from kern.register import register
from toegang.rules import INZIEN, mag

MEESTE_REGELS, MEESTE_ACTIES = 7, 2


def leesbaar(gebruiker: Gebruiker) -> list[Domein]:
    """The domains that this user may read, in the register's order."""
    return [domein for domein in register if mag(gebruiker, domein.code, INZIEN)]


def lees_vooraf(personen: Sequence[Statushouder], gebruiker: Gebruiker) -> None:
    """Let every domain read at once what it needs of all these persons."""
    for domein in leesbaar(gebruiker):
        if domein.vooraf and personen:
            domein.vooraf(personen)


def panelen(persoon: Statushouder, gebruiker: Gebruiker, peildatum: date) -> list[Paneel]:
    """A panel of each domain that gives one, no longer than a panel may be."""
    gegeven = (
        domein.paneel(persoon, gebruiker, peildatum) for domein in leesbaar(gebruiker) if domein.paneel
    )
    return [
        replace(paneel, feiten=paneel.feiten[:MEESTE_REGELS], acties=paneel.acties[:MEESTE_ACTIES])
        for paneel in gegeven
    ]
