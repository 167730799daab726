"""The quota by period, the homes, who lives where, and who counts."""

from huisvesting.models.taakstelling import Beginstand, Opgave, Periode, Telling, Verwachting
from huisvesting.models.woning import Plaatsing, Woning

__all__ = ["Beginstand", "Opgave", "Periode", "Plaatsing", "Telling", "Verwachting", "Woning"]
