"""For how many families the own organisation has room."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from dossiers.views.deel import Formulierpagina
from kern.klok import vandaag
from partners import actions, figures
from partners.forms import PlaatsenForm
from partners.models import Plaatsen
from toegang.rules import BEHEREN
from toegang.views import RechtMixin


class PlaatsenZetten(RechtMixin, Formulierpagina[PlaatsenForm]):
    """The organisation's own manager says it, from today on."""

    recht = ("partners", BEHEREN)
    leest = None
    template_name = "partners/plaatsen.html"
    form_class = PlaatsenForm
    titel = "Plaatsen van uw organisatie"
    lead = "De gemeente ziet voor een verwijzing hoeveel plaatsen er vrij zijn."
    knoptekst = "Bewaar"
    melding = "Bewaard. De gemeente ziet vanaf nu hoeveel plaatsen er vrij zijn."

    @cached_property
    def stand(self) -> figures.Stand:
        """How the organisation stands today."""
        organisatie: Any = self.gebruiker.organisatie
        return figures.standen([organisatie], vandaag())[organisatie.pk]

    def get_initial(self) -> dict[str, Any]:
        return {"aantal": self.stand.plaatsen}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(stand=self.stand, **kwargs)

    def bewaar(self, form: PlaatsenForm) -> Plaatsen:
        organisatie: Any = self.gebruiker.organisatie
        return actions.zet_plaatsen(
            organisatie, aantal=form.cleaned_data["aantal"], vanaf=vandaag(), door=self.gebruiker
        )

    def terug(self) -> str:
        return reverse("partners:verwijzingen")
