"""Input about the count of a person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from huisvesting.models import Overname
from huisvesting.rules import GEMEENTE
from kern.forms import BasisForm
from kern.indeling import indeling


class OvernameForm(BasisForm[Overname]):
    """Which municipality reported the move of an AMV, and when; one that is there can be taken away."""

    weghalen = forms.BooleanField(label="Deze melding klopt niet: haal haar weg", required=False)

    class Meta:
        model = Overname
        fields = ("gemeente", "gemeld_op")
        help_texts = {
            "gemeente": "De gemeente waar deze persoon nu woont, bijvoorbeeld Leiden",
            "gemeld_op": "De dag waarop die gemeente het bij COA meldde. Dag-maand-jaar",
        }

    helper = indeling(("gemeente", "wi-v3"), ("gemeld_op", "wi-v3"), ("weghalen", "wi-v4"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["weghalen"]
            self.helper = indeling(("gemeente", "wi-v3"), ("gemeld_op", "wi-v3"))

    def clean_gemeente(self) -> str:
        """Another one than ours."""
        gemeente = " ".join(self.cleaned_data["gemeente"].split())
        if gemeente.casefold() == GEMEENTE.casefold():
            raise ValidationError("Vul een andere gemeente in dan Wassenaar.")
        return gemeente
