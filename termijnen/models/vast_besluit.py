"""The last decision about a term, as an expression of which the SQL is made by the ORM once, and kept.

The status of a term asks it a dozen times in one statement, and each time it differs in nothing but the day. To
build that nested query anew took nine tenths of the time of Mijn werk (450 ms, against 15 of the database).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import F, Func, Subquery

from termijnen.models.uitzondering import Uitzondering

# a day that nobody decides on: its place in the kept SQL is that of the peildatum
_DAG = date.min
# What Django calls the tables of a subquery. The query around it has the same names, which ours would hide.
_ALIAS = re.compile(r"\b(U\d+)\b")


class VastBesluit(Func):
    """This field of the last decision about the term of the row that was made on or before `dag`; NULL without one."""

    def __init__(self, veld: str, dag: date) -> None:
        soort: Any = Uitzondering._meta.get_field(veld)
        super().__init__(F("pk"), output_field=soort)
        self.veld, self.dag = veld, dag

    def as_sql(self, compiler: Any, *_: Any, **_rest: Any) -> tuple[str, tuple[Any, ...]]:
        """The kept SQL, about the terms of this query and of this day."""
        [sleutel] = self.get_source_expressions()
        sql, parameters = _sql(self.veld)
        tabel = compiler.quote_name_unless_alias(sleutel.alias)
        return sql.format(termijn=tabel), tuple(self.dag if een == _DAG else een for een in parameters)


@cache
def _sql(veld: str) -> tuple[str, tuple[Any, ...]]:
    """The subquery with a place for the table of the terms, and its parameters."""
    model = apps.get_model("termijnen", "Termijn")
    laatste = Uitzondering.objects.van_termijn().besloten_tot(_DAG).values(veld)[:1]
    query = model.objects.order_by().values(besluit=Subquery(laatste)).query
    compiler = query.get_compiler(connection=connection)
    compiler.pre_sql_setup()
    sql, parameters = compiler.compile(query.annotations["besluit"])
    eigen = compiler.quote_name_unless_alias(model._meta.db_table)
    return _ALIAS.sub(r"besluit_\1", sql).replace(eigen, "{termijn}"), tuple(parameters)
