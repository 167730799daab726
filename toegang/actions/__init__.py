"""Writing in toegang: organisations, users, and the mail that goes to them."""

from toegang.actions.gebruikers import (
    Gebruikerstelling,
    bewaar_gebruiker,
    voeg_gebruiker_toe,
    wijzig_gebruiker,
    zet_toegang,
)
from toegang.actions.leeslog import gebroken_zegels, leg_lezen_vast, verzegel
from toegang.actions.organisaties import bewaar_organisatie, neem_organisaties_over
from toegang.actions.post import nodig_uit, verstuur_openstaande

__all__ = [
    "Gebruikerstelling",
    "bewaar_gebruiker",
    "bewaar_organisatie",
    "gebroken_zegels",
    "leg_lezen_vast",
    "neem_organisaties_over",
    "nodig_uit",
    "verstuur_openstaande",
    "verzegel",
    "voeg_gebruiker_toe",
    "wijzig_gebruiker",
    "zet_toegang",
]
