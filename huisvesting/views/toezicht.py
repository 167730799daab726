"""Supervision by the province: how each period stands, what may follow, and what was done."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import CreateView, ListView, TemplateView, UpdateView

from dossiers.models import Statushouder
from huisvesting import actions, figures, rules
from huisvesting.domain.toezicht import uitleg
from huisvesting.forms import ToezichtstapDoorhaalForm, ToezichtstapForm, stapfeiten
from huisvesting.models import Periode, Toezichtstap
from huisvesting.views import toezichtwoorden
from kern.bladeren import bladeren
from kern.forms import BewaarMixin
from kern.peildatum import PeildatumMixin
from toegang.models import Leeshandeling
from toegang.rules import STUREN, mag
from toegang.views import Leest, RechtMixin


class Toezicht(RechtMixin, PeildatumMixin, TemplateView):
    """Each period before the province, the row of missed ones, the ladder, the record and the rules."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/toezicht.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        toezicht = figures.toezicht(self.peildatum)
        mag_sturen = mag(self.gebruiker, "huisvesting", STUREN)
        return super().get_context_data(
            rijen=toezichtwoorden.rijen(toezicht, self.vraag),
            redenen=[(rules.periodenaam(deel.code), uitleg(deel)) for deel in toezicht.periodes],
            kop=toezichtwoorden.kop(toezicht),
            ladder=toezichtwoorden.ladder(toezicht),
            stappen=[toezichtwoorden.stap(rij, wijzigbaar=mag_sturen) for rij in toezicht.stappen],
            regels=[toezichtwoorden.regel(rij) for rij in rules.TOEZICHTSREGELS],
            mag_sturen=mag_sturen,
            **kwargs,
        )


class Gekoppeld(RechtMixin, PeildatumMixin, ListView[Statushouder]):
    """Who had been linked on 1 April or 1 October of a period, as far as this user may see them."""

    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Gekoppeld in een periode", aantal="object_list")
    template_name = "huisvesting/gekoppeld.html"
    paginate_by = 50

    @cached_property
    def periode(self) -> Periode:
        return get_object_or_404(Periode, code=self.kwargs["periode"])

    def get_queryset(self) -> Any:
        rijen = figures.gekoppeld(self.periode.code, self.peildatum)
        return rijen.met_inzage(self.gebruiker, "huisvesting").order_by("coa_koppeldatum", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        eigen = {
            "naam": rules.periodenaam(self.periode.code),
            "koppeldag": rules.koppeldag(self.periode.code),
            "terug": reverse("huisvesting:toezicht") + self.vraag,
        }
        return context | eigen | bladeren(context["page_obj"], self.request.GET)


class _StapMixin(RechtMixin):
    recht = ("huisvesting", STUREN)
    leest = None
    titel_kort = ""

    def get_success_url(self) -> str:
        return reverse("huisvesting:toezicht")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        eigen = {"titel_kort": self.titel_kort, "terug": self.get_success_url()}
        return super().get_context_data(**eigen, **kwargs)  # type: ignore[misc,no-any-return]


class ToezichtstapVastleggen(
    _StapMixin, BewaarMixin[ToezichtstapForm], CreateView[Toezichtstap, ToezichtstapForm]
):
    """The province did something."""

    form_class = ToezichtstapForm
    template_name = "huisvesting/toezichtstap_formulier.html"
    object = None
    titel_kort = "Stap van de provincie vastleggen"

    def bewaar(self, form: ToezichtstapForm) -> Toezichtstap:
        rij = actions.bewaar_toezichtstap(Toezichtstap(), gegevens=form.cleaned_data)
        messages.success(self.request, f"Vastgelegd: {rij.get_trede_display()}.")
        return rij


class ToezichtstapWijzigen(
    _StapMixin, BewaarMixin[ToezichtstapForm], UpdateView[Toezichtstap, ToezichtstapForm]
):
    """Correct what was typed of a step."""

    form_class = ToezichtstapForm
    template_name = "huisvesting/toezichtstap_formulier.html"
    queryset = Toezichtstap.objects.geldig()
    titel_kort = "Stap van de provincie wijzigen"

    def bewaar(self, form: ToezichtstapForm) -> Toezichtstap:
        gegevens = dict(form.cleaned_data)
        rij = actions.bewaar_toezichtstap(self.object, versie=gegevens.pop("versie"), gegevens=gegevens)
        messages.success(self.request, f"Opgeslagen: {rij.get_trede_display()}.")
        return rij


class ToezichtstapDoorhalen(
    _StapMixin,
    BewaarMixin[ToezichtstapDoorhaalForm],
    UpdateView[Toezichtstap, ToezichtstapDoorhaalForm],
):
    """A step that does not belong."""

    form_class = ToezichtstapDoorhaalForm
    queryset = Toezichtstap.objects.geldig()
    template_name = "huisvesting/toezichtstap_doorhalen.html"
    titel_kort = "Stap van de provincie doorhalen"

    def bewaar(self, form: ToezichtstapDoorhaalForm) -> Toezichtstap:
        gegevens = form.cleaned_data
        rij = actions.haal_toezichtstap_door(
            self.object, versie=gegevens["versie"], reden=gegevens["doorgehaald_reden"]
        )
        messages.success(self.request, f"Doorgehaald: {rij.get_trede_display()}.")
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(feiten=stapfeiten(self.object), **kwargs)
