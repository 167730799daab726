"""Pages of the shared case: the list, a family in one form."""

from dossiers.views.dossier import PersoonWijzigen, VertrekVastleggen
from dossiers.views.gezin import GezinRegistreren, GezinslidToevoegen
from dossiers.views.lijst import Dossierlijst
from dossiers.views.mixins import DossierMixin

__all__ = [
    "DossierMixin",
    "Dossierlijst",
    "GezinRegistreren",
    "GezinslidToevoegen",
    "PersoonWijzigen",
    "VertrekVastleggen",
]
