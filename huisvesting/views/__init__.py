"""Pages of huisvesting: the taakstelling with its rows, homes, and placing people in them."""

from huisvesting.views.amv import AmvGevolgen
from huisvesting.views.amvbewaard import AmvBewaard, AmvBewaardeLijst, AmvBewaren
from huisvesting.views.amvdelen import AmvBewoners, AmvGrafiek, AmvUitvoer
from huisvesting.views.opgave import (
    Opgavepagina,
    OpgaveVastleggen,
    OpgaveWijzigen,
    UitruilVastleggen,
    UitruilWijzigen,
)
from huisvesting.views.plaatsing import Plaatsen, PlaatsingBeeindigen, VerwachtingVastleggen
from huisvesting.views.taakstelling import Gehuisvest, Taakstelling, VerloopGrafiek, Verwacht
from huisvesting.views.woning import Woningen, WoningToevoegen, WoningWijzigen

__all__ = [
    "AmvBewaard",
    "AmvBewaardeLijst",
    "AmvBewaren",
    "AmvBewoners",
    "AmvGevolgen",
    "AmvGrafiek",
    "AmvUitvoer",
    "Gehuisvest",
    "OpgaveVastleggen",
    "OpgaveWijzigen",
    "Opgavepagina",
    "Plaatsen",
    "PlaatsingBeeindigen",
    "Taakstelling",
    "UitruilVastleggen",
    "UitruilWijzigen",
    "VerloopGrafiek",
    "Verwacht",
    "VerwachtingVastleggen",
    "WoningToevoegen",
    "WoningWijzigen",
    "Woningen",
]
