"""The tables that go out: placements, in the columns in which they can come in again, and who counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from huisvesting import rules
from huisvesting.models import Periode, Plaatsing, Telling
from huisvesting.models.taakstelling import TellingQuerySet
from huisvesting.models.woning import PlaatsingQuerySet
from kern.contract import Peiling

KOLOMMEN = (
    "dossier",
    "vnummer",
    "straat",
    "huisnummer",
    "toevoeging",
    "postcode",
    "wijk",
    "verhuurder",
    "amv_woning",
    "van",
    "tot_en_met",
    "telt_voor",
    "telt_op",
)
TELKOLOMMEN = ("dossier", "vnummer", "telt_voor", "telt_op", "waarde", "reden", "regel", "bron")
# Rows that are in memory at once; the rest waits in the database.
STAPEL = 5_000


def plaatsingsrijen(peiling: Peiling) -> Iterator[list[Any]]:
    """Every placement begun on or before the peildatum, ended ones too; one query, read in parts.

    `tot_en_met` is the last day in the home. `telt_voor` stands on the placement by which a person
    counts at the peildatum: the period of the ledger, or the half-year where the ledger has none. It is empty for
    whom another municipality took over in that same period.
    """
    rijen = (
        _plaatsingen(peiling)
        .annotate(
            telling=FilteredRelation(
                "tellingen",
                condition=Q(tellingen__waarde=1, tellingen__telt_op__lte=peiling.peildatum),
            ),
            telt_op=F("telling__telt_op"),
            telt_voor=_periode(),
            blijft=Q(telling__in=Telling.objects.blijvend(peiling.peildatum).order_by().values("pk")),
        )
        .order_by("van", "pk")
        .values_list(
            "statushouder__nummer",
            "statushouder__vnummer",
            "woning__straat",
            "woning__huisnummer",
            "woning__toevoeging",
            "woning__postcode",
            "woning__wijk",
            "woning__verhuurder__naam",
            "woning__amv_woning",
            "van",
            "tot",
            "telt_voor",
            "telt_op",
            "blijft",
        )
    )
    for *wat, tot, telt_voor, telt_op, blijft in rijen.iterator(chunk_size=STAPEL):
        laatste_dag = tot - timedelta(days=1) if tot else None
        telt = [telt_voor or rules.halfjaar(telt_op), telt_op] if blijft else [None, None]
        yield [*wat, laatste_dag, *telt]


def telrijen(peiling: Peiling) -> Iterator[list[Any]]:
    """Every signed row of the count up to the peildatum, the oldest first; one query, read in parts.

    The rows of one `telt_voor` add up to who is realised by name in that period: −1 where another municipality
    took the count over (H8), which a table of placements cannot hold.
    """
    rijen = _tellingen(peiling).annotate(telt_voor=_periode()).order_by("telt_op", "pk")
    velden = ("statushouder__nummer", "statushouder__vnummer", "telt_voor", *TELKOLOMMEN[3:])
    for nummer, vnummer, telt_voor, telt_op, *rest in rijen.values_list(*velden).iterator(chunk_size=STAPEL):
        yield [nummer, vnummer, telt_voor or rules.halfjaar(telt_op), telt_op, *rest]


def telsleutels(peiling: Peiling) -> QuerySet[Any, Any]:
    """The keys of the persons in that table, for the read log."""
    return _tellingen(peiling).order_by().values_list("statushouder__sleutel", flat=True)


def _tellingen(peiling: Peiling) -> TellingQuerySet:
    rijen = Telling.objects.actueel().filter(telt_op__lte=peiling.peildatum)
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen


def _periode() -> Subquery:
    """The period of the ledger that holds `telt_op`; NULL where it has none."""
    periode = Periode.objects.filter(van__lte=OuterRef("telt_op"), tot_en_met__gte=OuterRef("telt_op"))
    return Subquery(periode.values("code")[:1])


def plaatsingssleutels(peiling: Peiling) -> QuerySet[Any, Any]:
    """The keys of the persons in that table, for the read log."""
    return _plaatsingen(peiling).order_by().values_list("statushouder__sleutel", flat=True)


def _plaatsingen(peiling: Peiling) -> PlaatsingQuerySet:
    plaatsingen = Plaatsing.objects.filter(van__lte=peiling.peildatum, statushouder__samengevoegd_met=None)
    return plaatsingen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else plaatsingen
