"""Filters of the lists of homes; all in the address are codes, days and names of neighbourhoods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import django_filters

from huisvesting import figures
from huisvesting.models import Woning, Woningsoort
from huisvesting.models.woning import WoningQuerySet
from kern.invoer import DatumVeld
from kern.keuzelijst import Keuzelijst
from kern.opmaak.datum import schrijf_datum
from toegang.models import Organisatie

_JA_NEE = [("ja", "Alleen AMV-woningen"), ("nee", "Zonder AMV-woningen")]


class Dagfilter(django_filters.Filter):  # type: ignore[misc]
    """A day, written as in all our forms."""

    field_class = DatumVeld


class Woningfilter(django_filters.FilterSet):  # type: ignore[misc]
    """By neighbourhood, landlord, a place free on a day, AMV and kind.

    A value that does not exist filters nothing; `fouten` says so.
    """

    wijk = django_filters.ChoiceFilter(label="Wijk", empty_label="Alle", widget=Keuzelijst)
    verhuurder = django_filters.ChoiceFilter(
        label="Verhuurder", field_name="verhuurder", empty_label="Alle", widget=Keuzelijst
    )
    soort = django_filters.ChoiceFilter(
        label="Soort", choices=Woningsoort.choices, empty_label="Alle", widget=Keuzelijst
    )
    amv = django_filters.ChoiceFilter(
        label="AMV", choices=_JA_NEE, method="op_amv", empty_label="Alle", widget=Keuzelijst
    )
    vrij_op = Dagfilter(label="Plek vrij op", method="op_vrij")

    class Meta:
        model = Woning
        fields: list[str] = []

    def __init__(self, data: Mapping[str, Any], *, queryset: WoningQuerySet) -> None:
        super().__init__(data, queryset=queryset)
        self.filters["wijk"].extra["choices"] = [(wijk, wijk) for wijk in figures.wijknamen()]
        verhuurders = Organisatie.objects.filter(pk__in=Woning.objects.values("verhuurder"))
        self.filters["verhuurder"].extra["choices"] = [(str(rij.pk), rij.naam) for rij in verhuurders]

    def parameters(self) -> dict[str, Any]:
        """What is chosen and exists, by name."""
        self.form.is_valid()
        return {naam: waarde for naam, waarde in self.form.cleaned_data.items() if waarde}

    def keuzes(self) -> list[tuple[str, str, str]]:
        """What is chosen: name, label and the words of the value."""
        gekozen = []
        for naam, waarde in self.parameters().items():
            veld = self.form.fields[naam]
            woorden = schrijf_datum(waarde) if naam == "vrij_op" else dict(veld.choices)[waarde]
            gekozen.append((naam, str(self.form[naam].label), str(woorden)))
        return gekozen

    def fouten(self) -> list[str]:
        """A sentence for each filter that cannot be used."""
        return [
            f"Het filter {self.form[naam].label} is niet gebruikt: vul het anders in."
            for naam in self.form.errors
        ]

    def op_amv(self, rijen: WoningQuerySet, _naam: str, wat: str) -> WoningQuerySet:
        """Only AMV homes, or all others."""
        return rijen.filter(amv_woning=wat == "ja")

    def op_vrij(self, rijen: WoningQuerySet, _naam: str, dag: Any) -> WoningQuerySet:
        """To be let on this day, with a place in it, and not offered to somebody."""
        return figures.vrij_op(rijen, dag)
