"""Kinship and guardianship of a person."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from dossiers import actions, figures
from dossiers.forms import RelatieBeeindigForm, RelatieForm
from dossiers.models import Relatie, Relatiesoort
from dossiers.views.deel import Formulierpagina
from dossiers.views.mixins import DossierMixin
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.views import Leest

# What the person of the page is to the other, where the other is not what the relation is called after.
VAN_DE_ANDERE_KANT = {
    Relatiesoort.OUDER: "Kind",
    Relatiesoort.VOOGD: "Kind onder voogdij",
    Relatiesoort.REFERENT: "Nareiziger",
}


class Relaties(DossierMixin, Formulierpagina[RelatieForm]):
    """All relations of this person, from both sides, and a form to add one."""

    leest = Leest(Leeshandeling.INZIEN, "Relaties")
    recht = ("dossiers", "wijzigen")
    form_class = RelatieForm
    template_name = "dossiers/vastleggen/relaties.html"
    titel = "Relaties"
    knoptekst = "Relatie toevoegen"
    melding = "De relatie is toegevoegd."

    def get_form_kwargs(self) -> dict[str, Any]:
        leden = figures.gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        return super().get_form_kwargs() | {
            "persoon": self.statushouder,
            "gebruiker": self.gebruiker,
            "leden": leden,
        }

    def bewaar(self, form: RelatieForm) -> Relatie:
        return actions.leg_relatie_vast(**form.gegevens())

    def get_success_url(self) -> str:
        super().get_success_url()
        return reverse("dossiers:relaties", args=[self.statushouder.sleutel])

    def terug(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rijen = figures.relaties(self.statushouder, self.gebruiker)
        for rij in rijen:
            zelf = rij.persoon_id == self.statushouder.pk
            rij.ander = rij.verwant if zelf else rij.persoon  # type: ignore[attr-defined]
            soort = Relatiesoort(rij.soort)
            rij.wat = soort.label if zelf else VAN_DE_ANDERE_KANT[soort]  # type: ignore[attr-defined]
        return super().get_context_data(relaties=rijen, **kwargs)


class RelatieBeeindigen(DossierMixin, Formulierpagina[RelatieBeeindigForm]):
    """A relation ends, or its end is changed."""

    recht = ("dossiers", "wijzigen")
    form_class = RelatieBeeindigForm
    titel = "Relatie beëindigen"
    knoptekst = "Einddatum opslaan"
    melding = "De einddatum is opgeslagen."

    @cached_property
    def relatie(self) -> Relatie:
        for rij in figures.relaties(self.statushouder, self.gebruiker):
            if rij.pk == self.kwargs["pk"]:
                return rij
        raise Http404

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.relatie, "vandaag": vandaag()}

    def bewaar(self, form: RelatieBeeindigForm) -> Relatie:
        gegevens = form.cleaned_data
        return actions.beeindig_relatie(self.relatie, versie=gegevens["versie"], tot=gegevens["tot"])

    def terug(self) -> str:
        return reverse("dossiers:relaties", args=[self.statushouder.sleutel])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rij = self.relatie
        lead = f"{rij.verwant} is {rij.get_soort_display().lower()} van {rij.persoon}."
        return super().get_context_data(lead=lead, **kwargs)
