"""Input of financien."""

from __future__ import annotations

from django import forms

from kern.forms import DatumVeld


class PeildatumForm(forms.Form):
    """The day that the figures hold for."""

    peildatum = DatumVeld(label="Peildatum")
