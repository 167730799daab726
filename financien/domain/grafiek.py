"""The chart of the activities: what the plan gives to each, in the house theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from financien.figures import Regelstand
from kern import schrijfwijze

if TYPE_CHECKING:
    import altair

HOOG_PER_REGEL = 34


def in_woorden(activiteiten: Sequence[Regelstand]) -> str:
    """The chart in figures: every bar of it."""
    staven = [f"{regel.omschrijving} {schrijfwijze.bedrag(regel.begroot)}" for regel in activiteiten]
    return f"Balk per activiteit met het budget in euro: {', '.join(staven)}."


def grafiek(
    activiteiten: Sequence[Regelstand], *, breed: int, smal: bool = False
) -> altair.LayerChart | altair.FacetChart:
    """A bar for each activity, with its amount behind it; `breed` is the plot in px.

    `smal` is the telephone's version: its names stand above the bars, so that none is cut.
    """
    import altair as alt

    from kern import grafiekthema as thema

    rijen = [
        {
            "a": regel.omschrijving,
            "n": float(regel.begroot),
            "t": schrijfwijze.getal(round(regel.begroot)),
        }
        for regel in activiteiten
    ]
    namen = [regel.omschrijving for regel in activiteiten]
    # Room behind the longest bar for its amount.
    einde = max([1.0, *(float(regel.begroot) for regel in activiteiten)]) * (1.0 if smal else 1.18)
    as_ = None if smal else alt.Axis(labelLimit=280, labelColor=thema.INKT)
    basis = alt.Chart(alt.Data(values=rijen)).encode(
        y=alt.Y("a:N", sort=namen, title=None, axis=as_),
        x=alt.X("n:Q", title=None, scale=alt.Scale(domain=[0, einde], nice=False), axis=None),
    )
    if smal:
        boven = basis.transform_calculate(b="datum.a + ': ' + datum.t")
        tekst = boven.mark_text(align="left", dx=2, dy=-17).encode(x=alt.value(0), text="b:N")
    else:
        tekst = basis.mark_text(align="left", dx=8, fontWeight=600).encode(text="t:N")
    hoog = HOOG_PER_REGEL * (2 if smal else 1) * max(len(rijen), 1)
    lagen = alt.layer(basis.mark_bar(size=14, color=thema.DUIN), tekst)
    return lagen.properties(width=breed, height=hoog)
