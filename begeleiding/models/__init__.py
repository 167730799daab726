"""Tables of guidance: the list of the first month in versions, what a family did of it, and trajectories."""

from begeleiding.models.eerste_maand import DAGEN, EersteMaand, Stapstand
from begeleiding.models.stappen import EersteMaandStap, Stappenlijst
from begeleiding.models.traject import Begeleidingstraject, Intensiteit

__all__ = [
    "DAGEN",
    "Begeleidingstraject",
    "EersteMaand",
    "EersteMaandStap",
    "Intensiteit",
    "Stappenlijst",
    "Stapstand",
]
