"""The chart of the forecast: the shortage at the end of each half-year, by three lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huisvesting import rules
from huisvesting.domain.prognose import saldo_in_woorden
from huisvesting.figures import Prognose
from huisvesting.rules import Lijn

if TYPE_CHECKING:
    import altair

NAMEN = {Lijn.LAAG: "Lage instroom", Lijn.VERWACHT: "Verwacht", Lijn.HOOG: "Hoge instroom"}


def kort(code: str) -> str:
    """ "2017 II" for the second half of 2017, "2016" for the year."""
    jaar, _, helft = code.partition("-")
    return f"{jaar} {'I' * int(helft[1])}" if helft else jaar


def prognose_in_woorden(prognose: Prognose) -> str:
    """The finding of the chart in figures: the text that stands for the picture."""
    zinnen = []
    for lijn, naam in NAMEN.items():
        bekend = [v for v in prognose.vooruit if v.uitkomsten[lijn].saldo is not None]
        if bekend:
            delen = ", ".join(
                f"{saldo_in_woorden(v.uitkomsten[lijn].saldo).lower()} in {rules.periodenaam(v.halfjaar.code)}"
                for v in bekend
            )
            zinnen.append(f"{naam}: {delen}.")
    return " ".join(["Lijnen van het tekort aan het eind van elk half jaar.", *zinnen])


def prognosegrafiek(
    prognose: Prognose, *, breed: int, hoog: int, smal: bool = False
) -> altair.LayerChart | altair.FacetChart:
    """The layered chart; `breed` and `hoog` are the plot in px, `smal` the telephone's version."""
    import altair as alt

    from kern import grafiekthema as thema

    rijen: list[dict[str, Any]] = [
        {"h": kort(v.halfjaar.code), "n": v.uitkomsten[lijn].saldo, "reeks": naam}
        for v in prognose.vooruit
        for lijn, naam in NAMEN.items()
        if v.uitkomsten[lijn].saldo is not None
    ]
    saldi = [rij["n"] for rij in rijen]
    grens = alt.Scale(domain=[min([0, *saldi]) - 2, max([5, *saldi]) + 4])
    codes = [kort(v.halfjaar.code) for v in prognose.vooruit]
    toon = [code for nummer, code in enumerate(codes) if nummer % 3 == 0] if smal else codes
    x = alt.X("h:O", title=None, sort=codes, axis=alt.Axis(values=toon), scale=alt.Scale(domain=codes))
    y = alt.Y("n:Q", title="Personen te weinig", scale=grens)
    nul = alt.Chart(alt.Data(values=[{"n": 0}])).mark_rule(color=thema.LIJN_STERK, strokeWidth=1.5)
    lijnen = alt.Chart(alt.Data(values=rijen)).mark_line(point=False)
    tekst = (
        alt.Chart(alt.Data(values=[rij for rij in rijen if rij["reeks"] == NAMEN[Lijn.VERWACHT]]))
        .mark_text(dy=-12, fontWeight=600, fontSize=14)
        .encode(x=x, y=y, text="n:Q")
    )
    lagen = [nul.encode(y=y), lijnen.encode(x=x, y=y, **_uiterlijk(smal=smal)), *([] if smal else [tekst])]
    return alt.layer(*lagen).properties(width=breed, height=hoog)


def _uiterlijk(*, smal: bool) -> dict[str, Any]:
    """Colour, dash and width of each line, and their one legend."""
    import altair as alt

    from kern import grafiekthema as thema

    namen = list(NAMEN.values())

    def schaal(waarden: list[Any]) -> altair.Scale:
        return alt.Scale(domain=namen, range=waarden)

    legenda = alt.Legend(symbolType="stroke", symbolStrokeWidth=3, symbolSize=500, columns=1 if smal else 3)
    kleuren = schaal([thema.INKT_ZACHT, thema.DUIN, thema.DUIN])
    return {
        "color": alt.Color("reeks:N", sort=namen, scale=kleuren, legend=legenda),
        "strokeDash": alt.StrokeDash("reeks:N", sort=namen, scale=schaal([[2, 3], [1, 0], [6, 4]])),
        "strokeWidth": alt.StrokeWidth("reeks:N", sort=namen, legend=None, scale=schaal([2, 3.5, 2.5])),
    }
