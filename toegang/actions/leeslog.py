"""Writing the read log over its own connection, sealing it, and saying what was found of a row."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import Error, connections, transaction

from kern.contract import Gebruiker
from kern.weigering import NietVastgelegd, botsing_als_weigering
from toegang.models import Leesbeoordeling, Leeshandeling, Leesregel, Leesuitkomst, Leeszegel
from toegang.rules import doel_van

# Only the columns that the connection of the log may fill in: its key and its moment are the database's.
_LEG_VAST = """
INSERT INTO toegang_leesregel
    (gebruiker, rol, organisatie, dossier, voorwerp, handeling, wat, uitkomst, doel, doorverwijzing, aantal)
SELECT %s::bigint, %s, %s::bigint, dossier, %s::bigint, %s, %s, %s, %s, %s::bigint,
       CASE WHEN dossier IS NULL THEN %s::int END
FROM unnest(%s::uuid[]) dossier
"""
# Rows that no seal holds yet: in the gaps between the sealed keys, and after them. So a row whose
# transaction ended after that of a later one is not passed over, and no lock keeps anybody waiting.
_NOG_OPEN = """
SELECT coalesce(range_agg(int8range(r.id, r.id + 1)), '{}')::text
FROM unnest('{[1,)}'::int8multirange
            - coalesce((SELECT range_agg(gat) FROM toegang_leeszegel, unnest(regels::int8multirange) gat), '{}'))
     AS deel(bereik)
JOIN toegang_leesregel r ON r.id >= lower(bereik) AND (upper(bereik) IS NULL OR r.id < upper(bereik))
WHERE r.moment <= clock_timestamp() - %s
"""
# As JSON, in which an empty column cannot take the place of the one beside it.
_REGELS = """
SELECT json_build_array(r.id, r.sleutel, extract(epoch FROM r.moment), r.gebruiker, r.rol, r.organisatie,
                        r.dossier, r.voorwerp, r.handeling, r.wat, r.uitkomst, r.doel, r.doorverwijzing,
                        r.aantal)::text
FROM unnest(%s::int8multirange) AS deel(bereik)
JOIN toegang_leesregel r ON r.id >= lower(bereik) AND r.id < upper(bereik)
ORDER BY r.id
"""
_EEN_TEGELIJK = 5_013_2017  # any number that no other advisory lock of ours has
_TEGELIJK = 5_000


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
        with connections[_verbinding()].cursor() as cursor:
            cursor.execute(_LEG_VAST, waarden)
    except Error as fout:
        raise NietVastgelegd from fout


def verzegel(*, ouder_dan: timedelta = timedelta()) -> int:
    """Seal the rows that no seal holds yet, of at least this age; gives their number, 0 for no new seal."""
    verbinding = _verbinding()
    with transaction.atomic(using=verbinding), connections[verbinding].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_EEN_TEGELIJK])
        cursor.execute(_NOG_OPEN, [ouder_dan])
        [regels] = cursor.fetchone()
        vorige = Leeszegel.objects.using(verbinding).last()
        aantal, kenmerk = _kenmerk(regels, vorige.sha256 if vorige else "")
        if aantal:
            cursor.execute(
                "INSERT INTO toegang_leeszegel (regels, aantal, sha256) VALUES (%s, %s, %s)",
                [regels, aantal, kenmerk],
            )
    return aantal


def gebroken_zegels(*, laatste: int | None = None) -> list[Leeszegel]:
    """The seals that no longer fit their rows or the seal before them, in order; empty in health.

    All of them, or the last so many.
    """
    zegels = list(Leeszegel.objects.using(_verbinding()))
    gebroken, keten = [], ""
    if laatste is not None and len(zegels) > laatste:
        keten, zegels = zegels[-laatste - 1].sha256, zegels[-laatste:]
    for zegel in zegels:
        if (zegel.aantal, zegel.sha256) != _kenmerk(zegel.regels, keten):
            gebroken.append(zegel)
        keten = zegel.sha256
    return gebroken


def beoordeel(regel: Leesregel, *, gebruiker: Gebruiker, in_orde: bool, opmerking: str) -> Leesbeoordeling:
    """Keep what the privacy officer found of a row. ValidationError when it is not all right and not said why."""
    with botsing_als_weigering(Leesbeoordeling):
        return Leesbeoordeling.objects.create(
            regel=regel.pk, gebruiker_id=gebruiker.pk, in_orde=in_orde, opmerking=opmerking.strip()
        )


def _verbinding() -> str:
    """The log's own connection; the tests have one for everything."""
    return str(settings.LEESLOG_VERBINDING)


def _kenmerk(regels: str, vorige: str) -> tuple[int, str]:
    """Number and hash of the rows with these keys, after the hash of the seal before them."""
    som, aantal = sha256(f"{vorige}\n{regels}\n".encode()), 0
    with connections[_verbinding()].cursor() as cursor:
        cursor.execute(_REGELS, [regels])
        while rijen := cursor.fetchmany(_TEGELIJK):
            for [tekst] in rijen:
                som.update(f"{tekst}\n".encode())
                aantal += 1
    return aantal, som.hexdigest()
