"""The chart of the activities: of each budget what is spent, what is committed and what is free."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from financien.figures import NUL, Regelstand
from kern import schrijfwijze

if TYPE_CHECKING:
    import altair

HOOG_PER_REGEL = 34
DELEN = ("Besteed", "Vastgelegd", "Vrij")


def _delen(regel: Regelstand) -> tuple[Decimal, ...]:
    """The pieces of a bar, which begin at zero; over budget there is nothing free."""
    return max(regel.geboekt, NUL), max(regel.verplicht, NUL), max(regel.vrij, NUL)


def in_woorden(activiteiten: Sequence[Regelstand]) -> str:
    """The chart in figures: every bar of it."""
    staven = []
    for regel in activiteiten:
        staaf = f"{regel.omschrijving} {schrijfwijze.bedrag(regel.budget)}"
        if regel.geboekt or regel.verplicht:
            besteed, vast = schrijfwijze.bedrag(regel.geboekt), schrijfwijze.bedrag(regel.verplicht)
            staaf += f" (besteed {besteed}, vastgelegd {vast})"
        staven.append(staaf)
    return f"Balk per activiteit met het budget in euro: {', '.join(staven)}."


def grafiek(
    activiteiten: Sequence[Regelstand], *, breed: int, smal: bool = False
) -> altair.LayerChart | altair.FacetChart:
    """A bar for each activity in three pieces, with its budget behind it; `breed` is the plot in px.

    `smal` is the telephone's version: its names stand above the bars, so that none is cut.
    """
    import altair as alt

    from kern import grafiekthema as thema

    lang = [float(sum(_delen(regel))) for regel in activiteiten]
    namen = [regel.omschrijving for regel in activiteiten]
    # Room behind the longest bar for its amount.
    einde = max([1.0, *lang]) * (1.0 if smal else 1.18)
    as_ = None if smal else alt.Axis(labelLimit=280, labelColor=thema.INKT)
    y = alt.Y("a:N", sort=namen, title=None, axis=as_)
    schaal = alt.Scale(domain=[0, einde], nice=False)
    kleuren = [thema.BETEKENIS[naam] for naam in ("besteed", "verplicht", "vrij")]
    staven = (
        alt.Chart(alt.Data(values=_rijen(activiteiten)))
        .mark_bar(size=14)
        .encode(
            y=y,
            x=alt.X("n:Q", title=None, scale=schaal, axis=None, stack="zero"),
            order=alt.Order("v:Q"),
            color=alt.Color("d:N", scale=alt.Scale(domain=list(DELEN), range=kleuren)),
        )
    )
    basis = alt.Chart(alt.Data(values=_teksten(activiteiten, lang))).encode(
        y=y, x=alt.X("n:Q", title=None, scale=schaal, axis=None)
    )
    if smal:
        boven = basis.transform_calculate(b="datum.a + ': ' + datum.t")
        tekst = boven.mark_text(align="left", dx=2, dy=-17).encode(x=alt.value(0), text="b:N")
    else:
        tekst = basis.mark_text(align="left", dx=8, fontWeight=600).encode(text="t:N")
    hoog = HOOG_PER_REGEL * (2 if smal else 1) * max(len(namen), 1)
    return alt.layer(staven, tekst).properties(width=breed, height=hoog)


def _rijen(activiteiten: Sequence[Regelstand]) -> list[dict[str, Any]]:
    """Each piece of each bar, from the left."""
    return [
        {"a": regel.omschrijving, "d": naam, "v": nummer, "n": float(deel)}
        for regel in activiteiten
        for nummer, (naam, deel) in enumerate(zip(DELEN, _delen(regel), strict=True))
    ]


def _teksten(activiteiten: Sequence[Regelstand], lang: Sequence[float]) -> list[dict[str, Any]]:
    """The amount behind each bar."""
    return [
        {"a": regel.omschrijving, "n": lengte, "t": schrijfwijze.getal(round(regel.budget))}
        for regel, lengte in zip(activiteiten, lang, strict=True)
    ]
