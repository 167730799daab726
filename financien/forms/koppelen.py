"""Input for what is done with entries."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from financien.actions.toedelen import Deel
from financien.models import Merk
from kern.forms import BasisForm, BedragVeld, InvoerForm
from kern.indeling import indeling

MEESTE_DELEN = 6
Keuzes = Sequence[tuple[str, str]]


class KoppelForm(InvoerForm):
    """On which lines an entry belongs, each with its amount; `delen` is how many there are fields for.

    Amounts have the sign of the ledger, as they stand in it.
    """

    delen = forms.IntegerField(min_value=1, max_value=MEESTE_DELEN, widget=forms.HiddenInput)

    def __init__(self, *args: Any, regels: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aantal = self._aantal()
        for nummer in range(1, self.aantal + 1):
            achter = f" {nummer}" if self.aantal > 1 else ""
            self.fields[f"regel_{nummer}"] = forms.ChoiceField(
                label=f"Regel{achter}",
                choices=[("", "Kies een regel"), *regels],
                error_messages={
                    "required": "Kies een regel van de begroting.",
                    "invalid_choice": "Kies een regel uit de lijst.",
                },
            )
            self.fields[f"bedrag_{nummer}"] = BedragVeld(
                label=f"Bedrag{achter}", max_digits=14, decimal_places=2
            )
            self.fields[f"waarom_{nummer}"] = forms.CharField(
                label=f"Waarom{achter}", required=False, max_length=200
            )
        self.helper = indeling(
            *(
                (f"{naam}_{nummer}", "wi-v2")
                for nummer in range(1, self.aantal + 1)
                for naam in ("regel", "bedrag", "waarom")
            )
        )

    def _aantal(self) -> int:
        gevraagd = str(self.data.get("delen", "") if self.is_bound else self.initial.get("delen", 1))
        return min(max(int(gevraagd), 1), MEESTE_DELEN) if gevraagd.isdecimal() and len(gevraagd) < 3 else 1

    @property
    def gekozen(self) -> list[Deel]:
        """The parts, once the form is valid."""
        return [
            Deel(
                self.cleaned_data[f"regel_{nummer}"],
                self.cleaned_data[f"bedrag_{nummer}"],
                self.cleaned_data[f"waarom_{nummer}"],
            )
            for nummer in range(1, self.aantal + 1)
        ]

    @property
    def getypte_som(self) -> Decimal | None:
        """What the typed amounts are together; None where one cannot be read."""
        bedragen = [self.cleaned_data.get(f"bedrag_{nummer}") for nummer in range(1, self.aantal + 1)]
        return None if None in bedragen else sum(filter(None, bedragen), Decimal(0))


class MerkForm(BasisForm[Merk]):
    """What is decided of a mark."""

    class Meta:
        model = Merk
        fields = ("besluit", "toelichting")
        widgets = {"besluit": forms.RadioSelect}

    helper = indeling(("besluit", "wi-v4"), ("toelichting", "wi-v4"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        besluit = self.fields["besluit"]
        besluit.required = True
        besluit.choices = [keuze for keuze in besluit.choices if keuze[0]]  # type: ignore[attr-defined]
