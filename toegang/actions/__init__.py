"""Writing in toegang: organisations, users, and the mail that goes to them."""

from toegang.actions.gebruikers import (
    Gebruikerstelling,
    bewaar_gebruiker,
    voeg_gebruiker_toe,
    wijzig_gebruiker,
    zet_toegang,
)
from toegang.actions.leeslog import Lezing, beoordeel, leg_lezen_vast
from toegang.actions.organisaties import bewaar_organisatie, neem_organisaties_over
from toegang.actions.post import (
    herinner_aan_verwijzing,
    nodig_uit,
    te_herinneren,
    verstuur_openstaande,
    vraag_nieuwe_wachtzin,
)
from toegang.actions.sessies import beeindig_sessies, ruim_sessies_op, vergeet_apparaten
from toegang.actions.uitnodigingen import nodig_collega_uit, nodig_nog_eens_uit, trek_uitnodiging_in
from toegang.actions.zegels import gebroken_zegels, leeslog_zegel, verzegel

__all__ = [
    "Gebruikerstelling",
    "Lezing",
    "beeindig_sessies",
    "beoordeel",
    "bewaar_gebruiker",
    "bewaar_organisatie",
    "gebroken_zegels",
    "herinner_aan_verwijzing",
    "leeslog_zegel",
    "leg_lezen_vast",
    "neem_organisaties_over",
    "nodig_collega_uit",
    "nodig_nog_eens_uit",
    "nodig_uit",
    "ruim_sessies_op",
    "te_herinneren",
    "trek_uitnodiging_in",
    "vergeet_apparaten",
    "verstuur_openstaande",
    "verzegel",
    "voeg_gebruiker_toe",
    "vraag_nieuwe_wachtzin",
    "wijzig_gebruiker",
    "zet_toegang",
]
