"""Filters of the work and of the read log. All in the address are opaque: keys, days and codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

import django_filters
from django import forms

from dossiers.figures import Regisseur
from kern.invoer import DatumVeld
from kern.kalender import AMSTERDAM
from kern.keuzelijst import Keuzelijst
from kern.register import register
from toegang.models import Gebruiker, Leeshandeling, Leesregel, Leesuitkomst
from toegang.models.leeslog import LeesregelQuerySet
from toegang.rules import Bereik, bereik
from werkplek.figures import leeslog as lezen
from werkplek.figures.werk import domeinen
from werkplek.figures.wiens import Wie, standaard

BUITEN, VEEL = "buiten", "veel"
OPEN, MIS = "open", "mis"


class Dagfilter(django_filters.Filter):  # type: ignore[misc]
    """A day, written as in all our forms."""

    field_class = DatumVeld


class Leesfilter(django_filters.FilterSet):  # type: ignore[misc]
    """By who, when, what, whether it was refused, what stands out, and what was found of it.

    Without `dossier` the rows of each dossier in a file are left out. A value that does not exist filters
    nothing; `fouten` says so.
    """

    gebruiker = django_filters.ChoiceFilter(label="Wie", empty_label="Iedereen", widget=Keuzelijst)
    van = Dagfilter(label="Vanaf", method="op_van")
    tot_en_met = Dagfilter(label="Tot en met", method="op_tot_en_met")
    handeling = django_filters.ChoiceFilter(
        label="Wat", choices=Leeshandeling.choices, empty_label="Alles", widget=Keuzelijst
    )
    uitkomst = django_filters.ChoiceFilter(
        label="Uitkomst", choices=Leesuitkomst.choices, empty_label="Alle", widget=Keuzelijst
    )
    opvallend = django_filters.ChoiceFilter(
        label="Opvallend",
        choices=[(BUITEN, "Buiten kantoortijd"), (VEEL, f"{lezen.VEEL} dossiers of meer in een uur")],
        method="op_opvallend",
        empty_label="Alles",
        widget=Keuzelijst,
    )
    oordeel = django_filters.ChoiceFilter(
        label="Oordeel",
        choices=[(OPEN, "Nog niet bekeken"), (MIS, "Niet in orde")],
        method="op_oordeel",
        empty_label="Alle",
        widget=Keuzelijst,
    )
    dossier = django_filters.UUIDFilter(label="Dossier")

    class Meta:
        model = Leesregel
        fields: list[str] = []

    def __init__(
        self, data: Mapping[str, Any], *, queryset: LeesregelQuerySet, lezers: Mapping[str, str]
    ) -> None:
        super().__init__(data, queryset=queryset)
        self.filters["gebruiker"].extra["choices"] = list(lezers.items())

    @classmethod
    def namen(cls) -> frozenset[str]:
        """The names of the parameters."""
        return frozenset(cls.base_filters)

    @property
    def velden(self) -> list[Any]:
        """The fields of the bar: a dossier is chosen by a link."""
        return [veld for veld in self.form if veld.name != "dossier"]

    def parameters(self) -> dict[str, Any]:
        """What is chosen and exists."""
        self.form.is_valid()
        return {naam: waarde for naam, waarde in self.form.cleaned_data.items() if waarde}

    def fouten(self) -> list[str]:
        """A sentence for each filter that cannot be used."""
        return [
            f"Het filter {self.form[naam].label} is niet gebruikt: vul het anders in."
            for naam in self.form.errors
        ]

    def filter_queryset(self, queryset: LeesregelQuerySet) -> LeesregelQuerySet:
        gevonden: LeesregelQuerySet = super().filter_queryset(queryset)
        return (
            gevonden if self.form.cleaned_data.get("dossier") else lezen.zonder_inhoud_van_bestanden(gevonden)
        )

    def op_van(self, regels: LeesregelQuerySet, _naam: str, dag: Any) -> LeesregelQuerySet:
        """From the beginning of this day in Amsterdam."""
        return regels.filter(moment__gte=datetime.combine(dag, time(), AMSTERDAM))

    def op_tot_en_met(self, regels: LeesregelQuerySet, _naam: str, dag: Any) -> LeesregelQuerySet:
        """Up to the end of this day in Amsterdam."""
        return regels.filter(moment__lt=datetime.combine(dag + timedelta(days=1), time(), AMSTERDAM))

    def op_opvallend(self, regels: LeesregelQuerySet, _naam: str, wat: str) -> LeesregelQuerySet:
        """What stands out."""
        if wat == BUITEN:
            return lezen.buiten_kantoortijd(regels)
        van = self.form.cleaned_data.get("van")
        return lezen.veel_tegelijk(regels, datetime.combine(van, time(), AMSTERDAM) if van else None)

    def op_oordeel(self, regels: LeesregelQuerySet, _naam: str, wat: str) -> LeesregelQuerySet:
        """What was found, or that nobody looked yet."""
        return lezen.niet_beoordeeld(regels) if wat == OPEN else lezen.niet_in_orde(regels)


class Werkfilter(forms.Form):
    """Whose work, and about which domain. A value that does not exist chooses nothing."""

    wie = forms.ChoiceField(label="Van wie", required=False, widget=Keuzelijst)
    domein = forms.ChoiceField(label="Domein", required=False, widget=Keuzelijst)

    def __init__(
        self, data: Mapping[str, Any], *, gebruiker: Gebruiker, regisseurs: Mapping[int, Regisseur]
    ) -> None:
        super().__init__(data)
        anderen = [(str(pk), wie.naam) for pk, wie in regisseurs.items() if pk != gebruiker.pk]
        self.standaard = standaard(gebruiker)
        eerst = [(Wie.MIJN, "Mijn gezinnen"), (Wie.ALLE, "Alle gezinnen")]
        zonder = [("" if wie == self.standaard else wie, naam) for wie, naam in eerst]
        zonder = [*sorted(zonder, key=lambda keuze: keuze[0] != ""), (Wie.GEEN, "Nog niet toegewezen")]
        # typed too narrowly by the stubs: a field of choices takes them later as well
        velden: dict[str, Any] = self.fields
        velden["wie"].choices = [*zonder, *anderen]
        if bereik(gebruiker) is Bereik.GEEN:  # has no families to choose from
            del velden["wie"]
        codes = domeinen(gebruiker)
        velden["domein"].choices = [("", "Alle domeinen"), *((code, register[code].label) for code in codes)]

    def parameters(self) -> dict[str, str]:
        """What is chosen and exists."""
        self.is_valid()
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}

    def keuzes(self) -> list[str]:
        """What is chosen, in the words of the screen."""
        velden: dict[str, Any] = self.fields
        return [dict(velden[naam].choices)[waarde] for naam, waarde in self.parameters().items()]

    @property
    def wie_gekozen(self) -> Wie | int:
        """Whose work: what this user sees first, unless the address says another."""
        waarde = self.parameters().get("wie", self.standaard)
        return int(waarde) if waarde.isdecimal() else Wie(waarde)

    @property
    def domein_gekozen(self) -> str:
        """The domain of the address; empty for all of them."""
        return self.parameters().get("domein", "")
