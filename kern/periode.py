"""Dated rows: `van` inclusive, `tot` exclusive, no `tot` while it lasts."""

from __future__ import annotations

from datetime import date
from typing import Any, Self, TypeVar

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Least

M = TypeVar("M", bound=models.Model)


class PeriodeQuerySet(models.QuerySet[M]):
    """Rows by the day on which they hold."""

    def lopend_op(self, dag: date | Func[Any]) -> Self:
        """Running at the end of `dag`: begun on or before it, and not ended on or before it."""
        return self.filter(Q(tot=None) | Q(tot__gt=dag), van__lte=dag)


def daterange() -> models.GeneratedField:
    """The range [van, tot) as a stored column, for exclusion constraints.

    Least keeps `daterange` from raising where `tot` lies before `van`: then the range is empty,
    and the check constraint speaks with its sentence.
    """
    return models.GeneratedField(
        expression=Func(Least("van", "tot"), "tot", function="daterange"),
        output_field=DateRangeField(),
        db_persist=True,
    )


def tot_na_van(naam: str, zin: str, *, zelfde_dag: bool = False) -> models.CheckConstraint:
    """`tot` lies after `van` (with `zelfde_dag`: or on it), or is open."""
    na = Q(tot__gte=F("van")) if zelfde_dag else Q(tot__gt=F("van"))
    return models.CheckConstraint(name=naam, condition=Q(tot__isnull=True) | na, violation_error_message=zin)
