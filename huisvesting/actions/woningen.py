"""Homes, and when somebody is expected to get one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers.models import Statushouder
from huisvesting.models import Verwachting, Woning
from kern.register import register
from kern.weigering import botsing_als_weigering


def leg_verwachting_vast(
    persoon: Statushouder, *, verwacht_op: date, bron: str, versie: int | None = None
) -> Verwachting:
    """The day on which somebody is expected to get a home here; replaces an earlier expectation."""
    with transaction.atomic(), botsing_als_weigering(Verwachting):
        if versie is None:
            rij = Verwachting.objects.create(statushouder=persoon, verwacht_op=verwacht_op, bron=bron)
        else:
            oud = Verwachting.objects.get(statushouder=persoon)
            rij = Verwachting.vergrendeld(oud.pk, versie)
            rij.verwacht_op, rij.bron = verwacht_op, bron
            rij.bewaar_volgende()
        register.werk_bij([persoon])
    return rij


def bewaar_woning(woning: Woning, *, gegevens: Mapping[str, Any], versie: int | None = None) -> Woning:
    """Make a home, or change it as the next version.

    ValidationError, in Dutch: an address that is there already; on `capaciteit` fewer places than
    persons who live there or have a promise without an end.
    """
    with transaction.atomic(), botsing_als_weigering(Woning):
        rij = woning if versie is None else Woning.vergrendeld(woning.pk, versie)
        for naam, waarde in gegevens.items():
            setattr(rij, naam, waarde)
        _eis_ruimte(rij)
        if versie is None:
            rij.save()
        else:
            rij.bewaar_volgende()
    return rij


def _eis_ruimte(woning: Woning) -> None:
    if woning.pk is None or woning.capaciteit is None:
        return
    bewoners = woning.plaatsingen.actueel().filter(tot=None).count()
    if woning.capaciteit < bewoners:
        raise ValidationError({"capaciteit": f"Er wonen hier al {bewoners} personen."})
