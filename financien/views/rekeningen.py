"""Which cost centre and account belong to which line of the budget."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, ListView

from financien import actions
from financien.forms import RekeningForm, StopRekeningForm
from financien.models import Rekening
from financien.views.boekingen import regelkeuzes
from kern.bladeren import bladeren
from kern.forms import BewaarMixin
from kern.klok import vandaag
from toegang.rules import WIJZIGEN, mag
from toegang.views import RechtMixin


class Rekeningen(RechtMixin, ListView[Rekening]):
    """All rules, in order of cost centre and account."""

    recht = ("financien", "inzien")
    leest = None
    template_name = "financien/rekeningen.html"
    paginate_by = 100

    def get_queryset(self) -> QuerySet[Rekening]:
        rijen = Rekening.objects.select_related("inkomstenpost", "activiteit", "door")
        return rijen.order_by("kostenplaats", "grootboekrekening", "van", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            mag_wijzigen=mag(self.gebruiker, "financien", WIJZIGEN), vandaag=vandaag(), **kwargs
        )
        return context | bladeren(context["page_obj"], self.request.GET)


class RekeningToevoegen(RechtMixin, BewaarMixin[RekeningForm], FormView[RekeningForm]):
    """A rule; loose entries that answer to it get their line at once."""

    recht = ("financien", WIJZIGEN)
    leest = None
    form_class = RekeningForm
    template_name = "financien/rekening_formulier.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"keuzes": regelkeuzes()}

    def get_initial(self) -> dict[str, Any]:
        return {naam: self.request.GET.get(naam, "") for naam in ("kostenplaats", "grootboekrekening")}

    def bewaar(self, form: RekeningForm) -> Rekening:
        gegevens = dict(form.cleaned_data)
        rekening, aantal = actions.zet_rekening(
            regel=gegevens.pop("regel"), gegevens=gegevens, door=self.gebruiker, op=vandaag()
        )
        erbij = {0: "Er waren geen losse boekingen bij.", 1: "1 losse boeking staat nu bij deze regel."}
        zin = erbij.get(aantal, f"{aantal} losse boekingen staan nu bij deze regel.")
        messages.success(self.request, f"Rekening {rekening} opgeslagen. {zin}")
        return rekening

    def get_success_url(self) -> str:
        return reverse("financien:rekeningen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)


class RekeningStoppen(RechtMixin, BewaarMixin[StopRekeningForm], FormView[StopRekeningForm]):
    """Say until when a rule holds."""

    recht = ("financien", WIJZIGEN)
    leest = None
    form_class = StopRekeningForm
    template_name = "financien/rekening_stoppen.html"

    @cached_property
    def rekening(self) -> Rekening:
        return get_object_or_404(
            Rekening.objects.select_related("inkomstenpost", "activiteit"), pk=self.kwargs["pk"]
        )

    def get_initial(self) -> dict[str, Any]:
        was = self.rekening.tot_en_met
        return {"tot_en_met": was or vandaag(), "was": was.isoformat() if was else ""}

    def bewaar(self, form: StopRekeningForm) -> Rekening:
        was = form.cleaned_data["was"]
        try:
            verwacht = date.fromisoformat(was) if was else None
        except ValueError:
            verwacht = date.min
        rij = actions.stop_rekening(
            self.rekening, laatste_dag=form.cleaned_data["tot_en_met"], verwacht=verwacht
        )
        messages.success(self.request, f"Rekening {rij} geldt tot en met {rij.tot_en_met:%-d-%-m-%Y}.")
        return rij

    def get_success_url(self) -> str:
        return reverse("financien:rekeningen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        regel = self.rekening.inkomstenpost or self.rekening.activiteit
        return super().get_context_data(
            rekening=self.rekening, regel=regel, terug=self.get_success_url(), **kwargs
        )
