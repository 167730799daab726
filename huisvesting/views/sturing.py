"""The numbers to steer by: which hold, which held, and setting one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.views.generic import CreateView, TemplateView, UpdateView

from huisvesting import actions
from huisvesting.forms import NieuwStuurgetalForm, StuurgetalForm
from huisvesting.models import Stuurcode, Stuurgetal
from huisvesting.views import stuurwoorden
from kern.forms import BewaarMixin
from kern.klok import vandaag
from kern.peildatum import PeildatumMixin
from toegang.rules import STUREN, mag
from toegang.views import RechtMixin


class Stuurgetallen(RechtMixin, PeildatumMixin, TemplateView):
    """Each number with its history; who may not set them reads what the forecast was made with."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/stuurgetallen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mag_sturen = mag(self.gebruiker, "huisvesting", STUREN)
        groepen = stuurwoorden.groepen(Stuurgetal.objects.all(), self.peildatum, wijzigbaar=mag_sturen)
        return super().get_context_data(
            groepen=groepen,
            ontbreken=sum(groep["ontbreken"] for groep in groepen),
            mag_sturen=mag_sturen,
            **kwargs,
        )


class _StuurgetalMixin(RechtMixin):
    recht = ("huisvesting", STUREN)
    leest = None

    def meld(self, rij: Stuurgetal) -> None:
        """Saved: what holds now, and from when."""
        messages.success(self.request, stuurwoorden.vastgelegd(rij))

    def get_success_url(self) -> str:
        return reverse("huisvesting:stuurgetallen")


class StuurgetalVastleggen(
    _StuurgetalMixin, BewaarMixin[NieuwStuurgetalForm], CreateView[Stuurgetal, NieuwStuurgetalForm]
):
    """A number from a day on."""

    form_class = NieuwStuurgetalForm
    template_name = "huisvesting/stuurgetal_formulier.html"
    object = None

    def get_initial(self) -> dict[str, Any]:
        code = self.request.GET.get("code", "")
        return {"code": code if code in Stuurcode.values else "", "vanaf": vandaag()}

    def bewaar(self, form: NieuwStuurgetalForm) -> Stuurgetal:
        rij = actions.bewaar_stuurgetal(Stuurgetal(), gegevens=form.cleaned_data)
        self.meld(rij)
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            titel_kort="Getal vastleggen", wat="", terug=self.get_success_url(), **kwargs
        )


class StuurgetalWijzigen(
    _StuurgetalMixin, BewaarMixin[StuurgetalForm], UpdateView[Stuurgetal, StuurgetalForm]
):
    """Correct what was typed of a number."""

    form_class = StuurgetalForm
    template_name = "huisvesting/stuurgetal_formulier.html"
    queryset = Stuurgetal.objects.all()

    def bewaar(self, form: StuurgetalForm) -> Stuurgetal:
        gegevens = dict(form.cleaned_data)
        rij = actions.bewaar_stuurgetal(self.object, versie=gegevens.pop("versie"), gegevens=gegevens)
        self.meld(rij)
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            titel_kort="Getal wijzigen",
            wat=stuurwoorden.naam(self.object),
            terug=self.get_success_url(),
            **kwargs,
        )
