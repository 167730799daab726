"""A user's own filters of the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from dossiers.models import Bewaardfilter
from kern.register import register
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker

# More would push the list itself off the screen.
MEESTE_FILTERS = 20


@transaction.atomic
def bewaar_filter(*, gebruiker: Gebruiker, naam: str, parameters: Mapping[str, str]) -> Bewaardfilter:
    """Keep these parameters, which the filter set has checked, under a name of the user's own.

    ValidationError for a second one with that name, for none chosen, and for more than `MEESTE_FILTERS`.
    """
    _een_tegelijk(gebruiker)
    if not parameters:
        raise ValidationError("Kies eerst een filter. Dan kunt u het bewaren.")
    if gebruiker.bewaarde_filters.count() >= MEESTE_FILTERS:
        raise ValidationError(f"U heeft al {MEESTE_FILTERS} filters bewaard. Haal er eerst een weg.")
    with _een_keer_deze_naam():
        rij = Bewaardfilter.objects.create(gebruiker=gebruiker, naam=naam, parameters=dict(parameters))
    register.werk_bij([])
    return rij


@transaction.atomic
def hernoem_filter(filter_: Bewaardfilter, *, versie: int, naam: str) -> Bewaardfilter:
    """Another name. ValidationError when it is taken; Verouderd when it was changed since `versie`."""
    rij = Bewaardfilter.vergrendeld(filter_.pk, versie)
    rij.naam = naam
    with _een_keer_deze_naam():
        rij.bewaar_volgende()
    register.werk_bij([])
    return rij


@transaction.atomic
def verwijder_filter(filter_: Bewaardfilter) -> None:
    """Take it away; it holds nothing of a dossier, so nothing is kept of it."""
    Bewaardfilter.objects.filter(pk=filter_.pk).delete()
    register.werk_bij([])


def _een_tegelijk(gebruiker: Gebruiker) -> None:
    """Two at once: the second counts the first's. Not by the user's row, which a partner may not write."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [Bewaardfilter._meta.db_table, gebruiker.pk]
        )


@contextmanager
def _een_keer_deze_naam() -> Iterator[None]:
    """The constraint's sentence, at the name."""
    try:
        with botsing_als_weigering(Bewaardfilter):
            yield
    except ValidationError as fout:
        raise ValidationError({"naam": fout.error_list}) from fout
