"""Our words for the forms: what is wrong, and the choice that is none; Django's are stiffer than the screens."""

from itertools import islice
from typing import Any

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH

KIES = "Maak een keuze"
_STREEPJES = BLANK_CHOICE_DASH[0][1]

# Where neither the form nor the field has words of its own; Django's translations are stiffer.
WOORDEN: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": "Vul dit veld in."},
    forms.CharField: {
        "max_length": "Gebruik niet meer dan %(limit_value)d tekens; het zijn er nu %(show_value)d.",
        "min_length": "Gebruik ten minste %(limit_value)d tekens; het zijn er nu %(show_value)d.",
    },
    forms.EmailField: {"invalid": "Schrijf het e-mailadres als naam@voorbeeld.nl."},
    forms.IntegerField: {
        "invalid": "Vul een heel getal in, bijvoorbeeld 12.",
        "min_value": "Vul een getal in dat niet lager is dan %(limit_value)s.",
        "max_value": "Vul een getal in dat niet hoger is dan %(limit_value)s.",
    },
    forms.ChoiceField: {"required": "Maak een keuze.", "invalid_choice": "Kies iets uit de lijst."},
    forms.ModelMultipleChoiceField: {"invalid_choice": "Kies iets uit de lijst."},
    forms.BooleanField: {"required": "Vink dit aan om verder te gaan."},
    forms.FileField: {"required": "Kies een bestand."},
}


def gebruik_onze_woorden(veld: forms.Field) -> None:
    """Replace Django's words by ours, where the field has not been given words of its own."""
    _geef_lege_keuze_woorden(veld)
    van_django = {
        sleutel: woorden
        for klasse in reversed(type(veld).__mro__)
        if klasse.__module__.startswith("django.")
        for sleutel, woorden in vars(klasse).get("default_error_messages", {}).items()
    }
    onze: dict[str, str] = {}
    for soort, woorden in WOORDEN.items():
        onze |= woorden if isinstance(veld, soort) else {}  # the most specific kind comes last
    for sleutel, zin in onze.items():
        if veld.error_messages.get(sleutel) in (None, van_django.get(sleutel)):
            veld.error_messages[sleutel] = zin


def _geef_lege_keuze_woorden(veld: forms.Field) -> None:
    """A row of dashes says nothing, least of all when it is read aloud."""
    if isinstance(veld, forms.ModelChoiceField):
        if veld.empty_label == _STREEPJES:
            veld.empty_label = KIES
    elif isinstance(veld, forms.ChoiceField):
        keuzes: Any = veld.choices
        leeg = next(iter(keuzes), None)
        if leeg and leeg[1] == _STREEPJES:
            veld.choices = [("", KIES), *islice(keuzes, 1, None)]
