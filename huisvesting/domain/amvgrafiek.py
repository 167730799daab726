"""The chart of who turns 18, half-year by half-year: who lives in an AMV home now, and who still comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from huisvesting.rules import periodenaam
from huisvesting.rules.amv import Gevolgen

if TYPE_CHECKING:
    import altair

WOONT, KOMT = REEKSEN = ["Woont er al", "Komt nog"]


def in_woorden(gevolgen: Gevolgen) -> str:
    """The finding of the chart in figures: the text that stands for the picture."""
    if not gevolgen.worden_18:
        return "Staven per half jaar. Niemand wordt 18."
    delen = ", ".join(f"{periodenaam(stap.code)} {stap.worden_18}" for stap in gevolgen.stappen)
    return (
        f"Staven per half jaar. Het aantal jongeren dat 18 wordt: {delen}. Van deze {gevolgen.worden_18} wonen er "
        f"{gevolgen.bewoners} nu al in een AMV-woning."
    )


def kort(code: str, *, smal: bool = False) -> str:
    """A half-year below its bar: 2017 II, on a telephone '17 II."""
    jaar, _, helft = code.partition("-H")
    return f"{f'’{jaar[2:]}' if smal else jaar} {'I' * int(helft)}"


def grafiek(gevolgen: Gevolgen, *, breed: int, hoog: int, smal: bool = False) -> altair.LayerChart:
    """Stacked bars with their sum on top; `breed` and `hoog` are the plot in px, `smal` the telephone's version."""
    import altair as alt

    from kern import grafiekthema as thema

    namen = [kort(stap.code, smal=smal) for stap in gevolgen.stappen]
    rijen = [
        {"h": naam, "n": aantal, "reeks": reeks, "laag": laag}
        for naam, stap in zip(namen, gevolgen.stappen, strict=True)
        for laag, (reeks, aantal) in enumerate(zip(REEKSEN, (stap.bewoners, stap.komen), strict=True))
    ]
    sommen = [
        {"h": naam, "n": stap.worden_18}
        for naam, stap in zip(namen, gevolgen.stappen, strict=True)
        if stap.worden_18
    ]
    top = max([2, *(stap.worden_18 for stap in gevolgen.stappen)])
    x = alt.X("h:N", title=None, sort=namen, scale=alt.Scale(paddingInner=0.4, paddingOuter=0.2))
    y = alt.Y(
        "n:Q",
        title="Jongeren die 18 worden",
        scale=alt.Scale(domain=[0, top * 1.15]),
        axis=alt.Axis(values=_streepjes(top), format="d"),
    )
    kleur = alt.Color(
        "reeks:N",
        sort=REEKSEN,
        scale=alt.Scale(domain=REEKSEN, range=[thema.DUIN, thema.DUIN_LICHT]),
        legend=alt.Legend(symbolType="square"),
    )
    staven = alt.Chart(alt.Data(values=rijen)).mark_bar().encode(x=x, y=y, color=kleur, order="laag:Q")
    getallen = alt.Chart(alt.Data(values=sommen)).mark_text(dy=-9, fontWeight=600, fontSize=14)
    lagen = alt.layer(staven, getallen.encode(x=x, y="n:Q", text="n:Q"))
    return cast("altair.LayerChart", lagen.properties(width=breed, height=hoog))


def _streepjes(top: int) -> list[int]:
    """At most six whole numbers from nought, evenly up to the highest bar."""
    stap = max(1, -(-top // 5))
    stap += stap % 2 if top > 2 else 0
    return list(range(0, top + 1, stap))
