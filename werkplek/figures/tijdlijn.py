"""A page of the time line of a person, merged from what every domain tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dossiers.figures.inzage import domeinen_van
from dossiers.models import Statushouder
from kern.contract import Gebeurtenis, Gebruiker, Terugblik

PER_BLAD = 50


@dataclass(frozen=True)
class Plek:
    """Where a page begins: below the first `overslaan` events of the day `tot_en_met`.

    The newest page begins at the end of time, so that appointments stand on it.
    """

    tot_en_met: date = date.max
    overslaan: int = 0


class Regel(NamedTuple):
    """An event with the name of the domain that tells it."""

    gebeurtenis: Gebeurtenis
    domein: str


@dataclass(frozen=True)
class Blad:
    """At most `PER_BLAD` events, the newest first, and where older ones begin; None when there are none."""

    regels: Sequence[Regel]
    ouder: Plek | None


def tijdlijn(persoon: Statushouder, gebruiker: Gebruiker, *, soort: str, plek: Plek) -> Blad:
    """The events of one kind (empty: of all) from this place on, of the domains that the user may read.

    Events of one day stand in the register's order, and within a domain in its own: the same on every
    page, so that none is shown twice or missed.
    """
    einde = plek.overslaan + PER_BLAD
    terugblik = Terugblik(tot_en_met=plek.tot_en_met, hoogstens=einde + 1, soort=soort)
    regels = [
        Regel(gebeurtenis, domein.label)
        for domein in domeinen_van(persoon, gebruiker)
        if domein.tijdlijn
        for gebeurtenis in domein.tijdlijn(persoon, gebruiker, terugblik)
        if gebeurtenis.op <= plek.tot_en_met and terugblik.wil(gebeurtenis.soort)
    ]
    regels.sort(key=lambda regel: regel.gebeurtenis.op, reverse=True)  # stable: equal days keep their order
    if len(regels) <= einde:
        return Blad(regels[plek.overslaan :], None)
    laatste = regels[einde - 1].gebeurtenis.op
    gezien = sum(regel.gebeurtenis.op == laatste for regel in regels[:einde])
    return Blad(regels[plek.overslaan : einde], Plek(laatste, gezien))
