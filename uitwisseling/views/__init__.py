"""The pages of files in and out."""

from uitwisseling.views.besluiten import Besluit, Ongedaan
from uitwisseling.views.inlezen import Begin, Inlezen, Sjabloon
from uitwisseling.views.uitvoeren import Exporteren
from uitwisseling.views.voorbeeld import Fouten, Kolommen, Opzij, Voorbeeld, Wijzigingen

__all__ = [
    "Begin",
    "Besluit",
    "Exporteren",
    "Fouten",
    "Inlezen",
    "Kolommen",
    "Ongedaan",
    "Opzij",
    "Sjabloon",
    "Voorbeeld",
    "Wijzigingen",
]
