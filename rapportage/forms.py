"""Input for reports: it checks what was chosen; the action decides and saves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from kern import schrijfwijze
from kern.forms import InvoerForm
from kern.indeling import indeling
from rapportage.models import Soort
from rapportage.rules import lees_maand


class RapportForm(InvoerForm):
    """Which report, of which month. The months that are over are offered, the newest first."""

    soort = forms.ChoiceField(
        label="Soort rapport",
        choices=Soort.choices,
        error_messages={
            "required": "Kies een soort rapport.",
            "invalid_choice": "Kies een soort rapport uit de lijst.",
        },
    )
    maand = forms.TypedChoiceField(
        label="Maand",
        help_text="De laatste dag van de maand is de peildatum",
        coerce=lees_maand,
        error_messages={
            "required": "Kies een maand.",
            "invalid_choice": "Kies een maand uit de lijst. Alleen maanden die voorbij zijn staan erin.",
        },
    )

    helper = indeling(("soort", "wi-v3"), ("maand", "wi-v3"))

    def __init__(self, *args: Any, maanden: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["maand"].choices = [  # type: ignore[attr-defined]
            (f"{maand:%Y-%m}", schrijfwijze.maand(maand)) for maand in maanden
        ]
