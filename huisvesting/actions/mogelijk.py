"""Possible homes, and what landlords promised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from huisvesting.actions.woningen import adres_zegt_niets
from huisvesting.models import MogelijkeWoning, MogelijkeWoningStatus, Prestatieafspraak, Woning
from kern.register import register
from kern.weigering import botsing_als_weigering


def bewaar_mogelijke_woning(
    rij: MogelijkeWoning, *, gegevens: Mapping[str, Any], versie: int | None = None
) -> MogelijkeWoning:
    """Make or change a possible home. ValidationError when it became a home already."""
    with transaction.atomic(), botsing_als_weigering(MogelijkeWoning):
        rij = MogelijkeWoning.te_bewaren(rij, versie)
        _eis_nog_mogelijk(rij)
        rij.vul(gegevens)
        rij.bewaar_volgende()
    return rij


def maak_woning(rij: MogelijkeWoning, *, versie: int, gegevens: Mapping[str, Any]) -> Woning:
    """A possible home becomes one of the list, in one act; the row keeps the link to it.

    Where several homes were possible, what is left stays a possible home of one less, and the row of
    the home itself is new. ValidationError, in Dutch: done already, an address that is there, at `straat` one
    that cannot be used.
    """
    nieuw = Woning(**gegevens)
    with transaction.atomic(), adres_zegt_niets(nieuw), botsing_als_weigering(MogelijkeWoning, Woning):
        vast = MogelijkeWoning.objects.select_for_update(of=("self",)).get(pk=rij.pk)
        _eis_nog_mogelijk(vast)
        vast = MogelijkeWoning.vergrendeld(rij.pk, versie)
        nieuw.save()
        if vast.woningen > 1:
            deel = MogelijkeWoning.objects.get(pk=vast.pk)
            deel.pk, deel.versie, deel.woningen = None, 1, 1
            deel._state.adding = True
            deel.woning, deel.status = nieuw, MogelijkeWoningStatus.WONING
            deel.save()
            vast.woningen -= 1
        else:
            vast.woning, vast.status = nieuw, MogelijkeWoningStatus.WONING
        vast.bewaar_volgende()
    return nieuw


def bewaar_afspraak(
    rij: Prestatieafspraak, *, gegevens: Mapping[str, Any], versie: int | None = None
) -> Prestatieafspraak:
    """Make or change an agreement with a landlord."""
    with transaction.atomic(), botsing_als_weigering(Prestatieafspraak):
        rij = Prestatieafspraak.te_bewaren(rij, versie)
        rij.vul(gegevens)
        rij.bewaar_volgende()
        register.werk_onderwerpen_bij("huisvesting")
    return rij


def _eis_nog_mogelijk(rij: MogelijkeWoning) -> None:
    if rij.status == MogelijkeWoningStatus.WONING:
        raise ValidationError("Dit is al een woning in de lijst.", code="al_woning")
