"""Asking to see a BSN."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers.models import BsnInzage, Statushouder
from kern.contract import Gebruiker
from kern.register import register
from kern.weigering import botsing_als_weigering


def toon_bsn(persoon: Statushouder, *, gebruiker: Gebruiker, reden: str) -> str:
    """The nine digits, after it was kept who asked and why: no row, no number.

    The row is committed before the number is read (`durable`): a page that fails afterwards cannot undo it.
    ValidationError without a reason, or where no BSN is known.
    """
    if not persoon.bsn:
        raise ValidationError("Van deze persoon is geen BSN bekend.")
    with transaction.atomic(), botsing_als_weigering(BsnInzage):
        BsnInzage.objects.create(statushouder=persoon, gebruiker_id=gebruiker.pk, reden=reden.strip())
        register.werk_bij([persoon])
    return persoon.bsn.ontsleutel()
