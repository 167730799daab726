"""The legal calendar as expressions of a query; the same answers as `kern.kalender` and `kern.leeftijd`."""

from __future__ import annotations

from typing import Any

from django.db.models import DateField, F, Func
from django.db.models.expressions import Combinable

Dag = Combinable | str


def weken_na(dag: Dag, weken: int) -> Func:
    """T3: last day of "within n weeks after `dag`": 7n days on, inclusive."""
    return Func(_uitdrukking(dag), template=f"(%(expressions)s + {7 * weken:d})", output_field=DateField())


def dag_erna(dag: Dag) -> Func:
    """The next day."""
    return Func(_uitdrukking(dag), template="(%(expressions)s + 1)", output_field=DateField())


def maanden_na(dag: Dag, maanden: int) -> Func:
    """T1: the same day number n months on, or else the last day of that month; below zero: n months back."""
    sjabloon = f"(%(expressions)s + interval '{maanden:d} months')::date"
    return Func(_uitdrukking(dag), template=sjabloon, output_field=DateField())


def verjaardag(geboren: Dag, jaren: int) -> Func:
    """A1: the day on which this age is reached; born on 29 February, in a common year on 1 March."""
    return _Verjaardag(_uitdrukking(geboren), jaren=jaren, output_field=DateField())


class _Verjaardag(Func):
    """A day number that does not exist there became an earlier one: the birthday is the day after."""

    def as_sql(self, compiler: Any, connection: Any, *_rest: Any, **_context: Any) -> tuple[str, Any]:
        [bron] = self.get_source_expressions()
        sql, parameters = compiler.compile(bron)
        later = f"({sql} + interval '{self.extra['jaren']:d} years')"
        verschoven = f"(extract(day FROM {later}) < extract(day FROM {sql}))::int"
        return f"({later}::date + {verschoven})", (*parameters, *parameters, *parameters)


def _uitdrukking(dag: Dag) -> Combinable:
    return F(dag) if isinstance(dag, str) else dag
