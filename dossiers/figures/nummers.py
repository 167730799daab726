"""Which numbers somebody else has already, and what a user may be told of that."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q

from dossiers.models import Statushouder
from dossiers.models.keuzes import NUMMER_NIET_TE_GEBRUIKEN
from dossiers.rules.nummers import al_bekend
from kern.velden import blinde_index

# As the import refuses them: of these numbers those of dossiers of which this user may not know.
_VERBORGEN = "SELECT wi_verborgen_vnummers(%s::text[]) UNION ALL SELECT wi_verborgen_bsns(%s::text[])"


def bezet(
    *, vnummers: Iterable[str | None] = (), bsns: Iterable[str | None] = (), behalve: int | None = None
) -> dict[str, str]:
    """Why these numbers cannot be used, by number, in Dutch; what is free is not in it. Two queries, or none.

    A number of a dossier that the user sees says so; of one that is hidden only that it cannot be used. The
    dossier with key `behalve` may keep its own.
    """
    nummers = {nummer for nummer in vnummers if nummer}
    indexen = {blinde_index(bsn): bsn for bsn in bsns if bsn}
    if not nummers and not indexen:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_VERBORGEN, [sorted(nummers), sorted(indexen)])
        verborgen = {gevonden for (gevonden,) in cursor.fetchall()}
    redenen = {indexen.get(gevonden, gevonden): NUMMER_NIET_TE_GEBRUIKEN for gevonden in verborgen}
    bekend = Statushouder.objects.filter(Q(vnummer__in=nummers) | Q(bsn_index__in=indexen))
    if behalve is not None:
        bekend = bekend.exclude(pk=behalve)
    for vnummer, index in bekend.values_list("vnummer", "bsn_index"):
        if vnummer in nummers:
            redenen.setdefault(vnummer, al_bekend("V-nummer"))
        if index in indexen:
            redenen.setdefault(indexen[index], al_bekend("BSN"))
    return redenen


def van_een_ander(persoon: Statushouder) -> str:
    """Why this row cannot be saved with its numbers, where the user sees who has one; else empty. One query.

    Of a hidden dossier only the database knows it: its constraint has the sentence that says nothing.
    """
    zelfde = Q(vnummer=persoon.vnummer) if persoon.vnummer else Q()
    zelfde |= Q(bsn_index=persoon.bsn_index) if persoon.bsn_index else Q()
    if not zelfde:
        return ""
    anderen = Statushouder.objects.filter(zelfde).exclude(pk=persoon.pk)
    for vnummer in anderen.values_list("vnummer", flat=True)[:1]:
        return al_bekend("V-nummer" if vnummer and vnummer == persoon.vnummer else "BSN")
    return ""
