"""Forms and input that the tests of the base form share."""

from django import forms
from django.http import QueryDict

from dossiers.models import Statushouder
from kern.forms import BasisForm, GeboortedatumVeld
from toegang.models import Organisatie

VEROUDERD = "Iemand anders heeft dit intussen gewijzigd. Vergelijk de twee versies en kies wat blijft."


class OrganisatieForm(BasisForm[Organisatie]):
    class Meta:
        model = Organisatie
        fields = ["naam", "rol"]


class PersoonForm(BasisForm[Statushouder]):
    geboren = GeboortedatumVeld(label="Geboortedatum", required=False)
    tolk_nodig = forms.BooleanField(required=False)

    class Meta:
        model = Statushouder
        fields = ["achternaam", "geslacht", "coa_koppeldatum"]


def invoer(**waarden: object) -> QueryDict:
    """As a browser sends it."""
    data = QueryDict(mutable=True)
    data.update({naam: str(waarde) for naam, waarde in waarden.items()})
    data._mutable = False
    return data
