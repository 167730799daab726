"""The mixin that every view starts with, the pages that every user has, and keeping users."""

from toegang.views.eigen import (
    Beeldmerk,
    Beveiliging,
    DemoInloggen,
    Hulp,
    Inloggen,
    NieuweWachtzin,
    Onderdelen,
    Privacy,
    Start,
    Toegankelijkheid,
    Welkom,
)
from toegang.views.gebruikers import (
    Gebruikers,
    GebruikerToegang,
    GebruikerToevoegen,
    GebruikerWijzigen,
    Organisaties,
    OrganisatieToevoegen,
    OrganisatieWijzigen,
    Uitgenodigd,
    UitnodigingOpnieuw,
)
from toegang.views.recht import GETOOND, Leest, RechtMixin
from toegang.views.sessies import Sessies, SessieVerlengen
from toegang.views.verwerkingen import Verwerkingen, VerwerkingenBestand

__all__ = [
    "GETOOND",
    "Beeldmerk",
    "Beveiliging",
    "DemoInloggen",
    "GebruikerToegang",
    "GebruikerToevoegen",
    "GebruikerWijzigen",
    "Gebruikers",
    "Hulp",
    "Inloggen",
    "Leest",
    "NieuweWachtzin",
    "Onderdelen",
    "OrganisatieToevoegen",
    "OrganisatieWijzigen",
    "Organisaties",
    "Privacy",
    "RechtMixin",
    "SessieVerlengen",
    "Sessies",
    "Start",
    "Toegankelijkheid",
    "Uitgenodigd",
    "UitnodigingOpnieuw",
    "Verwerkingen",
    "VerwerkingenBestand",
    "Welkom",
]
