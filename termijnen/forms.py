"""Input for a decision about a term."""

from __future__ import annotations

from django import forms

from kern.forms import DatumVeld, InvoerForm
from kern.indeling import indeling
from termijnen.models import Uitzonderingsoort


class BesluitForm(InvoerForm):
    """Postponed, exempted, or done outside the system: until or on which day, and why."""

    soort = forms.ChoiceField(
        label="Wat besluit u?",
        choices=[("", "Maak een keuze"), *Uitzonderingsoort.choices],
        error_messages={"required": "Kies wat u besluit."},
    )
    nieuwe_datum = DatumVeld(
        label="Tot en met, of gedaan op",
        required=False,
        help_text="Bij uitstel de nieuwe laatste dag, bij gedaan de dag zelf. Bij vrijstelling leeg",
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=300,
        help_text="De oude datum blijft zichtbaar in het dossier",
        error_messages={"required": "Schrijf op waarom."},
    )

    helper = indeling(("soort", "wi-v2"), ("nieuwe_datum", "wi-v2"), ("reden", "wi-v6"))


class LeegForm(InvoerForm):
    """Nothing to fill in: the act itself is asked."""

    helper = indeling()
