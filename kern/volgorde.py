"""Orders of a list, each part of it by an index: any row can be the beginning of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from heapq import merge
from itertools import dropwhile, islice
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.fields.tuple_lookups import TupleGreaterThan, TupleLessThan

Rijen = QuerySet[Any, Any]


def _alle(rijen: Rijen) -> Rijen:
    return rijen


@dataclass(frozen=True)
class Deel:
    """A part of the rows, with the columns (an index on exactly these, none null) that order it."""

    velden: tuple[str, ...]
    van: Callable[[Rijen], Rijen] = _alle


@dataclass(frozen=True)
class Reeks:
    """Rows in the order of `velden`, names of fields or annotations, of which the last is unique.

    Each of `delen` reads its rows by an index of its own; they are merged on `velden`. A row belongs
    here when none of its `velden` is null, so rows without a value go in a later Reeks.
    """

    velden: tuple[str, ...]
    delen: tuple[Deel, ...]
    aflopend: bool = False

    def waarden(self, rij: Any) -> tuple[Any, ...]:
        """What places this row in the order."""
        return tuple(getattr(rij, veld) for veld in self.velden)

    def omgekeerd(self) -> Reeks:
        """The same rows from the last to the first."""
        return replace(self, aflopend=not self.aflopend)

    def vanaf(self, rijen: Rijen, waarden: tuple[Any, ...] | None, aantal: int) -> list[Any]:
        """Keys of the first rows after `waarden`, or of all; one query for each part."""
        gevonden = (list(self.vraag(deel, rijen, waarden)[:aantal]) for deel in self.delen)
        op_volgorde = merge(*gevonden, key=lambda rij: rij[:-1], reverse=self.aflopend)
        return [rij[-1] for rij in islice(op_volgorde, aantal)]

    def vraag(self, deel: Deel, rijen: Rijen, waarden: tuple[Any, ...] | None) -> Rijen:
        """What orders the rows of this part after `waarden`, or all of them, and their keys; as the index has them.

        Nothing else is selected: a computed column makes the database expect to compute it for all.
        """
        deelrijen = deel.van(rijen)
        if waarden is not None:
            voorbij = TupleLessThan if self.aflopend else TupleGreaterThan
            deelrijen = deelrijen.filter(voorbij(tuple(F(veld) for veld in deel.velden), waarden))
        op_volgorde = deelrijen.order_by(*(f"-{veld}" if self.aflopend else veld for veld in deel.velden))
        return op_volgorde.values_list(*deel.velden, "pk")


@dataclass(frozen=True)
class Volgorde:
    """A way to sort: `reeksen` one after the other; a row is in the first of which it has all values."""

    reeksen: tuple[Reeks, ...]
    achterstevoren: bool = False

    def omgekeerd(self) -> Volgorde:
        """From the last row to the first."""
        return replace(self, achterstevoren=not self.achterstevoren)

    def plek(self, rij: Any) -> tuple[int, tuple[Any, ...]]:
        """In which of `reeksen` this row is, and where in it. ValueError when a row is in none."""
        for nummer, reeks in enumerate(self.reeksen):
            waarden = reeks.waarden(rij)
            if None not in waarden:
                return nummer, waarden
        raise ValueError("Een rij valt buiten elke reeks van deze volgorde.")

    def vanaf(self, rijen: Rijen, rij: Any | None, aantal: int) -> list[Any]:
        """Keys of the first `aantal` rows after `rij`, or of all."""
        reeksen = list(enumerate(self.reeksen))
        if self.achterstevoren:
            reeksen = [(nummer, reeks.omgekeerd()) for nummer, reeks in reversed(reeksen)]
        begin, waarden = self.plek(rij) if rij is not None else (reeksen[0][0], None)
        gevonden: list[Any] = []
        for nummer, reeks in dropwhile(lambda paar: paar[0] != begin, reeksen):
            hier = waarden if nummer == begin else None
            gevonden += reeks.vanaf(rijen, hier, aantal - len(gevonden))
            if len(gevonden) == aantal:
                break
        return gevonden


def heen_en_terug(naam: str, heen: Volgorde, terug: Volgorde | None = None) -> dict[str, Volgorde]:
    """Both ways of an order; the way back where it is not simply turned around (rows without a value last)."""
    return {naam: heen, f"-{naam}": terug or heen.omgekeerd()}
