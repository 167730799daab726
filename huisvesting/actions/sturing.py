"""What is steered by: dated numbers, and what the province did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from huisvesting.models import Stuurcode, Stuurgetal, Toezichtstap
from kern.weigering import botsing_als_weigering

# Euros, and homes for one person: the others count whole persons, months or homes.
MET_DECIMALEN = frozenset({Stuurcode.AMV_TARIEF, Stuurcode.AMV_WONINGEN})


def bewaar_stuurgetal(
    stuurgetal: Stuurgetal, *, gegevens: Mapping[str, Any], versie: int | None = None
) -> Stuurgetal:
    """A number that holds from a day on, or what was typed of one corrected as the next version.

    ValidationError, in Dutch: on `waarde` a broken number of what is counted in whole ones; a second number
    from the same day on; a neighbourhood where it does not belong, or none where it does.
    """
    with transaction.atomic(), botsing_als_weigering(Stuurgetal):
        rij = Stuurgetal.te_bewaren(stuurgetal, versie)
        rij.vul(gegevens)
        if rij.code not in MET_DECIMALEN and rij.waarde != int(rij.waarde):
            raise ValidationError({"waarde": "Vul een heel getal in, bijvoorbeeld 12."})
        rij.bewaar_volgende()
    return rij


def bewaar_toezichtstap(
    stap: Toezichtstap, *, gegevens: Mapping[str, Any], versie: int | None = None
) -> Toezichtstap:
    """What the province did about a period, or what was typed of it corrected as the next version.

    ValidationError, in Dutch: on `op` a day before the period began, since it is judged when it has ended
    and at the earliest asked about while it runs; a step that stands there already for this period.
    """
    with transaction.atomic(), botsing_als_weigering(Toezichtstap):
        rij = Toezichtstap.te_bewaren(stap, versie)
        rij.vul(gegevens)
        if rij.op < rij.periode.van:
            raise ValidationError({"op": "Deze dag ligt voor het begin van de periode."})
        rij.bewaar_volgende()
    return rij


def haal_toezichtstap_door(stap: Toezichtstap, *, versie: int, reden: str) -> Toezichtstap:
    """Strike a step that does not belong: it stays to be read, with the reason, and no longer counts."""
    with transaction.atomic(), botsing_als_weigering(Toezichtstap):
        rij = Toezichtstap.vergrendeld(stap.pk, versie)
        rij.doorgehaald_reden = reden
        rij.bewaar_volgende()
    return rij
