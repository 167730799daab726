"""Pages of the workplace: a person."""

from werkplek.views.dossier import Dossier

__all__ = ["Dossier"]
