"""Filters of the list. No name among them: personal data never goes in an address."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Q, QuerySet

from dossiers.models import Stand, Statushouder
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


class Dossierfilter(django_filters.FilterSet):  # type: ignore[misc]
    """By where somebody stands and by age group, both at the peildatum."""

    stand = django_filters.ChoiceFilter(label="Status", choices=Stand.choices, empty_label="Alle")
    leeftijd = django_filters.ChoiceFilter(
        label="Leeftijd",
        choices=[(code, naam) for code, (naam, _, _) in LEEFTIJDSGROEPEN.items()],
        method="op_leeftijd",
        empty_label="Alle",
    )

    class Meta:
        model = Statushouder
        fields: list[str] = []

    def __init__(self, *args: Any, peildatum: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.peildatum = peildatum

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
