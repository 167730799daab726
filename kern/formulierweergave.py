"""How every form field is drawn, whichever way a template asks for it: `{{ form }}`, crispy or by hand.

The classes of the components are set here, on the bound field, so that no form has to know them.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input

# The first that fits decides; a widget that is none of these keeps its own look.
KLASSEN: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, ""),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.HiddenInput, ""),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
)


def klassen(widget: forms.Widget, *, fout: bool) -> str:
    """The classes of the component that draws this widget, with its state; empty where there is none."""
    basis = next((namen for soort, namen in KLASSEN if isinstance(widget, soort)), "")
    return f"{basis} {basis.split()[0]}--invalid" if basis and fout else basis


class Schermveld(BoundField):
    """A bound field whose widget wears the component's classes."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """As Django's, with the classes added to those that the widget has of its own."""
        gebouwd: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        eigen = " ".join(filter(None, [widget.attrs.get("class", ""), gebouwd.get("class", "")]))
        namen = f"{klassen(widget, fout=bool(self.errors))} {eigen}".strip()
        return {**gebouwd, "class": namen} if namen else gebouwd

    @property
    def is_optioneel(self) -> bool:
        """Is it worth saying that this field may stay empty?

        Not for a tick box, where not ticking is an answer, nor for a field that says `leeg_is_keuze`.
        """
        keuze = getattr(self.field, "leeg_is_keuze", False) or isinstance(
            self.field.widget, forms.CheckboxInput
        )
        return not self.field.required and not keuze

    @property
    def doel(self) -> str:
        """The id that a link to this field goes to; of a group of choices that is the first choice."""
        return f"{self.auto_id}_0" if self.is_keuzegroep else str(self.auto_id)

    @property
    def is_keuzegroep(self) -> bool:
        """Radio buttons or tick boxes: a fieldset with a legend, not one control with a label."""
        return isinstance(self.field.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))

    @property
    def is_vinkje(self) -> bool:
        """One tick box: the label stands behind it."""
        return isinstance(self.field.widget, forms.CheckboxInput)


class Formulierweergave(TemplatesSetting):
    """Django's renderer with our bound field; its templates are in templates/django/forms/."""

    bound_field_class = Schermveld
