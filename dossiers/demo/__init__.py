"""The people of the demonstration, all invented: those that the plan counts, or any number."""

from dossiers.demo.afgeschermd import scherm_gezinnen_af
from dossiers.demo.plan import maak_planpersonen
from dossiers.demo.verzonnen import maak_verzonnen
from kern.contract import Demo

__all__ = ["maak_personen"]


def maak_personen(demo: Demo) -> None:
    """The plan's own people, or the next portion of the number that was asked for."""
    if demo.aantal is None:
        maak_planpersonen(demo)
    else:
        maak_verzonnen(demo)
    scherm_gezinnen_af(demo)
