"""Input for asking to see a BSN: why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import TextChoices

from kern.forms import InvoerForm
from kern.indeling import indeling


class Inzagereden(TextChoices):
    """The usual reasons to need a BSN."""

    INSTANTIE = "instantie", "Nodig voor een aanvraag bij een instantie"
    CONTROLE = "controle", "Controleren of het de juiste persoon is"
    BRP = "brp", "Opzoeken in de BRP"
    ANDERS = "anders", "Een andere reden"


class BsnForm(InvoerForm):
    """Why the BSN is needed; the words are kept with who asked and when."""

    reden = forms.ChoiceField(
        label="Waarom heeft u het BSN nodig?",
        choices=[("", "Kies een reden"), *Inzagereden.choices],
        error_messages={"required": "Kies een reden."},
    )
    toelichting = forms.CharField(
        label="Toelichting",
        help_text="Bijvoorbeeld: toeslag aanvragen bij de Belastingdienst",
        required=False,
        max_length=140,
    )

    helper = indeling(("reden", "wi-v3"), ("toelichting", ""))

    def clean(self) -> dict[str, Any]:
        """Another reason has to be named."""
        gegevens = super().clean() or {}
        if gegevens.get("reden") == Inzagereden.ANDERS and not gegevens.get("toelichting", "").strip():
            self.add_error("toelichting", "Vul in waarom u het BSN nodig heeft.")
        return gegevens

    def in_woorden(self) -> str:
        """The reason as it is kept: what was chosen, and what was typed."""
        gekozen, getypt = Inzagereden(self.cleaned_data["reden"]), self.cleaned_data["toelichting"].strip()
        if gekozen == Inzagereden.ANDERS:
            return str(getypt)
        return f"{gekozen.label}: {getypt}" if getypt else str(gekozen.label)
