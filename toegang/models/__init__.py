"""Organisations and users, and the mail that goes to them."""

from toegang.models.gebruikers import Gebruiker, Organisatie, Rol
from toegang.models.leeslog import (
    Leesbeoordeling,
    Leeshandeling,
    Leesregel,
    Leesteller,
    Leesuitkomst,
    Leeszegel,
)
from toegang.models.post import Postsoort, Poststuk
from toegang.models.uitnodigingen import Uitnodiging

__all__ = [
    "Gebruiker",
    "Leesbeoordeling",
    "Leeshandeling",
    "Leesregel",
    "Leesteller",
    "Leesuitkomst",
    "Leeszegel",
    "Organisatie",
    "Postsoort",
    "Poststuk",
    "Rol",
    "Uitnodiging",
]
