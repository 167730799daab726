"""The pages of the reports: the list, asking for one, its progress, and its files."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView, ListView

from kern.bladeren import bladeren
from kern.forms import weigering_in
from kern.klok import vandaag
from rapportage import actions, figures, tasks
from rapportage.forms import RapportForm
from rapportage.models import LAATSTE_STAP, Rapport, RapportQuerySet
from rapportage.rules import peildatum
from toegang.models import Rol
from toegang.rules import WIJZIGEN, mag
from toegang.views import RechtMixin

STAPPEN = ("In de wachtrij", "Cijfers verzamelen", "Bladzijden opmaken", "Klaar")


class Rapporten(RechtMixin, ListView[Rapport]):
    """All reports that this user may see, the newest month first."""

    recht = ("rapportage", "inzien")
    leest = None
    template_name = "rapportage/rapporten.html"
    paginate_by = 50

    def get_queryset(self) -> RapportQuerySet:
        return Rapport.objects.zichtbaar_voor(self.gebruiker).zonder_inhoud()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            mag_maken=mag(self.gebruiker, "rapportage", WIJZIGEN),
            alleen_gepubliceerd=self.gebruiker.rol == Rol.RAADSGRIFFIE,
            **kwargs,
        )
        return context | bladeren(context["page_obj"], self.request.GET)


class RapportMaken(RechtMixin, FormView[RapportForm]):
    """Ask for a report. The row is saved before the worker is told, so nothing asked for gets lost."""

    recht = ("rapportage", "wijzigen")
    leest = None
    form_class = RapportForm
    template_name = "rapportage/maken.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "maanden": figures.te_kiezen_maanden(vandaag())}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=reverse("rapportage:rapporten"), **kwargs)

    def form_valid(self, form: RapportForm) -> HttpResponse:
        with weigering_in(form):
            rapport = actions.vraag_aan(**form.cleaned_data, vandaag=vandaag(), gebruiker=self.gebruiker)
            transaction.on_commit(partial(tasks.meld, rapport.pk))
            return redirect(rapport)
        return self.form_invalid(form)


class Rapportpagina(RechtMixin, ListView[Rapport]):
    """One report with all its versions; asked for by HTMX it is the part that moves while it is made."""

    recht = ("rapportage", "inzien")
    leest = None
    allow_empty = False

    def get_queryset(self) -> RapportQuerySet:
        zichtbaar = Rapport.objects.zichtbaar_voor(self.gebruiker).zonder_inhoud()
        return zichtbaar.filter(soort=self.kwargs["soort"], maand=self.kwargs["maand"]).order_by("-versie")

    def get_template_names(self) -> list[str]:
        return ["rapportage/stand.html" if self.request.htmx else "rapportage/rapport.html"]  # type: ignore[attr-defined]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        laatste: Rapport = context["object_list"][0]
        return {
            **context,
            "laatste": laatste,
            "peildatum": peildatum(laatste.maand),
            "stap_in_woorden": STAPPEN[laatste.stap],
            "stappen": LAATSTE_STAP,
            "mag_maken": mag(self.gebruiker, "rapportage", WIJZIGEN),
        }


class Bestand(RechtMixin):
    """A file of a made report; without the right, or not made, it does not exist."""

    soort_bestand: str

    def get(self, request: HttpRequest, soort: str, maand: date, versie: int) -> HttpResponse:
        zichtbaar = Rapport.objects.zichtbaar_voor(self.gebruiker).gemaakt()
        rapport = get_object_or_404(zichtbaar, soort=soort, maand=maand, versie=versie)
        return HttpResponse(
            self.inhoud(rapport),
            content_type=self.soort_bestand,
            headers={
                "Content-Disposition": f'attachment; filename="{rapport}.{request.path.rpartition(".")[2]}"',
                "Cache-Control": "private, no-cache",
            },
        )

    def inhoud(self, rapport: Rapport) -> bytes:
        raise NotImplementedError


class Pdf(Bestand):
    """The report itself, as it was made."""

    recht = ("rapportage", "inzien")
    leest = None
    soort_bestand = "application/pdf"

    def inhoud(self, rapport: Rapport) -> bytes:
        return bytes(rapport.pdf or b"")


class Gegevens(Bestand):
    """The frozen figures. They hold small counts as they are, so only for who makes the report."""

    recht = ("rapportage", "wijzigen")
    leest = None
    soort_bestand = "application/json"

    def inhoud(self, rapport: Rapport) -> bytes:
        return (rapport.gegevens or "").encode()
