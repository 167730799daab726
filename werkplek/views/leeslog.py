"""The read log as the privacy officer goes through it: filter, look at a row, say what was found, take it along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from django.views.generic.base import View

from kern.forms import BewaarMixin
from kern.opmaak.scherm import getal
from kern.sleutelbladeren import SleutelbladerenMixin
from kern.volgorde import Volgorde
from toegang import actions
from toegang.models import Leesbeoordeling, Leesregel
from toegang.models.leeslog import LeesregelQuerySet
from toegang.rules import LEESLOG
from toegang.views import RechtMixin
from uitwisseling.weergave.tabellen import als_download
from werkplek.figures import inzage as lezen
from werkplek.figures import leeslog as figures
from werkplek.filters import Leesfilter
from werkplek.forms import BeoordeelForm
from werkplek.views import leeswoorden

HOOGSTENS_IN_BESTAND = 50_000
KOLOMMEN = (
    "wanneer",
    "wie",
    "als",
    "wat",
    "handeling",
    "uitkomst",
    "dossier",
    "personen",
    "doel",
    "oordeel",
    "opmerking",
)
_TEGELIJK = 2_000


class LeeslogMixin(RechtMixin):
    """The rows of the log by the filters in the address. It tells of nobody's case: that is not a look at a dossier."""

    recht = ("toegang", LEESLOG)
    leest = None

    @cached_property
    def filter(self) -> Leesfilter:
        return Leesfilter(self.request.GET, queryset=Leesregel.objects.all(), lezers=figures.lezers())

    def alle_rijen(self) -> LeesregelQuerySet:
        """The whole log."""
        rijen: LeesregelQuerySet = Leesregel.objects.all()
        return rijen

    def rijen(self) -> LeesregelQuerySet:
        """What the filters leave."""
        rijen: LeesregelQuerySet = self.filter.qs
        return rijen


class Leeslog(LeeslogMixin, SleutelbladerenMixin, TemplateView):
    """Who read what, the newest first, with what was found of it and the state of the seals."""

    template_name = "werkplek/leeslog.html"
    eigen_parameters = Leesfilter.namen()

    def volgordes(self) -> dict[str, Volgorde]:
        return {"wanneer": lezen.NIEUWSTE_EERST}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        parameters, zegels = self.filter.parameters(), figures.zegelstand()
        return super().get_context_data(
            filter=self.filter,
            rijen=_rijen(self.blad.rijen),
            gefilterd=bool(parameters),
            opmerkingen=self.filter.fouten(),
            zonder_filters=self.adres(**dict.fromkeys(parameters, "")),
            bestand=reverse("werkplek:leeslog-bestand") + self.adres(),
            dossier=parameters.get("dossier", ""),
            zegels=zegels,
            gezet=leeswoorden.wanneer(zegels.laatste.gezet_op) if zegels.laatste else "",
            veel=figures.VEEL,
            **kwargs,
        )


class LeeslogBestand(LeeslogMixin, View):
    """The filtered rows as CSV."""

    def get(self, request: HttpRequest) -> HttpResponse:
        fouten = self.filter.fouten()
        if not fouten and self.rijen().order_by()[: HOOGSTENS_IN_BESTAND + 1].count() > HOOGSTENS_IN_BESTAND:
            fouten = [f"Er zijn meer dan {getal(HOOGSTENS_IN_BESTAND)} regels. Kies eerst een periode."]
        if fouten:
            for fout in fouten:
                messages.error(request, fout)
            return redirect(f"{reverse('werkplek:leeslog')}?{request.GET.urlencode()}")
        return als_download(KOLOMMEN, self._cellen(), naam="leeslog", formaat="csv")

    def _cellen(self) -> Iterator[Sequence[Any]]:
        na, regels = None, True
        while regels:  # from the last key on, so that the log may grow meanwhile
            vraag = self.rijen() if na is None else self.rijen().filter(pk__lt=na)
            deel = list(vraag.order_by("-pk")[:_TEGELIJK])
            regels = len(deel) == _TEGELIJK
            for rij in _rijen(deel):
                regel, oordeel = rij["regel"], rij["oordeel"]
                yield (
                    rij["wanneer"],
                    rij["wie"],
                    rij["als"],
                    rij["wat"],
                    regel.get_handeling_display(),
                    regel.get_uitkomst_display(),
                    rij["waarover"] if regel.dossier else "",
                    regel.aantal,
                    rij["doel"],
                    str(oordeel) if oordeel else "",
                    oordeel.opmerking if oordeel else "",
                )
            na = deel[-1].pk if deel else None


class LeesregelBeoordelen(LeeslogMixin, BewaarMixin[BeoordeelForm], FormView[BeoordeelForm]):
    """One row, what was found of it before, and a form to say what is found now."""

    form_class = BeoordeelForm
    template_name = "werkplek/leesregel.html"

    @cached_property
    def regel(self) -> Leesregel:
        return get_object_or_404(Leesregel, sleutel=self.kwargs["sleutel"])

    def bewaar(self, form: BeoordeelForm) -> Leesbeoordeling:
        gegevens = form.cleaned_data
        beoordeling = actions.beoordeel(
            self.regel,
            gebruiker=self.gebruiker,
            in_orde=gegevens["in_orde"],
            opmerking=gegevens["opmerking"],
        )
        messages.success(self.request, "Uw oordeel is opgeslagen.")
        return beoordeling

    def get_success_url(self) -> str:
        return reverse("werkplek:leeslog")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        [rij] = _rijen([self.regel])
        return super().get_context_data(
            rij=rij,
            feiten=leeswoorden.feiten(rij),
            eerder=[(leeswoorden.wanneer(een.op), een) for een in figures.beoordelingen(self.regel)],
            meer=f"{reverse('werkplek:leeslog')}?dossier={self.regel.dossier}" if self.regel.dossier else "",
            terug=self.get_success_url(),
            **kwargs,
        )


def _rijen(regels: Sequence[Leesregel]) -> list[dict[str, Any]]:
    """The rows of a page with their names, numbers and what was found of them; four queries."""
    namen, nummers = lezen.namen_bij(regels), lezen.dossiernummers(regels)
    oordelen = figures.laatste_oordelen(regels)
    return [
        {
            **leeswoorden.rij(regel, namen),
            "regel": regel,
            "waarover": leeswoorden.waarover(regel, nummers),
            "oordeel": oordelen.get(regel.pk),
            "bij": f"van {namen.wie(regel)}, {leeswoorden.wanneer(regel.moment)}",
            "adres": reverse("werkplek:leesregel", args=[regel.sleutel]),
        }
        for regel in regels
    ]
