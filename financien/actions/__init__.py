"""What is done with the budget and the ledger."""

from financien.actions.begroting import stel_begroting_gelijk
from financien.actions.maanden import heropen_maand, sluit_maand
from financien.actions.merken import besluit_over
from financien.actions.toedelen import Deel, Keuze, koppel, koppel_vanzelf, maak_los, verdeel

__all__ = [
    "Deel",
    "Keuze",
    "besluit_over",
    "heropen_maand",
    "koppel",
    "koppel_vanzelf",
    "maak_los",
    "sluit_maand",
    "stel_begroting_gelijk",
    "verdeel",
]
