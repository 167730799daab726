"""A column that is one of a few keys, which the database finds first."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, QuerySet, Value


class EenVan(Func):
    """Is the field one of the keys of this query (with one column), or `of` besides?

    The same as `field__in=query`, for a query that gives few: the keys are found once, and the rows by index. The
    planner takes an `IN` with an OR beside it for half of all rows, and reads them all.
    """

    template = "(%(expressions)s))"
    arg_joiner = " = ANY ("
    output_field = BooleanField()

    def __init__(self, veld: str, sleutels: QuerySet[Any, Any], of: int | None = None) -> None:
        reeks: Func | ArraySubquery = ArraySubquery(sleutels)
        if of is not None:
            reeks = Func(reeks, Value(of), function="array_append")
        super().__init__(F(veld), reeks)
