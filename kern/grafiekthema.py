"""One look for every chart, on the page and in the PDF: colours, letters, and the Dutch notation.

Charts are made with altair by the domains, and drawn by `kern.grafieken`.
"""

from __future__ import annotations

import atexit
import base64
import shutil
import tempfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

LETTER = "Source Sans 3"
# The same font in a spec: vl-convert does not find a family with a digit in its name, and would then
# measure with another, some 40% too wide.
SPECLETTER = "Source Sans"
BREED, HALF, SMAL = 640, 480, 182  # plot widths in px: whole row, half a row, a telephone of 320

INKT, INKT_ZACHT, LIJN, LIJN_STERK = "#16211f", "#525f5c", "#eae6dc", "#b9b2a1"
DUIN, DUIN_LICHT, DUIN_BLEEK = "#10555d", "#8fc0bf", "#dcecea"
ROOD, AMBER, GROEN, BLAUW, GRIJS = "#a11d1a", "#d98a00", "#1f6236", "#1c4e8f", "#b9b2a1"

# Fixed meaning: the same thing has the same colour in every chart.
BETEKENIS = {
    "gerealiseerd": DUIN,
    "besteed": DUIN,
    "verplicht": DUIN_LICHT,
    "vrij": LIJN,
    "verwacht": DUIN_LICHT,
    "opgave": INKT,
    "te laat": ROOD,
    "deze week": AMBER,
    "komt eraan": DUIN_LICHT,
}

NL: dict[str, dict[str, Any]] = {  # d3 locale: 1.234,56 and Dutch months
    "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]},
    "time": {
        "dateTime": "%a %e %B %Y %X",
        "date": "%d-%m-%Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
        "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
        "months": [
            *("januari", "februari", "maart", "april", "mei", "juni"),
            *("juli", "augustus", "september", "oktober", "november", "december"),
        ],
        "shortMonths": [
            *("jan", "feb", "mrt", "apr", "mei", "jun"),
            *("jul", "aug", "sep", "okt", "nov", "dec"),
        ],
    },
}

_AS = {
    "labelFont": SPECLETTER,
    "titleFont": SPECLETTER,
    "labelFontSize": 14,
    "titleFontSize": 14,
    "labelColor": INKT_ZACHT,
    "titleColor": INKT_ZACHT,
    "titleFontWeight": "normal",
    "titlePadding": 8,
    "labelPadding": 6,
    "domainColor": LIJN_STERK,
    "tickColor": LIJN_STERK,
    "gridColor": LIJN,
}
_LEGENDA = {
    "orient": "bottom",
    "title": None,
    "labelLimit": 0,
    "direction": "horizontal",
    "labelFont": SPECLETTER,
    "labelFontSize": 14,
    "labelColor": INKT,
    "symbolSize": 120,
    "offset": 14,
    "columnPadding": 20,
    "rowPadding": 4,
}
CONFIG: dict[str, Any] = {
    "background": "transparent",
    "font": SPECLETTER,
    "view": {"stroke": None},
    "padding": 4,
    "axis": _AS,
    "axisX": {"grid": False, "ticks": False, "labelAngle": 0},
    "axisY": {
        "domain": False,
        "ticks": False,
        "titleAngle": 0,
        "titleAlign": "left",
        "titleAnchor": "start",
        "titleX": 0,
        "titleY": -14,
        "tickCount": 5,
    },
    "legend": _LEGENDA,
    "text": {"font": SPECLETTER, "fontSize": 14, "color": INKT},
    "bar": {"color": DUIN},
    "line": {"color": DUIN, "strokeWidth": 2.5},
    "rule": {"color": INKT},
    "range": {"category": [DUIN, AMBER, BLAUW, DUIN_LICHT, ROOD, GRIJS]},
    "title": {"font": SPECLETTER, "fontSize": 16, "anchor": "start", "color": INKT},
}


@lru_cache
def gebruik_thema() -> None:
    """Switch on the theme, once for this process."""
    import altair as alt

    @alt.theme.register("wassenaar", enable=True)
    def _thema() -> alt.theme.ThemeConfig:
        return {"config": CONFIG}  # type: ignore[typeddict-item]


def letterbestand(naam: str) -> Path:
    """A file of the fonts that set-up copied to static; FileNotFoundError says how to get it."""
    pad = finders.find(f"pakketten/letters/files/{naam}")
    if not isinstance(pad, str):
        raise FileNotFoundError(f"Lettertype {naam} ontbreekt. Voer eerst `make setup` uit.")
    return Path(pad)


@lru_cache
def meet_met_letters() -> None:
    """Give vl-convert the font, so that it measures text rightly; once for this process."""
    import vl_convert
    from fontTools.ttLib import TTFont

    map_ = Path(tempfile.mkdtemp(prefix="letters-"))
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    for dikte in (400, 600):
        letter = TTFont(letterbestand(f"source-sans-3-latin-{dikte}-normal.woff2"), recalcTimestamp=False)
        letter.flavor = None
        for naam in letter["name"].names:
            if naam.nameID in {1, 16}:
                naam.string = SPECLETTER
        letter["OS/2"].usWeightClass = dikte
        letter.save(map_ / f"SourceSans3-{dikte}.ttf")
    vl_convert.register_font_directory(str(map_))


def ingebedde_letter(dikte: int, tekens: str) -> str:
    """An @font-face rule that carries these characters as data, the same bytes for the same characters."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    # Without recalcTimestamp the font would hold the time at which it was cut.
    letter = TTFont(letterbestand(f"source-sans-3-latin-{dikte}-normal.woff2"), recalcTimestamp=False)
    zetter = subset.Subsetter(subset.Options(flavor="woff2", hinting=False, layout_features=["kern"]))
    zetter.populate(text=tekens)
    zetter.subset(letter)
    letter.flavor = "woff2"
    uit = BytesIO()
    letter.save(uit)
    data = base64.b64encode(uit.getvalue()).decode()
    return (
        f"@font-face{{font-family:'{LETTER}';font-weight:{dikte};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )
