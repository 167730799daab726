"""What moves when two dossiers are made one: every table that refers to a person, whoever has it.

The tables are found by walking the models, so that the facts of a later domain come along by themselves.
Which row cannot move is read from the constraints of its own model: the rule lives there only.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from pghistory.models import Event

from dossiers.models import (
    Dossierdeel,
    Dubbelbesluit,
    Inzagerecht,
    Samenvoeging,
    Samenvoegregel,
    Statushouder,
)
from kern.models import VersieModel

# About the dossiers themselves, and not in them: they say what was decided of these two.
NIET_MEE = (Samenvoeging, Samenvoegregel, Dubbelbesluit)


@dataclass(frozen=True)
class Verbinding:
    """A foreign key of a model to a person: `model` is the table, `veld` the name of its key."""

    model: type[models.Model]
    veld: str

    @property
    def label(self) -> str:
        """The model's label, as the log keeps it."""
        return self.model._meta.label_lower

    @property
    def met_versie(self) -> bool:
        """Do people edit these rows?"""
        return issubclass(self.model, VersieModel)

    @property
    def schriftelijk(self) -> bool:
        """Is it something written down, which stays where it is when a merge is undone?"""
        return issubclass(self.model, Dossierdeel)

    @property
    def naam(self) -> str:
        """What one row is called."""
        return str(self.model._meta.verbose_name)

    @property
    def namen(self) -> str:
        """What rows are called."""
        return str(self.model._meta.verbose_name_plural)

    def rijen(self, *personen: Statushouder) -> QuerySet[Any]:
        """The rows of these persons, in the order of their keys."""
        return self.model._base_manager.filter(**{f"{self.veld}__in": personen}).order_by("pk")


@cache
def verbindingen() -> tuple[Verbinding, ...]:
    """All foreign keys to a person, of all installed models; tables of the history are none of these.

    Nor are rows that a domain derives itself (`afgeleid` on the model): it writes them anew (`Domein.bijwerken`).
    """
    gevonden = [
        Verbinding(model, veld.name)
        for model in apps.get_models(include_auto_created=True)
        if not issubclass(model, (Event, *NIET_MEE))
        and model._meta.managed
        and not model._meta.proxy
        and not getattr(model, "afgeleid", False)
        for veld in model._meta.local_fields
        if isinstance(veld, models.ForeignKey) and veld.related_model is Statushouder
    ]
    return tuple(sorted(gevonden, key=lambda deel: (deel.label, deel.veld)))


def vooraf() -> list[Verbinding]:
    """What moves before the rest, in this order: who went up in the dossier earlier, then who may know of it.

    The database asks the second of each row that follows, and of whoever went up in it by way of the dossier.
    """
    return [deel for model in (Statushouder, Inzagerecht) for deel in verbindingen() if deel.model is model]


def botsend(deel: Verbinding, *, van: Statushouder, naar: Statushouder) -> QuerySet[Any]:
    """The rows of `van` that cannot become rows of `naar` as well: they would stand double or overlap.

    Also a row between both: nobody is their own parent. ImproperlyConfigured for a constraint that cannot
    be read here; a test walks all models.
    """
    rijen = deel.rijen(van)
    verbod = Q(pk=None)
    for ander in verbindingen():
        if ander.model is deel.model and ander.veld != deel.veld:
            verbod |= Q(**{ander.veld: naar})
    eigen = deel.model._base_manager.filter(**{deel.veld: naar}).order_by()
    for velden, overlap, voorwaarde in _eenmaligheid(deel.model):
        if deel.veld in velden:
            gelijk = {naam: OuterRef(naam) for naam in velden if naam != deel.veld}
            tegen = eigen.filter(
                voorwaarde, **gelijk, **{f"{naam}__overlap": OuterRef(naam) for naam in overlap}
            )
            verbod |= Q(Exists(tegen)) & voorwaarde
    return rijen.filter(verbod)


def _eenmaligheid(model: type[models.Model]) -> list[tuple[set[str], set[str], Q]]:
    """What may stand once: (fields that are equal, ranges that overlap, condition)."""
    eenmalig: list[tuple[set[str], set[str], Q]] = [
        ({veld.name}, set(), Q()) for veld in model._meta.local_fields if veld.unique and not veld.primary_key
    ]
    eenmalig += [(set(velden), set(), Q()) for velden in model._meta.unique_together]
    for regel in model._meta.constraints:
        if isinstance(regel, models.UniqueConstraint):
            eenmalig.append((_velden(model, regel), set(), regel.condition or Q()))
        elif isinstance(regel, ExclusionConstraint):
            gelijk = {
                _naam(model, deel) for deel, teken in regel.expressions if teken == RangeOperators.EQUAL
            }
            overlap = {
                _naam(model, deel) for deel, teken in regel.expressions if teken == RangeOperators.OVERLAPS
            }
            if len(gelijk) + len(overlap) != len(regel.expressions):
                raise ImproperlyConfigured(
                    f"{regel.name}: alleen gelijk en overlap kunnen hier gelezen worden."
                )
            eenmalig.append((gelijk, overlap, regel.condition or Q()))
    return eenmalig


def _velden(model: type[models.Model], regel: models.UniqueConstraint) -> set[str]:
    """The fields of a unique constraint; one on an expression counts only where a person is in it."""
    if not regel.expressions:
        return set(regel.fields)
    namen = {naam for deel in regel.expressions for naam in _gebruikt(deel)}
    if namen & {deel.veld for deel in verbindingen() if deel.model is model}:
        raise ImproperlyConfigured(
            f"{regel.name}: een uitdrukking met een persoon kan hier niet gelezen worden."
        )
    return namen


def _gebruikt(deel: Any) -> set[str]:
    if isinstance(deel, F):
        return {str(vars(deel)["name"])}
    return {naam for bron in deel.get_source_expressions() if bron is not None for naam in _gebruikt(bron)}


def _naam(model: type[models.Model], deel: Any) -> str:
    naam = getattr(deel, "name", deel)
    if not isinstance(naam, str):
        raise ImproperlyConfigured(f"{model._meta.label}: alleen velden kunnen hier gelezen worden.")
    return naam
