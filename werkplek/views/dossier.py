"""The page of one person."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.views.generic import TemplateView

from dossiers import figures
from dossiers.views import DossierMixin, woorden
from kern.klok import vandaag
from kern.leeftijd import leeftijd
from kern.register import register
from toegang.rules import mag


class Dossier(DossierMixin, TemplateView):
    """A person, their family and what can be done."""

    recht = ("dossiers", "inzien")
    template_name = "werkplek/dossier.html"

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
