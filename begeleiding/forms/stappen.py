"""Ticking a step of the first month, finding that it does not apply, and taking that back."""

from __future__ import annotations

from datetime import date
from typing import Any

from begeleiding.models import Stapstand
from dossiers.forms.deelwoorden import Feiten
from kern.forms import BasisForm, Verschil
from kern.indeling import indeling
from kern.opmaak.datum import schrijf_datum


def stapfeiten(rij: Stapstand) -> Feiten:
    """What somebody said of a step, as its pages write it."""
    if rij.niet_van_toepassing and rij.gedaan_op:
        stand = f"Niet van toepassing sinds {schrijf_datum(rij.gedaan_op)}: {rij.reden}"
    else:
        stand = f"Gedaan op {schrijf_datum(rij.gedaan_op)}" if rij.gedaan_op else "Nog te doen"
    return [
        ("Stand", stand),
        *([("Opmerking", rij.opmerking)] if rij.opmerking else []),
        *([("Door", str(rij.door))] if rij.door else []),
    ]


class Stapform(BasisForm[Stapstand]):
    """An act on a step; the action decides about what was typed, so that the row keeps its own until then."""

    verschilkop = "U koos"

    def wordt(self) -> str:
        """How the step would stand, in words."""
        return "Nog te doen"

    def verouderd(self, actueel: Stapstand) -> None:
        """What somebody else made of the step meanwhile; a partner reads no history, so that it is not asked."""
        super().verouderd(actueel)
        opmerking = (een for een in self.verschillen if een.veld == "opmerking")
        stand = dict(stapfeiten(actueel))["Stand"]
        self.verschillen = (Verschil("", "Stand", self.wordt(), stand), *opmerking)

    def _post_clean(self) -> None:
        """Nothing: see the class."""


class GedaanForm(Stapform):
    """When a step was done, today unless somebody says another day."""

    class Meta:
        model = Stapstand
        fields = ("gedaan_op", "opmerking")
        help_texts = {"gedaan_op": "Vandaag of eerder", "opmerking": "De gemeente leest dit ook"}

    helper = indeling(("gedaan_op", "wi-v3"), ("opmerking", ""))

    def wordt(self) -> str:
        return f"Gedaan op {schrijf_datum(self.cleaned_data['gedaan_op'])}"

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dag = self.fields["gedaan_op"]
        dag.required = True
        dag.error_messages["required"] = "Vul in wanneer de stap gedaan is."
        self.initial["gedaan_op"] = (
            None if self.instance.niet_van_toepassing else self.instance.gedaan_op
        ) or vandaag


class NvtForm(Stapform):
    """Why a family does not have to do a step."""

    class Meta:
        model = Stapstand
        fields = ("reden",)
        help_texts = {"reden": "Bijvoorbeeld: Rima had al een Nederlands nummer"}

    helper = indeling(("reden", ""))

    def wordt(self) -> str:
        return f"Niet van toepassing: {self.cleaned_data['reden']}"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reden = self.fields["reden"]
        reden.required = True
        reden.error_messages["required"] = "Schrijf op waarom deze stap niet van toepassing is."


class TerugForm(Stapform):
    """The step is still to do after all; nothing to type."""

    class Meta:
        model = Stapstand
        fields = ()

    helper = indeling(("versie", ""))
