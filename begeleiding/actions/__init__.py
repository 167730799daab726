"""Writing in guidance: one function for each act of a user."""

from begeleiding.actions.stappen import (
    bewaar_stap,
    haal_stap_weg,
    maak_versie,
    verwijder_versie,
    wijzig_versie,
)
from begeleiding.actions.trajecten import begin_begeleiding, wijzig_begeleiding
from begeleiding.actions.vinken import neem_terug, vink_af, zet_niet_van_toepassing
from begeleiding.actions.volgen import vernieuw_lijsten, volg_alles, volg_vestigingen

__all__ = [
    "begin_begeleiding",
    "bewaar_stap",
    "haal_stap_weg",
    "maak_versie",
    "neem_terug",
    "vernieuw_lijsten",
    "verwijder_versie",
    "vink_af",
    "volg_alles",
    "volg_vestigingen",
    "wijzig_begeleiding",
    "wijzig_versie",
    "zet_niet_van_toepassing",
]
