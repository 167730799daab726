"""Kinship and guardianship between two persons."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from dossiers.models import Relatie, Relatiesoort, Statushouder
from dossiers.models.sloten import vergrendel
from kern.register import register
from kern.weigering import botsing_als_weigering


def leg_relatie_vast(*, persoon: Statushouder, verwant: Statushouder, soort: str, van: date) -> Relatie:
    """`verwant` is the referent, parent or guardian of `persoon` from `van` on.

    ValidationError: with oneself, there already, the other way round as well, a parent who is certainly not
    older than the child.
    """
    with transaction.atomic(), botsing_als_weigering(Relatie):
        vergrendel([persoon.pk, verwant.pk])
        _eis_ouder_is_ouder(persoon, verwant, soort)
        _eis_niet_omgekeerd(persoon, verwant, soort, van)
        relatie = Relatie.objects.create(persoon=persoon, verwant=verwant, soort=soort, van=van)
        register.werk_bij([persoon, verwant])
    return relatie


def beeindig_relatie(relatie: Relatie, *, versie: int, tot: date) -> Relatie:
    """The relation ends: `tot` is the first day on which it no longer holds. Verouderd."""
    with transaction.atomic(), botsing_als_weigering(Relatie):
        vergrendel([relatie.persoon_id, relatie.verwant_id])
        rij = Relatie.vergrendeld(relatie.pk, versie)
        rij.tot = tot
        rij.bewaar_volgende()
        register.werk_bij([rij.persoon, rij.verwant])
    return rij


def _eis_ouder_is_ouder(kind: Statushouder, ouder: Statushouder, soort: str) -> None:
    """Refused only where it is certain: a birth date that is known in part says nothing within its year (A2)."""
    if soort != Relatiesoort.OUDER or kind.geboren_laatst is None or ouder.geboren_vroegst is None:
        return
    if kind.pk != ouder.pk and ouder.geboren_vroegst >= kind.geboren_laatst:
        raise ValidationError(f"{ouder} is niet ouder dan {kind} en kan dus geen ouder zijn.")


def _eis_niet_omgekeerd(persoon: Statushouder, verwant: Statushouder, soort: str, van: date) -> None:
    """Nobody is the parent, guardian or referent of their own parent, guardian or referent."""
    andersom = Relatie.objects.filter(persoon=verwant, verwant=persoon, soort=soort)
    if persoon.pk != verwant.pk and andersom.filter(Q(tot=None) | Q(tot__gt=van)).exists():
        raise ValidationError("Andersom staat deze relatie er al. Beëindig die eerst.")
