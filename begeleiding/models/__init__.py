"""Tables of guidance: the list of the first month in versions, what a family did of it, and trajectories."""

from begeleiding.models.eerste_maand import DAGEN, TERMIJN, EersteMaand, Stapstand, gestopt_op
from begeleiding.models.stappen import EersteMaandStap, Stappenlijst
from begeleiding.models.traject import Begeleidingstraject, Intensiteit

__all__ = [
    "DAGEN",
    "TERMIJN",
    "Begeleidingstraject",
    "EersteMaand",
    "EersteMaandStap",
    "Intensiteit",
    "Stappenlijst",
    "Stapstand",
    "gestopt_op",
]
