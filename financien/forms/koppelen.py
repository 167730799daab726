"""Input for what is done with entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from financien.actions.toedelen import Deel
from financien.models import Merk, Toedeling
from kern.forms import BasisForm, BedragVeld, InvoerForm
from kern.indeling import indeling

MEESTE_DELEN = 6
Keuzes = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Beloofd:
    """A commitment that a part can use up: its key and words, and the code and name of its activity."""

    pk: int
    woorden: str
    regel: str
    activiteit: str


class KoppelForm(InvoerForm):
    """On which lines an entry belongs, each with its amount; `delen` is how many there are fields for.

    Amounts have the sign of the ledger, as they stand in it.
    """

    delen = forms.IntegerField(min_value=1, max_value=MEESTE_DELEN, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, regels: Keuzes, verplichtingen: Sequence[Beloofd] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.aantal = self._aantal()
        self._regel_van = {rij.pk: rij.regel for rij in verplichtingen}
        per_activiteit: dict[str, list[tuple[int, str]]] = {}
        for rij in verplichtingen:
            per_activiteit.setdefault(rij.activiteit, []).append((rij.pk, rij.woorden))
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
            if verplichtingen:
                self.fields[f"verplichting_{nummer}"] = forms.TypedChoiceField(
                    label=f"Verplichting{achter}",
                    choices=[("", "Geen"), *per_activiteit.items()],
                    coerce=int,
                    empty_value=None,
                    required=False,
                    error_messages={"invalid_choice": "Kies een verplichting uit de lijst."},
                )
            self.fields[f"waarom_{nummer}"] = forms.CharField(
                label=f"Waarom{achter}", required=False, max_length=200
            )
        self.helper = indeling(
            *(
                (f"{naam}_{nummer}", "wi-v2")
                for nummer in range(1, self.aantal + 1)
                for naam in ("regel", "bedrag", "verplichting", "waarom")
                if f"{naam}_{nummer}" in self.fields
            )
        )

    def _aantal(self) -> int:
        gevraagd = str(self.data.get("delen", "") if self.is_bound else self.initial.get("delen", 1))
        return min(max(int(gevraagd), 1), MEESTE_DELEN) if gevraagd.isdecimal() and len(gevraagd) < 3 else 1

    def clean(self) -> dict[str, Any]:
        """A commitment is of the line that it stands beside."""
        gegevens = super().clean() or {}
        for nummer in range(1, self.aantal + 1):
            regel, gekozen = gegevens.get(f"regel_{nummer}"), gegevens.get(f"verplichting_{nummer}")
            if regel and gekozen and self._regel_van[gekozen] != regel:
                self.add_error(
                    f"verplichting_{nummer}", str(Toedeling.triggerzinnen["toedeling_bij_verplichting"])
                )
        return gegevens

    @property
    def gekozen(self) -> list[Deel]:
        """The parts, once the form is valid."""
        return [
            Deel(
                self.cleaned_data[f"regel_{nummer}"],
                self.cleaned_data[f"bedrag_{nummer}"],
                self.cleaned_data[f"waarom_{nummer}"],
                self.cleaned_data.get(f"verplichting_{nummer}"),
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
