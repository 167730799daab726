"""The dossier of one person, and changing what is known of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.views.generic import FormView, TemplateView, UpdateView

from dossiers import actions, figures
from dossiers.forms import PersoonWijzigForm, VertrekForm
from dossiers.models import Statushouder, Vestiging
from dossiers.views import woorden
from dossiers.views.mixins import DossierMixin
from kern.forms import BewaarMixin
from kern.klok import vandaag
from kern.leeftijd import leeftijd
from kern.register import register
from toegang.rules import mag


class Dossier(DossierMixin, TemplateView):
    """A person, their family and what can be done."""

    recht = ("dossiers", "inzien")
    template_name = "dossiers/dossier.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        persoon = self.statushouder
        leden = figures.gezinsleden(persoon, gebruiker=self.gebruiker, peildatum=vandaag())
        for lid in leden:
            lid.leeftijd = leeftijd(lid.statushouder.geboren, vandaag())  # type: ignore[attr-defined]
        return super().get_context_data(
            leden=leden,
            gezin=leden[0].gezin if leden else None,
            gegevens=woorden.gegevens(persoon, leeftijd(persoon.geboren, vandaag())),
            stand=woorden.stand(persoon.stand),  # type: ignore[attr-defined]
            vestigingen=persoon.vestigingen.all(),
            acties=self._acties(),
            panelen=[
                domein.paneel(persoon, self.gebruiker, vandaag())
                for domein in register
                if domein.paneel and mag(self.gebruiker, domein.code, "inzien")
            ],
            mag_wijzigen=mag(self.gebruiker, "dossiers", "wijzigen"),
            **kwargs,
        )

    def _acties(self) -> list[dict[str, str]]:
        """What the domains offer for this family; the last one stands in the corner."""
        acties = [
            {
                "label": actie.label,
                "adres": reverse(actie.url, args=[self.statushouder.sleutel]),
                "icoon": actie.icoon,
                "soort": "secondary",
            }
            for domein in register
            for actie in domein.gezinsacties
            if mag(self.gebruiker, domein.code, actie.recht)
        ]
        return [*acties[:-1], {**acties[-1], "soort": "primary"}] if acties else []


class PersoonWijzigen(
    DossierMixin, BewaarMixin[PersoonWijzigForm], UpdateView[Statushouder, PersoonWijzigForm]
):
    """Change a person; a second editor gets both versions side by side."""

    recht = ("dossiers", "wijzigen")
    form_class = PersoonWijzigForm
    template_name = "dossiers/persoon_wijzigen.html"

    def get_object(self, queryset: Any = None) -> Statushouder:
        return self.statushouder

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"vandaag": vandaag()}

    def bewaar(self, form: PersoonWijzigForm) -> Statushouder:
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
