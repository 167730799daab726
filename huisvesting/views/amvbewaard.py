"""Outcomes of the AMV page that were kept: keeping one, the list of them, and each as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse
from django.views.generic import CreateView, DetailView, ListView

from huisvesting import actions
from huisvesting.forms.amv import UitkomstForm
from huisvesting.models import AmvUitkomst
from huisvesting.rules.amv import Invoer
from huisvesting.views import amvwoorden
from huisvesting.views.amv import AmvMixin
from kern import schrijfwijze
from kern.bladeren import bladeren
from kern.forms import BewaarMixin
from kern.klok import vandaag
from toegang.rules import STUREN
from toegang.views import RechtMixin

ONVOLLEDIG = (
    "Deze uitkomst kan niet worden bewaard: er ontbreekt een getal, of een getal klopt niet. Ga terug en kijk bij "
    "de getallen boven aan de pagina."
)


class AmvBewaren(AmvMixin, BewaarMixin[UitkomstForm], CreateView[AmvUitkomst, UitkomstForm]):
    """Give this outcome a name and keep it; the numbers come from the address, as on the page itself."""

    recht = ("huisvesting", STUREN)
    leest = None
    form_class = UitkomstForm
    template_name = "huisvesting/amv_bewaren.html"
    object = None

    def get_initial(self) -> dict[str, Any]:
        return {"naam": f"AMV-woningen op {schrijfwijze.dag(self.peildatum)}"}

    def bewaar(self, form: UitkomstForm) -> AmvUitkomst:
        if self.invoer is None or self.gevolgen is None or self.getallenform.errors:
            raise ValidationError(ONVOLLEDIG)
        rij = actions.bewaar_uitkomst(
            naam=form.cleaned_data["naam"],
            invoer=self.invoer,
            gevolgen=self.gevolgen,
            peildatum=self.peildatum,
            door=self.gebruiker,
            op=vandaag(),
        )
        messages.success(self.request, "De uitkomst is bewaard. De getallen veranderen niet meer.")
        return rij

    def get_success_url(self) -> str:
        return reverse("huisvesting:amv-bewaard", args=[self.bewaard.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            getallen=amvwoorden.getallen(self.invoer) if self.invoer else [],
            kan_niet="" if self.invoer and not self.getallenform.errors else ONVOLLEDIG,
            terug=self.adres("huisvesting:amv"),
            **kwargs,
        )


class AmvBewaardeLijst(RechtMixin, ListView[AmvUitkomst]):
    """All outcomes that were kept, the newest first, with their totals."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/amv_lijst.html"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[AmvUitkomst]:
        return AmvUitkomst.objects.select_related("bewaard_door")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["rijen"] = [
            {"uitkomst": rij, "samen": rij.uitkomst["samen"], "euro": Decimal(rij.uitkomst["samen"]["euro"])}
            for rij in context["object_list"]
        ]
        return context | bladeren(context["page_obj"], self.request.GET)


class AmvBewaard(RechtMixin, DetailView[AmvUitkomst]):
    """An outcome as it was on the day that it was kept: no figure is computed again."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/amv_bewaard.html"
    queryset = AmvUitkomst.objects.select_related("bewaard_door")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uitkomst = self.object.uitkomst
        return super().get_context_data(
            uitkomst=self.object,
            getallen=amvwoorden.getallen(_invoer(self.object.invoer)),
            rijen=[amvwoorden.tabelrij(stap) for stap in uitkomst["stappen"]],
            samen=amvwoorden.somrij(uitkomst["samen"]),
            doorloop=uitkomst["doorloop"],
            eind=date.fromisoformat(uitkomst["stappen"][-1]["tot_en_met"]),
            **kwargs,
        )


def _invoer(invoer: dict[str, Any]) -> Invoer:
    return Invoer(**{**invoer, "woningen": Decimal(invoer["woningen"]), "tarief": Decimal(invoer["tarief"])})
