"""The budget in words, the same on page and in report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from financien.figures import Aansluiting, Personen, Regelstand
from financien.models import Soort
from kern import schrijfwijze
from kern.opmaak.scherm import euro
from kern.register import register


@dataclass(frozen=True)
class Stap:
    """One step of the arithmetic: the question, the sum in words, and what comes out."""

    vraag: str
    som: str
    uitkomst: str


def jaren_in_woorden(jaren: Sequence[int]) -> str:
    """ "2017 en 2018"."""
    *eerder, laatste = map(str, jaren)
    return f"{', '.join(eerder)} en {laatste}" if eerder else laatste


def keer(regel: Regelstand) -> str:
    """ "22 × 2.370,00", or nothing where the plan names only an amount."""
    if regel.aantal is None or regel.tarief is None:
        return ""
    return f"{schrijfwijze.getal(regel.aantal)} × {schrijfwijze.bedrag(regel.tarief)}"


def bij(regel: Regelstand, stand: Aansluiting) -> str:
    """What stands beside the amount of a line: persons × rate, its counter entry, or that it is open."""
    tegenpost = stand.regel(regel.tegenpost)
    if tegenpost:
        return f"tegenpost in {tegenpost.jaar}"
    return "nog niet bekend" if is_open(regel) else keer(regel)


def is_open(regel: Regelstand) -> bool:
    """The plan leaves a carry-over empty until the year before it has ended."""
    return regel.soort == Soort.OVERHEVELING and not regel.begroot


def soortnaam(regel: Regelstand) -> str:
    """The kind of income, or the domain that an activity is about."""
    if regel.soort is not None:
        return str(Soort(regel.soort).label)
    code = regel.hoofdstuk or ""
    return register[code].label if code in register else code


def wie(rij: Personen) -> str:
    """Who is counted for a line, or why nobody can be counted yet."""
    if rij.grondslag is None:
        return "Telt niemand"
    if not rij.bekend:
        return f"{rij.grondslag.wie}: nog niet geregistreerd"
    if rij.geteld is None:
        return f"Begint {schrijfwijze.dag(rij.van)}"
    return rij.grondslag.wie


def rekensom(regel: Regelstand, stand: Aansluiting) -> list[Stap]:
    """How the amount of a line comes about, step by step."""
    if is_open(regel):
        return [Stap("Hoeveel gaat mee?", "Dat weten we pas als het jaar ervoor is afgesloten.", "0,00")]
    stappen = []
    if regel.aantal is not None and regel.tarief is not None:
        som = f"{schrijfwijze.getal(regel.aantal)} personen × {euro(regel.tarief)} euro"
        stappen.append(Stap("Hoeveel begroot het plan?", som, euro(regel.begroot)))
    else:
        stappen.append(
            Stap("Hoeveel begroot het plan?", "Het plan noemt alleen het bedrag.", euro(regel.begroot))
        )
    tegenpost = stand.regel(regel.tegenpost)
    if tegenpost:
        som = (
            f"Tegenover deze post staat {tegenpost.omschrijving} in {tegenpost.jaar}. "
            f"{euro(regel.begroot)} + {euro(tegenpost.begroot)}"
        )
        stappen.append(
            Stap("Wat is het samen met de tegenpost?", som, euro(regel.begroot + tegenpost.begroot))
        )
    return stappen


def personensom(rij: Personen) -> list[Stap]:
    """The budgeted persons against those counted, and what that means in euros."""
    if rij.geteld is None or rij.verschil is None or rij.verschil_euro is None:
        return []
    verschil = euro(rij.verschil_euro)
    teken = "minder" if rij.verschil < 0 else "meer"
    return [
        Stap("Hoeveel personen begroot het plan?", "Zo staat het in de begroting.", str(rij.begroot)),
        Stap(
            "Hoeveel tellen we?",
            f"{wie(rij)}, van {schrijfwijze.dag(rij.van)} tot en met de peildatum.",
            str(rij.geteld),
        ),
        Stap(
            "Wat scheelt dat?",
            f"{abs(rij.verschil)} personen {teken} × {euro(rij.tarief)} euro",
            verschil,
        ),
    ]


def stand(regel: Regelstand) -> tuple[str, str]:
    """How the money of an activity stands, as a badge: kind and words."""
    if regel.vrij < 0:
        return "slecht", "Boven budget"
    if regel.geboekt or regel.verplicht:
        return "goed", "Binnen budget"
    return "neutraal", "Nog niet gebruikt"
