"""The read log as the privacy officer goes through it: filter, look at a row, say what was found, take it along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from django.views.generic.base import View

from kern.forms import BewaarMixin
from kern.opmaak.scherm import getal
from kern.sleutelbladeren import BLADERNAMEN, SleutelbladerenMixin
from kern.volgorde import Volgorde
from toegang import actions
from toegang.actions import Lezing
from toegang.models import Leesbeoordeling, Leeshandeling, Leesregel
from toegang.models.leeslog import LeesregelQuerySet
from toegang.rules import LEESLOG
from toegang.views import Leest, RechtMixin
from toegang.views.recht import GETOOND
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
    """The rows of the log by the filters in the address.

    It tells of nobody's case, so it is no look at a dossier; but who read what is itself read with a purpose.
    Each page of it leaves a row, with the number of dossiers of which it tells.
    """

    recht = ("toegang", LEESLOG)

    def aantal_dossiers(self) -> int:
        """How many dossiers stand on what is shown."""
        raise NotImplementedError

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        lezing = super().lezing(antwoord)
        if lezing is None or antwoord.status_code != GETOOND:
            return lezing
        return replace(lezing, aantal=self.aantal_dossiers())

    @cached_property
    def filter(self) -> Leesfilter:
        return Leesfilter(self.request.GET, queryset=Leesregel.objects.all(), lezers=figures.lezers())

    def alle_rijen(self) -> LeesregelQuerySet:
        """The whole log."""
        rijen: LeesregelQuerySet = Leesregel.objects.all()
        return rijen

    @property
    def plek(self) -> str:
        """Filters and place in the list, to come back to it: the names we know, each an opaque key, day or code."""
        bekend, vraag = BLADERNAMEN | Leesfilter.namen(), QueryDict(mutable=True)
        vraag.update(
            {naam: str(waarde) for naam, waarde in self.request.GET.items() if naam in bekend and waarde}
        )
        return f"?{vraag.urlencode()}" if vraag else ""

    def rijen(self) -> LeesregelQuerySet:
        """What the filters leave."""
        rijen: LeesregelQuerySet = self.filter.qs
        return rijen


class Leeslog(LeeslogMixin, SleutelbladerenMixin, TemplateView):
    """Who read what, the newest first, with what was found of it and the state of the seals."""

    leest = Leest(Leeshandeling.LIJST, "Leeslog")
    template_name = "werkplek/leeslog.html"
    eigen_parameters = Leesfilter.namen()

    def aantal_dossiers(self) -> int:
        return len({regel.dossier for regel in self.blad.rijen} - {None})

    def volgordes(self) -> dict[str, Volgorde]:
        return {"wanneer": lezen.NIEUWSTE_EERST}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        parameters, zegels = self.filter.parameters(), figures.zegelstand()
        rijen = _rijen(self.blad.rijen, self.plek)
        return super().get_context_data(
            filter=self.filter,
            rijen=rijen,
            groepen=leeswoorden.gevouwen(rijen),
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
    """The filtered rows as CSV. Taking the log along is itself in the log, with the number of dossiers in it."""

    leest = Leest(Leeshandeling.UITVOER, "Leeslog als bestand")

    def aantal_dossiers(self) -> int:
        geteld: int = self.rijen().order_by().aggregate(n=Count("dossier", distinct=True))["n"]
        return geteld

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

    leest = Leest(Leeshandeling.LIJST, "Eén regel van het leeslog")
    form_class = BeoordeelForm
    template_name = "werkplek/leesregel.html"

    def aantal_dossiers(self) -> int:
        return 1 if self.regel.dossier else 0

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
        """The list as it was left."""
        return reverse("werkplek:leeslog") + self.plek

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


def _rijen(regels: Sequence[Leesregel], plek: str = "") -> list[dict[str, Any]]:
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
            "adres": reverse("werkplek:leesregel", args=[regel.sleutel]) + plek,
        }
        for regel in regels
    ]
