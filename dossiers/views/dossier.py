"""Changing what is known of a person."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.views.generic import FormView, UpdateView

from dossiers import actions
from dossiers.forms import PersoonWijzigForm, VertrekForm, VestigingForm
from dossiers.models import Statushouder, Vestiging
from dossiers.views.mixins import DossierMixin
from kern.forms import BewaarMixin
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.views import Leest


class PersoonWijzigen(
    DossierMixin, BewaarMixin[PersoonWijzigForm], UpdateView[Statushouder, PersoonWijzigForm]
):
    """Change a person; a second editor gets both versions side by side."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: gegevens wijzigen")
    recht = ("dossiers", "wijzigen")
    form_class = PersoonWijzigForm
    template_name = "dossiers/persoon_wijzigen.html"

    def get_object(self, queryset: Any = None) -> Statushouder:
        return self.statushouder

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"vandaag": vandaag()}

    def bewaar(self, form: PersoonWijzigForm) -> Statushouder:
        if self.is_opgegaan:
            # What was typed is of the other dossier, and its version says nothing of this one.
            raise ValidationError(
                f"Dit dossier is intussen samengevoegd met {self.statushouder.nummer}. Wijzig de gegevens daar."
            )
        persoon = actions.wijzig_persoon(
            self.statushouder, versie=form.cleaned_data["versie"], gegevens=form.gegevens()
        )
        messages.success(self.request, "De gegevens zijn opgeslagen.")
        return persoon

    def get_success_url(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)


class VertrekVastleggen(DossierMixin, BewaarMixin[VertrekForm], FormView[VertrekForm]):
    """Somebody leaves Wassenaar."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: vertrek vastleggen")
    recht = ("dossiers", "wijzigen")
    form_class = VertrekForm
    template_name = "dossiers/vertrek.html"

    def bewaar(self, form: VertrekForm) -> Vestiging:
        vestiging = actions.vertrek(self.statushouder, **form.cleaned_data)
        messages.success(self.request, "Het vertrek is vastgelegd.")
        return vestiging

    def get_success_url(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)


class VestigingWijzigen(DossierMixin, BewaarMixin[VestigingForm], UpdateView[Vestiging, VestigingForm]):
    """Correct when somebody registered or left, or that they did not leave."""

    leest = Leest(Leeshandeling.INZIEN, "Formulier: vestiging wijzigen")
    recht = ("dossiers", "wijzigen")
    form_class = VestigingForm
    template_name = "dossiers/vestiging.html"
    context_object_name = "vestiging"

    def get_object(self, queryset: Any = None) -> Vestiging:
        return get_object_or_404(self.statushouder.vestigingen, pk=self.kwargs["pk"])

    def bewaar(self, form: VestigingForm) -> Vestiging:
        gegevens = dict(form.cleaned_data)
        vestiging = actions.wijzig_vestiging(self.object, versie=gegevens.pop("versie"), gegevens=gegevens)
        messages.success(self.request, "De vestiging is opgeslagen.")
        return vestiging

    def get_success_url(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)
