"""Set-based reading of what a file would change: faults, doubtful rows, changes."""

from uitwisseling.figures.daarna import Daarna, daarna_gewijzigd
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
    "Wijziging",
    "daarna_gewijzigd",
    "fouten",
    "opzij",
    "wijzigingen",
]
