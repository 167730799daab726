"""Decisions about the budget: changes that net to zero, and what one year leaves to the next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, ListView, TemplateView

from financien import actions, figures, rules
from financien.domain import woorden
from financien.figures import Overheveling, Regelstand
from financien.forms import OverhevelForm, WijzigingForm
from financien.forms.begroten import MEESTE_REGELS
from financien.models import Begrotingswijziging, Wijzigingsregel
from financien.views.aansluiting import StandMixin
from financien.views.boekingen import regelkeuzes
from financien.views.sommen import gevraagde_regel
from kern.bladeren import bladeren
from kern.forms import BewaarMixin
from kern.klok import vandaag
from kern.opmaak.scherm import euro
from kern.peildatum import PeildatumMixin
from toegang.rules import WIJZIGEN, mag
from toegang.views import RechtMixin


class Wijzigingen(RechtMixin, PeildatumMixin, ListView[Begrotingswijziging]):
    """All decisions that changed the budget, the latest first, each with its lines.

    Of one line, where the address asks that: those up to and including the peildatum, which together are what
    changed in it.
    """

    recht = ("financien", "inzien")
    leest = None
    template_name = "financien/wijzigingen.html"
    paginate_by = 25

    @cached_property
    def regel(self) -> Regelstand | None:
        """The line that the address asks for; Http404 when there is none with that code."""
        code = self.request.GET.get("regel")
        return gevraagde_regel(code, figures.bereken(self.peildatum).regels) if code else None

    def get_queryset(self) -> QuerySet[Begrotingswijziging]:
        rijen = Begrotingswijziging.objects.select_related("door").order_by("-op", "-pk")
        if self.regel:
            van_regel = Wijzigingsregel.objects.filter(
                Q(inkomstenpost=self.regel.code) | Q(activiteit=self.regel.code)
            )
            rijen = rijen.filter(pk__in=van_regel.values("wijziging"), op__lte=self.peildatum)
        return rijen.prefetch_related("regels__inkomstenpost", "regels__activiteit")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            mag_wijzigen=mag(self.gebruiker, "financien", WIJZIGEN), regel=self.regel, **kwargs
        )
        return context | bladeren(context["page_obj"], self.request.GET)


class WijzigingToevoegen(RechtMixin, BewaarMixin[WijzigingForm], FormView[WijzigingForm]):
    """Record a decision over two lines or more."""

    recht = ("financien", WIJZIGEN)
    leest = None
    form_class = WijzigingForm
    template_name = "financien/wijziging_formulier.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"keuzes": regelkeuzes()}

    def get_initial(self) -> dict[str, Any]:
        return {"regels": 2, "op": vandaag()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or with the button for it one more line to fill in: what was typed stays."""
        if "meer" in request.POST:
            gegevens = request.POST.copy()
            tekst = request.POST.get("regels", "")
            nu = int(tekst) if tekst.isdecimal() and len(tekst) < 3 else 2
            gegevens["regels"] = str(min(nu + 1, MEESTE_REGELS))
            form = WijzigingForm(initial=gegevens.dict(), keuzes=regelkeuzes())
            return self.render_to_response(self.get_context_data(form=form))
        return super().post(request, *args, **kwargs)

    def bewaar(self, form: WijzigingForm) -> Begrotingswijziging:
        gegevens = form.cleaned_data
        wijziging = actions.wijzig_begroting(
            kenmerk=gegevens["kenmerk"],
            omschrijving=gegevens["omschrijving"],
            op=gegevens["op"],
            regels=form.gekozen,
            door=self.gebruiker,
        )
        messages.success(self.request, f"Besluit {wijziging.kenmerk} opgeslagen. Het komt op nul uit.")
        return wijziging

    def get_success_url(self) -> str:
        return reverse("financien:wijzigingen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(terug=self.get_success_url(), **kwargs)
        return context | {"mag_meer": context["form"].aantal < MEESTE_REGELS}


class _OverhevelMixin(StandMixin):
    """A page on what the first year leaves over; 404 for a plan of one year."""

    @cached_property
    def gaat(self) -> Overheveling:
        gaat = figures.overheveling(self.stand)
        if gaat is None:
            raise Http404
        return gaat

    @cached_property
    def besluiten(self) -> list[Begrotingswijziging]:
        """What was decided of it, whatever the day from which it holds."""
        code = self.gaat.post.code if self.gaat.post else ""
        rijen = Begrotingswijziging.objects.filter(regels__inkomstenpost__code=code)
        return list(rijen.select_related("door").distinct())

    @property
    def voorbij(self) -> bool:
        """Has the year ended?"""
        return rules.mag_overhevelen(self.gaat.van, vandaag())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(gaat=self.gaat, **kwargs)


class OverhevelPagina(_OverhevelMixin, TemplateView):
    """What the first year leaves over, with its arithmetic, and what was decided."""

    template_name = "financien/overheveling.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kan = self.voorbij and self.gaat.post is not None and not self.besluiten
        return super().get_context_data(
            stappen=woorden.overhevelsom(self.gaat, self.gevraagd) if self.gaat.boekingen else [],
            besluiten=self.besluiten,
            besluitadres=self._besluitadres(),
            voorbij=self.voorbij,
            mag_besluiten=kan and mag(self.gebruiker, "financien", WIJZIGEN),
            **kwargs,
        )

    def _besluitadres(self) -> str:
        """The decisions that changed the line of the carry-over, also those that hold from a later day."""
        post = self.gaat.post
        later = [rij.op for rij in self.besluiten if rij.op > vandaag()]
        return woorden.adres("wijzigingen", dag=max(later, default=None), regel=post.code) if post else ""


class Overhevelen(_OverhevelMixin, BewaarMixin[OverhevelForm], FormView[OverhevelForm]):
    """Record the decision; the proposal stands in the form."""

    recht = ("financien", WIJZIGEN)
    form_class = OverhevelForm
    template_name = "financien/overhevelen.html"

    def get_initial(self) -> dict[str, Any]:
        voorstel = self.gaat.voorstel
        return {"bedrag": voorstel if voorstel and voorstel > 0 else None, "op": vandaag()}

    def bewaar(self, form: OverhevelForm) -> Begrotingswijziging:
        gegevens = form.cleaned_data
        wijziging = actions.hevel_over(
            self.gaat,
            bedrag=gegevens["bedrag"],
            kenmerk=gegevens["kenmerk"],
            op=gegevens["op"],
            door=self.gebruiker,
        )
        van, naar = self.gaat.van, self.gaat.naar
        messages.success(
            self.request, f"Vastgelegd: {euro(gegevens['bedrag'])} euro gaat van {van} naar {naar}."
        )
        return wijziging

    def get_success_url(self) -> str:
        return reverse("financien:overheveling")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)
