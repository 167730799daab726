"""The pages of one group of the work: each begins after the row with which the former ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Case, Q, Value, When

_GROOTSTE = 2**63 - 1
# Django can number rows and ask for the first of them too. It writes out the day and the group of a row each time that
# they are named, and the whole of it twice: that took it longer than the database needs to answer.
_EERSTE = """
SELECT * FROM (
    SELECT *, 1 AS erna, count(*) OVER (PARTITION BY groep) AS samen,
        row_number() OVER (PARTITION BY groep ORDER BY op_dag, id) AS nummer
    FROM ({vraag}) rijen
) genummerd WHERE nummer <= %s
"""
_ERNA = """
SELECT * FROM (
    SELECT *, count(*) OVER (PARTITION BY groep) AS samen,
        row_number() OVER (PARTITION BY groep, erna ORDER BY op_dag, id) AS nummer
    FROM ({vraag}) rijen
) genummerd WHERE nummer <= %s AND erna = 1 OR nummer = 1
"""


@dataclass(frozen=True)
class Plek:
    """A row in the order of its group: by day, kind and key. In an address it stands as `2017-05-03.termijn.12`."""

    op: date
    soort: str
    pk: int

    @classmethod
    def lees(cls, tekst: str) -> Plek | None:
        """The place that is written so; None for what is none, which then shows the first page."""
        try:
            dag, soort, sleutel = tekst.split(".")
            plek = cls(date.fromisoformat(dag), soort, int(sleutel))
        except ValueError:
            return None
        return plek if 0 < plek.pk <= _GROOTSTE else None

    def __str__(self) -> str:
        return f"{self.op.isoformat()}.{self.soort}.{self.pk}"

    def erna(self, soort: str, dag: str) -> Q:
        """Rows of this kind, with their day in the field `dag`, that come after this place."""
        later, zelfde_dag = Q(**{f"{dag}__gt": self.op}), Q(**{dag: self.op})
        if soort == self.soort:
            return later | (zelfde_dag & Q(pk__gt=self.pk))
        return later | zelfde_dag if soort > self.soort else later


@dataclass(frozen=True)
class Vanaf:
    """Of this group the rows after this place; of the others the first ones."""

    groep: str
    plek: Plek


def eerste(rijen: Any, soort: str, hoogstens: int, vanaf: Vanaf | None) -> list[Any]:
    """The first rows of each group, or those after a place; `samen` says how many the group has. One query.

    Where all of a group stands before the place one row of it is given with `erna` 0: it only counts. The rows bring
    nothing of other tables.
    """
    alle: Any = rijen.select_related(None).order_by()
    sql = _EERSTE  # asked by itself, so that the database can stop counting at the last row that is asked
    if vanaf is not None:
        na = vanaf.plek.erna(soort, "op_dag") | ~Q(groep=vanaf.groep)
        alle, sql = alle.annotate(erna=Case(When(na, then=Value(1)), default=Value(0))), _ERNA
    if alle.query.is_empty():
        return []
    try:
        vraag, parameters = alle.query.sql_with_params()
    except EmptyResultSet:  # what nobody of this role may read
        return []
    return list(rijen.model.objects.raw(sql.replace("{vraag}", vraag), [*parameters, hoogstens]))
