"""The shortage in homes as a key figure, with the tenants behind it."""

from __future__ import annotations

from dossiers.models import Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from huisvesting.figures.huishoudens import zoekend
from huisvesting.figures.woningen import tekort
from kern.contract import Peiling


def woningzoekers(peiling: Peiling) -> StatushouderQuerySet:
    """The tenants of the households that need a home at the peildatum: the rows of the shortage."""
    huurders = [rij.huurder.pk for rij in zoekend(peiling.peildatum) if rij.vraagt_woning]
    rijen = Statushouder.objects.filter(pk__in=huurders)
    return rijen.met_inzage(peiling.gebruiker, "huisvesting") if peiling.gebruiker else rijen


def woningtekort(peiling: Peiling) -> int:
    """Homes short up to the end of the peildatum's year; negative when there are more than needed."""
    return tekort(peiling.peildatum).tekort
