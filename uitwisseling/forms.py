"""Input for reading files in: the file, and which column of it is which of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kern.contract import Importsoort
from kern.forms import InvoerForm
from kern.indeling import indeling
from uitwisseling.rules.grenzen import MEESTE_BYTES

NIET_IN_BESTAND = "Staat niet in het bestand"


class BestandForm(InvoerForm):
    """The file to read; its content is looked at when it is read, never its name."""

    bestand = forms.FileField(
        label="Bestand",
        help_text=f"Een spreadsheet (XLSX) of een CSV met puntkomma's, ten hoogste {MEESTE_BYTES // 1_000_000} MB",
        allow_empty_file=True,  # refused when it is read, in our own words
        max_length=255,
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
        error_messages={
            "required": "Kies een bestand.",
            "invalid": "Kies een bestand.",
            "max_length": "De naam van dit bestand is te lang. Geef het een naam van ten hoogste 255 tekens.",
        },
    )
    helper = indeling(("bestand", ""))

    def clean_bestand(self) -> Any:
        """Too large is said before it is kept."""
        bestand = self.cleaned_data["bestand"]
        if bestand.size > MEESTE_BYTES:
            raise ValidationError(
                f"Dit bestand is groter dan {MEESTE_BYTES // 1_000_000} MB. Splits het in delen."
            )
        return bestand


class KolommenForm(InvoerForm):
    """For each of our columns the header of the file that it is; each header once."""

    def __init__(
        self, *args: Any, soort: Importsoort, kop: Sequence[str], gekozen: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.soort = soort
        for kolom in soort.kolommen:
            keuzes = [("", NIET_IN_BESTAND), *((naam, naam) for naam in kop)]
            self.fields[kolom.naam] = forms.ChoiceField(
                label=kolom.label,
                choices=keuzes,
                required=kolom.verplicht,
                initial=gekozen.get(kolom.naam, ""),
                help_text=kolom.uitleg,
                error_messages={
                    "required": f"Kies de kolom van het bestand waarin {kolom.label} staat.",
                    "invalid_choice": "Kies een kolom uit de lijst.",
                },
            )
        self.helper = indeling(*((kolom.naam, "wi-v2") for kolom in soort.kolommen))

    def clean(self) -> dict[str, Any]:
        """The columns that were chosen, ours to theirs; a header that was chosen twice is a fault."""
        gekozen = {naam: kop for naam, kop in (super().clean() or {}).items() if kop}
        gezien: dict[str, str] = {}
        for naam, kop in gekozen.items():
            if kop in gezien:
                label = self.fields[gezien[kop]].label
                self.add_error(naam, f"U koos {kop} ook voor {label}. Kies elke kolom één keer.")
            gezien.setdefault(kop, naam)
        return gekozen
