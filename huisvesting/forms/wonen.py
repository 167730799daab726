"""Input for homes, placements and expected dates."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from dossiers.models import Gezinslid, Statushouder
from huisvesting.models import Plaatsing, Verwachting, Woning
from kern.forms import BasisForm, DatumVeld, InvoerForm
from kern.indeling import indeling

# How a home is asked for, in whatever form it comes in.
WONINGINDELING = (
    ("straat", "wi-v2"),
    ("huisnummer", "wi-v2"),
    ("toevoeging", "wi-v2"),
    ("postcode", "wi-v2"),
    ("plaats", "wi-v2"),
    ("wijk", "wi-v2"),
    ("verhuurder", "wi-v3"),
    ("capaciteit", "wi-v3"),
    ("soort", "wi-v3"),
    ("koppelgemeente", "wi-v3"),
    ("beschikbaar_van", "wi-v3"),
)


class Woningkeuze(forms.ModelChoiceField[Woning]):
    """A home by its address, with the places that are left at the day of the page."""

    def label_from_instance(self, obj: Any) -> str:
        if obj.capaciteit is None:
            return f"{obj} ({obj.wijk or 'wijk onbekend'})"
        vrij = max(obj.capaciteit - obj.bewoners, 0)
        return f"{obj} ({obj.wijk or 'wijk onbekend'}, {vrij} van {obj.capaciteit} plaatsen vrij)"


class Ledenkeuze(forms.ModelMultipleChoiceField[Statushouder]):
    """Members of a family by name and place in it."""

    rollen: dict[int, str] = {}

    def label_from_instance(self, obj: Statushouder) -> str:
        rol = self.rollen.get(obj.pk)
        return f"{obj.naam} ({rol.lower()})" if rol else obj.naam


class PlaatsForm(InvoerForm):
    """Who of the family moves into which home, from when."""

    personen = Ledenkeuze(
        label="Wie gaat er wonen?",
        queryset=Statushouder.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één persoon."},
    )
    woning = Woningkeuze(
        label="Woning",
        queryset=Woning.objects.none(),
        empty_label="Kies een woning",
        error_messages={"required": "Kies een woning.", "invalid_choice": "Kies een woning uit de lijst."},
    )
    van = DatumVeld(label="Ingangsdatum", help_text="De eerste dag van de huur. Dag-maand-jaar")

    helper = indeling(("personen", "wi-v4"), ("woning", "wi-v4"), ("van", "wi-v3"))

    def __init__(
        self, *args: Any, leden: list[Gezinslid], persoon: Statushouder, peildatum: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        personen = cast(Ledenkeuze, self.fields["personen"])
        personen.queryset = Statushouder.objects.filter(
            pk__in=[persoon.pk, *(lid.statushouder_id for lid in leden)]
        )
        personen.rollen = {lid.statushouder_id: lid.get_rol_display() for lid in leden}
        woning = cast(Woningkeuze, self.fields["woning"])
        woning.queryset = Woning.objects.met_bewoners(peildatum).met_plek_eerst()


class BeeindigForm(BasisForm[Plaatsing]):
    """The day on which a placement ends."""

    tot = DatumVeld(label="Einddatum", help_text="De eerste dag dat deze persoon hier niet meer woont")

    class Meta:
        model = Plaatsing
        fields = ("tot",)

    helper = indeling(("tot", "wi-v3"))


class VerwachtingForm(BasisForm[Verwachting]):
    """When a linked person or nareiziger is expected to get a home."""

    class Meta:
        model = Verwachting
        fields = ("verwacht_op", "woonvraag", "bron")
        help_texts = {
            "verwacht_op": "Dag-maand-jaar",
            "bron": "Bijvoorbeeld: lijst van COA, of aanbod van de verhuurder",
        }

    helper = indeling(("verwacht_op", "wi-v3"), ("woonvraag", "wi-v3"), ("bron", "wi-v4"))


class WoningForm(BasisForm[Woning]):
    """A home."""

    class Meta:
        model = Woning
        fields = (
            "straat",
            "huisnummer",
            "toevoeging",
            "postcode",
            "plaats",
            "wijk",
            "verhuurder",
            "capaciteit",
            "amv_woning",
            "soort",
            "koppelgemeente",
            "beschikbaar_van",
            "beschikbaar_tot_en_met",
        )
        help_texts = {
            "postcode": "Bijvoorbeeld 2241 AB",
            "capaciteit": "Voor hoeveel personen? Leeg: geen grens",
            "beschikbaar_van": "Dag-maand-jaar",
            "beschikbaar_tot_en_met": "De laatste dag. Leeg: geen einde",
        }

    postcode = forms.CharField(label="Postcode", max_length=7)

    helper = indeling(
        *WONINGINDELING,
        ("beschikbaar_tot_en_met", "wi-v3"),
        ("amv_woning", "wi-v4"),
    )

    def clean_postcode(self) -> str:
        """As the database has it (N3)."""
        return postcode_van(self.cleaned_data["postcode"])


def postcode_van(getypt: str) -> str:
    """Four digits and two capitals, without a space. ValidationError for what is no postcode (N3)."""
    postcode = "".join(getypt.split()).upper()
    geldig = len(postcode) == 6 and postcode[:4].isdecimal() and postcode[4:].isalpha()
    if not geldig or postcode[0] == "0" or postcode[4:] in {"SA", "SD", "SS"} or not postcode.isascii():
        raise ValidationError("Schrijf de postcode als 2241 AB.")
    return postcode
