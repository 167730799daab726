"""Input for possible homes, what they become, and agreements with landlords."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from dossiers import figures as dossierfiguren
from huisvesting.forms.wonen import WONINGINDELING, postcode_van
from huisvesting.models import MogelijkeWoning, MogelijkeWoningStatus, Prestatieafspraak, Woning, Woningsoort
from huisvesting.rules import GEMEENTE
from kern.forms import BasisForm, DatumVeld
from kern.indeling import indeling
from toegang.models import Gebruiker, Organisatie


class MogelijkeWoningForm(BasisForm[MogelijkeWoning]):
    """A home that may come. That it became one follows from its own act."""

    class Meta:
        model = MogelijkeWoning
        fields = (
            "omschrijving",
            "wijk",
            "herkomst",
            "eigenaar",
            "woningen",
            "plaatsen",
            "status",
            "verwacht_op",
            "behandelaar",
            "toelichting",
        )
        widgets = {"toelichting": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "omschrijving": "Bijvoorbeeld: Kerkstraat 12, of het oude schoolgebouw",
            "eigenaar": "Met wie praat u hierover? Geen naam van een privépersoon",
            "plaatsen": "Voor hoeveel personen is er plek? Leeg: nog niet bekend",
            "verwacht_op": "Dag-maand-jaar",
        }

    helper = indeling(
        ("omschrijving", "wi-v4"),
        ("wijk", "wi-v2"),
        ("herkomst", "wi-v3"),
        ("eigenaar", "wi-v3"),
        ("woningen", "wi-v3"),
        ("plaatsen", "wi-v3"),
        ("status", "wi-v3"),
        ("verwacht_op", "wi-v3"),
        ("behandelaar", "wi-v3"),
        ("toelichting", ""),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        behandelaar = cast("forms.ModelChoiceField[Gebruiker]", self.fields["behandelaar"])
        behandelaar.queryset = dossierfiguren.eigenaren()
        behandelaar.empty_label = "Nog niemand"
        status = cast(forms.ChoiceField, self.fields["status"])
        status.choices = [
            keuze for keuze in MogelijkeWoningStatus.choices if keuze[0] != MogelijkeWoningStatus.WONING
        ]


class WordtWoningForm(BasisForm[MogelijkeWoning]):
    """The data of the home that a possible home becomes; where it stands and of what kind decide who counts (H10)."""

    class Meta:
        model = MogelijkeWoning
        fields = ("wijk",)

    straat = forms.CharField(label="Straat", max_length=100)
    huisnummer = forms.IntegerField(label="Huisnummer", min_value=1, max_value=99_999)
    toevoeging = forms.CharField(label="Toevoeging", max_length=10, required=False)
    postcode = forms.CharField(label="Postcode", max_length=7, help_text="Bijvoorbeeld 2241 AB")
    plaats = forms.CharField(label="Plaats", max_length=80, initial=GEMEENTE)
    soort = forms.ChoiceField(label="Soort woning", choices=Woningsoort.choices, initial=Woningsoort.GEWOON)
    koppelgemeente = forms.CharField(
        label="Koppelgemeente",
        max_length=80,
        initial=GEMEENTE,
        help_text=str(Woning._meta.get_field("koppelgemeente").help_text),
    )
    verhuurder = forms.ModelChoiceField(
        label="Verhuurder", queryset=Organisatie.objects.all(), required=False, empty_label="Nog niet bekend"
    )
    capaciteit = forms.IntegerField(
        label="Plaatsen",
        min_value=1,
        max_value=200,
        required=False,
        help_text="Voor hoeveel personen? Leeg: geen grens",
    )
    amv_woning = forms.BooleanField(label="AMV-woning", required=False)
    beschikbaar_van = DatumVeld(label="Beschikbaar vanaf", required=False, help_text="Dag-maand-jaar")

    helper = indeling(
        *WONINGINDELING,
        ("amv_woning", "wi-v4"),
    )

    def clean_postcode(self) -> str:
        """As the database has it (N3)."""
        return postcode_van(self.cleaned_data["postcode"])

    def gegevens(self) -> dict[str, Any]:
        """What the home is made of."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "versie"}


class AfspraakForm(BasisForm[Prestatieafspraak]):
    """What a landlord promised."""

    class Meta:
        model = Prestatieafspraak
        fields = ("verhuurder", "van", "tot_en_met", "woningen", "waarvan_amv", "bron")
        help_texts = {
            "van": "Dag-maand-jaar",
            "tot_en_met": "Dag-maand-jaar",
            "bron": "Bijvoorbeeld: prestatieafspraken 2017, artikel 4",
        }

    helper = indeling(
        ("verhuurder", "wi-v4"),
        ("van", "wi-v3"),
        ("tot_en_met", "wi-v3"),
        ("woningen", "wi-v3"),
        ("waarvan_amv", "wi-v3"),
        ("bron", "wi-v4"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        verhuurder = cast("forms.ModelChoiceField[Any]", self.fields["verhuurder"])
        verhuurder.empty_label = "Kies een verhuurder"
