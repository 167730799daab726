"""Our error words for the forms; Django's Dutch translations are stiffer than the screens."""

from django import forms

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
    """Replace Django's error words by ours, where the field has not been given words of its own."""
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
