"""The name of a filter that a user keeps."""

from __future__ import annotations

from dossiers.models import Bewaardfilter
from kern.forms import BasisForm
from kern.indeling import indeling


class BewaardfilterForm(BasisForm[Bewaardfilter]):
    """Only the name: what it filters was chosen in the list."""

    class Meta:
        model = Bewaardfilter
        fields = ["naam"]
        help_texts = {"naam": "Alleen u ziet dit filter. Schrijf hier geen naam van een persoon."}

    helper = indeling(("naam", "wi-v3"))
