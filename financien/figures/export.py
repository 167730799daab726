"""The table of ledger entries that goes out, in the columns in which it can come in again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Q, TextField, Value
from django.db.models.functions import Coalesce

from financien.models import Boeking
from kern.contract import Peiling

BOEKINGKOLOMMEN = (
    "boekstuk",
    "regelnummer",
    "boekdatum",
    "boekjaar",
    "kostenplaats",
    "grootboekrekening",
    "omschrijving",
    "relatie",
    "bedrag",
    "verplichting",
    "regel",
)
# Rows that are in memory at once; the rest waits in the database.
STAPEL = 5_000


def boekingrijen(peiling: Peiling) -> Iterator[list[Any]]:
    """Every entry dated on or before the peildatum, with the sign of the ledger; one query, read in parts.

    `regel` is the code of its line; of an entry over more lines all codes, with a comma between.
    """
    code = Coalesce("toedelingen__inkomstenpost", "toedelingen__activiteit")
    rijen = (
        Boeking.objects.tot_en_met(peiling.peildatum)
        .annotate(
            regel=Coalesce(
                StringAgg(code, ", ", filter=Q(toedelingen__ongedaan_op=None), order_by=[code]),
                Value(""),
                output_field=TextField(),
            )
        )
        .order_by("boekdatum", "pk")
        .values_list(*BOEKINGKOLOMMEN)
    )
    yield from map(list, rijen.iterator(chunk_size=STAPEL))
