"""A month is closed, and opened again with a reason."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from financien.figures import Afwijking, afwijkingen, bereken
from financien.models import Periodeafsluiting
from financien.models.wacht import wacht_op_boekers
from kern import schrijfwijze
from kern.register import register
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker


def sluit_maand(*, maand: date, door: Gebruiker, op: date) -> Periodeafsluiting:
    """Close the month of this first day, once it is over, and what was off at its end is explained.

    ValidationError when it is not over, closed already, or a line above the threshold has no remark (which are named).
    """
    with transaction.atomic(), botsing_als_weigering(Periodeafsluiting):
        # Nobody books in between: what is explained is what is closed.
        wacht_op_boekers()
        if open_ := te_verklaren(maand):
            namen = schrijfwijze.opsomming([rij.regel.omschrijving for rij in open_])
            raise ValidationError(f"Verklaar eerst de afwijking van {namen}.", code="verklaring_ontbreekt")
        rij = Periodeafsluiting.objects.create(maand=maand, afgesloten_op=op, afgesloten_door=door)
        register.werk_onderwerpen_bij("financien")
    return rij


def te_verklaren(maand: date) -> list[Afwijking]:
    """Lines that are off above the threshold at the end of this month, without a remark that answers it."""
    laatste_dag = (maand + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return [rij for rij in afwijkingen(bereken(laatste_dag)) if rij.nodig]


def heropen_maand(
    afsluiting: Periodeafsluiting, *, versie: int, reden: str, door: Gebruiker, op: date
) -> Periodeafsluiting:
    """Open a closed month again. ValidationError on `reden` without one; Verouderd when somebody did before."""
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom de maand weer open gaat."})
    with transaction.atomic(), botsing_als_weigering(Periodeafsluiting):
        # First the lock for all months and then the row, as who closes one: neither holds what the other waits for.
        wacht_op_boekers()
        rij = Periodeafsluiting.vergrendeld(afsluiting.pk, versie)
        if rij.heropend_op:
            raise ValidationError("Deze maand is al weer open.")
        rij.vul({"heropend_op": op, "heropend_door": door, "reden": reden.strip()})
        rij.bewaar_volgende()
        register.werk_onderwerpen_bij("financien")
    return rij
