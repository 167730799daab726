"""Homes, placements, and the quota with who counts for it."""

from huisvesting.models.opgave import Opgave, Uitruil
from huisvesting.models.periode import Periode
from huisvesting.models.taakstelling import Beginstand, Telling, Verwachting
from huisvesting.models.woning import Plaatsing, Woning

__all__ = ["Beginstand", "Opgave", "Periode", "Plaatsing", "Telling", "Uitruil", "Verwachting", "Woning"]
