"""Measuring two ways of the same work fairly: in one process, in turns, and only when they agree.

A `Proef` has candidates, of which the first is ours. Each gives what it found; those must be equal, or
nothing is measured. They run in turns, so that a busy moment of the machine hits them all.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from statistics import median
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Kandidaat:
    """A way to do the work; `doe` gives what it found. `doel` is what our time must be, against its own.

    With `doel` 5 ours must be at least 5 times as fast; with 1/20 it may take at most 20 times as long.
    """

    naam: str
    doe: Callable[[], Any]
    doel: float | None = None


@dataclass(frozen=True)
class Proef:
    """A piece of work that is done in more than one way, the first of them ours."""

    naam: str
    kandidaten: Sequence[Kandidaat]
    rondes: int = 15
    # False where they show other rows by their nature, such as the first and the last page
    zelfde: bool = True
    # False for work of minutes: then the first run is on the clock as well
    opwarmen: bool = True
    # True for what must miss its goal: a goal that nothing misses says nothing
    controle: bool = False


@dataclass(frozen=True)
class Uitslag:
    """Seconds (or, with another `eenheid`, an amount) of one candidate, and ours against it by the medians."""

    proef: str
    kandidaat: str
    snelste: float
    mediaan: float
    keer: float = 1.0
    doel: float | None = None
    eenheid: str = "ms"
    controle: bool = False

    @property
    def gehaald(self) -> bool:
        """Is it as it should be? A control misses its goal."""
        return self.doel is None or (self.keer >= self.doel) is not self.controle

    def als_dict(self) -> dict[str, Any]:
        """For another process."""
        return asdict(self)


@dataclass
class _Tijden:
    gevonden: Any = None
    seconden: list[float] = field(default_factory=list)


class Verschillend(Exception):
    """The candidates did not find the same; their times say nothing."""


def meet(proef: Proef) -> list[Uitslag]:
    """Run all candidates in turns, first once and then `rondes` times. Verschillend when they find something else."""
    tijden = {kandidaat.naam: _Tijden() for kandidaat in proef.kandidaten}
    for kandidaat in proef.kandidaten:
        tijden[kandidaat.naam].gevonden = _loop(kandidaat, tijden[kandidaat.naam])
    _vergelijk(proef, tijden)
    if proef.opwarmen:
        for tijd in tijden.values():
            tijd.seconden.clear()
    for _ in range(proef.rondes):
        for kandidaat in proef.kandidaten:
            _loop(kandidaat, tijden[kandidaat.naam])
    ons = median(tijden[proef.kandidaten[0].naam].seconden)
    return [
        _uitslag(proef, kandidaat, tijden[kandidaat.naam].seconden, ons) for kandidaat in proef.kandidaten
    ]


def _loop(kandidaat: Kandidaat, tijd: _Tijden) -> Any:
    gc.collect()
    begin = perf_counter()
    gevonden = kandidaat.doe()
    tijd.seconden.append(perf_counter() - begin)
    return gevonden


def _vergelijk(proef: Proef, tijden: dict[str, _Tijden]) -> None:
    eerste = next(iter(tijden.values())).gevonden
    if not eerste:
        raise Verschillend(f"{proef.naam}: er is niets gevonden.")
    for naam, tijd in tijden.items():
        if proef.zelfde and tijd.gevonden != eerste:
            raise Verschillend(
                f"{proef.naam}: {naam} vindt iets anders ({_kort(tijd.gevonden)}, niet {_kort(eerste)})."
            )


def _kort(gevonden: Any) -> str:
    """Enough of what was found to see the difference."""
    return str(gevonden)[:120]


def _uitslag(proef: Proef, kandidaat: Kandidaat, seconden: list[float], ons: float) -> Uitslag:
    midden = median(seconden)
    return Uitslag(
        proef.naam,
        kandidaat.naam,
        min(seconden),
        midden,
        midden / ons,
        kandidaat.doel,
        controle=proef.controle,
    )
