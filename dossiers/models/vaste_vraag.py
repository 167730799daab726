"""A condition of which only a key differs each time: its SQL is made by the ORM once, and kept.

Whom somebody sees is asked in each query of a page. To build those nested conditions anew took half of
the Python time of a partner's list, and what came out was the same but for the key.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import F, Func, Q

Vraag = Callable[[Any, Any], Q]
_SLEUTEL = models.BigIntegerField()
_PERSOON = Func(template="{persoon}", output_field=_SLEUTEL)
_WIE = Func(template="{wie}", output_field=_SLEUTEL)
# What Django calls the tables of a subquery. The query around it has the same names, which ours would hide.
_ALIAS = re.compile(r"\b([A-Z]+\d+)\b")
# Asked for each row that is left, by index: the planner takes the rule of the database for a toss of a coin, and
# would read all five thousand referrals of an organisation to answer it for a page of fifty (an OFFSET keeps it from
# that; measured: 14 ms against 1, three times on a list).
_EERSTE, _PER_RIJ = " LIMIT 1)", " LIMIT 1 OFFSET 0)"


class VasteVraag(Func):
    """What `vraag` asks of the person of the row, for `wie`: the key of an organisation or of a user.

    `vraag` is called once in the life of the process, with an expression for each of the two.
    """

    output_field = models.BooleanField()

    def __init__(self, vraag: Vraag, wie: int) -> None:
        super().__init__(F("pk"))
        self.vraag, self.wie = vraag, wie

    def as_sql(self, compiler: Any, *_: Any, **_rest: Any) -> tuple[str, tuple[Any, ...]]:
        """The kept SQL, with the column in this query and the key filled in; a key is always a number."""
        [persoon] = self.get_source_expressions()
        kolom, _niets = compiler.compile(persoon)
        sql, parameters = _sql(self.vraag)
        return sql.format(persoon=kolom, wie=int(self.wie)), parameters


@cache
def _sql(vraag: Vraag) -> tuple[str, tuple[Any, ...]]:
    """The SQL of the condition with places for `persoon` and `wie`, and its parameters, which never differ."""
    query = apps.get_model("dossiers", "Statushouder").objects.filter(vraag(_PERSOON, _WIE)).query
    compiler = query.get_compiler(connection=connection)
    compiler.pre_sql_setup()
    sql, parameters = compiler.compile(query.where)
    return _ALIAS.sub(r"vast_\1", sql).replace(_EERSTE, _PER_RIJ), tuple(parameters)
