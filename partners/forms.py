"""Input of partners, and of who answers them."""

from __future__ import annotations

from django import forms

from kern.forms import InvoerForm
from kern.indeling import indeling
from partners.models import Vraag, Vraagsoort

_LENGTE = Vraag._meta.get_field("tekst").max_length
_GEEN_GEZONDHEID = "Schrijf geen BSN op, en over gezondheid alleen wat de gemeente moet weten"
_KEUZES = [
    (Vraagsoort.VRAAG, "Ik vraag iets, of heb iets nodig"),
    (Vraagsoort.SIGNAAL, "Mij viel iets op dat de gemeente moet weten"),
]


class VraagForm(InvoerForm):
    """A question or a signal of a partner."""

    soort = forms.ChoiceField(
        label="Waar gaat het om?",
        choices=_KEUZES,
        initial=Vraagsoort.VRAAG,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of dit een vraag of een signaal is."},
    )
    tekst = forms.CharField(
        label="Wat wilt u vragen of melden?",
        help_text=_GEEN_GEZONDHEID,
        max_length=_LENGTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op wat u wilt vragen of melden."},
    )

    helper = indeling(("soort", ""), ("tekst", ""))


class AntwoordForm(InvoerForm):
    """The answer of the municipality."""

    antwoord = forms.CharField(
        label="Uw antwoord",
        help_text="De partner leest dit op zijn eerste pagina. Schrijf geen BSN of gezondheid op",
        max_length=_LENGTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf uw antwoord op."},
    )

    helper = indeling(("antwoord", ""))


class PlaatsenForm(InvoerForm):
    """For how many families at once there is room."""

    aantal = forms.IntegerField(
        label="Hoeveel gezinnen kunt u tegelijk helpen?",
        help_text="Gezinnen en alleenstaanden samen, ook die u nu al helpt",
        min_value=0,
        max_value=500,
        error_messages={
            "required": "Vul een aantal in.",
            "invalid": "Vul een heel getal in, zonder letters.",
            "min_value": "Vul 0 of meer in.",
            "max_value": "Vul een aantal in tot en met 500.",
        },
    )

    helper = indeling(("aantal", "wi-v2"))
