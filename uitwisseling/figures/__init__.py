"""Set-based reading of what a file would change: faults, doubtful rows, changes."""

from uitwisseling.figures.daarna import Daarna, daarna_gewijzigd
from uitwisseling.figures.opzij import Plek, opzijblad
from uitwisseling.figures.voorbeeld import (
    Foutregel,
    Opzijlijst,
    Opzijregel,
    Wijziging,
    fouten,
    opzij,
    wijzigingen,
)

__all__ = [
    "Daarna",
    "Foutregel",
    "Opzijlijst",
    "Opzijregel",
    "Plek",
    "Wijziging",
    "daarna_gewijzigd",
    "fouten",
    "opzij",
    "opzijblad",
    "wijzigingen",
]
