"""What stands in the cells of a table, written here and not in a template.

A list of fifty rows has four hundred of them: as templates they took more time than the rest of the page.
The other components have a template each; the tags and their arguments are the same.
"""

from __future__ import annotations

from typing import Any

from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

LEEG = mark_safe("")


def tekst_van(waarde: Any) -> SafeString:
    """A value as a template would write it: in the Dutch way, and escaped unless it is safe already."""
    return conditional_escape(waarde if isinstance(waarde, str) else localize(waarde))


def cel(waarde: Any, *, getal: bool, kop: str, url: str, bij: str, klasse: str) -> SafeString:
    """A cell, with a link or a soft line below where they are given."""
    namen = "utrecht-table__cell" + (" utrecht-table__cell--numeric-column" if getal else "")
    return format_html(
        '<td class="{}"{}>{}{}</td>',
        f"{namen} {klasse}" if klasse else namen,
        format_html(' data-kop="{}"', kop) if kop else LEEG,
        _koppeling(waarde, url),
        format_html('<span class="wi-onderregel">{}</span>', tekst_van(bij)) if bij else LEEG,
    )


def rijkop(tekst: Any, url: str, *, onder: str, onder_klasse: str, klasse: str) -> SafeString:
    """The name of a row, with its page and a soft line below."""
    namen = "utrecht-table__header-cell wi-kaartlinks"
    onder_namen = f"wi-onderregel {onder_klasse}" if onder_klasse else "wi-onderregel"
    return format_html(
        '<th scope="row" class="{}">{}{}</th>',
        f"{namen} {klasse}" if klasse else namen,
        _koppeling(tekst, url),
        format_html('<span class="{}">{}</span>', onder_namen, tekst_van(onder)) if onder else LEEG,
    )


def waarde(tekst: str, *, onbekend: bool, negatief: bool) -> SafeString:
    """An amount, a count or a day: unknown is soft, negative is red."""
    if not onbekend and not negatief:
        return conditional_escape(tekst)
    return format_html('<span class="{}">{}</span>', "wi-stil" if onbekend else "wi-min", tekst)


def _koppeling(tekst: Any, url: str) -> SafeString:
    return (
        format_html('<a class="nl-link" href="{}">{}</a>', url, tekst_van(tekst)) if url else tekst_van(tekst)
    )
