"""The chart of the quota: counted, expected and the even pace, in the house theme."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from kern import schrijfwijze

if TYPE_CHECKING:
    import altair

Reeksen = dict[str, list[dict[str, Any]]]
GEHUISVEST, VERWACHT, TEMPO = NAMEN = ["Gehuisvest", "Verwacht", "Tempo van de opgave"]


def in_woorden(reeksen: Reeksen, peildatum: date) -> str:
    """The finding of the chart in figures: the text that stands for the picture."""
    if not reeksen["tempo"]:
        return f"Er is geen taakstelling voor {peildatum.year}."
    geteld, eind = reeksen["gehuisvest"][-1]["personen"], reeksen["verwacht"][-1]["personen"]
    opgave = reeksen["tempo"][1:]
    doelen = " en ".join(f"{punt['personen']} op {_dag(punt['dag'])}" for punt in opgave)
    return (
        f"Lijn van gehuisveste personen in {peildatum.year}: {geteld} op {schrijfwijze.dag(peildatum)}, naar "
        f"verwachting {eind} op 31 december. De opgave is {doelen}."
    )


def grafiek(
    reeksen: Reeksen, peildatum: date, *, breed: int, hoog: int, smal: bool = False
) -> altair.LayerChart | altair.FacetChart:
    """The layered chart; `breed` and `hoog` are the plot in px, `smal` the telephone's version."""
    import altair as alt

    from kern import grafiekthema as thema

    nu = alt.Chart(alt.Data(values=[{"d": peildatum.isoformat()}]))
    vandaag = nu.mark_rule(color=thema.LIJN_STERK, strokeWidth=1.5).encode(x="d:T")
    punten = _punten(_benoemde_punten(reeksen, peildatum), thema.DUIN, smal=smal)
    lijnen = _lijnen(reeksen, peildatum.year, smal=smal)
    return alt.layer(vandaag, lijnen, *punten).properties(width=breed, height=hoog)


def _lijnen(reeksen: Reeksen, jaar: int, *, smal: bool) -> altair.Chart:
    """The three lines over the year, told apart by dash, width and colour."""
    import altair as alt

    rijen = [
        {"d": punt["dag"], "n": punt["personen"], "reeks": naam}
        for naam, sleutel in zip(NAMEN, ("gehuisvest", "verwacht", "tempo"), strict=True)
        for punt in reeksen[sleutel]
    ]
    top = (max([10, *(rij["n"] for rij in rijen)]) // 10 + 1) * 10
    maanden = alt.Axis(
        format="%b",
        tickCount={"interval": "month", "step": 3} if smal else "month",
        labelAlign="left",
        labelOffset=2,
    )
    domein = alt.Scale(domain=[f"{jaar}-01-01", f"{jaar + 1}-01-01"])
    personen = alt.Y("n:Q", title="Personen, opgeteld", scale=alt.Scale(domain=[0, top]))
    lijn = alt.Chart(alt.Data(values=rijen)).mark_line(clip=True)
    x = alt.X("d:T", title=None, scale=domein, axis=maanden)
    return cast("altair.Chart", lijn.encode(x=x, y=personen, **_uiterlijk(smal=smal)))


def _uiterlijk(*, smal: bool) -> dict[str, Any]:
    """Colour, dash and width of each line, and their one legend."""
    import altair as alt

    from kern import grafiekthema as thema

    def schaal(waarden: list[Any]) -> altair.Scale:
        return alt.Scale(domain=NAMEN, range=waarden)

    legenda = alt.Legend(symbolType="stroke", symbolStrokeWidth=3, symbolSize=500, columns=1 if smal else 3)
    kleuren = schaal([thema.DUIN, thema.DUIN, thema.INKT_ZACHT])
    return {
        "color": alt.Color("reeks:N", sort=NAMEN, scale=kleuren, legend=legenda),
        "strokeDash": alt.StrokeDash("reeks:N", sort=NAMEN, scale=schaal([[1, 0], [6, 4], [2, 3]])),
        "strokeWidth": alt.StrokeWidth("reeks:N", sort=NAMEN, legend=None, scale=schaal([3.5, 2.5, 2])),
    }


def _benoemde_punten(reeksen: Reeksen, peildatum: date) -> list[dict[str, Any]]:
    """The points that matter: now, and the quota at the end of each period."""
    if not reeksen["tempo"]:
        return []
    nu = reeksen["gehuisvest"][-1]
    punten = [
        {"d": nu["dag"], "n": nu["personen"], "t": f"{nu['personen']} op {_kort(nu['dag'])}", "dy": -10}
    ]
    punten += _verwachte_punten(reeksen, peildatum)
    for punt in reeksen["tempo"][1:]:
        tekst = f"{punt['personen']} voor {_einde(punt['dag'])}"
        punten.append({"d": punt["dag"], "n": punt["personen"], "t": tekst, "dy": -14})
    return punten


def _verwachte_punten(reeksen: Reeksen, peildatum: date) -> list[dict[str, Any]]:
    """What is expected at the end of the running period, where more is expected in it and more goes on after."""
    grens = next(
        (punt["dag"] for punt in reeksen["tempo"][1:-1] if punt["dag"] > peildatum.isoformat()), None
    )
    ervoor = [punt for punt in reeksen["verwacht"] if grens and punt["dag"] < grens]
    if not ervoor or ervoor[-1]["personen"] == reeksen["gehuisvest"][-1]["personen"]:
        return []
    aantal = ervoor[-1]["personen"]
    return [{"d": ervoor[-1]["dag"], "n": aantal, "t": f"{aantal} verwacht", "dy": 14, "rechts": True}]


def _punten(punten: list[dict[str, Any]], kleur: str, *, smal: bool) -> list[altair.Chart]:
    import altair as alt

    if not punten:
        return []
    stip = (
        alt.Chart(alt.Data(values=punten))
        .mark_point(filled=True, size=90, color=kleur, opacity=1)
        .encode(x="d:T", y="n:Q")
    )
    namen = [
        alt.Chart(alt.Data(values=[{**punt, "t": str(punt["n"]) if smal else punt["t"]}]))
        .mark_text(**_naast(punt), dy=punt["dy"], fontWeight=600, fontSize=14)
        .encode(x="d:T", y="n:Q", text="t:N")
        for punt in punten
    ]
    return [stip, *namen]


def _naast(punt: dict[str, Any]) -> dict[str, Any]:
    """On which side of the point its words stand."""
    return {"align": "left", "dx": 8} if punt.get("rechts") else {"align": "right", "dx": -8}


def _dag(iso: str) -> str:
    return schrijfwijze.dag(date.fromisoformat(iso))


def _kort(iso: str) -> str:
    """The day and month, without the year: the chart is of one year."""
    dag = date.fromisoformat(iso)
    return f"{dag.day} {schrijfwijze.MAANDEN[dag.month - 1]}"


def _einde(iso: str) -> str:
    """The day before which a quota must be done; the axis ends on 31 December, the quota before 1 January."""
    return "1 januari" if iso.endswith("12-31") else _kort(iso)
