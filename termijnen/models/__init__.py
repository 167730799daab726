"""What is due, and what was decided about it by hand."""

from termijnen.models.termijn import Status, Termijn
from termijnen.models.uitzondering import Uitzondering, Uitzonderingsoort

__all__ = ["Status", "Termijn", "Uitzondering", "Uitzonderingsoort"]
