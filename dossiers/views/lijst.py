"""The list of persons."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.views.generic import ListView

from dossiers import figures
from dossiers.filters import Dossierfilter
from dossiers.models import Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from kern.klok import vandaag
from kern.leeftijd import leeftijd
from toegang.rules import mag
from toegang.views import RechtMixin


class Dossierlijst(RechtMixin, ListView[Statushouder]):
    """Persons with where they stand today; the same number of queries for 1 and 50 rows."""

    recht = ("dossiers", "inzien")
    template_name = "dossiers/lijst.html"
    paginate_by = 50

    @cached_property
    def filter(self) -> Dossierfilter:
        rijen = figures.lijst(self.gebruiker, vandaag())
        return Dossierfilter(self.request.GET, queryset=rijen, peildatum=vandaag())

    def get_queryset(self) -> StatushouderQuerySet:
        rijen: StatushouderQuerySet = self.filter.qs
        return rijen

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rijen = context["object_list"]
        groottes = figures.gezinsgroottes({rij.gezin_pk for rij in rijen}, vandaag())
        for rij in rijen:
            rij.leeftijd = leeftijd(rij.geboren, vandaag())
            rij.gezin_grootte = groottes.get(rij.gezin_pk, 0)
        context["mag_registreren"] = mag(self.gebruiker, "dossiers", "wijzigen")
        return context | {"filter": self.filter, "telling": figures.telling(self.gebruiker, vandaag())}
