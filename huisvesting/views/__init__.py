"""Pages of huisvesting: the taakstelling with its rows, homes, and placing people in them."""

from huisvesting.views.plaatsing import Plaatsen, PlaatsingBeeindigen, VerwachtingVastleggen
from huisvesting.views.taakstelling import Gehuisvest, Taakstelling, VerloopGrafiek, Verwacht
from huisvesting.views.woning import Woningen, WoningToevoegen, WoningWijzigen

__all__ = [
    "Gehuisvest",
    "Plaatsen",
    "PlaatsingBeeindigen",
    "Taakstelling",
    "VerloopGrafiek",
    "Verwacht",
    "VerwachtingVastleggen",
    "WoningToevoegen",
    "WoningWijzigen",
    "Woningen",
]
