"""The steps of an offer: what may follow on what, and on which day. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kern.opmaak.datum import schrijf_datum


class Stap(StrEnum):
    """What can become of an offer; the value stands in the address, `veld` is the column."""

    BEZICHTIGD = "bezichtigd"
    GEACCEPTEERD = "geaccepteerd"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"
    CONTRACT = "contract"
    SLEUTEL = "sleutel"

    @property
    def veld(self) -> str:
        return f"{self.value}_op"


HUURDER_WOONT = "werkwijze van de gemeente, wie huurt woont er ook"
NEE = frozenset({Stap.GEWEIGERD, Stap.INGETROKKEN})
# How a step that was taken is told, with its day after it.
GEDAAN: dict[Stap, str] = {
    Stap.BEZICHTIGD: "De woning is bezichtigd op",
    Stap.GEACCEPTEERD: "De woning is geaccepteerd op",
    Stap.GEWEIGERD: "De woning is geweigerd op",
    Stap.INGETROKKEN: "Het aanbod is ingetrokken op",
    Stap.CONTRACT: "De huur gaat in op",
    Stap.SLEUTEL: "De sleutel is gegeven op",
}
# The steps before and after which a step lies, where those are known.
_NA: dict[Stap, tuple[Stap, ...]] = {
    Stap.BEZICHTIGD: (),
    Stap.GEACCEPTEERD: (Stap.BEZICHTIGD,),
    Stap.GEWEIGERD: (Stap.BEZICHTIGD, Stap.GEACCEPTEERD),
    Stap.INGETROKKEN: (Stap.BEZICHTIGD, Stap.GEACCEPTEERD),
    Stap.CONTRACT: (Stap.BEZICHTIGD, Stap.GEACCEPTEERD),
    Stap.SLEUTEL: (Stap.CONTRACT,),
}
_EERST: dict[Stap, tuple[Stap, str]] = {
    Stap.CONTRACT: (Stap.GEACCEPTEERD, "Leg eerst vast dat de woning is geaccepteerd."),
    Stap.SLEUTEL: (Stap.CONTRACT, "Leg eerst vast wanneer de huur ingaat."),
}


@dataclass(frozen=True, kw_only=True)
class Aanbodstand:
    """The days of an offer that are known."""

    aangeboden_op: date
    bezichtigd_op: date | None = None
    geaccepteerd_op: date | None = None
    geweigerd_op: date | None = None
    ingetrokken_op: date | None = None
    contract_op: date | None = None
    sleutel_op: date | None = None

    def dag(self, stap: Stap) -> date | None:
        """The day of this step; None as long as it was not taken."""
        gevonden: date | None = getattr(self, stap.veld)
        return gevonden

    @property
    def open(self) -> bool:
        """Neither declined, withdrawn nor signed."""
        return not any(map(self.dag, (*NEE, Stap.CONTRACT)))

    def gezet(self) -> list[tuple[Stap, date]]:
        """The steps that were taken, in the order in which they follow on each other."""
        return [(stap, dag) for stap in Stap if (dag := self.dag(stap))]


def staat_al_vast(stap: Stap, stand: Aanbodstand) -> str:
    """Why this step can no longer be taken at all, in Dutch; empty when it can."""
    dag = stand.dag(stap)
    if dag:
        return f"{GEDAAN[stap]} {schrijf_datum(dag)}. Dat staat al vast."
    for nee in sorted(NEE):
        if dag := stand.dag(nee):
            return f"{GEDAAN[nee]} {schrijf_datum(dag)}. Er kan niets meer bij."
    if stand.contract_op and stap is not Stap.SLEUTEL:
        return f"{GEDAAN[Stap.CONTRACT]} {schrijf_datum(stand.contract_op)}. Dit kan dan niet meer."
    if stap is Stap.BEZICHTIGD and stand.geaccepteerd_op:
        dag = stand.geaccepteerd_op
        return f"{GEDAAN[Stap.GEACCEPTEERD]} {schrijf_datum(dag)}. Dit kan dan niet meer."
    return ""


def stapbezwaar(stap: Stap, stand: Aanbodstand, *, op: date, vandaag: date) -> str:
    """Why this step cannot be on this day, in Dutch; empty when it can.

    A step lies on or after the offer and the steps before it, and is no later than today; only the
    start of a tenancy is agreed beforehand.
    """
    return (
        staat_al_vast(stap, stand)
        or next(_te_vroeg(stap, stand, op), "")
        or ("Deze dag is nog niet geweest." if op > vandaag and stap is not Stap.CONTRACT else "")
    )


def _te_vroeg(stap: Stap, stand: Aanbodstand, op: date) -> Iterator[str]:
    if stap in _EERST:
        eerst, zin = _EERST[stap]
        if stand.dag(eerst) is None:
            yield zin
    if op < stand.aangeboden_op:
        yield f"De woning is aangeboden op {schrijf_datum(stand.aangeboden_op)}. Kies die dag of een dag erna."
    for ervoor in _NA[stap]:
        if (dag := stand.dag(ervoor)) and op < dag:
            yield f"{GEDAAN[ervoor]} {schrijf_datum(dag)}. Kies die dag of een dag erna."


def mogelijk(stand: Aanbodstand) -> list[Stap]:
    """The steps that can be taken now, the next one first."""
    vrij = [stap for stap in Stap if not staat_al_vast(stap, stand)]
    return [stap for stap in vrij if stap not in _EERST or stand.dag(_EERST[stap][0])]


def terug_te_nemen(stand: Aanbodstand) -> tuple[Stap | None, str]:
    """The step that can be taken back, the last one; or None and why not, in Dutch."""
    gezet = stand.gezet()
    if not gezet:
        return None, "Er is nog geen stap gezet. Klopt het aanbod niet, trek het dan in."
    return gezet[-1][0], ""
