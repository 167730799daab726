"""Choosing a file to read in, and the files that were read before."""

from __future__ import annotations

import io
from functools import partial
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import FormView, TemplateView
from django.views.generic.base import View

from kern.forms import weiger
from kern.klok import vandaag
from toegang.actions import Lezing
from toegang.models import Gebruiker, Leeshandeling
from toegang.views import Leest, RechtMixin
from uitwisseling import actions, figures, tasks
from uitwisseling.forms import BestandForm
from uitwisseling.models import Inlezing, Status
from uitwisseling.rules.soorten import METEEN_LEZEN, soorten_van
from uitwisseling.views import woorden
from uitwisseling.views.mixins import SoortMixin, zichtbaar_voor
from uitwisseling.weergave.sjablonen import schrijf_sjabloon
from uitwisseling.weergave.tabellen import MEDIATYPE, Formaat

EERDER = 20


def eerder(gebruiker: Gebruiker, ongedaan: str = "") -> list[dict[str, Any]]:
    """The last files that were saved, newest first; the one with key `ongedaan` says what taking back does."""
    labels = {soort.soort: soort.label for soort in soorten_van(gebruiker)}
    bewaard = zichtbaar_voor(gebruiker).filter(status__in=[Status.OPGESLAGEN, Status.ONGEDAAN])
    return [
        {
            "inlezing": rij,
            "woorden": woorden.samengevat(rij, labels[rij.soort]),
            "terug": _terug(rij) if str(rij.sleutel) == ongedaan else None,
            "is_ongedaan": rij.status == Status.ONGEDAAN,
        }
        for rij in bewaard.order_by("-pk")[:EERDER]
    ]


def _terug(inlezing: Inlezing) -> dict[str, Any] | None:
    """What goes and what stays; None when it cannot be taken back (any more)."""
    try:
        terugname = actions.terugneembaar(inlezing)
    except ValidationError:
        return None
    met_spoor = inlezing.sporen.order_by().values("rij").distinct().count()
    blijft = len({een.rij for een in terugname.behouden})
    weg = max(met_spoor - blijft, 0)
    getoond = terugname.behouden[:EERDER]
    wie = figures.daarna_gewijzigd(inlezing, {een.rij for een in getoond})
    return {
        "weg": weg,
        "weg_woorden": woorden.rijen(weg),
        "blijft": blijft,
        "blijft_woorden": woorden.rijen(blijft),
        "behouden": [(een, wie.get(een.rij)) for een in getoond],
        "meer": max(len(terugname.behouden) - EERDER, 0),
    }


class ToontBehouden(RechtMixin):
    """Asked what taking a file back does, this page names the persons of whom something stays."""

    leest: ClassVar[Leest | None] = Leest(Leeshandeling.LIJST, "Wat blijft als een bestand teruggaat")

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        return super().lezing(antwoord) if self.request.GET.get("ongedaan") else None


class Begin(ToontBehouden, TemplateView):
    """The kinds of files that this user may read in, and what was read before."""

    recht = ("uitwisseling", "wijzigen")
    template_name = "uitwisseling/begin.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            soorten=soorten_van(self.gebruiker),
            eerder=eerder(self.gebruiker, self.request.GET.get("ongedaan", "")),
            hier=self.request.path,
            **kwargs,
        )


class Inlezen(ToontBehouden, SoortMixin, FormView[BestandForm]):
    """Choose a file of a kind. A short one is looked at at once, a long one by a task."""

    form_class = BestandForm
    template_name = "uitwisseling/inlezen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            eerder=eerder(self.gebruiker, self.request.GET.get("ongedaan", "")),
            hier=self.request.path,
            verplicht=[kolom.label for kolom in self.soort.kolommen if kolom.verplicht],
            **kwargs,
        )

    def form_valid(self, form: BestandForm) -> HttpResponse:
        try:
            inlezing = self._ontvang(form)
        except ValidationError as fout:
            weiger(form, ValidationError({"bestand": fout.messages}))
            return self.form_invalid(form)
        return redirect("uitwisseling:voorbeeld", inlezing.sleutel)

    def _ontvang(self, form: BestandForm) -> Inlezing:
        """Keep the file and read it; ValidationError when no other columns could make it readable."""
        bestand = form.cleaned_data["bestand"]
        inlezing = actions.ontvang(self.soort.soort, bestand, gebruiker=self.gebruiker, op=vandaag())
        if bestand.size > METEEN_LEZEN:
            transaction.on_commit(partial(tasks.meld, inlezing.pk))
            return inlezing
        try:
            return actions.lees(inlezing)
        except ValidationError:
            kop = actions.lees_kop(inlezing)
            if len(kop) < 2 or not actions.past(inlezing, kop, {}):
                actions.gooi_weg(inlezing)
                raise
        messages.warning(self.request, "Wij herkenden niet alle kolommen. Kies ze hier.")
        return inlezing


class Sjabloon(SoortMixin, View):
    """An empty spreadsheet of this kind to fill in."""

    def get(self, request: HttpRequest, soort: str) -> HttpResponse:
        inhoud = io.BytesIO()
        schrijf_sjabloon(self.soort, inhoud)
        naam = f"sjabloon-{soort}.xlsx"
        return HttpResponse(
            inhoud.getvalue(),
            content_type=MEDIATYPE[Formaat.XLSX],
            headers={
                "Content-Disposition": f'attachment; filename="{naam}"',
                "X-Content-Type-Options": "nosniff",
            },
        )
