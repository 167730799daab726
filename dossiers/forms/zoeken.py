"""What is typed in the search box."""

from __future__ import annotations

from django import forms

from kern.forms import InvoerForm


class ZoekForm(InvoerForm):
    """A name, a number, a telephone or an address; it comes by POST, so that no address holds it."""

    q = forms.CharField(label="Zoek persoon", max_length=200)
