"""A month is closed, and opened again with a reason."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from financien.models import Periodeafsluiting
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker


def sluit_maand(*, maand: date, door: Gebruiker, op: date) -> Periodeafsluiting:
    """Close the month of this first day, once it is over. ValidationError when it is not, or closed already."""
    with transaction.atomic(), botsing_als_weigering(Periodeafsluiting):
        return Periodeafsluiting.objects.create(maand=maand, afgesloten_op=op, afgesloten_door=door)


def heropen_maand(
    afsluiting: Periodeafsluiting, *, versie: int, reden: str, door: Gebruiker, op: date
) -> Periodeafsluiting:
    """Open a closed month again. ValidationError on `reden` without one; Verouderd when somebody did before."""
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom de maand weer open gaat."})
    with transaction.atomic(), botsing_als_weigering(Periodeafsluiting):
        rij = Periodeafsluiting.vergrendeld(afsluiting.pk, versie)
        rij.vul({"heropend_op": op, "heropend_door": door, "reden": reden.strip()})
        rij.bewaar_volgende()
    return rij
