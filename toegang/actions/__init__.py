"""Writing in toegang: organisations, users, and the mail that goes to them."""

from toegang.actions.gebruikers import Gebruikerstelling, bewaar_gebruiker
from toegang.actions.organisaties import neem_organisaties_over
from toegang.actions.post import nodig_uit, verstuur_openstaande

__all__ = [
    "Gebruikerstelling",
    "bewaar_gebruiker",
    "neem_organisaties_over",
    "nodig_uit",
    "verstuur_openstaande",
]
