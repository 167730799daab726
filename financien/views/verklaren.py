"""Lines that are off: which, whether that is explained, and explaining one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from financien import actions, figures
from financien.figures import Afwijking
from financien.forms import DrempelForm, VerklaarForm
from financien.models import Drempel, Verklaring
from financien.views.aansluiting import RegelMixin, StandMixin
from kern.forms import BewaarMixin
from kern.klok import vandaag
from kern.opmaak.scherm import euro
from toegang.rules import WIJZIGEN, mag
from toegang.views import RechtMixin


class Afwijkingen(StandMixin, TemplateView):
    """All lines of which it is known how much they are off, the largest first, with the remark on each."""

    template_name = "financien/afwijkingen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rijen = figures.afwijkingen(self.stand)
        return super().get_context_data(
            rijen=sorted(rijen, key=lambda rij: -abs(rij.bedrag)),
            drempel=figures.drempel_op(self.peildatum),
            eerder=Drempel.objects.select_related("door").order_by("-vanaf"),
            nodig=sum(rij.nodig for rij in rijen),
            mag_verklaren=mag(self.gebruiker, "financien", WIJZIGEN),
            **kwargs,
        )


class Verklaren(RegelMixin, BewaarMixin[VerklaarForm], FormView[VerklaarForm]):
    """Write why a line is off; what was written before stays to be read."""

    recht = ("financien", WIJZIGEN)
    form_class = VerklaarForm
    template_name = "financien/verklaren.html"

    @cached_property
    def afwijking(self) -> Afwijking:
        rijen = figures.afwijkingen(self.stand)
        gevonden = next((rij for rij in rijen if rij.regel == self.regel), None)
        if gevonden is None:
            raise Http404
        return gevonden

    def bewaar(self, form: VerklaarForm) -> Verklaring:
        rij = actions.verklaar(
            self.afwijking,
            peildatum=self.peildatum,
            tekst=form.cleaned_data["tekst"],
            door=self.gebruiker,
            op=vandaag(),
        )
        messages.success(
            self.request, f"Verklaard: {self.regel.omschrijving}, {euro(self.afwijking.bedrag)} euro."
        )
        return rij

    def get_success_url(self) -> str:
        return reverse("financien:afwijkingen") + self.vraag

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        code = self.regel.code
        eerder = Verklaring.objects.filter(Q(inkomstenpost=code) | Q(activiteit=code)).select_related("door")
        return super().get_context_data(
            afwijking=self.afwijking, regel=self.regel, eerder=eerder, terug=self.get_success_url(), **kwargs
        )


class DrempelZetten(RechtMixin, BewaarMixin[DrempelForm], FormView[DrempelForm]):
    """From what amount on a line that is off asks for a remark."""

    recht = ("financien", WIJZIGEN)
    leest = None
    form_class = DrempelForm
    template_name = "financien/drempel.html"

    def get_initial(self) -> dict[str, Any]:
        return {"bedrag": figures.drempel_op(vandaag()), "vanaf": vandaag()}

    def bewaar(self, form: DrempelForm) -> Drempel:
        gegevens = form.cleaned_data
        rij = actions.zet_drempel(bedrag=gegevens["bedrag"], vanaf=gegevens["vanaf"], door=self.gebruiker)
        messages.success(self.request, f"Boven {euro(rij.bedrag)} euro vragen we een verklaring.")
        return rij

    def get_success_url(self) -> str:
        return reverse("financien:afwijkingen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)
