"""Input for the number of a period, and for exchanges with other municipalities."""

from __future__ import annotations

from typing import Any

from django import forms

from huisvesting.models import Opgave, Uitruil
from kern.forms import BasisForm
from kern.indeling import indeling

_VELDEN = (
    "aantal",
    "bekend_op",
    "landelijk",
    "inwoners_gemeente",
    "inwoners_land",
    "staatscourant",
    "bron",
)
_HULP = {
    "aantal": "Zoals bekendgemaakt, zonder achterstand",
    "bekend_op": "De dag van de bekendmaking. Dag-maand-jaar",
    "landelijk": "Voor heel Nederland in dit half jaar",
    "inwoners_gemeente": "Volgens het CBS op 1 januari van het jaar ervoor",
    "inwoners_land": "Volgens het CBS op dezelfde dag",
    "staatscourant": "Bijvoorbeeld 2016, 51234",
    "bron": "Bijvoorbeeld: Staatscourant, of brief van de provincie",
}
_INDELING = (
    ("landelijk", "wi-v2"),
    ("inwoners_gemeente", "wi-v2"),
    ("inwoners_land", "wi-v2"),
    ("staatscourant", "wi-v3"),
    ("bron", "wi-v3"),
)


class OpgaveForm(BasisForm[Opgave]):
    """Correct a version of the number. The plan's has no day on which it became known."""

    class Meta:
        model = Opgave
        fields = _VELDEN
        help_texts = _HULP

    helper = indeling(("aantal", "wi-v3"), ("bekend_op", "wi-v3"), *_INDELING)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.bekend_op is None:
            del self.fields["bekend_op"]
            self.helper = indeling(("aantal", "wi-v3"), *_INDELING)
        else:
            self.fields["bekend_op"].required = True


class NieuweOpgaveForm(OpgaveForm):
    """A number that became known, for a half-year that is there or one that comes."""

    periode = forms.ChoiceField(label="Half jaar", help_text="Een nieuw half jaar komt erbij")

    helper = indeling(("periode", "wi-v2"), ("aantal", "wi-v2"), ("bekend_op", "wi-v2"), *_INDELING)

    def __init__(self, *args: Any, periodes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["periode"].choices = periodes  # type: ignore[attr-defined]  # a ChoiceField


class UitruilForm(BasisForm[Uitruil]):
    """Persons shifted between us and another municipality."""

    class Meta:
        model = Uitruil
        fields = ("gemeente", "aantal", "besloten_op", "bron")
        help_texts = {
            "aantal": "Wassenaar neemt over: een getal. De ander neemt over: met een min, zoals -3",
            "besloten_op": "De dag van het besluit. Dag-maand-jaar",
            "bron": "Welk besluit van beide gemeenten?",
        }

    helper = indeling(("gemeente", "wi-v3"), ("aantal", "wi-v3"), ("besloten_op", "wi-v3"), ("bron", "wi-v3"))
