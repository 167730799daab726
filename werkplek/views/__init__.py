"""Pages of a person and their family, and of who read what."""

from werkplek.views.dossier import Dossier
from werkplek.views.geschiedenis import Geschiedenis
from werkplek.views.gezin import GezinAfdrukken
from werkplek.views.inzage import Inzage, InzageAfdrukken
from werkplek.views.leeslog import Leeslog, LeeslogBestand, LeesregelBeoordelen
from werkplek.views.mijn_werk import MijnWerk

__all__ = [
    "Dossier",
    "Geschiedenis",
    "GezinAfdrukken",
    "Inzage",
    "InzageAfdrukken",
    "Leeslog",
    "LeeslogBestand",
    "LeesregelBeoordelen",
    "MijnWerk",
]
