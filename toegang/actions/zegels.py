"""Sealing the read log every hour, and finding what was done to it since."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from django.db import connections, transaction

from kern.contract import Bevinding
from kern.controles import MEESTE_VOORBEELDEN
from toegang.actions.leeslog import verbinding
from toegang.models import Leeszegel

# Rows that no seal holds yet: in the gaps between the sealed keys, and after them. So a row whose
# transaction ended after that of a later one is not passed over, and no lock keeps anybody waiting.
_NOG_OPEN = """
SELECT coalesce(range_agg(int8range(r.id, r.id + 1)), '{}')::text
FROM unnest('{[1,)}'::int8multirange
            - coalesce((SELECT range_agg(gat) FROM toegang_leeszegel, unnest(regels::int8multirange) gat), '{}'))
     AS deel(bereik)
JOIN toegang_leesregel r ON r.id >= lower(bereik) AND (upper(bereik) IS NULL OR r.id < upper(bereik))
WHERE r.moment <= clock_timestamp() - make_interval(secs => %s)
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
# Rows that are older than they can be: the seal before theirs was set long after their moment, without them.
_TUSSENGEZET = """
SELECT r.id
FROM (SELECT regels, lag(gezet_op) OVER (ORDER BY id) AS vorige FROM toegang_leeszegel) z,
     unnest(z.regels::int8multirange) AS deel(bereik)
JOIN toegang_leesregel r ON r.id >= lower(bereik) AND r.id < upper(bereik)
WHERE r.moment < z.vorige - make_interval(secs => %s)
ORDER BY r.id
"""
# What was counted while sealing, against what is there.
_GETELD = """
SELECT coalesce(t.zegels, 0), coalesce(t.regels, 0), nu.zegels, nu.regels
FROM (SELECT count(*) AS zegels, coalesce(sum(aantal), 0) AS regels FROM toegang_leeszegel) nu
LEFT JOIN toegang_leesteller t ON true
"""
_EEN_TEGELIJK = 5_013_2017  # any number that no other advisory lock of ours has
_TEGELIJK = 5_000
_UUR = timedelta(hours=1)
# An hour that `controleer` leaves unsealed, and one for a transaction that ended late.
_SPELING = timedelta(hours=2)


def verzegel(*, ouder_dan: timedelta = timedelta()) -> int:
    """Seal the rows that no seal holds yet, of at least this age; gives their number, 0 for no new seal."""
    log = verbinding()
    with transaction.atomic(using=log), connections[log].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_EEN_TEGELIJK])
        cursor.execute(_NOG_OPEN, [ouder_dan.total_seconds()])
        [regels] = cursor.fetchone()
        vorige = Leeszegel.objects.using(log).last()
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
    zegels = list(Leeszegel.objects.using(verbinding()))
    gebroken, keten = [], ""
    if laatste is not None and len(zegels) > laatste:
        keten, zegels = zegels[-laatste - 1].sha256, zegels[-laatste:]
    for zegel in zegels:
        if (zegel.aantal, zegel.sha256) != _kenmerk(zegel.regels, keten):
            gebroken.append(zegel)
        keten = zegel.sha256
    return gebroken


def leeslog_zegel() -> Bevinding:
    """Seals that no longer fit or are gone, and rows put in between later. First seals what is older than an hour."""
    verzegel(ouder_dan=_UUR)
    fouten = [f"Zegel {zegel.pk}" for zegel in gebroken_zegels()] + _weggehaald()
    with connections[verbinding()].cursor() as cursor:
        cursor.execute(_TUSSENGEZET, [_SPELING.total_seconds()])
        fouten += [f"Regel {sleutel}" for [sleutel] in cursor.fetchall()]
    return Bevinding(len(fouten), fouten[:MEESTE_VOORBEELDEN])


def _weggehaald() -> list[str]:
    """Seals that were set and are not there: of the last ones no other seal tells."""
    with connections[verbinding()].cursor() as cursor:
        cursor.execute(_GETELD)
        zegels, regels, nu_zegels, nu_regels = cursor.fetchone()
    if (zegels, regels) == (nu_zegels, nu_regels):
        return []
    return [
        f"Er zijn {zegels} zegels gezet over {regels} regels, en {nu_zegels} over {nu_regels} zijn er nog"
    ]


def _kenmerk(regels: str, vorige: str) -> tuple[int, str]:
    """Number and hash of the rows with these keys, after the hash of the seal before them."""
    som, aantal = sha256(f"{vorige}\n{regels}\n".encode()), 0
    with connections[verbinding()].cursor() as cursor:
        cursor.execute(_REGELS, [regels])
        while rijen := cursor.fetchmany(_TEGELIJK):
            for [tekst] in rijen:
                som.update(f"{tekst}\n".encode())
                aantal += 1
    return aantal, som.hexdigest()
