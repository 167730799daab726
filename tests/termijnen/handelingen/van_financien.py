"""The actions of the budget that a term follows from: its months are closed and opened again."""

from __future__ import annotations

from datetime import date

from financien import actions as financien
from kern.register import register
from termijnen import actions as termijnen
from tests.financien.factories import BoekingFactory, PlanFactory
from tests.termijnen.handelingen.wereld import MEI, Doe, Wereld, geval

MAART = date(2017, 3, 1)


def _grootboek() -> None:
    PlanFactory()
    BoekingFactory(boekdatum=MAART)
    register.werk_onderwerpen_bij()


@geval("financien.sluit_maand", raakt=True)
def _(w: Wereld) -> Doe:
    _grootboek()
    return lambda: financien.sluit_maand(maand=MAART, door=w.pieter, op=MEI)


@geval("financien.heropen_maand", raakt=True)
def _(w: Wereld) -> Doe:
    _grootboek()
    rij = financien.sluit_maand(maand=MAART, door=w.pieter, op=MEI)
    return lambda: financien.heropen_maand(rij, versie=rij.versie, reden="Nagekomen", door=w.pieter, op=MEI)


@geval("termijnen.werk_onderwerpen_bij")
def _(_w: Wereld) -> Doe:
    PlanFactory()
    BoekingFactory(boekdatum=MAART)
    return lambda: termijnen.werk_onderwerpen_bij("financien")
