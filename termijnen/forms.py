"""Input for a decision about a term."""

from __future__ import annotations

from typing import Any

from django import forms

from kern.forms import DatumVeld, InvoerForm
from kern.indeling import indeling
from termijnen.models import Uitzonderingsoort

# What most often holds something up; the rest is written.
REDENEN = (
    "Wacht op een plaats",
    "Wacht op antwoord van een ander",
    "De persoon kan nu niet",
    "Wacht op een document",
    "Een afspraak is verzet",
)


class Redenveld(forms.ChoiceField):
    """A common reason; left empty it is another, which is an answer too."""

    leeg_is_keuze = True


class Besluitdatum(DatumVeld):
    """A day that one kind of decision needs and another must not have: its hint says which."""

    leeg_is_keuze = True


class Toelichting(forms.CharField):
    """Words that are needed where no common reason was chosen: its hint says so."""

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
    waarom = Redenveld(
        label="Waarom?",
        required=False,
        choices=[("", "Anders, ik schrijf het op"), *((reden, reden) for reden in REDENEN)],
    )
    reden = Toelichting(
        label="Toelichting",
        required=False,
        max_length=250,
        help_text="Nodig als u hiervoor Anders koos. De oude datum blijft zichtbaar",
    )

    # the decision that held when the form was opened
    gezien = forms.IntegerField(required=False, widget=forms.HiddenInput)

    helper = indeling(("soort", "wi-v3"), ("nieuwe_datum", "wi-v3"), ("waarom", "wi-v3"), ("reden", "wi-v3"))

    def clean(self) -> dict[str, Any]:
        """One reason, of what was chosen and what was written; one of both is there."""
        gegevens = super().clean() or {}
        waarom, toelichting = gegevens.pop("waarom", ""), gegevens.get("reden", "").strip()
        if not waarom and not toelichting and "reden" not in self.errors:
            self.add_error("reden", "Schrijf op waarom.")
        gegevens["reden"] = ": ".join(deel for deel in (waarom, toelichting) if deel)
        return gegevens


class LeegForm(InvoerForm):
    """Nothing to fill in: the act itself is asked."""

    helper = indeling()
