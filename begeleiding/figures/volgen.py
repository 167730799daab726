"""Which lists follow from who settled when, and which steps are done by the facts of other domains.

A fixed number of queries for any number of families.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast

from begeleiding.models import DAGEN, TERMIJN, EersteMaand
from begeleiding.rules import begindagen, telt_als_kind, telt_feit
from kern.leeftijd import Geboortedatum
from kern.register import register
from termijnen.models import Uitzondering

# A spell belongs to the family of which somebody is a member on its first day, or else joins first after it.
_LEDEN = """
    WITH gezin AS (
        SELECT gezin_id FROM dossiers_gezinslid WHERE statushouder_id = ANY(%(personen)s)
        UNION SELECT gezin_id FROM begeleiding_eerstemaand WHERE statushouder_id = ANY(%(personen)s)
        UNION SELECT unnest(%(gezinnen)s::bigint[])
    )
    SELECT g.gezin_id, l.statushouder_id, l.rol = 'hoofd' AND l.tot IS NULL, l.geboren_vroegst, l.geboren_laatst, v.van
    FROM gezin g
    LEFT JOIN (
        SELECT x.*, s.geboren_vroegst, s.geboren_laatst FROM dossiers_gezinslid x
        JOIN dossiers_statushouder s ON s.id = x.statushouder_id AND s.samengevoegd_met_id IS NULL
    ) l ON l.gezin_id = g.gezin_id
    LEFT JOIN dossiers_vestiging v ON v.statushouder_id = l.statushouder_id
        AND (l.tot IS NULL OR l.tot > v.van)
        AND NOT EXISTS (
            SELECT FROM dossiers_gezinslid e WHERE e.statushouder_id = l.statushouder_id
            AND e.van < l.van AND (e.tot IS NULL OR e.tot > v.van))
    ORDER BY g.gezin_id, v.van, l.rol <> 'hoofd', l.id
"""


class Lid(NamedTuple):
    """A member of a family with the day of one spell; without `van` they did not settle as a member of it."""

    persoon: int
    is_hoofd: bool | None
    geboren: Geboortedatum
    van: date | None


class Hoort(NamedTuple):
    """A list as it should be; `leden` are those who settled within its 30 days."""

    begint_op: date
    hoofd: int
    met_kinderen: bool
    leden: frozenset[int]


@dataclass
class Staat:
    """A list as it is: its columns, and by step its row with code of the fact and the days known."""

    pk: int
    hoofd: int
    begint_op: date | None
    met_kinderen: bool
    besloten: bool
    stappen: list[Stap] = field(default_factory=list)

    @property
    def aangeraakt(self) -> bool:
        """Did somebody tick something on it, or decide about its term?"""
        return self.besloten or any(stap.gedaan_op for stap in self.stappen)


class Stap(NamedTuple):
    """One step of a list as it is."""

    pk: int
    hoofd: int
    feit: str
    feit_op: date | None
    gedaan_op: date | None


def hoort(personen: Collection[int], gezinnen: Collection[int] = ()) -> dict[int, list[Hoort]]:
    """By family of these persons, and of these families: the lists that should be there, in order; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_LEDEN, {"personen": list(personen), "gezinnen": list(gezinnen)})
        rijen = cursor.fetchall()
    per_gezin: dict[int, list[Lid]] = defaultdict(list)
    for gezin, persoon, hoofd, vroegst, laatst, van in rijen:
        per_gezin[gezin].append(Lid(persoon, hoofd, Geboortedatum(vroegst, laatst), van))
    return {gezin: list(_lijsten(leden)) for gezin, leden in per_gezin.items()}


def _lijsten(leden: list[Lid]) -> list[Hoort]:
    gevestigd = [(lid.persoon, lid.geboren, lid.van) for lid in leden if lid.van]
    begin = begindagen(van for _persoon, _geboren, van in gevestigd)
    hoofd = next((lid.persoon for lid in leden if lid.is_hoofd), None)
    gevonden = []
    for dag in begin:
        mee = [
            (persoon, geboren)
            for persoon, geboren, van in gevestigd
            if dag <= van <= dag + timedelta(days=DAGEN)
        ]
        gevonden.append(
            Hoort(
                begint_op=dag,
                hoofd=hoofd or mee[0][0],
                met_kinderen=any(telt_als_kind(geboren, dag) for _persoon, geboren in mee),
                leden=frozenset(persoon for persoon, _geboren in mee),
            )
        )
    return gevonden


def staat(gezinnen: Collection[int]) -> dict[int, list[Staat]]:
    """By family: the lists that are there; those that lost their day last. One query."""
    besluit = Uitzondering.objects.filter(
        gezin=OuterRef("gezin"),
        code=TERMIJN,
        gelegenheid=Cast(OuterRef("pk"), CharField()),
        ingetrokken_op=None,
    )
    rijen: Any = (
        EersteMaand.objects.filter(gezin__in=gezinnen)
        .annotate(besloten=Exists(besluit))
        .order_by("begint_op", "pk", "stappen__stap__volgorde")
        .values_list(
            "gezin",
            "pk",
            "statushouder",
            "begint_op",
            "met_kinderen",
            "besloten",
            "stappen__pk",
            "stappen__statushouder",
            "stappen__stap__feit",
            "stappen__feit_op",
            "stappen__gedaan_op",
        )
    )
    lijsten: dict[int, Staat] = {}
    per_gezin: dict[int, list[Staat]] = defaultdict(list)
    for gezin, pk, hoofd, begint_op, met_kinderen, besloten, *stap in rijen:
        if pk not in lijsten:
            lijsten[pk] = Staat(pk, hoofd, begint_op, met_kinderen, besloten)
            per_gezin[gezin].append(lijsten[pk])
        if stap[0]:
            lijsten[pk].stappen.append(Stap(*stap))
    return per_gezin


def feitdagen(codes: Collection[str], personen: Collection[int]) -> Mapping[tuple[str, int], date]:
    """By fact and person the day on which it happened first; one query, none where nothing is asked."""
    vragen = [
        feit.rijen()
        .filter(dossier__in=personen)
        .annotate(code=Value(code, output_field=CharField()))
        .values_list("code", "dossier", "op")
        for code in sorted(codes)
        if (feit := register.feit(code))
    ]
    if not vragen or not personen:
        return {}
    eerste, *rest = vragen
    dagen: dict[tuple[str, int], date] = {}
    for code, persoon, op in eerste.union(*rest, all=True):
        bekend = dagen.get((code, persoon))
        dagen[code, persoon] = min(bekend, op) if bekend else op
    return dagen


def feitdag(lijst: Hoort, code: str, dagen: Mapping[tuple[str, int], date]) -> date | None:
    """The first day on which this fact held for somebody of this list; None where it did not."""
    gevonden = [
        dag
        for persoon in lijst.leden
        if (dag := dagen.get((code, persoon))) and telt_feit(dag, lijst.begint_op)
    ]
    return min(gevonden, default=None)
