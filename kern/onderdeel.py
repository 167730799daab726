"""Drawing a component of the screens: its markup is in templates/onderdelen/<name>.html."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from django.template import Context, Template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe


def teken(onderdeel: str, **context: Any) -> SafeString:
    """The component's template, drawn with exactly this context."""
    html: str = _sjabloon(onderdeel).render(Context(context))
    return mark_safe(html.strip())  # noqa: S308


@lru_cache(maxsize=512)
def teken_vast(onderdeel: str, *waarden: tuple[str, str]) -> SafeString:
    """A component of fixed words (a state, an icon), drawn once for each; never for what is of a person."""
    return teken(onderdeel, **dict(waarden))


@cache
def _sjabloon(onderdeel: str) -> Template:
    """Found once: a list of 50 rows draws 400 components."""
    sjabloon: Any = get_template(f"onderdelen/{onderdeel}.html")
    gevonden: Template = sjabloon.template
    return gevonden


def inhoud_van(content: str) -> SafeString:
    """What stands inside a block tag, which the template engine has escaped already."""
    return mark_safe(content.strip())  # noqa: S308


def breedte(procent: float | Decimal) -> str:
    """A width for SVG: with a point, whatever the language."""
    return f"{min(max(float(procent), 0.0), 100.0):.1f}"
