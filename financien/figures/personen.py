"""Lines in persons beside the persons that other domains count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from financien import rules
from financien.figures.stand import Personen, Regelstand
from kern.contract import Peiling
from kern.register import register


def personen_naast_personen(
    rijen: Sequence[Regelstand], *, peildatum: date, jaren: list[int]
) -> list[Personen]:
    """The lines in persons, each beside the key figure that counts them over the line's own time.

    Counted up to and including `peildatum`; not known while that time has not begun, or while no
    domain registers the figure. Each figure and period is counted once, however many lines ask.
    """
    geteld: dict[tuple[str, date, date], int | None] = {}
    uit = []
    for regel in rijen:
        if regel.aantal is None or regel.tarief is None or not jaren:
            continue
        bron = rules.grondslag(code=regel.code, soort=regel.soort)
        van, tot_en_met = rules.looptijd(regel.jaar, jaren)
        bekend = bron is not None and register.kerncijfer(bron.kerncijfer) is not None
        sleutel = (bron.kerncijfer if bron else "", van, tot_en_met)
        if sleutel not in geteld:
            geteld[sleutel] = _tel(*sleutel, peildatum)
        uit.append(
            Personen(regel, bron, regel.aantal, regel.tarief, geteld[sleutel], van, tot_en_met, bekend=bekend)
        )
    return uit


def _tel(kerncijfer: str, van: date, tot_en_met: date, peildatum: date) -> int | None:
    cijfer = register.kerncijfer(kerncijfer)
    if cijfer is None or peildatum < van:
        return None
    waarde = cijfer.bereken(Peiling(peildatum, van, tot_en_met))
    return None if waarde is None else int(waarde)
