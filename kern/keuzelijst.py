"""A select for long lists: drawn without a template, because two hundred options cost more than a page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


class Keuzelijst(forms.Select):
    """As Django's Select with a flat list of choices and one value."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        """The same HTML as Django's own; a test holds them equal."""
        kenmerken = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        gekozen = set(self.format_value(value))
        keuzes = [(str(sleutel or ""), str(label)) for sleutel, label in self.choices]
        opties = "".join(_optie(sleutel, label, sleutel in gekozen) for sleutel, label in keuzes)
        return format_html("<select{}>{}</select>", flatatt(kenmerken), mark_safe(opties))  # noqa: S308


@lru_cache(maxsize=1024)
def _optie(sleutel: str, label: str, gekozen: bool) -> str:
    """One option; the same two hundred on every page."""
    kenmerken = {"value": sleutel, "selected": gekozen}
    return str(format_html("<option{}>{}</option>", flatatt(kenmerken), label))
