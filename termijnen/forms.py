"""Input for a decision about a term."""

from __future__ import annotations

from typing import Any

from django import forms

from dossiers.forms.redenen import een_reden, toelichtingveld, waaromveld
from kern.forms import DatumVeld, InvoerForm
from kern.indeling import indeling
from termijnen.models import Uitzonderingsoort


class Besluitdatum(DatumVeld):
    """A day that one kind of decision needs and another must not have: its hint says which."""

    leeg_is_keuze = True


class BesluitForm(InvoerForm):
    """Postponed, exempted, or done outside the system: until or on which day, and why."""

    soort = forms.ChoiceField(
        label="Wat besluit u?",
        choices=[("", "Maak een keuze"), *Uitzonderingsoort.choices],
        error_messages={"required": "Kies wat u besluit."},
    )
    nieuwe_datum = Besluitdatum(
        label="Tot en met, of gedaan op",
        required=False,
        help_text="Bij uitstel de nieuwe laatste dag, bij gedaan de dag zelf. Bij vrijstelling leeg",
    )
    waarom = waaromveld()
    reden = toelichtingveld()

    # the decision that held when the form was opened
    gezien = forms.IntegerField(required=False, widget=forms.HiddenInput)

    helper = indeling(("soort", "wi-v3"), ("nieuwe_datum", "wi-v3"), ("waarom", "wi-v3"), ("reden", "wi-v3"))

    def clean(self) -> dict[str, Any]:
        """One reason, of what was chosen and what was written; one of both is there."""
        return een_reden(self, super().clean() or {})


class LeegForm(InvoerForm):
    """Nothing to fill in: the act itself is asked."""

    helper = indeling()
