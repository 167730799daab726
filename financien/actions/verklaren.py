"""What is off gets its remark, and the amount from which one is asked is set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from financien.figures import INKOMST, Afwijking
from financien.models import Drempel, Verklaring
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker


def verklaar(afwijking: Afwijking, *, peildatum: date, tekst: str, door: Gebruiker, op: date) -> Verklaring:
    """Write why a line is off at `peildatum`, with how much. ValidationError on `tekst` without one."""
    if not tekst.strip():
        raise ValidationError({"tekst": "Schrijf op waarom deze regel afwijkt."})
    regel = afwijking.regel
    is_inkomst = regel.regelsoort == INKOMST
    with transaction.atomic(), botsing_als_weigering(Verklaring):
        return Verklaring.objects.create(
            inkomstenpost_id=regel.code if is_inkomst else None,
            activiteit_id=None if is_inkomst else regel.code,
            op=op,
            peildatum=peildatum,
            afwijking=afwijking.bedrag,
            tekst=tekst.strip(),
            door=door,
        )


def zet_drempel(*, bedrag: Decimal, vanaf: date, door: Gebruiker) -> Drempel:
    """From this day on a remark is asked above this amount. ValidationError: below zero, or on a day that has one."""
    if bedrag < 0:
        raise ValidationError({"bedrag": "Een drempel is nul euro of meer."})
    if Drempel.objects.filter(vanaf=vanaf).exists():
        raise ValidationError({"vanaf": "Vanaf deze dag geldt al een drempel. Kies een andere dag."})
    with transaction.atomic(), botsing_als_weigering(Drempel):
        return Drempel.objects.create(bedrag=bedrag, vanaf=vanaf, door=door)
