"""The shortage in homes as a key figure, with the tenants behind it."""

from __future__ import annotations

from dossiers.models.persoon import StatushouderQuerySet
from huisvesting.figures.woningen import tekort
from huisvesting.figures.zoekers import huurders
from kern.contract import Peiling


def woningzoekers(peiling: Peiling) -> StatushouderQuerySet:
    """The tenants of the households that need a home at the peildatum: the rows of the shortage."""
    rijen = huurders(peiling.peildatum)
    return rijen.met_inzage(peiling.gebruiker, "huisvesting") if peiling.gebruiker else rijen


def woningtekort(peiling: Peiling) -> int:
    """Homes short up to the end of the peildatum's year; negative when there are more than needed."""
    return tekort(peiling.peildatum).tekort
