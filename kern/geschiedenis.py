"""History by database triggers: every insert, change and deletion of a tracked row, whoever made it.

One row in the event table for each; the trigger runs once for a statement, so that bulk work stays
quick. Numbers that may not be kept in the clear are left out by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def met_geschiedenis(*, zonder: tuple[str, ...] = ()) -> Callable[[M], M]:
    """Class decorator: keep the history of this model, without the fields named in `zonder`."""
    volgen = pghistory.track(
        pghistory.InsertEvent("nieuw"),
        pghistory.UpdateEvent("gewijzigd"),
        pghistory.DeleteEvent("weg"),
        exclude=list(zonder),
        level=pghistory.Statement,
    )
    return cast("Callable[[M], M]", volgen)
