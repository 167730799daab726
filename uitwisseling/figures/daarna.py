"""Who changed what an import wrote, since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import pghistory.models
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.timezone import localtime

from uitwisseling.inlezen.terug import gebeurtenissen
from uitwisseling.models import Inlezing


@dataclass(frozen=True)
class Daarna:
    """The last change by somebody since; `door` is empty where no user is known (a command)."""

    door: str
    op: date


def daarna_gewijzigd(inlezing: Inlezing, rijen: Collection[int]) -> dict[int, Daarna]:
    """By row of the file: the last change by others of what the import wrote for it.

    Two queries for each kind of table that the import wrote, and one for the names.
    """
    sporen = inlezing.sporen.filter(rij__in=rijen).order_by().values_list("rij", "model", "object_id")
    per_model: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for rij, label, pk in sporen:
        per_model[label][pk].append(rij)
    laatste: dict[int, tuple[Any, int | None]] = {}
    for label, objecten in per_model.items():
        for pk, moment, gebruiker in _wijzigingen(inlezing, label, list(objecten)):
            for rij in objecten[pk]:
                if rij not in laatste or moment > laatste[rij][0]:
                    laatste[rij] = (moment, gebruiker)
    namen = get_user_model()._default_manager.in_bulk({pk for _, pk in laatste.values() if pk})
    return {
        rij: Daarna(str(namen[pk]) if pk in namen else "", localtime(moment).date())
        for rij, (moment, pk) in laatste.items()
    }


def _wijzigingen(inlezing: Inlezing, label: str, pks: list[int]) -> list[tuple[int, Any, int | None]]:
    """(primary key, moment, user) of each change that was not made by this import."""
    model = gebeurtenissen(apps.get_model(label))
    if model is None:
        return []
    eigen = pghistory.models.Context.objects.filter(metadata__inlezing=inlezing.pk)
    rijen = (
        model._default_manager.filter(pgh_obj_id__in=pks, pgh_label="gewijzigd")
        .filter(Q(pgh_context=None) | ~Q(pgh_context__in=eigen))
        .order_by()
        .values_list("pgh_obj_id", "pgh_created_at", "pgh_context__metadata__user")
    )
    return list(rijen)
