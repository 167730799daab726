"""What stands in the cells of a table, written here and not in a template.

A list of fifty rows has four hundred of them: as templates they took more time than the rest of the page.
The other components have a template each; the tags and their arguments are the same.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from django.utils.formats import localize
from django.utils.safestring import SafeString, mark_safe

_CEL = "utrecht-table__cell"
_GETAL = "utrecht-table__cell utrecht-table__cell--numeric-column"
_RIJKOP = "utrecht-table__header-cell wi-kaartlinks"


def tekst_van(waarde: Any) -> str:
    """A value as a template would write it: in the Dutch way, and escaped unless it is safe already."""
    if not isinstance(waarde, str):
        waarde = localize(waarde)
    return str(waarde.__html__()) if hasattr(waarde, "__html__") else escape(str(waarde))


# A day or the number of a dossier, which a narrow screen would break at its hyphens.
_HEEL = re.compile(r"\b(?:D-\d\d-\d{4,}|\d{1,2}-\d{1,2}-\d{4})\b")


def heel(tekst: Any) -> SafeString:
    """A text in which no day and no number of a dossier is broken over two lines; a component stays as it is."""
    if hasattr(tekst, "__html__"):
        return _veilig(tekst_van(tekst))
    return _veilig(_HEEL.sub(r'<span class="wi-nowrap">\g<0></span>', tekst_van(tekst)))


def rij(*cellen: SafeString) -> SafeString:
    """A row of cells that were drawn here."""
    return _veilig(f'<tr class="utrecht-table__row">{"".join(cellen)}</tr>')


def cel(
    waarde: Any, *, getal: bool = False, kop: str = "", url: str = "", bij: str = "", klasse: str = ""
) -> SafeString:
    """A cell, with a link or a soft line below where they are given.

    Where rows become cards `kop` stands before it with a colon, so a question loses its mark.
    """
    namen = _klassen(_GETAL if getal else _CEL, klasse)
    kenmerk = f' data-kop="{tekst_van(kop).removesuffix("?")}"' if kop else ""
    onder = f'<span class="wi-onderregel">{heel(bij)}</span>' if bij else ""
    return _veilig(f'<td class="{namen}"{kenmerk}>{_koppeling(waarde, url)}{onder}</td>')


def rijkop(
    tekst: Any, url: str = "", *, onder: str = "", onder_klasse: str = "", klasse: str = ""
) -> SafeString:
    """The name of a row, with its page and a soft line below."""
    namen = _klassen("wi-onderregel", onder_klasse)
    regel = f'<span class="{namen}">{heel(onder)}</span>' if onder else ""
    return _veilig(
        f'<th scope="row" class="{_klassen(_RIJKOP, klasse)}">{_koppeling(tekst, url)}{regel}</th>'
    )


def waarde(tekst: str, *, onbekend: bool, negatief: bool) -> SafeString:
    """An amount, a count or a day: unknown is soft, negative is red."""
    if not onbekend and not negatief:
        return heel(tekst)
    return _veilig(f'<span class="{"wi-stil" if onbekend else "wi-min"}">{tekst_van(tekst)}</span>')


def _klassen(vast: str, bij: str) -> str:
    return f"{vast} {tekst_van(bij)}" if bij else vast


def _koppeling(tekst: Any, url: str) -> str:
    inhoud = heel(tekst)
    return f'<a class="nl-link" href="{tekst_van(url)}">{inhoud}</a>' if url else inhoud


def _veilig(html: str) -> SafeString:
    """Of parts that `tekst_van` wrote, so that nothing in it is somebody's own HTML."""
    return mark_safe(html)  # noqa: S308
