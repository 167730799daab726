"""Homes, and when somebody is expected to get one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers.models import Statushouder
from dossiers.models.sloten import vergrendel
from huisvesting.models import Aanbod, Plaatsing, Verwachting, Woning, Woonvraag
from huisvesting.rules import met_bron
from huisvesting.rules.adres import NIET_TE_GEBRUIKEN, WAT_DAN
from kern.namens import als_gemeente
from kern.register import register
from kern.weigering import botsing_als_weigering


def leg_verwachting_vast(
    persoon: Statushouder,
    *,
    verwacht_op: date,
    bron: str,
    woonvraag: str = Woonvraag.EIGEN,
    versie: int | None = None,
) -> Verwachting:
    """The day on which somebody is expected to get a home here, and what they need; replaces an earlier one."""
    with transaction.atomic(), botsing_als_weigering(Verwachting):
        vergrendel([persoon.pk])
        if versie is None:
            rij = Verwachting.objects.create(
                statushouder=persoon, verwacht_op=verwacht_op, woonvraag=woonvraag, bron=bron
            )
        else:
            oud = Verwachting.objects.get(statushouder=persoon)
            rij = Verwachting.vergrendeld(oud.pk, versie)
            rij.verwacht_op, rij.woonvraag, rij.bron = verwacht_op, woonvraag, bron
            rij.bewaar_volgende()
        register.werk_bij([persoon])
    return rij


def bewaar_woning(woning: Woning, *, gegevens: Mapping[str, Any], versie: int | None = None) -> Woning:
    """Make a home, or change it as the next version.

    ValidationError, in Dutch with the source of the rule: an address that is there already, at `straat` one that
    cannot be used (a home of which this user may not know); on `capaciteit` fewer places than persons who live there
    or have a promise without an end; on `amv_woning` an ordinary home that is offered to more than one.
    """
    with transaction.atomic(), adres_zegt_niets(woning), botsing_als_weigering(Woning):
        if versie is not None:
            vergrendel(_ooit_bewoners(woning))
        rij = Woning.te_bewaren(woning, versie)
        rij.vul(gegevens)
        _eis_ruimte(rij)
        _eis_een_aanbod(rij)
        rij.bewaar_volgende()
        # what kind of home it is decides who counts
        register.werk_bij(Statushouder.objects.filter(plaatsingen__woning=rij))
    return rij


def _ooit_bewoners(woning: Woning) -> list[int]:
    """Whose count hangs on this home, by primary key: also who left, and whom this user does not see."""
    with als_gemeente():
        bewoners = Plaatsing.objects.filter(woning=woning).order_by()
        return list(bewoners.values_list("statushouder", flat=True))


@contextmanager
def adres_zegt_niets(woning: Woning) -> Iterator[None]:
    """The database refuses an address that it has; where this user does not see that home, it tells no more."""
    try:
        yield
    except ValidationError as fout:
        if getattr(fout, "code", "") != "woning_adres_uniek" or Woning.objects.met_adres_van(woning).exists():
            raise
        raise ValidationError({"straat": f"{NIET_TE_GEBRUIKEN} {WAT_DAN}"}) from fout


def _eis_een_aanbod(woning: Woning) -> None:
    """An AMV home is offered by the place, any other to one household at a time."""
    if woning.pk is None or woning.amv_woning:
        return
    if Aanbod.objects.zonder_uitkomst().filter(woning=woning).count() > 1:
        zin = "Plekken in deze woning zijn aan meer jongeren aangeboden. Rond dat eerst af."
        raise ValidationError({"amv_woning": met_bron(zin, "woning_aangeboden")})


def _eis_ruimte(woning: Woning) -> None:
    if woning.pk is None or woning.capaciteit is None:
        return
    bewoners = woning.plaatsingen.actueel().filter(tot=None).count()
    if woning.capaciteit < bewoners:
        wie = "woont hier al 1 persoon" if bewoners == 1 else f"wonen hier al {bewoners} personen"
        raise ValidationError({"capaciteit": met_bron(f"Er {wie}.", "woning_vol")})
