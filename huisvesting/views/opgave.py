"""Where the number of a period comes from: its versions, its arithmetic, and what was exchanged."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import CreateView, TemplateView, UpdateView

from huisvesting import actions, figures, rules
from huisvesting.forms import NieuweOpgaveForm, OpgaveForm, UitruilForm
from huisvesting.models import Opgave, Periode, Uitruil
from huisvesting.views import opgavewoorden
from kern.forms import BewaarMixin
from kern.klok import vandaag
from kern.peildatum import PeildatumMixin
from toegang.rules import STUREN, mag
from toegang.views import RechtMixin


class PeriodeMixin(RechtMixin):
    """A page about one period, by the code in its address."""

    @cached_property
    def periode(self) -> Periode:
        return get_object_or_404(Periode, code=self.kwargs["periode"])

    def get_success_url(self) -> str:
        """Back to the page of the period."""
        return reverse("huisvesting:opgave", args=[self.periode.code])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        eigen = {
            "periode": self.periode,
            "naam": rules.periodenaam(self.periode.code),
            "terug": self.get_success_url(),
        }
        return super().get_context_data(**{**kwargs, **eigen})  # type: ignore[misc,no-any-return]


class Opgavepagina(PeriodeMixin, PeildatumMixin, TemplateView):
    """The number of a period at a peildatum, and everything it was made from."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/opgave.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versies = figures.versies(self.periode, self.peildatum)
        uitruil = figures.uitruil(self.periode, self.peildatum)
        mag_sturen = mag(self.gebruiker, "huisvesting", STUREN)
        return super().get_context_data(
            geldend=versies[0] if versies else None,
            berekening=opgavewoorden.berekening(versies[0]) if versies else None,
            versies=[opgavewoorden.versie(versie, wijzigbaar=mag_sturen) for versie in versies],
            uitruil=[opgavewoorden.uitruil(rij, wijzigbaar=mag_sturen) for rij in uitruil],
            opgave=opgavewoorden.opgave(versies, uitruil),
            regels=[opgavewoorden.wetsregel(regel, self.peildatum) for regel in rules.WETSREGELS],
            mag_sturen=mag_sturen,
            **kwargs,
        )


class OpgaveVastleggen(RechtMixin, BewaarMixin[NieuweOpgaveForm], CreateView[Opgave, NieuweOpgaveForm]):
    """A number became known."""

    recht = ("huisvesting", STUREN)
    leest = None
    form_class = NieuweOpgaveForm
    template_name = "huisvesting/opgave_formulier.html"
    object = None
    code = ""  # of the period that was saved

    def get_form_kwargs(self) -> dict[str, Any]:
        codes = set(Periode.objects.values_list("code", flat=True)) | set(_halfjaren(vandaag()))
        keuzes = [(code, rules.periodenaam(code)) for code in sorted(codes, reverse=True)]
        return super().get_form_kwargs() | {"periodes": keuzes}

    def get_initial(self) -> dict[str, Any]:
        return {"periode": self.request.GET.get("periode", rules.halfjaar(vandaag()))}

    def bewaar(self, form: NieuweOpgaveForm) -> Opgave:
        gegevens = dict(form.cleaned_data)
        rij = actions.leg_opgave_vast(periode=gegevens.pop("periode"), gegevens=gegevens)
        meld_opgave(self, rij)
        self.code = rij.periode.code
        return rij

    def get_success_url(self) -> str:
        return reverse("huisvesting:opgave", args=[self.code])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=reverse("huisvesting:taakstelling"), titel_kort="Opgave vastleggen", **kwargs
        )


class OpgaveWijzigen(PeriodeMixin, BewaarMixin[OpgaveForm], UpdateView[Opgave, OpgaveForm]):
    """Correct what was typed of a number."""

    recht = ("huisvesting", STUREN)
    leest = None
    form_class = OpgaveForm
    template_name = "huisvesting/opgave_formulier.html"

    def get_queryset(self) -> Any:
        return Opgave.objects.filter(periode=self.periode)

    def bewaar(self, form: OpgaveForm) -> Opgave:
        gegevens = dict(form.cleaned_data)
        rij = actions.wijzig_opgave(self.object, versie=gegevens.pop("versie"), gegevens=gegevens)
        meld_opgave(self, rij)
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(titel_kort="Opgave wijzigen", **kwargs)


class UitruilVastleggen(PeriodeMixin, BewaarMixin[UitruilForm], CreateView[Uitruil, UitruilForm]):
    """Municipalities agreed to shift persons in this period."""

    recht = ("huisvesting", STUREN)
    leest = None
    form_class = UitruilForm
    template_name = "huisvesting/uitruil_formulier.html"
    object = None

    def bewaar(self, form: UitruilForm) -> Uitruil:
        rij = actions.bewaar_uitruil(Uitruil(periode=self.periode), gegevens=form.cleaned_data)
        messages.success(self.request, f"De uitruil met {rij.gemeente} is vastgelegd.")
        return rij


class UitruilWijzigen(PeriodeMixin, BewaarMixin[UitruilForm], UpdateView[Uitruil, UitruilForm]):
    """Correct what was typed of an exchange."""

    recht = ("huisvesting", STUREN)
    leest = None
    form_class = UitruilForm
    template_name = "huisvesting/uitruil_formulier.html"

    def get_queryset(self) -> Any:
        return Uitruil.objects.filter(periode=self.periode)

    def bewaar(self, form: UitruilForm) -> Uitruil:
        gegevens = dict(form.cleaned_data)
        versie = gegevens.pop("versie")
        rij = actions.bewaar_uitruil(self.object, gegevens=gegevens, versie=versie)
        messages.success(self.request, f"De uitruil met {rij.gemeente} is opgeslagen.")
        return rij


def meld_opgave(view: RechtMixin, rij: Opgave) -> None:
    """Saved; and a warning with both numbers where the number does not follow from its inputs."""
    [versie] = [deel for deel in figures.versies(rij.periode, date.max) if deel.rij.pk == rij.pk]
    messages.success(view.request, f"De opgave is vastgelegd: {rij.aantal} personen.")
    if versie.berekening and versie.verschil:
        messages.warning(view.request, opgavewoorden.verschil(versie))


def _halfjaren(dag: date) -> list[str]:
    """The half-year of `dag` and the six after it: three years on."""
    jaar, helft = dag.year, 0 if dag.month <= 6 else 1
    nummers = range(2 * jaar + helft, 2 * jaar + helft + 7)
    return [f"{nummer // 2}-H{nummer % 2 + 1}" for nummer in nummers]
