"""What invariants have in common: count the rows that break one, and name ten of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from kern.contract import Bevinding

MEESTE_VOORBEELDEN = 10


def bevinding(*fouten: QuerySet[Any]) -> Bevinding:
    """The finding for querysets of the faulty rows' readable numbers, as `.values_list(nummer, flat=True)` gives.

    A number is counted for each row that it stands in; as an example it stands once. Give numbers only,
    never names: what `controleer` prints goes into logs.
    """
    aantal = sum(rijen.order_by().count() for rijen in fouten)
    return Bevinding(aantal, list(_verschillende(fouten)) if aantal else [])


def _verschillende(fouten: Iterable[QuerySet[Any]]) -> Iterator[str]:
    gezien: set[str] = set()
    for rijen in fouten:
        for nummer in rijen.order_by("pk")[: 5 * MEESTE_VOORBEELDEN]:
            if str(nummer) not in gezien and len(gezien) < MEESTE_VOORBEELDEN:
                gezien.add(str(nummer))
                yield str(nummer)
