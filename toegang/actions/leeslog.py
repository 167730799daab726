"""Writing the read log over its own connection, and saying what was found of a row."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import Error, connections

from kern.contract import Gebruiker
from kern.weigering import NietVastgelegd, botsing_als_weigering
from toegang.models import Leesbeoordeling, Leeshandeling, Leesregel, Leesuitkomst
from toegang.rules import doel_van

# Only the columns that the connection of the log may fill in: its key and its moment are the database's.
_LEG_VAST = """
INSERT INTO toegang_leesregel
    (gebruiker, rol, organisatie, dossier, voorwerp, handeling, wat, uitkomst, doel, doorverwijzing, aantal)
SELECT %s::bigint, %s, %s::bigint, dossier, %s::bigint, %s, %s, %s, %s, %s::bigint,
       CASE WHEN dossier IS NULL THEN %s::int END
FROM unnest(%s::uuid[]) dossier
"""


@dataclass(frozen=True, kw_only=True)
class Lezing:
    """What is about to be shown: a row for each of the dossiers, and one with `aantal` where that is given.

    `doel` is by default that of the role. `voorwerp` is the key of what the address named besides a dossier.
    """

    handeling: Leeshandeling
    wat: str
    dossiers: Sequence[uuid.UUID] = ()
    aantal: int | None = None
    voorwerp: int | None = None
    doorverwijzing: int | None = None
    doel: str = ""


def verbinding() -> str:
    """The log's own connection; the tests have one for everything."""
    return str(settings.LEESLOG_VERBINDING)


def leg_lezen_vast(gebruiker: Gebruiker | None, lezing: Lezing, *, geweigerd: bool = False) -> None:
    """Write that something is about to be read, or was refused, before it is shown; one statement.

    Over a connection of its own, so that it stays whatever becomes of the page. None as user is the
    municipality itself, by a command. NietVastgelegd when it cannot be written: then nothing may be shown.
    """
    dossiers = [str(sleutel) for sleutel in dict.fromkeys(lezing.dossiers)]
    kop = [None] if lezing.aantal is not None or not dossiers else []
    waarden = [
        gebruiker.pk if gebruiker else None,
        gebruiker.rol if gebruiker else "",
        gebruiker.organisatie_id if gebruiker else None,
        lezing.voorwerp,
        lezing.handeling,
        lezing.wat,
        Leesuitkomst.GEWEIGERD if geweigerd else Leesuitkomst.GEZIEN,
        lezing.doel or doel_van(gebruiker),
        lezing.doorverwijzing,
        lezing.aantal,
        [*kop, *dossiers],
    ]
    try:
        with connections[verbinding()].cursor() as cursor:
            cursor.execute(_LEG_VAST, waarden)
    except Error as fout:
        raise NietVastgelegd from fout


def beoordeel(regel: Leesregel, *, gebruiker: Gebruiker, in_orde: bool, opmerking: str) -> Leesbeoordeling:
    """Keep what the privacy officer found of a row. ValidationError when it is not all right and not said why."""
    with botsing_als_weigering(Leesbeoordeling):
        return Leesbeoordeling.objects.create(
            regel=regel.pk, gebruiker_id=gebruiker.pk, in_orde=in_orde, opmerking=opmerking.strip()
        )
