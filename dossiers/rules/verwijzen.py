"""What may be shared with a partner, and what a partner sees before it says yes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dossiers.models import Statushouder
from kern.leeftijd import leeftijd_in_woorden, leeftijd_max
from kern.register import register
from toegang.rules import deelbaar_met_partner


def deelbare_domeinen() -> dict[str, str]:
    """Code and name of each domain that a referral can be about, in the register's order."""
    return {
        domein.code: domein.onderwerp or domein.label
        for domein in register
        if deelbaar_met_partner(domein.code)
    }


def namen_van(domeinen: Iterable[str]) -> list[str]:
    """The names of these domains; of one that is no longer registered its code."""
    bekend = deelbare_domeinen()
    return [bekend.get(code, code) for code in domeinen]


def minimale_kaart(
    leden: Sequence[Statushouder], *, domeinen: Sequence[str], dag: date, wijk: str = ""
) -> Mapping[str, Any]:
    """What a partner decides on: how many persons, their ages, the interpreter, the neighbourhood, the help.

    No name, number, address or health (design, section 4). The ages are in words, as on every page, the
    oldest first.
    """
    oudste_eerst = sorted(leden, key=lambda lid: _leeftijd_hoogstens(lid, dag), reverse=True)
    talen = {lid.get_tolktaal_display() for lid in leden if lid.tolktaal}
    return {
        "personen": len(leden),
        "leeftijden": [leeftijd_in_woorden(lid.geboren, dag) for lid in oudste_eerst],
        "tolktalen": sorted(talen),
        "wijk": wijk,
        "onderwerpen": namen_van(domeinen),
    }


def _leeftijd_hoogstens(persoon: Statushouder, dag: date) -> int:
    """The highest age that is possible; who may be of any age comes after a baby."""
    jaren = leeftijd_max(persoon.geboren, dag)
    return -1 if jaren is None else jaren
