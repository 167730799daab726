"""Charts: an altair chart becomes a frozen Vega-Lite spec, and a spec becomes a picture.

The SVG has a title, a description and role="img" (vl-convert writes none of them), no style
attributes and no script, so that it passes a strict Content-Security-Policy. For a page it carries
its own letters, because a picture in <img> cannot use the fonts of the page.
"""

from __future__ import annotations

import html
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpResponse

from kern import grafiekthema

if TYPE_CHECKING:
    import altair as alt

# A drawing costs 50 ms and is asked for again with the next page; 128 of them are some 4 MB.
ONTHOUDEN = 128
# The version that frozen specs are written in: a newer one might draw them otherwise.
VEGALITE = "6.4"


def bevries(grafiek: alt.TopLevelMixin) -> dict[str, Any]:
    """The chart as a Vega-Lite spec in plain JSON, theme and data included; same chart, same spec."""
    grafiekthema.gebruik_thema()
    spec = cast("dict[str, Any]", json.loads(json.dumps(grafiek.to_dict(), sort_keys=True)))
    _zonder_tijdzone(spec)
    return spec


def _zonder_tijdzone(deel: Any) -> None:
    """Draw days in UTC. A day without a time is read so, and a clock that is ahead loses the first tick."""
    if isinstance(deel, dict):
        for kanaal in ("x", "y"):
            as_ = deel.get(kanaal)
            if isinstance(as_, dict) and as_.get("type") == "temporal":
                as_["scale"] = {"type": "utc", **(as_.get("scale") or {})}
        for onderdeel in deel.values():
            _zonder_tijdzone(onderdeel)
    elif isinstance(deel, list):
        for onderdeel in deel:
            _zonder_tijdzone(onderdeel)


def svg(spec: dict[str, Any], titel: str, beschrijving: str, *, met_letters: bool = True) -> str:
    """The picture of a frozen spec. Without letters it is for a document that has the fonts itself."""
    return _teken(json.dumps(spec, sort_keys=True), titel, beschrijving, met_letters)


def svg_antwoord(spec: dict[str, Any], titel: str, beschrijving: str) -> HttpResponse:
    """The picture as an answer to a request; figures change, so no browser may keep it unasked."""
    bron = svg(spec, titel, beschrijving)
    return HttpResponse(
        bron, content_type="image/svg+xml; charset=utf-8", headers={"Cache-Control": "private, no-cache"}
    )


@lru_cache(maxsize=ONTHOUDEN)
def _teken(spec: str, titel: str, beschrijving: str, met_letters: bool) -> str:
    import vl_convert

    grafiekthema.meet_met_letters()
    bron = vl_convert.vegalite_to_svg(
        spec,
        format_locale=grafiekthema.NL["number"],
        time_format_locale=grafiekthema.NL["time"],
        vl_version=VEGALITE,
    )
    # A family name with a digit must be quoted, or the browser throws it away.
    letter = f"'{grafiekthema.LETTER}', sans-serif"
    bron = bron.replace(f'font-family="{grafiekthema.SPECLETTER}"', f'font-family="{letter}"')
    kop = f"<title>{html.escape(titel)}</title><desc>{html.escape(beschrijving)}</desc>"
    if met_letters:
        tekens = "".join(sorted({*html.unescape(re.sub(r"<[^>]+>", "", bron)), *"0123456789€%"}))
        kop += (
            f"<style>{''.join(grafiekthema.ingebedde_letter(dikte, tekens) for dikte in (400, 600))}</style>"
        )
    return re.sub(r"(<svg\b[^>]*)>", lambda m: f'{m.group(1)} role="img">{kop}', _hernummer(bron), count=1)


def _hernummer(bron: str) -> str:
    """Number the ids from 1: vl-convert counts on over all drawings of a process, so bytes would differ."""
    nummers: dict[str, str] = {}
    for oud in re.findall(r'id="([^"]+)"', bron):
        nummers.setdefault(oud, f"deel{len(nummers) + 1}")
    return re.sub(
        r'(id="|url\(#|href="#)([^")]+)',
        lambda m: m.group(1) + nummers.get(m.group(2), m.group(2)),
        bron,
    )
