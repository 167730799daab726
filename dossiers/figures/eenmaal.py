"""What several parts of one page need of a person: read once for each object, and for each user."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from dossiers.models import Statushouder

T = TypeVar("T")


def eenmaal(persoon: Statushouder, *sleutel: Hashable, lees: Callable[[], T]) -> T:
    """What `lees` gives, kept on the object below this key; a request has its own objects."""
    gelezen: dict[Hashable, Any] = vars(persoon).setdefault("_gelezen", {})
    if sleutel not in gelezen:
        gelezen[sleutel] = lees()
    gevonden: T = gelezen[sleutel]
    return gevonden
