"""What the registered domains show of a person. No domain has a name here: the register says which there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dossiers.figures.inzage import KERN, domeinen_in, domeinen_van
from dossiers.models import Statushouder
from kern.contract import Gebruiker, Paneel
from kern.register import register

MEESTE_REGELS, MEESTE_ACTIES = 7, 2


def lees_vooraf(personen: Sequence[Statushouder], gebruiker: Gebruiker) -> None:
    """Let every domain read at once what it needs of those persons in whose dossier this user may read it."""
    codes = domeinen_in(personen, gebruiker)
    for domein in register:
        leesbaar = [lid for lid in personen if domein.code == KERN or domein.code in codes[lid.pk]]
        if domein.vooraf and leesbaar:
            domein.vooraf(leesbaar)


def panelen(persoon: Statushouder, gebruiker: Gebruiker, peildatum: date) -> list[Paneel]:
    """A panel of each domain that gives one, no longer than a panel may be."""
    gegeven = (
        domein.paneel(persoon, gebruiker, peildatum)
        for domein in domeinen_van(persoon, gebruiker)
        if domein.paneel
    )
    return [
        replace(paneel, feiten=paneel.feiten[:MEESTE_REGELS], acties=paneel.acties[:MEESTE_ACTIES])
        for paneel in gegeven
    ]
