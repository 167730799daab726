"""Input for which account belongs to which line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from financien.models import Rekening
from kern.forms import DatumVeld, InvoerForm
from kern.indeling import indeling


class RekeningForm(InvoerForm):
    """A cost centre with an account, the line, and the days on which that holds."""

    kostenplaats = forms.CharField(label="Kostenplaats", max_length=20)
    grootboekrekening = forms.CharField(label="Grootboekrekening", max_length=20)
    regel = forms.ChoiceField(
        label="Hoort bij",
        error_messages={
            "required": "Kies een regel van de begroting.",
            "invalid_choice": "Kies een regel uit de lijst.",
        },
    )
    van = DatumVeld(label="Eerste dag", required=False, help_text="Leeg: altijd al")
    tot_en_met = DatumVeld(label="Laatste dag", required=False, help_text="Leeg: tot nader bericht")

    helper = indeling(
        ("kostenplaats", "wi-v3"),
        ("grootboekrekening", "wi-v3"),
        ("regel", "wi-v4"),
        ("van", "wi-v3"),
        ("tot_en_met", "wi-v3"),
    )

    def __init__(self, *args: Any, keuzes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["regel"].choices = [("", "Kies een regel"), *keuzes]  # type: ignore[attr-defined]

    def add_error(self, field: str | None, error: Any) -> None:
        """A refusal of a constraint stands at the field that it is about."""
        super().add_error(field or _veld_van(error), error)


def _veld_van(fout: Any) -> str | None:
    zin = fout.messages[0] if isinstance(fout, ValidationError) else str(fout)
    per_zin = {str(rij.violation_error_message): rij.name for rij in Rekening._meta.constraints}
    velden = {"rekening_een_keer": "grootboekrekening", "rekening_tot_en_met_na_van": "tot_en_met"}
    return velden.get(per_zin.get(zin, ""))


class StopRekeningForm(InvoerForm):
    """The last day on which a rule holds."""

    tot_en_met = DatumVeld(label="Laatste dag", help_text="Dag-maand-jaar")
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    helper = indeling(("tot_en_met", "wi-v3"))
