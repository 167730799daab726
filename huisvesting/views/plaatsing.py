"""Placing people in a home, ending a placement, and when somebody is expected."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.views.generic import FormView, UpdateView

from dossiers.figures import gezinsleden
from dossiers.models import Statushouder
from dossiers.views import DossierMixin, LeestDossier
from huisvesting import actions, figures
from huisvesting.forms import BeeindigForm, PlaatsForm, VerwachtingForm
from huisvesting.models import Plaatsing, Verwachting
from kern.forms import BewaarMixin
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.views import Leest


class Plaatsen(DossierMixin, BewaarMixin[PlaatsForm], FormView[PlaatsForm]):
    """The family of this person moves into a home; each member can be left out."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: plaatsen in een woning")
    recht = ("huisvesting", "wijzigen")
    form_class = PlaatsForm
    template_name = "huisvesting/plaatsen.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        leden = gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        return super().get_form_kwargs() | {
            "leden": leden,
            "persoon": self.statushouder,
            "peildatum": vandaag(),
        }

    def get_initial(self) -> dict[str, Any]:
        leden = gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        zonder_woning = figures.zonder_woning([lid.statushouder for lid in leden], op=vandaag())
        return {"personen": zonder_woning or [self.statushouder]}

    def bewaar(self, form: PlaatsForm) -> list[Plaatsing]:
        gegevens = form.cleaned_data
        rijen = actions.plaats(list(gegevens["personen"]), woning=gegevens["woning"], van=gegevens["van"])
        aantal = "1 persoon" if len(rijen) == 1 else f"{len(rijen)} personen"
        messages.success(self.request, f"{gegevens['woning']} is vastgelegd voor {aantal}.")
        return rijen

    def get_success_url(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)


class PlaatsingBeeindigen(LeestDossier, BewaarMixin[BeeindigForm], UpdateView[Plaatsing, BeeindigForm]):
    """A placement ends; who counted stays counted."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: plaatsing beëindigen")
    recht = ("huisvesting", "wijzigen")
    form_class = BeeindigForm
    template_name = "huisvesting/beeindigen.html"

    @property
    def statushouder(self) -> Statushouder:
        """Whose placement it is."""
        persoon: Statushouder = self.object.statushouder
        return persoon

    def get_queryset(self) -> Any:
        return Plaatsing.objects.zichtbaar_voor(self.gebruiker).select_related("statushouder", "woning")

    def bewaar(self, form: BeeindigForm) -> Plaatsing:
        gegevens = form.cleaned_data
        rij = actions.beeindig(self.object, versie=gegevens["versie"], tot=gegevens["tot"])
        messages.success(self.request, "Het einde van de plaatsing is vastgelegd.")
        return rij

    def get_success_url(self) -> str:
        return self.object.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)


class VerwachtingVastleggen(
    DossierMixin, BewaarMixin[VerwachtingForm], UpdateView[Verwachting, VerwachtingForm]
):
    """The day on which this person is expected to get a home."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: verwachte vestiging")
    recht = ("huisvesting", "wijzigen")
    form_class = VerwachtingForm
    template_name = "huisvesting/verwachting.html"

    def get_object(self, queryset: Any = None) -> Verwachting:
        bestaand = Verwachting.objects.filter(statushouder=self.statushouder).first()
        return bestaand or Verwachting(statushouder=self.statushouder)

    def bewaar(self, form: VerwachtingForm) -> Verwachting:
        rij = actions.leg_verwachting_vast(self.statushouder, **form.cleaned_data)
        messages.success(self.request, "De verwachte datum is opgeslagen.")
        return rij

    def get_success_url(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)
