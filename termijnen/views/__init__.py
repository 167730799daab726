"""Pages of terms."""

from termijnen.views.besluit import Besluit, Terugdraaien
from termijnen.views.dossier import Termijnen

__all__ = ["Besluit", "Termijnen", "Terugdraaien"]
