"""What somebody may read inside a dossier: the domains, for a whole page or list at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dossiers.figures.eenmaal import eenmaal_voor_elk
from dossiers.models import Statushouder
from dossiers.models.inzage import verwezen_domeinen
from kern.contract import Domein, Gebruiker
from kern.register import register
from toegang.rules import INZIEN, VERWEZEN, Bereik, bereik, domeinen_met

KERN = "dossiers"


def domeinen_in(
    personen: Sequence[Statushouder], gebruiker: Gebruiker | None
) -> Mapping[int, frozenset[str]]:
    """The domains that this user may read in each of these dossiers, by the key of the person.

    None is the municipality, that reads all. A partner reads those of the referrals to the own
    organisation that hold: one query for any number of persons, and once for each object.
    """
    if gebruiker is None:
        return dict.fromkeys((persoon.pk for persoon in personen), frozenset(d.code for d in register))
    if bereik(gebruiker) != Bereik.VERWEZEN:
        leesbaar = domeinen_met(gebruiker, INZIEN)
        return dict.fromkeys((persoon.pk for persoon in personen), leesbaar)
    return eenmaal_voor_elk(
        personen, "domeinen", gebruiker.pk, lees=lambda nieuwe: _verwezen(nieuwe, gebruiker)
    )


def _verwezen(personen: Iterable[Statushouder], gebruiker: Gebruiker) -> dict[int, frozenset[str]]:
    gedeeld: dict[int, set[str]] = defaultdict(set)
    sleutels = [persoon.pk for persoon in personen]
    for persoon, domeinen in verwezen_domeinen(gebruiker, sleutels):
        gedeeld[persoon].update(domeinen)
    mogelijk = domeinen_met(gebruiker, VERWEZEN)
    return {sleutel: mogelijk & gedeeld[sleutel] for sleutel in sleutels}


def domeinen_van(persoon: Statushouder, gebruiker: Gebruiker | None) -> list[Domein]:
    """The domains that tell this user something of this person, in the register's order.

    The case itself is always among them: it holds what was recorded about every domain, and decides by row.
    """
    leesbaar = domeinen_in([persoon], gebruiker)[persoon.pk]
    return [domein for domein in register if domein.code == KERN or domein.code in leesbaar]


def mag_in(persoon: Statushouder, gebruiker: Gebruiker | None, domein: str) -> bool:
    """May this user read this domain in this dossier?"""
    return domein in domeinen_in([persoon], gebruiker)[persoon.pk]
