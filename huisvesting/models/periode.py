"""The periods of the quota."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from kern.contract import Persoonsgegevens

# The last day of the half-year of a day, in SQL (H3); `rules.halfjaar` says the same of one day.
HALFJAAREIND = (
    "make_date(extract(year FROM {dag})::int,"
    " CASE WHEN extract(month FROM {dag}) < 7 THEN 6 ELSE 12 END,"
    " CASE WHEN extract(month FROM {dag}) < 7 THEN 30 ELSE 31 END)"
)


class Periode(models.Model):
    """A half-year, or a whole year where halves are not known; both ends inclusive (H3)."""

    code = models.CharField("periode", max_length=7, unique=True)
    van = models.DateField()
    tot_en_met = models.DateField()
    bereik = models.GeneratedField(
        expression=Func("van", "tot_en_met", Value("[]"), function="daterange"),
        output_field=DateRangeField(),
        db_persist=True,
    )

    persoonsgegevens: ClassVar = Persoonsgegevens(geen="code van tot_en_met bereik")

    class Meta:
        ordering = ["van"]
        constraints = [
            models.CheckConstraint(
                name="periode_tot_en_met_na_van",
                condition=Q(tot_en_met__gt=F("van")),
                violation_error_message="De laatste dag moet na de eerste dag liggen.",
            ),
            ExclusionConstraint(
                name="periode_zonder_overlap",
                expressions=[("bereik", RangeOperators.OVERLAPS)],
                violation_error_message="Deze periode overlapt een andere periode.",
            ),
        ]

    def __str__(self) -> str:
        return self.code
