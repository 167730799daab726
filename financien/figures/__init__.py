"""What can be read of the budget, the ledger and the reconciliation of the two."""

from financien.figures.aansluiting import bereken, inkomsten, lasten, planjaren, regels, rekeningen
from financien.figures.controles import begroting_sluit, grootboek_sluit
from financien.figures.los import Onverklaard, losse_boekingen, onverklaard
from financien.figures.stand import (
    ACTIVITEIT,
    INKOMST,
    NUL,
    Aansluiting,
    Grootboekstand,
    Personen,
    Regelstand,
    som,
)

__all__ = [
    "ACTIVITEIT",
    "INKOMST",
    "NUL",
    "Aansluiting",
    "Grootboekstand",
    "Onverklaard",
    "Personen",
    "Regelstand",
    "begroting_sluit",
    "bereken",
    "grootboek_sluit",
    "inkomsten",
    "lasten",
    "losse_boekingen",
    "onverklaard",
    "planjaren",
    "regels",
    "rekeningen",
    "som",
]
