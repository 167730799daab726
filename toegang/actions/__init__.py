"""Writing in toegang: organisations, users, and the mail that goes to them."""

from toegang.actions.gebruikers import (
    Gebruikerstelling,
    bewaar_gebruiker,
    voeg_gebruiker_toe,
    wijzig_gebruiker,
    zet_toegang,
)
from toegang.actions.leeslog import Lezing, beoordeel, gebroken_zegels, leg_lezen_vast, verzegel
from toegang.actions.organisaties import bewaar_organisatie, neem_organisaties_over
from toegang.actions.post import nodig_uit, verstuur_openstaande, vraag_nieuwe_wachtzin
from toegang.actions.sessies import beeindig_sessies, vergeet_apparaten

__all__ = [
    "Gebruikerstelling",
    "Lezing",
    "beeindig_sessies",
    "beoordeel",
    "bewaar_gebruiker",
    "bewaar_organisatie",
    "gebroken_zegels",
    "leg_lezen_vast",
    "neem_organisaties_over",
    "nodig_uit",
    "vergeet_apparaten",
    "verstuur_openstaande",
    "verzegel",
    "voeg_gebruiker_toe",
    "vraag_nieuwe_wachtzin",
    "wijzig_gebruiker",
    "zet_toegang",
]
