"""Invented full persons out of lists of names: pairs that are one, twins, and many who are different."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from types import ModuleType

from dossiers.rules.gelijkenis import Kandidaat
from kern.leeftijd import Geboortedatum


def _dag(kies: Random) -> date:
    return date(1950, 1, 1) + timedelta(days=kies.randrange(24_000))


def _vnummer(kies: Random) -> str:
    return f"27{kies.randrange(10**8):08d}"


def iemand(namen: ModuleType, kies: Random) -> tuple[Kandidaat, list[str], list[str]]:
    """A person with the first spelling of each name, and the spellings of given and family name."""
    land = kies.choice(sorted(namen.ACHTERNAMEN))
    man = kies.random() < 0.5
    voor = kies.choice((namen.MANNEN if man else namen.VROUWEN)[land]).split("|")
    achter = kies.choice(namen.ACHTERNAMEN[land]).split("|")
    wie = Kandidaat(
        achternaam=achter[0],
        voornamen=voor[0],
        geboren=Geboortedatum.op(_dag(kies)),
        geslacht="M" if man else "V",
        nationaliteit=land if land != "Oekraïense" else "Onbekend",
        vnummer=_vnummer(kies),
    )
    return wie, voor, achter


def zelfde_paar(namen: ModuleType, kies: Random) -> tuple[Kandidaat, Kandidaat]:
    """One person twice: another spelling or script, a birth date known in part or turned, a number missing."""
    wie, voor, achter = iemand(namen, kies)
    ander = replace(
        wie, voornamen=kies.choice(voor[1:] or voor), achternaam=kies.choice(achter[1:] or achter)
    )
    if kies.random() < 0.1:
        ander = replace(ander, voornamen=ander.achternaam, achternaam=ander.voornamen)
    dag = wie.geboren.vroegst
    soort = kies.choice(["gelijk", "jaar", "maand", "omgekeerd"])
    if soort == "jaar":
        ander = replace(ander, geboren=Geboortedatum(date(dag.year, 1, 1), date(dag.year, 12, 31)))
    elif soort == "maand":
        ander = replace(ander, geboren=Geboortedatum.lees(f"{dag.month}-{dag.year}"))
    elif soort == "omgekeerd" and dag.day <= 12:
        ander = replace(ander, geboren=Geboortedatum.op(date(dag.year, dag.day, dag.month)))
    return wie, replace(ander, vnummer=None)


def tweeling(namen: ModuleType, kies: Random) -> tuple[Kandidaat, Kandidaat]:
    """Two born on one day with one family name and another given name, the second perhaps spelled otherwise."""
    wie, _, achter = iemand(namen, kies)
    land = next(land for land, rij in namen.ACHTERNAMEN.items() if any(a.startswith(achter[0]) for a in rij))
    keus = [naam.split("|")[0] for naam in [*namen.MANNEN[land], *namen.VROUWEN[land]]]
    ander = kies.choice([naam for naam in keus if naam != wie.voornamen])
    zus = any(naam.split("|")[0] == ander for naam in namen.VROUWEN[land])
    return replace(wie, gezin=1, vnummer=None), replace(
        wie, voornamen=ander, geslacht="V" if zus else "M", gezin=1, vnummer=None
    )
