"""The versions of the list of steps."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from begeleiding.models import EersteMaandStap, Stappenlijst
from dossiers.forms.deelwoorden import Feiten
from dossiers.forms.handelingen import HandelingForm
from kern.forms import BasisForm, DatumVeld
from kern.indeling import indeling
from kern.opmaak.datum import schrijf_datum
from kern.register import register


class VersieForm(BasisForm[Stappenlijst]):
    """From when on a version of the list holds, and why it was made."""

    geldig_vanaf = DatumVeld(
        label="Voor gezinnen die zich vestigen vanaf",
        help_text="Een dag na vandaag. Wie er al is, houdt de lijst die hij heeft",
    )

    class Meta:
        model = Stappenlijst
        fields = ("geldig_vanaf", "toelichting")
        help_texts = {"toelichting": "Bijvoorbeeld: afspraak met VluchtelingenWerk van 12 april"}

    helper = indeling(("geldig_vanaf", "wi-v3"), ("toelichting", ""))


class LijststapForm(BasisForm[EersteMaandStap]):
    """One step of a version that does not hold yet."""

    feit = forms.ChoiceField(
        label="Vult zichzelf in",
        required=False,
        help_text="De stap is klaar op de dag die in een ander deel van het dossier staat",
    )

    class Meta:
        model = EersteMaandStap
        fields = ("stap", "code", "uitleg", "alleen_met_kinderen", "mag_eerder", "feit", "volgorde")

    helper = indeling(
        ("stap", "wi-v4"),
        ("code", "wi-v2"),
        ("uitleg", ""),
        ("alleen_met_kinderen", "wi-v4"),
        ("mag_eerder", "wi-v4"),
        ("feit", "wi-v4"),
        ("volgorde", "wi-v2"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        feit = cast(forms.ChoiceField, self.fields["feit"])
        feit.choices = [
            ("", "Nee, iemand vinkt hem af"),
            *(
                (een.code, f"{een.label} ({domein.label})")
                for domein in register
                for een in domein.feiten
                if domein.code != "begeleiding"
            ),
        ]
        plaats = self.fields["volgorde"]
        plaats.required = False
        plaats.help_text = "Leeg: onderaan"
        self.fields["code"].error_messages["invalid"] = "Gebruik kleine letters, cijfers en een streepje."


class WegForm(HandelingForm[EersteMaandStap]):
    """A step out of a version; nothing to type."""

    class Meta:
        model = EersteMaandStap
        fields = ()

    helper = indeling(("versie", ""))

    def feiten(self, rij: EersteMaandStap) -> Feiten:
        """What the step says."""
        return [("Stap", rij.stap), ("Uitleg", rij.uitleg)]


class VersieWegForm(HandelingForm[Stappenlijst]):
    """A version that does not hold yet; nothing to type."""

    class Meta:
        model = Stappenlijst
        fields = ()

    helper = indeling(("versie", ""))

    def feiten(self, rij: Stappenlijst) -> Feiten:
        """What the version says."""
        vanaf = schrijf_datum(rij.geldig_vanaf) if rij.geldig_vanaf else ""
        return [("Geldt vanaf", vanaf), ("Waarom?", rij.toelichting)]
