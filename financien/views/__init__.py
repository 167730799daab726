"""Pages of financien: the reconciliation, and the entries behind it."""

from financien.views.aansluiting import (
    AansluitingBestand,
    AansluitingPagina,
    ActiviteitenGrafiek,
    PersonenPagina,
    RegelPagina,
)
from financien.views.boekingen import Boekingpagina, Nakijken, Regelboekingen, ZonderRegel
from financien.views.koppelen import Koppelen, KoppelGekozen, Losmaken, MerkBesluit

__all__ = [
    "AansluitingBestand",
    "AansluitingPagina",
    "ActiviteitenGrafiek",
    "Boekingpagina",
    "KoppelGekozen",
    "Koppelen",
    "Losmaken",
    "MerkBesluit",
    "Nakijken",
    "PersonenPagina",
    "RegelPagina",
    "Regelboekingen",
    "ZonderRegel",
]
