"""Filters of the list. No name among them: personal data never goes in an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet

from dossiers import figures
from dossiers.models import Stand, Statushouder, WijzeVanKomst
from dossiers.models.nationaliteiten import nationaliteitkeuzes
from kern.keuzelijst import Keuzelijst
from kern.leeftijd import uiterlijk_geboren

# Age groups of the plan, lower bound included; the last one is open.
LEEFTIJDSGROEPEN = {
    "0-4": ("0 tot 4 jaar", 0, 4),
    "4-12": ("4 tot 12 jaar", 4, 12),
    "12-18": ("12 tot 18 jaar", 12, 18),
    "18-27": ("18 tot 27 jaar", 18, 27),
    "27": ("27 jaar en ouder", 27, None),
    "onbekend": ("Leeftijd onbekend", None, None),
}
NIET_TOEGEWEZEN = "geen"
# Filters on what partners do not see of a person.
ALLEEN_GEMEENTE = ("nationaliteit", "komst")
# How far somebody came is a partner told from settling on: what was before it tells how they came.
STANDEN_VOOR_PARTNERS = (Stand.GEVESTIGD, Stand.VERTROKKEN, Stand.GEREGISTREERD)


@dataclass(frozen=True)
class Keuze:
    """A filter that was chosen, in the words of the screen."""

    naam: str
    label: str
    waarde: str


class Dossierfilter(django_filters.FilterSet):  # type: ignore[misc]
    """By where somebody stands, caseworker, age group, nationality and way of arrival, at the peildatum.

    A partner has no filters on what a partner does not see. A value that does not exist filters nothing;
    `fouten` says so, for the page to show.
    """

    stand = django_filters.ChoiceFilter(
        label="Status", choices=Stand.choices, method="op_stand", empty_label="Alle", widget=Keuzelijst
    )
    regisseur = django_filters.ChoiceFilter(
        label="Regisseur", method="op_regisseur", empty_label="Alle", widget=Keuzelijst
    )
    leeftijd = django_filters.ChoiceFilter(
        label="Leeftijd",
        choices=[(code, naam) for code, (naam, _, _) in LEEFTIJDSGROEPEN.items()],
        method="op_leeftijd",
        empty_label="Alle",
        widget=Keuzelijst,
    )
    nationaliteit = django_filters.ChoiceFilter(
        label="Nationaliteit", choices=nationaliteitkeuzes, empty_label="Alle", widget=Keuzelijst
    )
    komst = django_filters.ChoiceFilter(
        label="Komt door",
        field_name="wijze_van_komst",
        choices=WijzeVanKomst.choices,
        empty_label="Alle",
        widget=Keuzelijst,
    )

    class Meta:
        model = Statushouder
        fields: list[str] = []

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        queryset: QuerySet[Any],
        peildatum: date,
        regisseurs: Mapping[int, figures.Regisseur],
        van_gemeente: bool = True,
    ) -> None:
        super().__init__(data, queryset=queryset)
        self.peildatum, self.van_gemeente = peildatum, van_gemeente
        if not van_gemeente:
            for naam in ALLEEN_GEMEENTE:
                del self.filters[naam]
            self.filters["stand"].extra["choices"] = [(s.value, s.label) for s in STANDEN_VOOR_PARTNERS]
        self.filters["regisseur"].extra["choices"] = [
            (NIET_TOEGEWEZEN, "Nog niet toegewezen"),
            *((str(pk), regisseur.naam) for pk, regisseur in regisseurs.items()),
        ]

    @classmethod
    def namen(cls) -> frozenset[str]:
        """The names of the parameters."""
        return frozenset(cls.base_filters)

    def parameters(self) -> dict[str, str]:
        """The chosen values that exist, by name of the parameter: what an address or a saved filter holds."""
        self.form.is_valid()
        return {naam: waarde for naam, waarde in self.form.cleaned_data.items() if waarde}

    def keuzes(self) -> list[Keuze]:
        """What is chosen, in the order of the fields."""
        return [
            Keuze(naam, self.form[naam].label, dict(self.form.fields[naam].choices)[waarde])
            for naam, waarde in self.parameters().items()
        ]

    def fouten(self) -> list[str]:
        """A sentence for each filter with a value that does not exist."""
        return [
            f"Het filter {self.form[naam].label} is niet gebruikt: die keuze bestaat niet (meer)."
            for naam in self.form.errors
        ]

    def op_stand(self, rijen: QuerySet[Any], _naam: str, stand: str) -> QuerySet[Any]:
        """Who stands there."""
        return figures.met_stand(rijen, stand, self.peildatum)

    def op_regisseur(self, rijen: QuerySet[Any], _naam: str, wie: str) -> QuerySet[Any]:
        """Cases of this caseworker, those for which they cover among them."""
        pk = None if wie == NIET_TOEGEWEZEN else int(wie)
        return figures.van_regisseur(rijen, pk, self.peildatum, met_waarneming=self.van_gemeente)

    def op_leeftijd(self, rijen: QuerySet[Any], _naam: str, code: str) -> QuerySet[Any]:
        """Persons who are certainly in the group; those who may be in two are "leeftijd onbekend" (A2)."""
        if code != "onbekend":
            return rijen.filter(self._zeker_in(code))
        in_een_groep = Q(pk__in=[])
        for groep in LEEFTIJDSGROEPEN:
            in_een_groep |= self._zeker_in(groep) if groep != "onbekend" else Q(pk__in=[])
        return rijen.exclude(in_een_groep)

    def _zeker_in(self, code: str) -> Q:
        _naam, van, tot = LEEFTIJDSGROEPEN[code]
        binnen = Q(geboren_laatst__lte=uiterlijk_geboren(van or 0, self.peildatum))
        if tot is not None:
            binnen &= Q(geboren_vroegst__gt=uiterlijk_geboren(tot, self.peildatum))
        return binnen
