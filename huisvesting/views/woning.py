"""The list of homes, and one home."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.views.generic import CreateView, ListView, UpdateView

from huisvesting import actions
from huisvesting.forms import WoningForm
from huisvesting.models import Plaatsing, Woning
from huisvesting.models.woning import WoningQuerySet
from kern.bladeren import bladeren
from kern.forms import BewaarMixin
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.rules import mag
from toegang.views import Leest, RechtMixin


class Woningen(RechtMixin, ListView[Woning]):
    """Homes with the places that are taken today or promised."""

    recht = ("huisvesting", "inzien")
    leest = None  # how many live there, not who
    template_name = "huisvesting/woningen.html"
    paginate_by = 50

    def get_queryset(self) -> WoningQuerySet:
        return Woning.objects.met_bewoners(vandaag()).select_related("verhuurder")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mag_wijzigen = mag(self.gebruiker, "huisvesting", "wijzigen")
        context = super().get_context_data(mag_wijzigen=mag_wijzigen, **kwargs)
        for woning in context["object_list"]:
            woning.adres = str(woning)
            woning.pagina = reverse("huisvesting:woning", args=[woning.pk]) if mag_wijzigen else ""
            woning.onderregel = "AMV-woning" if woning.amv_woning else f"{woning.postcode} {woning.plaats}"
        return context | bladeren(context["page_obj"], self.request.GET)


class WoningToevoegen(RechtMixin, BewaarMixin[WoningForm], CreateView[Woning, WoningForm]):
    """Put a home in the list."""

    recht = ("huisvesting", "wijzigen")
    leest = None
    form_class = WoningForm
    template_name = "huisvesting/woning.html"
    object = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=self.get_success_url(), titel_kort="Woning toevoegen", object=None, plaatsingen=[], **kwargs
        )

    def bewaar(self, form: WoningForm) -> Woning:
        woning = actions.bewaar_woning(Woning(), gegevens=form.cleaned_data)
        messages.success(self.request, f"{woning} staat in de lijst.")
        return woning

    def get_success_url(self) -> str:
        return reverse("huisvesting:woningen")


class WoningWijzigen(RechtMixin, BewaarMixin[WoningForm], UpdateView[Woning, WoningForm]):
    """One home: its data, and who lives there as far as this user may see them."""

    recht = ("huisvesting", "wijzigen")
    leest = Leest(Leeshandeling.LIJST, "Bewoners van een woning", aantal="plaatsingen")
    form_class = WoningForm
    template_name = "huisvesting/woning.html"
    queryset = Woning.objects.all()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bewoners = Plaatsing.objects.zichtbaar_voor(self.gebruiker).filter(woning=self.kwargs["pk"])
        return super().get_context_data(
            plaatsingen=bewoners.select_related("statushouder"),
            terug=self.get_success_url(),
            titel_kort=str(self.object),
            **kwargs,
        )

    def bewaar(self, form: WoningForm) -> Woning:
        gegevens = dict(form.cleaned_data)
        woning = actions.bewaar_woning(self.object, versie=gegevens.pop("versie"), gegevens=gegevens)
        messages.success(self.request, f"{woning} is opgeslagen.")
        return woning

    def get_success_url(self) -> str:
        return reverse("huisvesting:woningen")
