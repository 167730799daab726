"""All addresses of the URL configuration, by name."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def adressen() -> dict[str, URLPattern]:
    """By full name (`dossiers:lijst`); one without a name stands under its path, so that it is missed too."""
    return dict(_hieronder(get_resolver()))


def _hieronder(resolver: URLResolver, pad: str = "", ruimte: str = "") -> Iterator[tuple[str, URLPattern]]:
    for deel in resolver.url_patterns:
        hier = f"{pad}{deel.pattern}"
        if isinstance(deel, URLResolver):
            yield from _hieronder(deel, hier, f"{ruimte}{deel.namespace}:" if deel.namespace else ruimte)
        else:
            yield (f"{ruimte}{deel.name}" if deel.name else f"zonder naam: {hier}"), deel
