"""Pages of a person and their family."""

from werkplek.views.dossier import Dossier
from werkplek.views.geschiedenis import Geschiedenis
from werkplek.views.gezin import GezinAfdrukken

__all__ = ["Dossier", "Geschiedenis", "GezinAfdrukken"]
