"""Set-based reading of what a file would change: faults, doubtful rows, changes."""

from uitwisseling.figures.voorbeeld import Foutregel, Opzijregel, Wijziging, fouten, opzij, wijzigingen

__all__ = ["Foutregel", "Opzijregel", "Wijziging", "fouten", "opzij", "wijzigingen"]
