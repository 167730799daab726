"""What several parts of one page need of a person: read once for each object, and for each user."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
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


def eenmaal_voor_elk(
    personen: Sequence[Statushouder],
    *sleutel: Hashable,
    lees: Callable[[list[Statushouder]], Mapping[int, T]],
) -> dict[int, T]:
    """As `eenmaal`, for a whole page or list: `lees` gets those of whom it was not read yet, if there are any."""
    nog = [persoon for persoon in personen if sleutel not in vars(persoon).get("_gelezen", {})]
    nieuw = lees(nog) if nog else {}
    return {
        persoon.pk: eenmaal(persoon, *sleutel, lees=partial(nieuw.__getitem__, persoon.pk))
        for persoon in personen
    }
