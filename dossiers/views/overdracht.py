"""Handing over all the work of a colleague who leaves, and taking that back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html

from dossiers import actions
from dossiers.figures.overdracht import Werkvoorraad, overdrachten, wat_er_ging, werk_van
from dossiers.forms.overdracht import OverdrachtTerugForm, WerkOverdragenForm, hoeveel
from dossiers.models import Werkoverdracht
from dossiers.views.deel import Formulierpagina
from dossiers.views.regie import WaarnemingMixin
from kern.klok import vandaag

MEESTE = 20


class WerkOverdragen(WaarnemingMixin, Formulierpagina[WerkOverdragenForm]):
    """All cases, open tasks, signals and absences to cover at once: of anybody for the coordinator, else one's own."""

    form_class = WerkOverdragenForm
    template_name = "dossiers/vastleggen/werk_overdragen.html"
    titel = "Al het werk overdragen"
    knoptekst = "Draag al het werk over"

    @cached_property
    def werk(self) -> list[Werkvoorraad]:
        """Who has something to hand over."""
        return werk_van(vandaag(), None if self.alle else self.gebruiker)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"zelf": None if self.alle else self.gebruiker, "werk": self.werk}

    def bewaar(self, form: WerkOverdragenForm) -> Werkoverdracht:
        van = form.werk[form.cleaned_data["van"]].wie if self.alle else self.gebruiker
        return actions.draag_al_het_werk_over(
            van=van, aan=form.cleaned_data["aan"], op=vandaag(), door=self.gebruiker
        )

    def get_success_url(self) -> str:
        rij: Werkoverdracht = self.bewaard
        terug = reverse("dossiers:werk-overdragen-terug", args=[rij.pk])
        zin = '{} van {} naar {}. <a class="nl-link" href="{}">Draai terug</a>'
        messages.success(self.request, format_html(zin, _wat(rij), rij.van, rij.aan, terug))
        [over] = werk_van(vandaag(), rij.van)
        if over.iets:
            messages.warning(
                self.request,
                f"Bij {rij.van} blijft: {hoeveel(over)}. {rij.aan} mag dat niet zien, of is er niet bij genoemd.",
            )
        return self.terug()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        eigen = [rij for rij in self.werk if rij.wie.pk == self.gebruiker.pk]
        rijen = list(overdrachten(self.gebruiker, alle=self.alle)[:MEESTE])
        gedaan = [(rij, hoeveel(ging), self._te_draaien(rij)) for rij, ging in wat_er_ging(rijen)]
        return super().get_context_data(
            eigen=hoeveel(eigen[0]) if eigen and not self.alle else "", gedaan=gedaan, **kwargs
        )

    def _te_draaien(self, rij: Werkoverdracht) -> str:
        if rij.teruggedraaid_op:
            return ""
        return reverse("dossiers:werk-overdragen-terug", args=[rij.pk])


class OverdrachtTerug(WaarnemingMixin, Formulierpagina[OverdrachtTerugForm]):
    """What went to the successor and is still there, goes back."""

    form_class = OverdrachtTerugForm
    template_name = "dossiers/vastleggen/overdracht_terug.html"
    titel = "Overdracht terugdraaien"
    knoptekst = "Draai de overdracht terug"
    melding = "De overdracht is teruggedraaid. Wat een ander sindsdien kreeg, is daar gebleven."

    @cached_property
    def overdracht(self) -> Werkoverdracht:
        """One that this user may take back: as coordinator, or of their own work."""
        rij = get_object_or_404(overdrachten(self.gebruiker, alle=self.alle), pk=self.kwargs["pk"])
        if not wat_er_ging([rij]):  # of what this user may not know of
            raise Http404
        return rij

    def bewaar(self, form: OverdrachtTerugForm) -> Werkoverdracht:
        return actions.draai_overdracht_terug(self.overdracht, op=vandaag())

    def get_form_kwargs(self) -> dict[str, Any]:
        """First the row: who may not take it back gets no form to send."""
        _ = self.overdracht
        return super().get_form_kwargs()

    def terug(self) -> str:
        return reverse("dossiers:werk-overdragen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(overdracht=self.overdracht, wat=_wat(self.overdracht), **kwargs)


def _wat(rij: Werkoverdracht) -> str:
    return hoeveel(dict(wat_er_ging([rij])).get(rij, Werkvoorraad(rij.van, 0, 0, 0, 0)))
