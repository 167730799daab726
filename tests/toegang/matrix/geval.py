"""An address of a kind of object: its state, what is filled in, and whether this user may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tests.toegang.matrix.wereld import ZIET, Wereld

GEEN_PK = 987_654_321
GEEN_SLEUTEL = UUID("00000000-0000-4000-8000-000000000000")
WEL, NIET = True, False  # may this user see it


@dataclass(frozen=True)
class Geval:
    """An address of a kind: its state, what is filled in, and whether this user may see it."""

    toestand: str
    kwargs: dict[str, Any]
    ziet: bool


Soort = Callable[[Wereld, str], Iterator[Geval]]


def ziet(wie: str, toestand: str) -> bool:
    return toestand in ZIET.get(wie, ())
