"""Input for judging a row of the read log."""

from __future__ import annotations

from typing import Any

from django import forms

from kern.forms import InvoerForm
from kern.indeling import indeling

IN_ORDE, MIS = "ja", "nee"


class BeoordeelForm(InvoerForm):
    """Is this look all right? What is not, has to be said in words."""

    in_orde = forms.TypedChoiceField(
        label="Is deze inzage in orde?",
        choices=[("", "Kies een oordeel"), (IN_ORDE, "In orde"), (MIS, "Niet in orde")],
        coerce=lambda waarde: waarde == IN_ORDE,
        error_messages={"required": "Kies een oordeel."},
    )
    opmerking = forms.CharField(
        label="Opmerking",
        help_text="Schrijf hier geen namen of gegevens van statushouders.",
        required=False,
        max_length=300,
    )

    helper = indeling(("in_orde", "wi-v3"), ("opmerking", ""))

    def clean(self) -> dict[str, Any]:
        """What is not all right asks for a remark."""
        gegevens = super().clean() or {}
        if gegevens.get("in_orde") is False and not gegevens.get("opmerking", "").strip():
            self.add_error("opmerking", "Schrijf op wat er niet klopt.")
        return gegevens
