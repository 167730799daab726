"""The numbers to steer by, as they hold on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from huisvesting.models import Stuurcode, Stuurgetal
from huisvesting.rules import Lijn

INSTROOM: Mapping[Lijn, Stuurcode] = {
    Lijn.LAAG: Stuurcode.INSTROOM_LAAG,
    Lijn.VERWACHT: Stuurcode.INSTROOM_VERWACHT,
    Lijn.HOOG: Stuurcode.INSTROOM_HOOG,
}


@dataclass(frozen=True)
class Stuurgetallen:
    """Rows by code, those of one code in order of the day from which they hold."""

    rijen: Mapping[str, Sequence[Stuurgetal]]

    def op(self, code: str, dag: date) -> Stuurgetal | None:
        """The one that holds on `dag`: the newest that began on or before it; None where none did."""
        begonnen = [rij for rij in self.rijen.get(code, ()) if rij.vanaf <= dag]
        return begonnen[-1] if begonnen else None

    def geheel(self, code: str, dag: date) -> int | None:
        """Its value in whole persons or homes; None where none holds."""
        rij = self.op(code, dag)
        return None if rij is None else int(rij.waarde)


def stuurgetallen(codes: Iterable[str]) -> Stuurgetallen:
    """All rows of these codes that are not of a neighbourhood; one query."""
    rijen: dict[str, list[Stuurgetal]] = defaultdict(list)
    for rij in Stuurgetal.objects.filter(code__in=list(codes), wijk="").order_by("vanaf"):
        rijen[rij.code].append(rij)
    return Stuurgetallen(rijen)


@dataclass(frozen=True)
class Drempels:
    """From which shortage is warned, in persons or homes; None where the coordinator set none."""

    tempo: int | None = None
    prognose: int | None = None
    woningen: int | None = None


def drempels(dag: date) -> Drempels:
    """The thresholds that hold on `dag`; one query."""
    getallen = stuurgetallen(
        [Stuurcode.DREMPEL_TEMPO, Stuurcode.DREMPEL_PROGNOSE, Stuurcode.DREMPEL_WONINGEN]
    )
    return Drempels(
        tempo=getallen.geheel(Stuurcode.DREMPEL_TEMPO, dag),
        prognose=getallen.geheel(Stuurcode.DREMPEL_PROGNOSE, dag),
        woningen=getallen.geheel(Stuurcode.DREMPEL_WONINGEN, dag),
    )
