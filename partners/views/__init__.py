"""Pages for partners, and of the caseworker who answers them."""

from partners.views.antwoorden import Aannemen, Afronden, Afwijzen
from partners.views.plaatsen import PlaatsenZetten
from partners.views.start import Start
from partners.views.vragen import VraagBeantwoorden, VraagStellen

__all__ = [
    "Aannemen",
    "Afronden",
    "Afwijzen",
    "PlaatsenZetten",
    "Start",
    "VraagBeantwoorden",
    "VraagStellen",
]
