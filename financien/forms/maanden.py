"""Input for closing a month and opening it again."""

from __future__ import annotations

from django import forms

from financien.models import Periodeafsluiting
from kern.forms import BasisForm, InvoerForm
from kern.indeling import indeling


class SluitForm(InvoerForm):
    """Nothing to fill in: the page says what closing does."""

    helper = indeling()


class HeropenForm(BasisForm[Periodeafsluiting]):
    """Why a closed month opens again."""

    reden = forms.CharField(label="Waarom gaat de maand weer open?", max_length=300)

    class Meta:
        model = Periodeafsluiting
        fields = ("reden",)

    helper = indeling(("reden", "wi-v4"))
