"""Set-based reading of the quota: what key figures count, pages list and commands print."""

from huisvesting.figures.document import bronverschillen, opmerkingen, taakstelling
from huisvesting.figures.grootboek import (
    Groep,
    Stand,
    grootboek,
    nog_te_huisvesten,
    tellingen,
    verwachte_groepen,
    verwachtingen,
)
from huisvesting.figures.verloop import verloop
from huisvesting.figures.wonen import zonder_woning
from huisvesting.models.taakstelling import VerwachtingQuerySet

__all__ = [
    "Groep",
    "Stand",
    "VerwachtingQuerySet",
    "bronverschillen",
    "grootboek",
    "nog_te_huisvesten",
    "opmerkingen",
    "taakstelling",
    "tellingen",
    "verloop",
    "verwachte_groepen",
    "verwachtingen",
    "zonder_woning",
]
