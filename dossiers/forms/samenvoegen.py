"""What is asked before two dossiers are made one, and before that is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dossiers.models import Samenvoegreden, Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from dossiers.rules.samenvoegvelden import BLIJFT, VERVALT
from kern.forms import InvoerForm
from kern.weigering import Verouderd

_ONVOLLEDIG = dict.fromkeys(
    ("required", "invalid"), "Deze pagina is niet volledig verstuurd. Open de pagina opnieuw."
)


class Samenvoegformulier(InvoerForm):
    """A choice for each field that differs, and how somebody knows it.

    `keuzes` are (code, label, side by default or "" where somebody must choose).
    """

    versie_blijft = forms.IntegerField(widget=forms.HiddenInput, error_messages=_ONVOLLEDIG)
    versie_vervalt = forms.IntegerField(widget=forms.HiddenInput, error_messages=_ONVOLLEDIG)
    reden = forms.ChoiceField(
        label="Waarom is dit dezelfde persoon?",
        help_text="Dit staat straks in beide tijdlijnen.",
        choices=[("", "Kies een reden"), *Samenvoegreden.choices],
        error_messages={"required": "Kies hoe u het weet."},
    )
    toelichting = forms.CharField(
        label="Hoe weet u het?", help_text="Vul dit in bij “Anders”.", max_length=200, required=False
    )

    def __init__(
        self,
        *args: Any,
        blijft: Statushouder,
        vervalt: Statushouder,
        keuzes: Sequence[tuple[str, str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.personen = {BLIJFT: blijft, VERVALT: vervalt}
        self.codes = [code for code, _label, _standaard in keuzes]
        self.initial.update({f"versie_{kant}": persoon.versie for kant, persoon in self.personen.items()})
        for code, label, standaard in keuzes:
            self.fields[code] = forms.ChoiceField(
                label=label,
                choices=[(kant, persoon.nummer) for kant, persoon in self.personen.items()],
                widget=forms.RadioSelect,
                initial=standaard,
                error_messages={"required": f"Kies welk gegeven klopt: {label}."},
            )

    def clean(self) -> dict[str, Any]:
        """With "Anders" the words are needed."""
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("reden") == Samenvoegreden.ANDERS and not schoon.get("toelichting"):
            self.add_error("toelichting", "Schrijf op hoe u het weet.")
        return schoon

    def keuzes(self) -> dict[str, str]:
        """The side by code."""
        return {code: self.cleaned_data[code] for code in self.codes}

    def reden_of_woorden(self) -> str:
        """As `voeg_samen` takes it."""
        reden: str = self.cleaned_data["reden"]
        return str(self.cleaned_data["toelichting"]) if reden == Samenvoegreden.ANDERS else reden

    def versies(self) -> tuple[int, int]:
        """Those that were seen: of the dossier that stays, of the other."""
        return self.cleaned_data["versie_blijft"], self.cleaned_data["versie_vervalt"]

    def weiger(self, fout: ValidationError) -> None:
        """Somebody else changed one of both meanwhile: the page shows both anew, and what was chosen stays."""
        if isinstance(fout, Verouderd):
            nieuw: Any = self.data
            self.data = nieuw.copy()
            for kant, persoon in self.personen.items():
                self.data[f"versie_{kant}"] = str(persoon.versie)  # type: ignore[index]
            fout = ValidationError(
                f"{fout.actueel} is intussen gewijzigd. Hieronder staat wat er nu is. Kijk opnieuw wat klopt."
            )
        if hasattr(fout, "error_dict"):
            for naam, fouten in fout.error_dict.items():
                self.add_error(naam if naam in self.fields else None, ValidationError(fouten))
        else:
            self.add_error(None, fout)


class Nummerformulier(InvoerForm):
    """The other dossier, by its number; sent in the body, so that it stands in no address."""

    nummer = forms.CharField(
        label="Dossiernummer", help_text="Bijvoorbeeld D-17-0064.", max_length=12, strip=True
    )

    def __init__(self, *args: Any, dossier: Statushouder, rijen: StatushouderQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dossier, self.rijen = dossier, rijen

    def clean_nummer(self) -> Statushouder:
        """The dossier of this number, if this user may see it and it is another one."""
        nummer = self.cleaned_data["nummer"].upper().replace(" ", "")
        gevonden = self.rijen.filter(nummer=nummer).first()
        if gevonden is None:
            raise ValidationError("Er is geen dossier met dit nummer. Controleer het nummer.")
        if gevonden.pk == self.dossier.pk:
            raise ValidationError("Dit is het dossier zelf. Vul het nummer van het andere dossier in.")
        return gevonden


class Terugformulier(InvoerForm):
    """Taking a merge back; the tick is asked only where something was written since."""

    nieuw_blijft = forms.BooleanField(
        label="Wat later is geschreven, mag hier blijven staan",
        error_messages={"required": "Vink aan dat wat later is geschreven hier mag blijven staan."},
    )

    def __init__(self, *args: Any, vraag: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not vraag:
            del self.fields["nieuw_blijft"]
