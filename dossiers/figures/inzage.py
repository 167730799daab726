"""What somebody may read inside a dossier: the domains, for a whole page or list at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dossiers.models import Statushouder
from dossiers.models.inzage import verwezen_domeinen
from kern.contract import Domein, Gebruiker
from kern.register import register
from toegang.rules import INZIEN, VERWEZEN, Bereik, bereik, domeinen_met

KERN = "dossiers"


def domeinen_in(
    personen: Iterable[Statushouder], gebruiker: Gebruiker | None
) -> Mapping[int, frozenset[str]]:
    """The domains that this user may read in each of these dossiers, by the key of the person.

    None is the municipality, that reads all. A partner reads those of the referrals to the own
    organisation that hold: one query, for any number of persons; for the others none.
    """
    sleutels = [persoon.pk for persoon in personen]
    if gebruiker is None:
        return dict.fromkeys(sleutels, frozenset(domein.code for domein in register))
    if bereik(gebruiker) != Bereik.VERWEZEN:
        return dict.fromkeys(sleutels, domeinen_met(gebruiker, INZIEN))
    gedeeld: dict[int, set[str]] = defaultdict(set)
    for persoon, domeinen in verwezen_domeinen(gebruiker, sleutels):
        gedeeld[persoon].update(domeinen)
    mogelijk = domeinen_met(gebruiker, VERWEZEN)
    return {sleutel: mogelijk & gedeeld[sleutel] for sleutel in sleutels}


def domeinen_van(
    personen: Sequence[Statushouder], gebruiker: Gebruiker | None
) -> Mapping[int, Sequence[Domein]]:
    """The domains that tell something of each of these persons, in the register's order.

    The case itself is always among them: it holds what was recorded about every domain, and decides by row.
    """
    codes = domeinen_in(personen, gebruiker)
    return {
        sleutel: [domein for domein in register if domein.code == KERN or domein.code in leesbaar]
        for sleutel, leesbaar in codes.items()
    }
