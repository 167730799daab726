"""A mark on an entry gets its decision."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from financien.models import Merk
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker


def besluit_over(
    merk: Merk, *, versie: int, besluit: str, toelichting: str, door: Gebruiker, op: date
) -> Merk:
    """Decide of a mark, or decide anew; the entry itself stays as it is. Verouderd when somebody did before."""
    with transaction.atomic(), botsing_als_weigering(Merk):
        rij = Merk.vergrendeld(merk.pk, versie)
        rij.vul(
            {
                "besluit": besluit,
                "toelichting": toelichting.strip(),
                "besloten_op": op,
                "besloten_door": door,
            }
        )
        rij.bewaar_volgende()
    return rij
