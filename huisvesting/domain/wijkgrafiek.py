"""The chart of homes with residents over the neighbourhoods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from huisvesting.figures import Wijkdeel

if TYPE_CHECKING:
    import altair


def in_woorden(wijken: Sequence[Wijkdeel]) -> str:
    """The finding of the chart in figures: the text that stands for the picture."""
    if not wijken:
        return "Er zijn nog geen woningen."
    delen = ", ".join(f"{deel.wijk} {deel.bewoond}" for deel in wijken)
    return f"Woningen waar statushouders wonen, per wijk: {delen}."


def grafiek(wijken: Sequence[Wijkdeel], *, breed: int, smal: bool = False) -> altair.LayerChart:
    """Bars with their number, most homes first; `breed` is the plot in px, `smal` the telephone's version."""
    import altair as alt

    from kern import grafiekthema as thema

    rijen = [{"wijk": deel.wijk, "n": deel.bewoond} for deel in wijken]
    top = max([5, *(deel.bewoond for deel in wijken)])
    basis = alt.Chart(alt.Data(values=rijen)).encode(
        y=alt.Y("wijk:N", title=None, sort=[deel.wijk for deel in wijken]),
        x=alt.X(
            "n:Q",
            title="Woningen",
            scale=alt.Scale(domain=[0, top]),
            axis=alt.Axis(tickMinStep=1, tickCount=3 if smal else 6),
        ),
    )
    balken = basis.mark_bar(color=thema.DUIN, size=20)
    getallen = basis.mark_text(align="left", dx=6, fontWeight=600, fontSize=14).encode(text="n:Q")
    hoog = max(36 * len(rijen), 36)
    return cast("altair.LayerChart", alt.layer(balken, getallen).properties(width=breed, height=hoog))
