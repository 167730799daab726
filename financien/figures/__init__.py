"""What can be read of the budget, the ledger and the reconciliation of the two."""

from financien.figures.aansluiting import (
    ACTIVITEIT,
    INKOMST,
    NUL,
    Aansluiting,
    Personen,
    Regelstand,
    begroting_sluit,
    bereken,
    inkomsten,
    inkomsten_per_jaar,
    lasten,
    personen_naast_personen,
    planjaren,
    regels,
    rekeningen,
)

__all__ = [
    "ACTIVITEIT",
    "INKOMST",
    "NUL",
    "Aansluiting",
    "Personen",
    "Regelstand",
    "begroting_sluit",
    "bereken",
    "inkomsten",
    "inkomsten_per_jaar",
    "lasten",
    "personen_naast_personen",
    "planjaren",
    "regels",
    "rekeningen",
]
