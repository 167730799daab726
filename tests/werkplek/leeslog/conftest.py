"""Who reads, who may look at the log, and rows in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from kern.kalender import AMSTERDAM
from tests.toegang.factories import GebruikerFactory
from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Leeshandeling, Leesregel, Rol


@pytest.fixture
def privacy(client):
    client.force_login(gebruiker := GebruikerFactory(rol=Rol.PRIVACY, naam="Anouk Visser"))
    return gebruiker


@pytest.fixture
def gelezen() -> Callable[..., Leesregel]:
    """`gelezen(who, person)` puts a row in the log; `op` is its moment in Amsterdam."""

    def lees(wie: Any, *personen: Any, op: datetime | None = None, geweigerd: bool = False, **anders: Any):
        wat = {"handeling": Leeshandeling.INZIEN, "wat": "Hele dossier", **anders}
        leg_lezen_vast(
            wie, Lezing(dossiers=[persoon.sleutel for persoon in personen], **wat), geweigerd=geweigerd
        )
        rij = Leesregel.objects.latest("pk")
        if op:
            Leesregel.objects.filter(pk=rij.pk).update(moment=op.replace(tzinfo=AMSTERDAM))
        return rij

    return lees
