"""Who could live in a home: a yes or no with its reason for each thing that counts. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from huisvesting.rules.inhuizing import BRONNEN, EEN_AANBOD
from kern.opmaak.datum import schrijf_datum

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What a household asks of a home. `aanbod` names the home of an open offer, empty without one.

    `familie` of who stay in the home are in nobody's way: they are of the same family.
    """

    personen: int
    amv: bool = False
    nodig_op: date | None = None
    aanbod: str = ""
    familie: int = 0
    gekoppeld_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Ruimte:
    """What a home has: places that are free from `vrij_van` up to and including `vrij_tot_en_met`.

    `plaatsen` None: nobody entered how many there are. `blijven` are the residents who stay. `per_plek`: it is
    for more than one household. `aanbod`: it is offered already; of a home by the place, those that are offered
    are no longer among `plaatsen`.
    """

    plaatsen: int | None
    vrij_van: date
    vrij_tot_en_met: date | None = None
    amv: bool = False
    per_plek: bool = False
    aanbod: bool = False
    blijven: int = 0


class Nee(StrEnum):
    """Why a household and a home do not go together."""

    TE_KLEIN = "te_klein"
    AMV_WONING = "amv_woning"
    GEWONE_WONING = "gewone_woning"
    BEWOOND = "bewoond"
    HOUDT_OP = "houdt_op"
    HEEFT_AANBOD = "heeft_aanbod"
    AANGEBODEN = "aangeboden"


_AMV_BRON = "plan, AMV-woningen zijn voor AMV"
# Where each comes from; the same sources as those of moving in.
_BRON: dict[Nee, str] = {
    Nee.TE_KLEIN: BRONNEN["woning_vol"],
    Nee.AMV_WONING: _AMV_BRON,
    Nee.GEWONE_WONING: _AMV_BRON,
    Nee.BEWOOND: "werkwijze van de gemeente, één huishouden in een gewone woning",
    Nee.HOUDT_OP: BRONNEN["niet_beschikbaar"],
    Nee.HEEFT_AANBOD: EEN_AANBOD,
    Nee.AANGEBODEN: EEN_AANBOD,
}


@dataclass(frozen=True)
class Reden:
    """One thing that counts: why it allows this, in Dutch, or with `nee` why not."""

    tekst: str
    nee: Nee | None = None

    @property
    def ja(self) -> bool:
        return self.nee is None


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


def weigering(vraag: Vraag, ruimte: Ruimte) -> str:
    """Why this home cannot be offered to this household, with what to do and the source; empty when it can."""
    eerste = next((reden.nee for reden in redenen(vraag, ruimte) if reden.nee), None)
    return f"{_zin(eerste, vraag, ruimte)} Bron: {_BRON[eerste]}." if eerste else ""


def _zin(nee: Nee, vraag: Vraag, ruimte: Ruimte) -> str:
    if nee is Nee.TE_KLEIN:
        plek = f"plek voor {ruimte.plaatsen}" if ruimte.plaatsen else "geen plek meer"
        wie = "er is 1 persoon" if vraag.personen == 1 else f"er zijn {vraag.personen} personen"
        return f"In deze woning is {plek}, en {wie}."
    if nee is Nee.HOUDT_OP and ruimte.vrij_tot_en_met:
        return f"Deze woning is beschikbaar tot en met {schrijf_datum(ruimte.vrij_tot_en_met)}."
    return {
        Nee.AMV_WONING: "Dit is een AMV-woning. Kies een gewone woning.",
        Nee.GEWONE_WONING: "Deze jongere zoekt een plek in een AMV-woning. Kies een AMV-woning.",
        Nee.BEWOOND: "In deze woning wonen al mensen die blijven. Kies een andere woning.",
        Nee.HEEFT_AANBOD: "Voor dit huishouden staat al een aanbod open. Rond dat eerst af.",
    }.get(nee, "Deze woning is al aan iemand aangeboden. Rond dat aanbod eerst af.")


def _grootte(vraag: Vraag, ruimte: Ruimte) -> Reden:
    wie = "1 persoon" if vraag.personen == 1 else f"{vraag.personen} personen"
    if ruimte.plaatsen is None:
        return Reden(f"{wie}; het aantal plekken is niet ingevuld")
    plekken = "1 plek" if ruimte.plaatsen == 1 else f"{ruimte.plaatsen} plekken"
    te_klein = vraag.personen > ruimte.plaatsen
    return Reden(f"{wie}, {plekken} vrij", Nee.TE_KLEIN if te_klein else None)


def _soort(vraag: Vraag, ruimte: Ruimte) -> Iterator[Reden]:
    if ruimte.amv and not vraag.amv:
        yield Reden("Dit is een AMV-woning", Nee.AMV_WONING)
    if vraag.amv:
        zoekt = "Zoekt een plek in een AMV-woning"
        yield (Reden(zoekt) if ruimte.amv else Reden(f"{zoekt}; dit is een gewone woning", Nee.GEWONE_WONING))
    elif ruimte.blijven > vraag.familie and not ruimte.per_plek:
        yield Reden("Er wonen al mensen die blijven", Nee.BEWOOND)


def _datum(vraag: Vraag, ruimte: Ruimte) -> Reden:
    """On the day of need, or the later day on which the home comes free, it must still be to be let."""
    begin = max(vraag.nodig_op or ruimte.vrij_van, ruimte.vrij_van)
    if ruimte.vrij_tot_en_met and begin > ruimte.vrij_tot_en_met:
        return Reden(f"Vrij tot en met {schrijf_datum(ruimte.vrij_tot_en_met)}", Nee.HOUDT_OP)
    vrij = f"Vrij vanaf {schrijf_datum(ruimte.vrij_van)}"
    if vraag.nodig_op is None:
        return Reden(vrij)
    if ruimte.vrij_van > vraag.nodig_op:
        dagen = (ruimte.vrij_van - vraag.nodig_op).days
        na = "1 dag" if dagen == 1 else f"{dagen} dagen"
        return Reden(f"{vrij}, {na} na de verwachte datum")
    return Reden(f"{vrij}, verwacht op {schrijf_datum(vraag.nodig_op)}")


def _aanbod(vraag: Vraag, ruimte: Ruimte) -> Iterator[Reden]:
    if vraag.aanbod:
        yield Reden(f"Er staat al een aanbod open: {vraag.aanbod}", Nee.HEEFT_AANBOD)
    elif ruimte.aanbod:
        yield Reden("Deze woning is al aan een ander aangeboden", Nee.AANGEBODEN)
