"""What a user decides of a file: save it, stop, or take it back."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic.base import View

from kern.klok import vandaag
from uitwisseling import actions, tasks
from uitwisseling.rules.soorten import METEEN_OPSLAAN
from uitwisseling.views import woorden
from uitwisseling.views.mixins import InlezingMixin

# What may be chosen of a row set aside; later is no choice yet.
ZELFDE, ANDER, LATER = "zelfde", "ander", "later"


class Besluit(InlezingMixin, View):
    """Save the good rows, or stop. Twice, or from an old page, gives one sentence and no double work."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, sleutel: Any) -> HttpResponse:
        try:
            if request.POST.get("handeling") == "stop":
                actions.stop(self.inlezing)
                messages.info(request, "Er is niets opgeslagen.")
                return redirect("uitwisseling:inlezen", self.inlezing.soort)
            self._sla_op(request)
        except ValidationError as fout:
            if getattr(fout, "code", "") in {"fouten", "gebotst"}:
                actions.kijk_opnieuw(self.inlezing)
            messages.warning(request, " ".join(fout.messages))
        return redirect("uitwisseling:voorbeeld", self.inlezing.sleutel)

    def _sla_op(self, request: HttpRequest) -> None:
        goede_rijen, besluiten = self.inlezing.met_fout > 0, self._besluiten(request)
        if self.inlezing.gelezen > METEEN_OPSLAAN:
            rij = actions.vraag_opslaan(self.inlezing, goede_rijen=goede_rijen, besluiten=besluiten)
            transaction.on_commit(partial(tasks.meld, rij.pk))
            return
        rij = actions.sla_op(self.inlezing, op=vandaag(), goede_rijen=goede_rijen, besluiten=besluiten)
        messages.success(request, f"{woorden.rijen(rij.te_bewaren).capitalize()} opgeslagen.")

    def _besluiten(self, request: HttpRequest) -> dict[int, int]:
        """By row number who it is: the known person's key, or 0 for somebody else."""
        besluiten = {}
        for rij, bekend in self.inlezing.opzijgezet.exclude(bekend=None).values_list("rij", "bekend"):
            keuze = request.POST.get(f"besluit-{rij}", LATER)
            if bekend and keuze in {ZELFDE, ANDER}:
                besluiten[rij] = bekend if keuze == ZELFDE else 0
        return besluiten


class Ongedaan(InlezingMixin, View):
    """Take an import back; the page before it said what goes and what stays."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, sleutel: Any) -> HttpResponse:
        try:
            uitkomst = actions.maak_ongedaan(self.inlezing, gebruiker=self.gebruiker, op=vandaag())
        except ValidationError as fout:
            messages.warning(request, " ".join(fout.messages))
            return redirect("uitwisseling:inlezen", self.inlezing.soort)
        blijft = len({een.rij for een in uitkomst.behouden})
        bij = f" Van {woorden.rijen(blijft)} bleef iets staan." if blijft else ""
        messages.success(request, f"{self.inlezing.bestandsnaam} is ongedaan gemaakt.{bij}")
        if blijft:
            return redirect("uitwisseling:voorbeeld", self.inlezing.sleutel)
        return redirect("uitwisseling:inlezen", self.inlezing.soort)
