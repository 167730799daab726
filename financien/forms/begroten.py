"""Input for decisions about the budget, and for why a line is off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from financien.actions import NIET_TOEGEWEZEN, Wijziging
from financien.models import Begrotingswijziging
from kern.forms import BedragVeld, DatumVeld, InvoerForm
from kern.indeling import indeling

MEESTE_REGELS = 12
_DAG = "Dag-maand-jaar"


def _veld_van(fout: Any) -> str | None:
    zin = Begrotingswijziging.triggerzinnen["begrotingswijziging_maand_open"]
    return "op" if zin in getattr(fout, "messages", []) else None


class WijzigingForm(InvoerForm):
    """A decision: its mark and day, and for each line what is added, or with a minus taken off.

    `regels` is how many lines there are fields for; an empty pair of fields is passed over.
    """

    kenmerk = forms.CharField(
        label="Kenmerk van het besluit", max_length=60, help_text="Bijvoorbeeld: raad 2017-12"
    )
    omschrijving = forms.CharField(label="Waarover gaat het?", max_length=200)
    op = DatumVeld(label="Geldt vanaf", help_text=_DAG)
    regels = forms.IntegerField(min_value=2, max_value=MEESTE_REGELS, widget=forms.HiddenInput)

    def __init__(self, *args: Any, keuzes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aantal = self._aantal()
        lijst = [("", "Kies een regel"), (NIET_TOEGEWEZEN, "Niet toegewezen"), *keuzes]
        for nummer in range(1, self.aantal + 1):
            self.fields[f"regel_{nummer}"] = forms.ChoiceField(
                label=f"Regel {nummer}",
                choices=lijst,
                required=False,
                error_messages={"invalid_choice": "Kies een regel uit de lijst."},
            )
            self.fields[f"bedrag_{nummer}"] = BedragVeld(
                label=f"Erbij of eraf {nummer}",
                max_digits=12,
                required=False,
                help_text="Met een min ervoor gaat het eraf",
            )
        velden = [
            (f"{naam}_{nummer}", "wi-v3")
            for nummer in range(1, self.aantal + 1)
            for naam in ("regel", "bedrag")
        ]
        self.helper = indeling(("kenmerk", "wi-v2"), ("omschrijving", "wi-v2"), ("op", "wi-v2"), *velden)

    def add_error(self, field: str | None, error: Any) -> None:
        """A refusal for the day stands at the day."""
        super().add_error(field or _veld_van(error), error)

    def _aantal(self) -> int:
        gevraagd = str(self.data.get("regels", "") if self.is_bound else self.initial.get("regels", 2))
        return min(max(int(gevraagd), 2), MEESTE_REGELS) if gevraagd.isdecimal() and len(gevraagd) < 3 else 2

    def clean(self) -> dict[str, Any]:
        """A line has an amount, and an amount a line; the fault stands at the field that is empty."""
        gegevens = super().clean() or {}
        for nummer in range(1, self.aantal + 1):
            regel, bedrag = gegevens.get(f"regel_{nummer}"), gegevens.get(f"bedrag_{nummer}")
            if regel and bedrag is None and f"bedrag_{nummer}" not in self.errors:
                self.add_error(f"bedrag_{nummer}", "Vul in hoeveel erbij of eraf gaat.")
            if bedrag is not None and not regel and f"regel_{nummer}" not in self.errors:
                self.add_error(f"regel_{nummer}", "Kies bij welke regel dit bedrag hoort.")
            if regel and bedrag == 0:
                self.add_error(f"bedrag_{nummer}", "Een wijziging van nul euro verandert niets.")
        if not self.errors and len(self.gekozen) < 2:
            self.add_error("regel_1", "Kies ten minste twee regels: wat erbij komt, gaat ergens af.")
        return gegevens

    @property
    def gekozen(self) -> list[Wijziging]:
        """The lines that were filled in, once the form is valid."""
        return [
            Wijziging(self.cleaned_data[f"regel_{nummer}"], self.cleaned_data[f"bedrag_{nummer}"])
            for nummer in range(1, self.aantal + 1)
            if self.cleaned_data.get(f"regel_{nummer}")
        ]


class OverhevelForm(InvoerForm):
    """How much of a year goes to the next, and by which decision."""

    bedrag = BedragVeld(label="Hoeveel gaat er over?", max_digits=12)
    kenmerk = forms.CharField(
        label="Kenmerk van het besluit", max_length=60, help_text="Bijvoorbeeld: raad 2018-03"
    )
    op = DatumVeld(label="Geldt vanaf", help_text=_DAG)

    helper = indeling(("bedrag", "wi-v2"), ("kenmerk", "wi-v2"), ("op", "wi-v2"))

    def add_error(self, field: str | None, error: Any) -> None:
        """A refusal for the day stands at the day."""
        super().add_error(field or _veld_van(error), error)


class VerklaarForm(InvoerForm):
    """Why a line is off."""

    tekst = forms.CharField(
        label="Waarom wijkt deze regel af?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf geen namen van statushouders op",
        error_messages={"required": "Schrijf waarom deze regel afwijkt."},
    )

    helper = indeling(("tekst", "wi-v4"))


class DrempelForm(InvoerForm):
    """From what amount on a remark is asked."""

    bedrag = BedragVeld(label="Vraag een verklaring boven", max_digits=12, help_text="In euro")
    vanaf = DatumVeld(label="Geldt vanaf", help_text=_DAG)

    helper = indeling(("bedrag", "wi-v3"), ("vanaf", "wi-v3"))
