"""Writing the read log over its own connection, and sealing it."""

from __future__ import annotations

import uuid
from hashlib import sha256

from django.conf import settings
from django.db import connections, transaction

from kern.contract import Gebruiker
from toegang.models import Leeshandeling, Leesregel, Leesuitkomst, Leeszegel

# Rows that may still be in a transaction elsewhere have lower keys than what is committed: an hour is enough.
_KLAAR = "moment < clock_timestamp() - interval '1 hour'"
_REGELS = """
SELECT id, concat_ws('|', id, extract(epoch FROM moment), gebruiker, dossier, handeling, uitkomst, doel, aantal)
FROM toegang_leesregel WHERE id > %s AND id <= %s ORDER BY id
"""


def _verbinding() -> str:
    """The log's own connection; the tests have one for everything."""
    return str(settings.LEESLOG_VERBINDING)


def leg_lezen_vast(
    gebruiker: Gebruiker | None,
    handeling: Leeshandeling,
    *,
    dossier: uuid.UUID | None = None,
    geweigerd: bool = False,
    doel: str = "",
    aantal: int | None = None,
) -> None:
    """Write that something is about to be read, before it is shown.

    Over a connection of its own, so that it stays whatever becomes of the page. Raises the error of
    the database when it cannot be written: then the page must not be shown.
    """
    Leesregel.objects.using(_verbinding()).create(
        gebruiker=gebruiker.pk if gebruiker else None,
        dossier=dossier,
        handeling=handeling,
        uitkomst=Leesuitkomst.GEWEIGERD if geweigerd else Leesuitkomst.GEZIEN,
        doel=doel,
        aantal=aantal,
    )


def verzegel() -> int:
    """Seal the rows that are older than an hour and not yet sealed; gives their number."""
    with transaction.atomic(using=_verbinding()), connections[_verbinding()].cursor() as cursor:
        cursor.execute("LOCK TABLE toegang_leeszegel IN SHARE ROW EXCLUSIVE MODE")
        vorige = Leeszegel.objects.using(_verbinding()).last()
        vanaf = vorige.tot_en_met if vorige else 0
        cursor.execute(f"SELECT max(id) FROM toegang_leesregel WHERE id > %s AND {_KLAAR}", [vanaf])  # noqa: S608
        [tot_en_met] = cursor.fetchone()
        if tot_en_met is None:
            return 0
        aantal, kenmerk = _kenmerk(vanaf, tot_en_met, vorige.sha256 if vorige else "")
        Leeszegel.objects.using(_verbinding()).create(tot_en_met=tot_en_met, aantal=aantal, sha256=kenmerk)
    return aantal


def gebroken_zegels() -> list[Leeszegel]:
    """The seals that no longer fit their rows, in order; empty in health."""
    gebroken, vanaf, keten = [], 0, ""
    for zegel in Leeszegel.objects.using(_verbinding()):
        if (zegel.aantal, zegel.sha256) != _kenmerk(vanaf, zegel.tot_en_met, keten):
            gebroken.append(zegel)
        vanaf, keten = zegel.tot_en_met, zegel.sha256
    return gebroken


def _kenmerk(vanaf: int, tot_en_met: int, vorige: str) -> tuple[int, str]:
    """Number and hash of the rows in (vanaf, tot_en_met], after the hash of the seal before them."""
    som, aantal = sha256(vorige.encode()), 0
    with connections[_verbinding()].cursor() as cursor:
        cursor.execute(_REGELS, [vanaf, tot_en_met])
        while rijen := cursor.fetchmany(5_000):
            for _sleutel, tekst in rijen:
                som.update(tekst.encode() + b"\n")
                aantal += 1
    return aantal, som.hexdigest()
