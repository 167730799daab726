"""Deciding about a term, and taking a decision back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.views.generic import FormView

from dossiers.models import Statushouder
from dossiers.views import LeestDossier
from kern.contract import Termijnregel
from kern.forms import BewaarMixin, met_terugweg
from kern.klok import vandaag
from termijnen import actions, figures
from termijnen.actions.besluiten import vergrendel_met_besluit
from termijnen.forms import BesluitForm, LeegForm
from termijnen.models import Termijn, Uitzondering
from termijnen.views.woorden import intussen
from toegang.actions import Lezing
from toegang.rules import INZIEN, WIJZIGEN, mag
from toegang.views.recht import GETOOND


class _VanTermijn(LeestDossier):
    """A page about one term: of a dossier and a domain that this user may change, else 404.

    One without a dossier is for the role that it is of; it tells of nobody, so it is in no read log.
    """

    recht = ("werkplek", INZIEN)  # who has work; of a dossier only who may read its terms finds one

    @property
    def statushouder(self) -> Statushouder | None:
        """Whose term it is; None for one without a dossier."""
        persoon: Statushouder | None = self.termijn.statushouder
        return persoon

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        if antwoord.status_code == GETOOND and self.statushouder is None:
            return None
        return super().lezing(antwoord)

    @cached_property
    def termijn(self) -> Termijn:
        """The term as it stands today."""
        dag = vandaag()
        rijen = figures.termijnen(dag, self.gebruiker).select_related("statushouder", "gezin")
        rij = self.zoek(rijen) or self.zoek(figures.zonder_dossier(dag, self.gebruiker))
        gekend = figures.regels().get(rij.code) if rij else None
        if rij is None or gekend is None or not mag(self.gebruiker, gekend.domein.code, WIJZIGEN):
            raise Http404
        if gekend.regel.zonder_dossier:
            if gekend.regel.rol != self.gebruiker.rol:
                raise Http404
            figures.noem([rij])
        return rij

    def get_form_kwargs(self) -> dict[str, Any]:
        """Before anything is done: who may not change the domain of the term gets no form to send."""
        _ = self.termijn
        return super().get_form_kwargs()  # type: ignore[misc,no-any-return]

    def zoek(self, rijen: Any) -> Termijn | None:
        """The term that the address names, among those that this user may read."""
        gevonden: Termijn | None = rijen.filter(pk=self.kwargs["pk"]).first()
        return gevonden

    @property
    def regel(self) -> Termijnregel:
        """The rule of the term."""
        return figures.regels()[self.termijn.code].regel

    def get_success_url(self) -> str:
        if self.statushouder:
            return reverse("termijnen:dossier", args=[self.statushouder.sleutel])
        return reverse("start")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc,no-any-return]
            termijn=self.termijn,
            regel=self.regel,
            statushouder=self.statushouder,
            wat=figures.titel(self.termijn, self.regel),
            terug=self.get_success_url(),
            **kwargs,
        )


class Besluit(_VanTermijn, BewaarMixin[BesluitForm], FormView[BesluitForm]):
    """Postpone, exempt, or say that it was done outside the system."""

    titel = "Besluiten over een termijn"
    form_class = BesluitForm
    template_name = "termijnen/besluit.html"

    def get_initial(self) -> dict[str, Any]:
        laatste = figures.laatste_besluit(self.termijn)
        return {"gezien": laatste.pk if laatste else None}

    def bewaar(self, form: BesluitForm) -> Uitzondering:
        regel, gegevens = self.regel, dict(form.cleaned_data)
        gezien = gegevens.pop("gezien")
        laatste = vergrendel_met_besluit(self.termijn)
        if besluitwoorden := intussen(laatste, gezien, gegevens):
            form.data = {**self.request.POST.dict(), "gezien": laatste.pk if laatste else ""}
            raise ValidationError(besluitwoorden)
        rij = actions.besluit(self.termijn, regel=regel, op=vandaag(), door=self.gebruiker, **gegevens)
        soort = "termijn" if self.statushouder else "zonder-dossier"  # as the list of work names its rows
        terug = met_terugweg(
            reverse("termijnen:terugdraaien", args=[rij.pk]), self.request, bij=f"{soort}-{self.termijn.pk}"
        )
        zin = 'Vastgelegd: {}, {}. <a class="nl-link" href="{}">Draai terug</a>'
        wat = rij.get_soort_display().lower()
        messages.success(self.request, format_html(zin, regel.label, wat, terug))
        return rij


class Terugdraaien(_VanTermijn, BewaarMixin[LeegForm], FormView[LeegForm]):
    """A decision no longer holds; the term stands as its rule says."""

    titel = "Besluit terugdraaien"
    form_class = LeegForm
    template_name = "termijnen/terugdraaien.html"

    @cached_property
    def besluit(self) -> Uitzondering:
        """The decision of the address, with the term that it is about."""
        rij = Uitzondering.objects.select_related("door").filter(pk=self.kwargs["pk"]).first()
        if rij is None:
            raise Http404
        return rij

    def zoek(self, rijen: Any) -> Termijn | None:
        van_wie = Q(statushouder=self.besluit.statushouder_id, onderwerp=self.besluit.onderwerp)
        if self.besluit.gezin_id:
            van_wie = Q(gezin=self.besluit.gezin_id)
        gevonden: Termijn | None = rijen.filter(
            van_wie, code=self.besluit.code, gelegenheid=self.besluit.gelegenheid
        ).first()
        return gevonden

    def bewaar(self, form: LeegForm) -> Uitzondering:
        rij = actions.draai_terug(self.besluit, op=vandaag())
        messages.success(self.request, "Het besluit is teruggedraaid.")
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(besluit=self.besluit, **kwargs)
