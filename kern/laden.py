"""Making a table equal to rows of a file, and counting what that changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from kern.contract import Laadtelling


def maak_gelijk(
    model: type[models.Model],
    sleutel: str | tuple[str, ...],
    rijen: Iterable[Mapping[str, Any]],
    *,
    verwijder: bool = True,
    binnen: Mapping[str, Any] | None = None,
) -> Laadtelling:
    """Make, change and remove rows of `model` so that they are `rijen`, known by the field(s) `sleutel`.

    Removed rows count as changed. Three writes at most, whatever the number of rows. Without
    `verwijder` other rows stay: call again with it when nothing refers to them any more. `binnen` are values
    that all rows meant here have; rows that have others are left alone.
    """
    vast = dict(binnen or {})
    sleutels = (sleutel,) if isinstance(sleutel, str) else sleutel
    oud = {_merk(rij, sleutels): rij for rij in model._default_manager.filter(**vast)}
    nieuw = {tuple(rij[veld] for veld in sleutels): rij for rij in rijen}
    maken = [model(**rij, **vast) for naam, rij in nieuw.items() if naam not in oud]
    wijzigen = [oud[naam] for naam, rij in nieuw.items() if naam in oud and _verschilt(oud[naam], rij)]
    for rij in wijzigen:
        for veld, waarde in nieuw[_merk(rij, sleutels)].items():
            setattr(rij, veld, waarde)
    weg = [rij.pk for naam, rij in oud.items() if verwijder and naam not in nieuw]
    model._default_manager.filter(pk__in=weg).delete()
    model._default_manager.bulk_create(maken)
    if wijzigen:
        velden = sorted({veld for rij in nieuw.values() for veld in rij} - set(sleutels))
        model._default_manager.bulk_update(wijzigen, velden)
    gelijk = len(nieuw) - len(maken) - len(wijzigen)
    return Laadtelling(aangemaakt=len(maken), gewijzigd=len(wijzigen) + len(weg), ongewijzigd=gelijk)


def _verschilt(rij: models.Model, waarden: Mapping[str, Any]) -> bool:
    return any(getattr(rij, veld) != waarde for veld, waarde in waarden.items())


def _merk(rij: models.Model, sleutels: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(rij, veld) for veld in sleutels)
