"""The 14 weeks in their parts (H11): from the permit to the move. A norm of practice, not a law.

COA has 2 weeks from the permit to link, the municipality 10 weeks from the link to find a home, and
moving takes 2 weeks from the start of the tenancy. Counted in days, the last day included (T3); no
extension for weekends (T5). Source: COA, "huisvesting van statushouders" (rekenregels H11).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

KOPPELEN, WONING, VERHUIZEN = timedelta(weeks=2), timedelta(weeks=10), timedelta(weeks=2)
BRON = "Norm uit de praktijk (COA), geen wet"
Wie = Literal["coa", "gemeente", "huishouden"]


@dataclass(frozen=True, kw_only=True)
class Normdagen:
    """What is known of a household; `huur_op` is the start of the tenancy."""

    vergunning_op: date | None = None
    gekoppeld_op: date | None = None
    huur_op: date | None = None
    verhuisd_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Normdeel:
    """One part: `dagen` that it took, or runs at the peildatum; None where its begin is not known.

    `uiterlijk` is the last day in time. `over` is the number of days over the norm, negative while
    there is time left; done on the last day is in time (T6).
    """

    code: str
    naam: str
    norm: int
    van: date | None
    tot: date | None
    uiterlijk: date | None
    dagen: int | None
    over: int | None

    @property
    def loopt(self) -> bool:
        return self.dagen is not None and self.tot is None

    @property
    def te_laat(self) -> bool:
        return self.over is not None and self.over > 0


def delen(dagen: Normdagen, peildatum: date) -> list[Normdeel]:
    """The three parts of a household at the end of the peildatum.

    Before the tenancy starts the move is due two weeks after the last day for the home; it does not run.
    """
    woning_uiterlijk = dagen.gekoppeld_op + WONING if dagen.gekoppeld_op else None
    huur = dagen.huur_op if dagen.huur_op and dagen.huur_op <= peildatum else None
    verhuizen = _deel("verhuizen", "Van huur tot verhuizing", VERHUIZEN, huur, dagen.verhuisd_op, peildatum)
    if verhuizen.uiterlijk is None and woning_uiterlijk:
        verhuizen = Normdeel(
            **{**vars(verhuizen), "uiterlijk": (dagen.huur_op or woning_uiterlijk) + VERHUIZEN}
        )
    return [
        _deel(
            "koppelen",
            "Van vergunning tot koppeling",
            KOPPELEN,
            dagen.vergunning_op,
            dagen.gekoppeld_op,
            peildatum,
        ),
        _deel("woning", "Van koppeling tot woning", WONING, dagen.gekoppeld_op, dagen.huur_op, peildatum),
        verhuizen,
    ]


def _deel(
    code: str, naam: str, norm: timedelta, van: date | None, tot: date | None, peildatum: date
) -> Normdeel:
    """Who knows no begin knows no length; an end before the begin is an end on it."""
    if van is None or van > peildatum:
        uiterlijk = van + norm if van else None
        return Normdeel(
            code=code, naam=naam, norm=norm.days, van=van, tot=tot, uiterlijk=uiterlijk, dagen=None, over=None
        )
    klaar = max(tot, van) if tot and tot <= peildatum else None
    duur = ((klaar or peildatum) - van).days
    return Normdeel(
        code=code,
        naam=naam,
        norm=norm.days,
        van=van,
        tot=klaar,
        uiterlijk=van + norm,
        dagen=duur,
        over=duur - norm.days,
    )


def lopend_te_laat(rij: Sequence[Normdeel]) -> int:
    """Days over the norm of the part that runs, for the order of a list; negative while there is time left."""
    return max((deel.over for deel in rij if deel.loopt and deel.over is not None), default=-(10**6))
