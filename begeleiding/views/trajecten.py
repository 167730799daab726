"""Who guides whom: the caseload, beginning guidance, and changing or ending it."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import ListView

from begeleiding import actions, figures
from begeleiding.forms import TrajectForm, TrajectWijzigForm
from begeleiding.models import Begeleidingstraject
from dossiers.figures import gezinsleden
from dossiers.models import Statushouder
from dossiers.views import DossierMixin, LeestDossier
from dossiers.views.deel import Formulierpagina
from kern.bladeren import bladeren
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.rules import INZIEN, WIJZIGEN, van_gemeente
from toegang.views import Leest, RechtMixin


class Belasting(RechtMixin, ListView[Begeleidingstraject]):
    """How many persons each guide and organisation has, and below it the trajectories that run."""

    recht = ("begeleiding", INZIEN)
    leest = Leest(Leeshandeling.LIJST, "Begeleidingstrajecten", aantal="object_list")
    template_name = "begeleiding/trajecten.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        rijen = figures.trajecten(self.gebruiker).lopend_op(vandaag())
        return rijen.order_by("organisatie__naam", "statushouder__sorteernaam", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dag = vandaag()
        organisaties = figures.belasting_organisaties(self.gebruiker, dag)
        context = super().get_context_data(
            begeleiders=figures.belasting(self.gebruiker, dag),
            organisaties=organisaties,
            personen=figures.aantal_in_begeleiding(self.gebruiker, dag),
            **kwargs,
        )
        return context | bladeren(context["page_obj"], self.request.GET)


class TrajectBeginnen(DossierMixin, Formulierpagina[TrajectForm]):
    """Guidance for who of the family needs it; who may change the dossier begins it, so the municipality."""

    recht = ("dossiers", WIJZIGEN)
    leest = Leest(Leeshandeling.INZIEN, "Formulier: begeleiding beginnen")
    template_name = "begeleiding/traject_beginnen.html"
    form_class = TrajectForm
    titel = "Begeleiding beginnen"
    knoptekst = "Begeleiding beginnen"
    melding = "De begeleiding is vastgelegd."

    def get_form_kwargs(self) -> dict[str, Any]:
        leden = gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        return super().get_form_kwargs() | {
            "leden": leden,
            "persoon": self.statushouder,
            "gebruiker": self.gebruiker,
        }

    def get_initial(self) -> dict[str, Any]:
        return {"personen": [self.statushouder.pk], "van": vandaag()}

    def bewaar(self, form: TrajectForm) -> list[Begeleidingstraject]:
        gegevens = dict(form.cleaned_data)
        return actions.begin_begeleiding(list(gegevens.pop("personen")), **gegevens)

    def terug(self) -> str:
        return self.statushouder.get_absolute_url()


class TrajectWijzigen(LeestDossier, Formulierpagina[TrajectWijzigForm]):
    """Another guide, how often, or the end; a partner does so of the own organisation's."""

    recht = ("begeleiding", WIJZIGEN)
    leest = Leest(Leeshandeling.INZIEN, "Formulier: begeleiding wijzigen")
    template_name = "begeleiding/traject.html"
    form_class = TrajectWijzigForm
    titel = "Begeleiding wijzigen"
    knoptekst = "Opslaan"
    melding = "De begeleiding is opgeslagen."

    @cached_property
    def traject(self) -> Begeleidingstraject:
        """The trajectory of the address, through `zichtbaar_voor`, else 404."""
        rijen = figures.trajecten(self.gebruiker)
        if not van_gemeente(self.gebruiker):
            rijen = rijen.filter(organisatie=self.gebruiker.organisatie_id)
        rij: Begeleidingstraject = get_object_or_404(rijen, pk=self.kwargs["pk"])
        return rij

    @property
    def statushouder(self) -> Statushouder:
        persoon: Statushouder = self.traject.statushouder
        return persoon

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.traject, "gebruiker": self.gebruiker}

    def bewaar(self, form: TrajectWijzigForm) -> Begeleidingstraject:
        gegevens = dict(form.cleaned_data)
        return actions.wijzig_begeleiding(self.traject, versie=gegevens.pop("versie"), gegevens=gegevens)

    def terug(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(traject=self.traject, statushouder=self.statushouder, **kwargs)
