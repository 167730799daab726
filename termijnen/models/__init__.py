"""What is due, and what was decided about it by hand."""

from termijnen.models.termijn import OPEN, VERTROKKEN, Status, Termijn
from termijnen.models.uitzondering import Uitzondering, Uitzonderingsoort

__all__ = ["OPEN", "VERTROKKEN", "Status", "Termijn", "Uitzondering", "Uitzonderingsoort"]
