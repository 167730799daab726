"""Whose case it is: handing over a dossier or a family, and covering during absence."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.views.generic import FormView, TemplateView

from dossiers import actions, figures
from dossiers.forms import RegieForm, WaarnemingForm, WaarnemingIntrekkenForm
from dossiers.models import Regie, Waarneming
from dossiers.views.deel import Formulierpagina
from dossiers.views.mixins import DossierMixin
from kern.forms import BewaarMixin, met_terugweg
from kern.klok import vandaag
from kern.weigering import Verouderd
from toegang.models import Gebruiker, Rol
from toegang.views import RechtMixin


class RegieOverdragen(DossierMixin, Formulierpagina[RegieForm]):
    """The case of this person, or of the whole family, to a caseworker or to the open work stock."""

    recht = ("dossiers", "wijzigen")
    form_class = RegieForm
    template_name = "dossiers/vastleggen/regie.html"
    titel = "Regie overdragen"
    knoptekst = "Regie overdragen"

    @cached_property
    def regie(self) -> Regie:
        """The assignment that stands now or is planned last; each dossier has one."""
        return Regie.objects.select_related("regisseur").get(statushouder=self.statushouder, tot=None)

    @cached_property
    def anderen(self) -> list[Any]:
        leden = figures.gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=vandaag())
        return [lid.statushouder for lid in leden if lid.statushouder_id != self.statushouder.pk]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "instance": self.regie,
            "vandaag": vandaag(),
            "anderen": len(self.anderen),
        }

    def bewaar(self, form: RegieForm) -> list[Regie]:
        gegevens = form.cleaned_data
        erbij = self.anderen if gegevens.get("heel_gezin") else []
        try:
            nieuw = actions.draag_regie_over(
                [self.statushouder, *erbij],
                regie=Regie(pk=gegevens["toewijzing"], statushouder=self.statushouder),
                versie=gegevens["versie"],
                regisseur=gegevens["regisseur"],
                van=gegevens["van"],
                op=vandaag(),
            )
        except Verouderd as fout:
            if isinstance(fout.actueel, Regie):
                form.instance = fout.actueel  # another row than the page was opened with
            raise
        self.melding = _overgedragen(gegevens["regisseur"], len(nieuw))
        return nieuw

    def get_success_url(self) -> str:
        """Whose it is now, and where it can go back: in a list of work the row is gone by now."""
        if not self.bewaard:
            return super().get_success_url()
        weer = met_terugweg(reverse("dossiers:overdragen", args=[self.statushouder.sleutel]), self.request)
        zin = '{} <a class="nl-link" href="{}">Draag weer over</a>'
        messages.success(self.request, format_html(zin, self.melding, weer))
        return self.terug()

    def terug(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wie = f"{self.statushouder.naam}, dossier {self.statushouder.nummer}"
        lead = f"{wie}. Het hele dossier gaat over. Een taak of signaal blijft bij wie het heeft."
        verloop = Regie.objects.filter(statushouder=self.statushouder).select_related("regisseur")
        rijen = [rij for rij in verloop.order_by("-van", "-pk") if rij.tot is None or rij.tot > rij.van]
        return super().get_context_data(verloop=rijen, lead=lead, **kwargs)


def _overgedragen(regisseur: Gebruiker | None, aantal: int) -> str:
    if aantal == 0:
        return "Er is niets veranderd: deze regisseur was het al."
    wat = "Het dossier is" if aantal == 1 else f"{aantal} dossiers zijn"
    return f"{wat} overgedragen aan {regisseur}." if regisseur else f"{wat} teruggezet in de werkvoorraad."


class WaarnemingMixin(RechtMixin):
    """Absences: the coordinator's are everybody's, a caseworker's their own and those that they cover."""

    recht = ("dossiers", "wijzigen")
    leest = None
    gebruiker: Gebruiker

    @property
    def alle(self) -> bool:
        return self.gebruiker.rol == Rol.COORDINATOR

    @cached_property
    def waarneming(self) -> Waarneming:
        """One that this user may change: as coordinator, or as the one who is absent."""
        rijen = figures.waarnemingen(self.gebruiker, alle=self.alle, dag=vandaag())
        eigen = rijen if self.alle else rijen.filter(afwezige=self.gebruiker)
        return get_object_or_404(eigen, pk=self.kwargs["pk"])

    def terug(self) -> str:
        """The list of absences."""
        return reverse("dossiers:waarneming")


class Waarnemingen(WaarnemingMixin, TemplateView):
    """Absences that run or come, and who covers."""

    template_name = "dossiers/vastleggen/waarneming.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rijen = list(figures.waarnemingen(self.gebruiker, alle=self.alle, dag=vandaag()))
        for rij in rijen:
            rij.begonnen = rij.van <= vandaag()  # type: ignore[attr-defined]
            rij.te_wijzigen = self.alle or rij.afwezige_id == self.gebruiker.pk  # type: ignore[attr-defined]
        return super().get_context_data(waarnemingen=rijen, alle=self.alle, **kwargs)


class WaarnemingFormulier(WaarnemingMixin, Formulierpagina[WaarnemingForm]):
    """The form of an absence."""

    form_class = WaarnemingForm
    template_name = "dossiers/vastleggen/waarnemingsformulier.html"
    knoptekst = "Waarneming opslaan"

    def rij(self) -> Waarneming:
        """The row of the form."""
        return Waarneming()

    def get_form_kwargs(self) -> dict[str, Any]:
        zelf = None if self.alle else self.gebruiker
        return super().get_form_kwargs() | {"instance": self.rij(), "zelf": zelf}


class WaarnemingVastleggen(WaarnemingFormulier):
    """A colleague, or oneself, is going to be absent."""

    titel = "Waarneming vastleggen"
    melding = "De waarneming is vastgelegd."

    def bewaar(self, form: WaarnemingForm) -> Waarneming:
        afwezige = form.cleaned_data.get("afwezige") or self.gebruiker
        return actions.neem_waar(afwezige=afwezige, **form.gegevens(), op=vandaag())


class WaarnemingWijzigen(WaarnemingFormulier):
    """Other days, or another colleague."""

    titel = "Waarneming wijzigen"
    melding = "De waarneming is gewijzigd."

    def rij(self) -> Waarneming:
        return self.waarneming

    def bewaar(self, form: WaarnemingForm) -> Waarneming:
        return actions.wijzig_waarneming(
            self.waarneming, versie=form.cleaned_data["versie"], **form.gegevens()
        )


class WaarnemingIntrekken(
    WaarnemingMixin, BewaarMixin[WaarnemingIntrekkenForm], FormView[WaarnemingIntrekkenForm]
):
    """An absence that does not come about."""

    form_class = WaarnemingIntrekkenForm
    template_name = "dossiers/vastleggen/waarneming_intrekken.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.waarneming}

    def bewaar(self, form: WaarnemingIntrekkenForm) -> None:
        actions.trek_waarneming_in(self.waarneming, versie=form.cleaned_data["versie"], op=vandaag())

    def get_success_url(self) -> str:
        messages.success(self.request, "De waarneming is ingetrokken.")
        return self.terug()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(waarneming=self.waarneming, terug=self.terug(), **kwargs)
