"""Input for shielding a dossier and naming who may know of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from dossiers import figures
from dossiers.models import Statushouder
from kern.forms import DatumVeld, InvoerForm
from kern.indeling import indeling
from toegang.models import Gebruiker, Rol


def _naam(gebruiker: Any) -> str:
    """A colleague with what they do, or for whom."""
    bij = gebruiker.organisatie if gebruiker.rol == Rol.PARTNER else gebruiker.get_rol_display()
    return f"{gebruiker} ({bij})"


class Collegasveld(forms.ModelMultipleChoiceField[Gebruiker]):
    """Any number of colleagues, each with a box."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """Name and role."""
        return _naam(obj)


class Collegaveld(forms.ModelChoiceField[Gebruiker]):
    """One colleague."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and role."""
        return _naam(obj)


class AfschermForm(InvoerForm):
    """Why, who may know of it besides who shields it, and whether the family goes along."""

    reden = forms.CharField(
        label="Waarom schermt u dit dossier af?",
        help_text="Alleen wie het dossier mag zien, leest dit. Bijvoorbeeld: wordt bedreigd",
        max_length=200,
        error_messages={"required": "Vul in waarom u dit dossier afschermt."},
    )
    collegas = Collegasveld(
        queryset=Gebruiker.objects.none(),
        label="Wie mag dit dossier nog zien?",
        help_text="U staat er zelf altijd bij. Later kunt u collega's toevoegen en weghalen",
        required=False,
    )
    heel_gezin = forms.BooleanField(required=False)

    def __init__(
        self,
        *args: Any,
        statushouder: Statushouder,
        vandaag: date,
        gebruiker: Gebruiker,
        anderen: int,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"heel_gezin": anderen > 0, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        keuze = figures.inzagekeuze(statushouder, vandaag).exclude(pk=gebruiker.pk)
        self.fields["collegas"].queryset = keuze  # type: ignore[attr-defined]
        velden = [("reden", ""), ("collegas", "")]
        if anderen:
            wie = "het andere gezinslid" if anderen == 1 else f"de {anderen} andere gezinsleden"
            self.fields["heel_gezin"].label = f"Ook {wie} afschermen"
            velden.append(("heel_gezin", ""))
        else:
            del self.fields["heel_gezin"]
        self.helper = indeling(*velden)


class InzageForm(InvoerForm):
    """A colleague who may know of a shielded dossier, until when and why."""

    collega = Collegaveld(
        queryset=Gebruiker.objects.none(), label="Wie mag dit dossier zien?", empty_label="Kies een collega"
    )
    tot_en_met = DatumVeld(
        label="Tot en met", help_text="De laatste dag. Laat leeg als het zonder einde is", required=False
    )
    reden = forms.CharField(
        label="Waarom?",
        help_text="Bijvoorbeeld: neemt de begeleiding over",
        max_length=200,
        error_messages={"required": "Vul in waarom deze collega het dossier mag zien."},
    )

    helper = indeling(("collega", "wi-v3"), ("tot_en_met", "wi-v3"), ("reden", ""))

    def __init__(self, *args: Any, statushouder: Statushouder, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collega"].queryset = figures.inzagekeuze(statushouder, vandaag)  # type: ignore[attr-defined]
        self.vandaag = vandaag

    def clean_tot_en_met(self) -> date | None:
        """Not a day that is over."""
        dag: date | None = self.cleaned_data["tot_en_met"]
        if dag and dag < self.vandaag:
            raise forms.ValidationError("Deze dag is al voorbij. Kies vandaag of een dag daarna.")
        return dag

    def tot(self) -> date | None:
        """The first day on which it no longer holds."""
        dag: date | None = self.cleaned_data["tot_en_met"]
        return dag + timedelta(days=1) if dag else None


class OpheffenForm(InvoerForm):
    """That a dossier is as all others again."""

    heel_gezin = forms.BooleanField(required=False)

    def __init__(self, *args: Any, anderen: int, **kwargs: Any) -> None:
        kwargs["initial"] = {"heel_gezin": anderen > 0, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        if not anderen:
            del self.fields["heel_gezin"]
            self.helper = indeling()
            return
        wie = (
            "het andere afgeschermde gezinslid"
            if anderen == 1
            else f"de {anderen} andere afgeschermde gezinsleden"
        )
        self.fields["heel_gezin"].label = f"Ook voor {wie}"
        self.helper = indeling(("heel_gezin", ""))
