"""Asking to see a BSN."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from dossiers.models import Statushouder
from kern.contract import Gebruiker
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling

MEESTE = 200  # characters of the reason


def toon_bsn(persoon: Statushouder, *, gebruiker: Gebruiker, reden: str) -> str:
    """The nine digits, after the read log has who asked and why: no row, no number.

    The row stays also where the page fails afterwards. ValidationError without a reason, or where no BSN
    is known; NietVastgelegd when the log cannot be written.
    """
    if not persoon.bsn:
        raise ValidationError("Van deze persoon is geen BSN bekend.")
    doel = reden.strip()
    if not doel:
        raise ValidationError("Geef een reden om het BSN te zien.")
    lezing = Lezing(handeling=Leeshandeling.BSN, wat="BSN", dossiers=[persoon.sleutel], doel=doel[:MEESTE])
    leg_lezen_vast(gebruiker, lezing)
    return persoon.bsn.ontsleutel()
