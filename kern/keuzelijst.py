"""A select for long lists: drawn without a template, because two hundred options cost more than a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class Keuzelijst(forms.Select):
    """As Django's Select with a flat list of choices and one value."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        """The same HTML as Django's own; a test holds them equal."""
        kenmerken = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        gekozen = self.format_value(value)
        opties = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (sleutel, flatatt({"selected": str(sleutel) in gekozen}), label)
                for sleutel, label in ((sleutel or "", label) for sleutel, label in self.choices)
            ),
        )
        return format_html("<select{}>{}</select>", flatatt(kenmerken), opties)
