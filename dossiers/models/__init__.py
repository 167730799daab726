"""The shared case, thin: families, their members, and the spells in which they live in Wassenaar."""

from dossiers.models.gezin import Gezin, Gezinslid
from dossiers.models.keuzes import (
    Geslacht,
    Nationaliteit,
    Opvang,
    Rol,
    Stand,
    Tolktaal,
    Vergunning,
    WijzeVanKomst,
)
from dossiers.models.persoon import Dossierteller, Statushouder
from dossiers.models.vestiging import Vestiging

__all__ = [
    "Dossierteller",
    "Geslacht",
    "Gezin",
    "Gezinslid",
    "Nationaliteit",
    "Opvang",
    "Rol",
    "Stand",
    "Statushouder",
    "Tolktaal",
    "Vergunning",
    "Vestiging",
    "WijzeVanKomst",
]
