"""The mixin that every view starts with, the pages that every user has, and keeping users."""

from toegang.views.eigen import (
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
    UitnodigingOpnieuw,
)
from toegang.views.recht import RechtMixin

__all__ = [
    "Beveiliging",
    "DemoInloggen",
    "GebruikerToegang",
    "GebruikerToevoegen",
    "GebruikerWijzigen",
    "Gebruikers",
    "Hulp",
    "Inloggen",
    "NieuweWachtzin",
    "Onderdelen",
    "OrganisatieToevoegen",
    "OrganisatieWijzigen",
    "Organisaties",
    "Privacy",
    "RechtMixin",
    "Start",
    "Toegankelijkheid",
    "UitnodigingOpnieuw",
    "Welkom",
]
