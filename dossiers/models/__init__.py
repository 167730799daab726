"""The shared case: persons and families, where they live, whose case it is, and what is recorded of them."""

from dossiers.models.afscherming import Inzagerecht
from dossiers.models.bewaard import Bewaardfilter
from dossiers.models.doorverwijzing import Doorverwijzing
from dossiers.models.dossierdeel import Dossierdeel
from dossiers.models.gezin import Gezin, Gezinslid
from dossiers.models.keuzes import (
    Contactsoort,
    Geslacht,
    Grondslag,
    Nationaliteit,
    Opvang,
    Relatiesoort,
    Rol,
    Stand,
    Tolktaal,
    Vergunning,
    Verwijsstand,
    WijzeVanKomst,
    Zichtbaarheid,
)
from dossiers.models.overdracht import Werkoverdracht
from dossiers.models.persoon import Dossierteller, Statushouder
from dossiers.models.samenvoeging import Dubbelbesluit, Samenvoeging, Samenvoegreden, Samenvoegregel
from dossiers.models.vastleggen import Contactmoment, Document, Signaal, Taak
from dossiers.models.verbanden import Regie, Relatie, Waarneming
from dossiers.models.vestiging import Vestiging

__all__ = [
    "Bewaardfilter",
    "Contactmoment",
    "Contactsoort",
    "Document",
    "Doorverwijzing",
    "Dossierdeel",
    "Dossierteller",
    "Dubbelbesluit",
    "Geslacht",
    "Gezin",
    "Gezinslid",
    "Grondslag",
    "Inzagerecht",
    "Nationaliteit",
    "Opvang",
    "Regie",
    "Relatie",
    "Relatiesoort",
    "Rol",
    "Samenvoeging",
    "Samenvoegreden",
    "Samenvoegregel",
    "Signaal",
    "Stand",
    "Statushouder",
    "Taak",
    "Tolktaal",
    "Vergunning",
    "Verwijsstand",
    "Vestiging",
    "Waarneming",
    "Werkoverdracht",
    "WijzeVanKomst",
    "Zichtbaarheid",
]
