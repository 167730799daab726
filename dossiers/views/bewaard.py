"""A user's own filters: keep one under a name, give it another name, take it away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import CreateView, TemplateView, UpdateView

from dossiers import actions
from dossiers.filters import Dossierfilter
from dossiers.forms import BewaardfilterForm
from dossiers.models import Bewaardfilter
from dossiers.views.lijst import GefilterdMixin
from kern.forms import BewaarMixin
from toegang.views import RechtMixin


class FilterBewaren(
    GefilterdMixin, BewaarMixin[BewaardfilterForm], CreateView[Bewaardfilter, BewaardfilterForm]
):
    """Keep the filters of the address, those that exist, under a name."""

    leest = None
    form_class = BewaardfilterForm
    template_name = "dossiers/filter_bewaren.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.filter.parameters():
            messages.info(request, "Kies eerst een filter. Dan kunt u het bewaren.")
            return redirect("dossiers:lijst")
        return super().get(request, *args, **kwargs)

    def bewaar(self, form: BewaardfilterForm) -> Bewaardfilter:
        rij = actions.bewaar_filter(
            gebruiker=self.gebruiker, naam=form.cleaned_data["naam"], parameters=self.filter.parameters()
        )
        messages.success(self.request, f"Het filter {rij.naam} is bewaard.")
        return rij

    def get_success_url(self) -> str:
        return _lijst(self.filter)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(keuzes=self.filter.keuzes(), terug=_lijst(self.filter), **kwargs)


class EigenFilterMixin(RechtMixin):
    """A filter of this user; another's does not exist."""

    recht = ("dossiers", "inzien")
    leest = None

    @cached_property
    def rij(self) -> Bewaardfilter:
        return get_object_or_404(Bewaardfilter, gebruiker=self.gebruiker, pk=self.kwargs["pk"])

    @property
    def terug(self) -> str:
        """The list with this filter."""
        return f"{reverse('dossiers:lijst')}?{urlencode(self.rij.parameters)}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(rij=self.rij, terug=self.terug, **kwargs)  # type: ignore[misc,no-any-return]


class FilterHernoemen(
    EigenFilterMixin, BewaarMixin[BewaardfilterForm], UpdateView[Bewaardfilter, BewaardfilterForm]
):
    """Give a kept filter another name."""

    form_class = BewaardfilterForm
    template_name = "dossiers/filter_hernoemen.html"

    def get_object(self, queryset: Any = None) -> Bewaardfilter:
        return self.rij

    def bewaar(self, form: BewaardfilterForm) -> Bewaardfilter:
        rij = actions.hernoem_filter(
            self.rij, versie=form.cleaned_data["versie"], naam=form.cleaned_data["naam"]
        )
        messages.success(self.request, f"Het filter heet nu {rij.naam}.")
        return rij

    def get_success_url(self) -> str:
        return self.terug


class FilterWeghalen(EigenFilterMixin, TemplateView):
    """Ask whether the filter may go; a POST takes it away."""

    template_name = "dossiers/filter_weghalen.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naam = self.rij.naam
        actions.verwijder_filter(self.rij)
        messages.success(request, f"Het filter {naam} is weg.")
        return HttpResponseRedirect(reverse("dossiers:lijst"))


def _lijst(filter_: Dossierfilter) -> str:
    return f"{reverse('dossiers:lijst')}?{urlencode(filter_.parameters())}"
