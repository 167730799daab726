"""Who could live in a home: a yes or no with its reason for each thing that counts. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from kern.opmaak.datum import schrijf_datum

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What a household asks of a home. `aanbod` names the home of an open offer, empty without one."""

    personen: int
    amv: bool = False
    nodig_op: date | None = None
    aanbod: str = ""
    gekoppeld_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Ruimte:
    """What a home has: places that are free from `vrij_van` up to and including `vrij_tot_en_met`.

    `plaatsen` None: nobody entered how many there are. `blijven` are the residents who stay.
    """

    plaatsen: int | None
    vrij_van: date
    vrij_tot_en_met: date | None = None
    amv: bool = False
    aanbod: bool = False
    blijven: int = 0


@dataclass(frozen=True)
class Reden:
    """One thing that counts: whether it allows this, and why, in Dutch."""

    ja: bool
    tekst: str


@dataclass(frozen=True)
class Passend(Generic[T]):
    """A household with the reasons; it fits when each of them is a yes."""

    wie: T
    vraag: Vraag
    redenen: tuple[Reden, ...]

    @property
    def past(self) -> bool:
        return all(reden.ja for reden in self.redenen)


def redenen(vraag: Vraag, ruimte: Ruimte) -> tuple[Reden, ...]:
    """Size against places, AMV home, date, open offer: in this order."""
    return (_grootte(vraag, ruimte), *_soort(vraag, ruimte), _datum(vraag, ruimte), *_aanbod(vraag, ruimte))


def rangschik(vragen: Iterable[tuple[T, Vraag]], ruimte: Ruimte) -> list[Passend[T]]:
    """Who fits first, in the order of the wait since the link; who has no link comes last."""
    alle = [Passend(wie, vraag, redenen(vraag, ruimte)) for wie, vraag in vragen]
    return sorted(alle, key=lambda rij: (not rij.past, rij.vraag.gekoppeld_op or date.max))


def _grootte(vraag: Vraag, ruimte: Ruimte) -> Reden:
    wie = "1 persoon" if vraag.personen == 1 else f"{vraag.personen} personen"
    if ruimte.plaatsen is None:
        return Reden(ja=True, tekst=f"{wie}; het aantal plekken is niet ingevuld")
    plekken = "1 plek" if ruimte.plaatsen == 1 else f"{ruimte.plaatsen} plekken"
    return Reden(ja=vraag.personen <= ruimte.plaatsen, tekst=f"{wie}, {plekken} vrij")


def _soort(vraag: Vraag, ruimte: Ruimte) -> Iterator[Reden]:
    if ruimte.amv and not vraag.amv:
        yield Reden(ja=False, tekst="Dit is een AMV-woning")
    elif ruimte.blijven and not ruimte.amv:
        yield Reden(ja=False, tekst="Er wonen al mensen die blijven")
    if vraag.amv:
        zoekt = "Zoekt een plek in een AMV-woning"
        yield Reden(ja=ruimte.amv, tekst=zoekt if ruimte.amv else f"{zoekt}; dit is een gewone woning")


def _datum(vraag: Vraag, ruimte: Ruimte) -> Reden:
    """On the day of need, or the later day on which the home comes free, it must still be to be let."""
    begin = max(vraag.nodig_op or ruimte.vrij_van, ruimte.vrij_van)
    if ruimte.vrij_tot_en_met and begin > ruimte.vrij_tot_en_met:
        return Reden(ja=False, tekst=f"Vrij tot en met {schrijf_datum(ruimte.vrij_tot_en_met)}")
    vrij = f"Vrij vanaf {schrijf_datum(ruimte.vrij_van)}"
    if vraag.nodig_op is None:
        return Reden(ja=True, tekst=vrij)
    if ruimte.vrij_van > vraag.nodig_op:
        dagen = (ruimte.vrij_van - vraag.nodig_op).days
        na = "1 dag" if dagen == 1 else f"{dagen} dagen"
        return Reden(ja=True, tekst=f"{vrij}, {na} na de verwachte datum")
    return Reden(ja=True, tekst=f"{vrij}, verwacht op {schrijf_datum(vraag.nodig_op)}")


def _aanbod(vraag: Vraag, ruimte: Ruimte) -> Iterator[Reden]:
    if vraag.aanbod:
        yield Reden(ja=False, tekst=f"Er staat al een aanbod open: {vraag.aanbod}")
    elif ruimte.aanbod:
        yield Reden(ja=False, tekst="Deze woning is al aan een ander aangeboden")
