"""Months: what is still to be done in each, closing one, and opening it again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView, UpdateView

from financien import actions, figures
from financien.forms import HeropenForm, SluitForm
from financien.models import Boeking, Merk, Periodeafsluiting
from kern import schrijfwijze
from kern.forms import TERUG, BewaarMixin
from kern.klok import vandaag
from kern.peildatum import PeildatumMixin
from toegang.rules import WIJZIGEN, mag
from toegang.views import RechtMixin


def maanden_van(jaren: list[int]) -> list[date]:
    """The first days of all months of these years."""
    return [date(jaar, maand, 1) for jaar in jaren for maand in range(1, 13)]


def _per_maand(rijen: Any, veld: str) -> dict[date, int]:
    """How many rows in each month, by its first day."""
    geteld = rijen.order_by().annotate(maand=TruncMonth(veld)).values("maand").annotate(n=Count("pk"))
    return {rij["maand"]: rij["n"] for rij in geteld}


class Maanden(RechtMixin, PeildatumMixin, TemplateView):
    """Every month of the plan that had begun at the peildatum: its entries, and whether it was closed then.

    Of the entries up to and including that day, what is loose or marked is as we know it now. A month is closed and
    opened as it stands now, whatever the day shown.
    """

    recht = ("financien", "inzien")
    leest = None
    template_name = "financien/maanden.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dag = self.peildatum
        boekingen = _per_maand(Boeking.objects.tot_en_met(dag), "boekdatum")
        los = _per_maand(Boeking.objects.tot_en_met(dag).zonder_regel(), "boekdatum")
        merken = _per_maand(
            Merk.objects.openstaand().filter(boeking__boekdatum__lte=dag), "boeking__boekdatum"
        )
        toen = set(Periodeafsluiting.objects.dicht_op(dag).values_list("maand", flat=True))
        nu = {rij.maand: rij for rij in Periodeafsluiting.objects.filter(heropend_op=None)}
        deze, lopend = dag.replace(day=1), vandaag().replace(day=1)
        return super().get_context_data(
            maanden=[
                {
                    "maand": maand,
                    "naam": schrijfwijze.maand(maand).capitalize(),
                    "code": f"{maand:%Y-%m}",
                    "boekingen": boekingen.get(maand, 0),
                    "los": los.get(maand, 0),
                    "merken": merken.get(maand, 0),
                    "dicht": maand in toen,
                    "loopt": maand == deze,
                    "nu_dicht": nu.get(maand),
                    "nu_voorbij": maand < lopend,
                }
                for maand in maanden_van(figures.planjaren())
                if maand <= deze
            ],
            mag_sluiten=mag(self.gebruiker, "financien", WIJZIGEN),
            heropend=Periodeafsluiting.objects.heropend_op_of_voor(dag)
            .select_related("afgesloten_door", "heropend_door")
            .order_by("-heropend_op", "-pk")[:10],
            **kwargs,
        )


class MaandSluiten(RechtMixin, BewaarMixin[SluitForm], FormView[SluitForm]):
    """Close a month; the page lists what is loose, marked, or off without a remark."""

    recht = ("financien", WIJZIGEN)
    leest = None
    form_class = SluitForm
    template_name = "financien/maand_sluiten.html"

    @cached_property
    def maand(self) -> date:
        jaar, _, maand = self.kwargs["maand"].partition("-")
        try:
            gekozen = date(int(jaar), int(maand), 1)
        except ValueError:
            raise Http404 from None
        if gekozen.year not in figures.planjaren() or self.kwargs["maand"] != f"{gekozen:%Y-%m}":
            raise Http404
        return gekozen

    def bewaar(self, form: SluitForm) -> Periodeafsluiting:
        rij = actions.sluit_maand(maand=self.maand, door=self.gebruiker, op=vandaag())
        messages.success(self.request, f"{schrijfwijze.maand(self.maand).capitalize()} is gesloten.")
        return rij

    def get_success_url(self) -> str:
        return reverse("financien:maanden")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        volgende = (self.maand + timedelta(days=31)).replace(day=1)
        in_maand = {"boekdatum__gte": self.maand, "boekdatum__lt": volgende}
        return super().get_context_data(
            naam=schrijfwijze.maand(self.maand),
            laatste_dag=volgende - timedelta(days=1),
            los=Boeking.objects.zonder_regel().filter(**in_maand).count(),
            merken=Merk.objects.openstaand()
            .filter(**{f"boeking__{naam}": dag for naam, dag in in_maand.items()})
            .count(),
            te_verklaren=actions.te_verklaren(self.maand),
            voorbij=volgende <= vandaag(),
            terug=self.get_success_url(),
            hier=urlencode({TERUG: self.request.get_full_path()}),
            **kwargs,
        )


class MaandHeropenen(RechtMixin, BewaarMixin[HeropenForm], UpdateView[Periodeafsluiting, HeropenForm]):
    """Open a closed month again, with a reason that stays to be read."""

    recht = ("financien", WIJZIGEN)
    leest = None
    form_class = HeropenForm
    template_name = "financien/maand_heropenen.html"
    queryset = Periodeafsluiting.objects.all()

    def bewaar(self, form: HeropenForm) -> Periodeafsluiting:
        gegevens = form.cleaned_data
        rij = actions.heropen_maand(
            self.object, versie=gegevens["versie"], reden=gegevens["reden"], door=self.gebruiker, op=vandaag()
        )
        messages.success(self.request, f"{schrijfwijze.maand(rij.maand).capitalize()} is weer open.")
        return rij

    def get_success_url(self) -> str:
        return reverse("financien:maanden")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        naam = schrijfwijze.maand(self.object.maand)
        return super().get_context_data(naam=naam, terug=self.get_success_url(), **kwargs)
