"""The first month: whose list begins when, which steps the plan has, and what cannot be ticked.

Source: Plan 2017-2018, chapter Maatschappelijke begeleiding ("binnen 30 dagen"); rekenregels I11: the term is the
plan's own, so that neither weekends nor holidays make it longer (T5).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from begeleiding.models import DAGEN
from kern.leeftijd import Geboortedatum, minderjarig
from kern.schrijfwijze import dag as in_woorden

BRON = "Plan 2017-2018, hoofdstuk Maatschappelijke begeleiding"
# What was done longer before settling belongs to an earlier stay, or has a wrong year.
VOORAF = 183


@dataclass(frozen=True)
class Planstap:
    """What we add to a step of the plan: the fact that fills it in, and what a volunteer must know."""

    feit: str = ""
    mag_eerder: bool = False
    uitleg: str = ""


# By the codes of the plan file. A fact of a domain that is not there (yet) fills in nothing.
PLANSTAPPEN = {
    "registratie": Planstap("dossiers.brp", uitleg="Het hele gezin gaat samen naar het gemeentehuis."),
    "woning": Planstap("huisvesting.bezichtigd", mag_eerder=True),
    "huurcontract": Planstap("huisvesting.huurcontract", mag_eerder=True),
    "energie": Planstap(mag_eerder=True, uitleg="Noteer de meterstanden op de dag van de sleutel."),
    "telefoon": Planstap(mag_eerder=True),
    "onderwijs": Planstap(uitleg="Voor elk kind van 4 tot 18 jaar."),
    "werk_inkomen": Planstap(mag_eerder=True),
    "toeslagen": Planstap(
        uitleg="Huurtoeslag, zorgtoeslag en kindgebonden budget. Het gezin logt zelf in met DigiD. "
        "U hebt het BSN niet nodig."
    ),
}


def begindagen(dagen: Iterable[date]) -> list[date]:
    """The first day of each list of a family whose members settled on these days.

    Who settles within 30 days of the first is on that list; who comes later begins a new one.
    """
    begin: list[date] = []
    for dag in sorted(dagen):
        if not begin or dag > begin[-1] + timedelta(days=DAGEN):
            begin.append(dag)
    return begin


def telt_als_kind(geboren: Geboortedatum, op: date) -> bool:
    """Can somebody be under 18 on this day? Unknown counts as yes: a school is for who may be a child (A2)."""
    return minderjarig(geboren, op) is not False


def vinkbezwaar(*, op: date, vandaag: date, begint_op: date | None, mag_eerder: bool) -> str:
    """Why a step cannot be ticked on this day, in Dutch; empty where it can."""
    if op > vandaag:
        return "Deze dag is nog niet geweest."
    if begint_op is None:
        return "Het gezin heeft nog geen dag van vestiging. Leg die eerst vast."
    if op >= begint_op:
        return ""
    if not mag_eerder:
        return f"Dit kan pas vanaf de dag van vestiging: {in_woorden(begint_op)}."
    if op < begint_op - timedelta(days=VOORAF):
        return f"Deze dag ligt meer dan een half jaar voor de vestiging op {in_woorden(begint_op)}. Klopt het jaar?"
    return ""


def telt_feit(op: date, begint_op: date) -> bool:
    """Is a fact of this day of this stay, and not of an earlier one?"""
    return op >= begint_op - timedelta(days=VOORAF)
