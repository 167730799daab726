"""Who may settle what is recorded."""

from __future__ import annotations

from dossiers.models import Signaal, Taak
from kern.contract import Gebruiker
from toegang.rules import WIJZIGEN, mag


def mag_afhandelen(deel: Taak | Signaal, gebruiker: Gebruiker) -> bool:
    """Tick off a task or answer a signal: who may change dossiers, and its owner, who may only read them."""
    return mag(gebruiker, "dossiers", WIJZIGEN) or deel.eigenaar_id == gebruiker.pk
