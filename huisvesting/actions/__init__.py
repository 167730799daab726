"""Writing in huisvesting: one function for each act of a user."""

from huisvesting.actions.aanbod import bied_aan, neem_stap_terug, teken, zet_stap
from huisvesting.actions.amv import bewaar_uitkomst
from huisvesting.actions.mogelijk import bewaar_afspraak, bewaar_mogelijke_woning, maak_woning
from huisvesting.actions.opgaven import bewaar_uitruil, leg_opgave_vast, wijzig_opgave
from huisvesting.actions.plaatsen import beeindig, plaats
from huisvesting.actions.sturing import bewaar_stuurgetal, bewaar_toezichtstap, haal_toezichtstap_door
from huisvesting.actions.telling import haal_overname_weg, hertel, hertel_alles, meld_overname
from huisvesting.actions.woningen import bewaar_woning, leg_verwachting_vast

__all__ = [
    "beeindig",
    "bewaar_afspraak",
    "bewaar_mogelijke_woning",
    "bewaar_stuurgetal",
    "bewaar_toezichtstap",
    "bewaar_uitkomst",
    "bewaar_uitruil",
    "bewaar_woning",
    "bied_aan",
    "haal_overname_weg",
    "haal_toezichtstap_door",
    "hertel",
    "hertel_alles",
    "leg_opgave_vast",
    "leg_verwachting_vast",
    "maak_woning",
    "meld_overname",
    "neem_stap_terug",
    "plaats",
    "teken",
    "wijzig_opgave",
    "zet_stap",
]
