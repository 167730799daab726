"""The pages of one group of the work: each begins after the row with which the former ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

_GROOTSTE = 2**63 - 1


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


def eerste(rijen: Any, soort: str, hoogstens: int, vanaf: Vanaf | None) -> QuerySet[Any]:
    """The first rows of each group, or those after a place; `samen` says how many the group has. One query.

    Where all of a group stands before the place one row of it is given with `erna` 0: it only counts.
    """
    alle: Any = rijen.order_by()
    groep, volgorde = [F("groep")], [F("op_dag"), F("pk")]
    samen = Window(Count("pk"), partition_by=groep)
    if vanaf is None:  # asked by itself, so that the database can stop counting at the last row that is asked
        nummer = Window(RowNumber(), partition_by=groep, order_by=volgorde)
        alle = alle.annotate(erna=Value(1), nummer=nummer, samen=samen)
        eerste_: QuerySet[Any] = alle.filter(nummer__lte=hoogstens)
        return eerste_
    na = vanaf.plek.erna(soort, "op_dag") | ~Q(groep=vanaf.groep)
    alle = alle.annotate(erna=Case(When(na, then=Value(1)), default=Value(0)))
    nummer = Window(RowNumber(), partition_by=[*groep, F("erna")], order_by=volgorde)
    verder: QuerySet[Any] = alle.annotate(nummer=nummer, samen=samen).filter(
        Q(nummer__lte=hoogstens, erna=1) | Q(nummer=1)
    )
    return verder
