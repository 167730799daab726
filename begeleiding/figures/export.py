"""The table of the first month that goes out, in the columns in which it can come in again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from begeleiding.models import Stapstand
from begeleiding.models.eerste_maand import StapstandQuerySet
from kern.contract import Peiling

KOLOMMEN = (
    "dossier",
    "vnummer",
    "stap",
    "gedaan_op",
    "niet_van_toepassing",
    "reden",
    "gevestigd_op",
    "uiterlijk_op",
)
# Rows that are in memory at once; the rest waits in the database.
STAPEL = 5_000


def staprijen(peiling: Peiling) -> Iterator[list[Any]]:
    """Every step that applies to a family settled on or before the peildatum, open ones too; one query.

    What was done after the peildatum is not known yet.
    """
    rijen = (
        _stappen(peiling)
        .order_by("eerste_maand__begint_op", "eerste_maand", "stap__volgorde")
        .values_list(
            "statushouder__nummer",
            "statushouder__vnummer",
            "stap__code",
            "klaar_op",
            "niet_van_toepassing",
            "feit_op",
            "reden",
            "eerste_maand__begint_op",
            "eerste_maand__uiterlijk_op",
        )
    )
    for nummer, vnummer, code, klaar_op, nvt, feit_op, reden, begint_op, uiterlijk_op in rijen.iterator(
        chunk_size=STAPEL
    ):
        gedaan_op = klaar_op if klaar_op and klaar_op <= peiling.peildatum else None
        niet = bool(nvt and not feit_op and gedaan_op)
        yield [nummer, vnummer, code, gedaan_op, niet, reden if niet else "", begint_op, uiterlijk_op]


def stapsleutels(peiling: Peiling) -> QuerySet[Any, Any]:
    """The keys of the persons in that table, for the read log."""
    return _stappen(peiling).order_by().values_list("statushouder__sleutel", flat=True).distinct()


def _stappen(peiling: Peiling) -> StapstandQuerySet:
    rijen = Stapstand.objects.van_toepassing().filter(eerste_maand__begint_op__lte=peiling.peildatum)
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen
