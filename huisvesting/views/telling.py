"""Who does not count and why, and the report of another municipality that takes an AMV over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.views.generic import ListView, UpdateView

from dossiers.models import Statushouder
from dossiers.views import DossierMixin
from huisvesting import actions, figures
from huisvesting.domain.telling import Telzin, telzin
from huisvesting.figures.telling import oordelen
from huisvesting.forms import OvernameForm
from huisvesting.models import Overname
from kern.bladeren import bladeren
from kern.contract import Peiling
from kern.forms import BewaarMixin
from kern.klok import vandaag
from kern.peildatum import PeildatumMixin
from toegang.models import Leeshandeling
from toegang.views import Leest, RechtMixin


class TeltNietMee(RechtMixin, PeildatumMixin, ListView[Statushouder]):
    """Who lives or lived here and does not count at the peildatum, each with the reason and its source."""

    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Wie niet meetelt", aantal="object_list")
    template_name = "huisvesting/telt_niet_mee.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        peiling = Peiling.op(self.peildatum, gebruiker=self.gebruiker)
        return figures.telt_niet_mee(peiling).prefetch_related("tellingen", "plaatsingen__woning")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        personen = list(context["object_list"])
        gevonden = oordelen([persoon.pk for persoon in personen])
        for persoon in personen:
            vars(persoon)["teloordeel"] = oordeel = gevonden[persoon.pk]
            zin = telzin(persoon, self.peildatum) or Telzin(
                "Telt niet mee", oordeel.reden, oordeel.regel, oordeel.bron
            )
            vars(persoon)["telling"] = zin
            vars(persoon)["woning"] = ", ".join(str(rij.woning) for rij in persoon.plaatsingen.all())
        return context | {"personen": personen} | bladeren(context["page_obj"], self.request.GET)


class OvernameMelden(DossierMixin, BewaarMixin[OvernameForm], UpdateView[Overname, OvernameForm]):
    """Another municipality reported that this AMV lives there; a report that was a mistake goes here too."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: overname door een andere gemeente")
    recht = ("huisvesting", "wijzigen")
    form_class = OvernameForm
    template_name = "huisvesting/overname.html"

    def get_object(self, queryset: Any = None) -> Overname:
        bestaand = Overname.objects.filter(statushouder=self.statushouder).first()
        return bestaand or Overname(statushouder=self.statushouder)

    def bewaar(self, form: OvernameForm) -> Overname | None:
        gegevens = dict(form.cleaned_data)
        versie = gegevens.pop("versie", None)
        if gegevens.pop("weghalen", False):
            actions.haal_overname_weg(self.object, versie=versie)
            messages.success(self.request, "De melding is weggehaald. Deze persoon telt hier weer mee.")
            return None
        rij = actions.meld_overname(self.statushouder, versie=versie, vandaag=vandaag(), **gegevens)
        messages.success(self.request, f"Vastgelegd: {rij.gemeente} heeft de verhuizing gemeld.")
        return rij

    def get_success_url(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)
