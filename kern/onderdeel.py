"""Drawing a component of the screens: its markup is in templates/onderdelen/<name>.html."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe


def teken(onderdeel: str, **context: Any) -> SafeString:
    """The component's template, drawn with exactly this context."""
    html: str = _sjabloon(onderdeel).render(context)
    return mark_safe(html.strip())  # noqa: S308


@cache
def _sjabloon(onderdeel: str) -> Any:
    """Found once: a list of 50 rows draws 400 components."""
    return get_template(f"onderdelen/{onderdeel}.html")
