"""The table of placements that goes out, in the columns in which it can come in again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from huisvesting import rules
from huisvesting.models import Periode, Plaatsing
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
# Rows that are in memory at once; the rest waits in the database.
STAPEL = 5_000


def plaatsingsrijen(peiling: Peiling) -> Iterator[list[Any]]:
    """Every placement begun on or before the peildatum, ended ones too; one query, read in parts.

    `tot_en_met` is the last day in the home. `telt_voor` stands on the placement by which a person
    counts at the peildatum: the period of the ledger, or the half-year where the ledger has none.
    """
    periode = Periode.objects.filter(van__lte=OuterRef("telt_op"), tot_en_met__gte=OuterRef("telt_op"))
    rijen = (
        _plaatsingen(peiling)
        .annotate(
            telling=FilteredRelation(
                "tellingen", condition=Q(tellingen__waarde=1, tellingen__telt_op__lte=peiling.peildatum)
            ),
            telt_op=F("telling__telt_op"),
            telt_voor=Subquery(periode.values("code")[:1]),
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
        )
    )
    for *wat, tot, telt_voor, telt_op in rijen.iterator(chunk_size=STAPEL):
        laatste_dag = tot - timedelta(days=1) if tot else None
        yield [*wat, laatste_dag, telt_voor or (telt_op and rules.halfjaar(telt_op)), telt_op]


def plaatsingssleutels(peiling: Peiling) -> QuerySet[Any, Any]:
    """The keys of the persons in that table, for the read log."""
    return _plaatsingen(peiling).order_by().values_list("statushouder__sleutel", flat=True)


def _plaatsingen(peiling: Peiling) -> PlaatsingQuerySet:
    plaatsingen = Plaatsing.objects.filter(van__lte=peiling.peildatum, statushouder__samengevoegd_met=None)
    return plaatsingen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else plaatsingen
