"""Set-based reading of the quota: what key figures count, pages list and commands print."""

from huisvesting.figures.controles import (
    een_telling_per_persoon,
    namen_binnen_beginstand,
    vestiging_en_plaatsing,
    woning_niet_vol,
)
from huisvesting.figures.document import bronverschillen, opmerkingen, taakstelling
from huisvesting.figures.feiten import gehuisvest
from huisvesting.figures.grootboek import (
    Groep,
    Stand,
    grootboek,
    nog_te_huisvesten,
    tellingen,
    verwachte_groepen,
    verwachtingen,
)
from huisvesting.figures.opgave import Opgaveversie, uitruil, versies
from huisvesting.figures.verloop import verloop
from huisvesting.figures.wonen import zonder_woning
from huisvesting.models.taakstelling import VerwachtingQuerySet

__all__ = [
    "Groep",
    "Opgaveversie",
    "Stand",
    "VerwachtingQuerySet",
    "bronverschillen",
    "een_telling_per_persoon",
    "gehuisvest",
    "grootboek",
    "namen_binnen_beginstand",
    "nog_te_huisvesten",
    "opmerkingen",
    "taakstelling",
    "tellingen",
    "uitruil",
    "verloop",
    "versies",
    "verwachte_groepen",
    "verwachtingen",
    "vestiging_en_plaatsing",
    "woning_niet_vol",
    "zonder_woning",
]
