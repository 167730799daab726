"""Rows of a query without an order come back in a random one, as the database is free to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLCompiler


class Willekeurig(Random):
    """RANDOM() that stays out of GROUP BY: it is of no row, so it may order the groups."""

    def get_group_by_cols(self) -> list[Any]:
        """No columns."""
        return []


@contextmanager
def willekeurige_volgorde() -> Iterator[None]:
    """While this runs, a queryset that gives no order gets RANDOM().

    Left alone: what never had an order to give (count, exists, a subquery whose order Django took
    away, a union, `order_by()` without a name), and DISTINCT, which would no longer be distinct.
    """
    origineel = SQLCompiler._order_by_pairs

    def paren(self: SQLCompiler) -> Iterator[Any]:
        vraag = self.query
        in_groepen = vraag.group_by is not None  # there Django drops the order of the model
        if vraag.model is None:  # a question without a table, such as a constraint that is checked
            yield from origineel(self)
            return
        eigen = vraag.order_by or vraag.extra_order_by or (vraag.get_meta().ordering and not in_groepen)
        if eigen or not vraag.default_ordering or vraag.distinct:
            yield from origineel(self)
        else:
            yield OrderBy(Willekeurig()), False

    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(SQLCompiler, "_order_by_pairs", paren)
        yield
