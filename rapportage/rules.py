"""What a month and a kind of report mean. Source: opdrachtregel, `maak_rapport`; design section 9."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kern.contract import Gebruiker
from rapportage.models import Soort
from toegang.models import Rol
from toegang.rules import INZIEN, mag

MAX_POGINGEN = 3
# The first page has room for four figures beside each other.
MAX_KERN = 4


@dataclass(frozen=True)
class Uitgave:
    """The words of a kind of report, and whose key figures its annex lists (None: all)."""

    titel: str
    kort: str
    domeinen: frozenset[str] | None = None


UITGAVEN: dict[str, Uitgave] = {
    Soort.VOORTGANG: Uitgave("Voortgang integratie en participatie statushouders", "Voortgang integratie"),
    Soort.BUDGET: Uitgave(
        "Budget integratie en participatie statushouders", "Budget integratie", frozenset({"financien"})
    ),
}


def mag_cijfers(gebruiker: Gebruiker | None, domein: str) -> bool:
    """May who asks see the key figures of this domain? None is the municipality as a whole, who may.

    A partner may not: they count more than its own cases.
    """
    return gebruiker is None or (gebruiker.rol != Rol.PARTNER and mag(gebruiker, domein, INZIEN))


def lees_maand(tekst: str) -> date:
    """The first day of a month written as JJJJ-MM, from 2000 on. ValueError for anything else."""
    if not re.fullmatch(r"2\d{3}-\d{2}", tekst, re.ASCII):
        raise ValueError(tekst)
    return date.fromisoformat(f"{tekst}-01")


def volgende_maand(maand: date) -> date:
    """The first day of the month after this one."""
    return (maand.replace(day=1) + timedelta(days=31)).replace(day=1)


def peildatum(maand: date) -> date:
    """The last day of the month: the day that all its figures hold for."""
    return volgende_maand(maand) - timedelta(days=1)


def is_begonnen(maand: date, vandaag: date) -> bool:
    """Has the month begun? Of a month that has not there is nothing to report."""
    return maand <= vandaag


def is_afgelopen(maand: date, vandaag: date) -> bool:
    """Is the whole month over? On its last day it is not."""
    return peildatum(maand) < vandaag


def afgelopen_maanden(vandaag: date, vanaf: date) -> list[date]:
    """The first days of the months that are over, from `vanaf` on, the newest first."""
    maanden, maand = [], vanaf.replace(day=1)
    while is_afgelopen(maand, vandaag):
        maanden.append(maand)
        maand = volgende_maand(maand)
    return maanden[::-1]
