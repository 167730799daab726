"""The list of steps in versions, for who keeps it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from begeleiding import actions
from begeleiding.forms import LijststapForm, VersieForm, VersieWegForm, WegForm
from begeleiding.models import EersteMaandStap, Stappenlijst
from dossiers.views.deel import Formulierpagina
from kern.klok import vandaag
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from toegang.rules import STUREN
from toegang.views import RechtMixin

_VAN_HET_PLAN = "De lijst van het plan."
_GELDT_AL = "Deze lijst geldt al. Maak een nieuwe versie om iets te veranderen."


class _Sturen(RechtMixin):
    recht = ("begeleiding", STUREN)
    leest = None


class Stappenlijsten(_Sturen, TemplateView):
    """All versions with their steps, the latest first."""

    template_name = "begeleiding/stappen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versies = list(Stappenlijst.objects.prefetch_related("stappen"))
        dag = vandaag()
        geldt = next(
            (rij for rij in reversed(versies) if rij.geldig_vanaf is None or rij.geldig_vanaf <= dag), None
        )
        labels = {feit.code: feit.label for feit in register.feiten()}
        for lijst in versies:
            lijst.badge = _badge(lijst, geldt)  # type: ignore[attr-defined]
            lijst.wijzigbaar = bool(lijst.geldig_vanaf and lijst.geldig_vanaf > dag)  # type: ignore[attr-defined]
            lijst.rijen = [(stap, _bijzonder(stap, labels)) for stap in lijst.stappen.all()]  # type: ignore[attr-defined]
        return super().get_context_data(versies=versies[::-1], **kwargs)


def _badge(lijst: Stappenlijst, geldt: Stappenlijst | None) -> tuple[str, str]:
    if lijst == geldt:
        return ("goed", "Geldt nu")
    if geldt is None or (
        lijst.geldig_vanaf and (geldt.geldig_vanaf or lijst.geldig_vanaf) <= lijst.geldig_vanaf
    ):
        return ("wacht", "Gaat nog in")
    return ("neutraal", "Gold eerder")


def _bijzonder(stap: EersteMaandStap, labels: dict[str, str]) -> str:
    delen = [
        "alleen met kinderen" if stap.alleen_met_kinderen else "",
        "kan vóór de vestiging" if stap.mag_eerder else "",
        f"vult zichzelf in: {labels.get(stap.feit, stap.feit)}" if stap.feit else "",
    ]
    return ", ".join(deel for deel in delen if deel)


class _Formulier(_Sturen, Formulierpagina[Any]):
    template_name = "begeleiding/stappenformulier.html"

    def terug(self) -> str:
        return reverse("begeleiding:stappen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"vraag": "", **kwargs})


class VersieMaken(_Formulier):
    """A new version: a copy of the last, to be changed until its first day."""

    form_class = VersieForm
    titel = "Nieuwe versie van de lijst"
    lead = "U begint met de stappen van nu. Daarna kunt u ze wijzigen, tot de dag waarop de lijst ingaat."
    knoptekst = "Versie maken"
    melding = "De nieuwe versie staat klaar. Wijzig nu de stappen."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": Stappenlijst()}

    def bewaar(self, form: VersieForm) -> Stappenlijst:
        return actions.maak_versie(**form.cleaned_data, vandaag=vandaag())


class _Wijzigbaar(_Formulier):
    """A page about a version that does not hold yet; one that does leads back to the lists."""

    @cached_property
    def lijst(self) -> Stappenlijst:
        return get_object_or_404(Stappenlijst, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.lijst.geldig_vanaf is None or self.lijst.geldig_vanaf <= vandaag():
            messages.info(request, _GELDT_AL)
            return redirect(self.terug())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.lijst}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        vanaf = self.lijst.geldig_vanaf
        zin = f"Voor gezinnen die zich vestigen vanaf {schrijf_datum(vanaf)}." if vanaf else _VAN_HET_PLAN
        return super().get_context_data(lead=self.lead or zin, **kwargs)


class VersieWijzigen(_Wijzigbaar):
    """Another first day of a version."""

    form_class = VersieForm
    titel = "Versie wijzigen"
    knoptekst = "Versie opslaan"
    melding = "De versie is opgeslagen."

    def bewaar(self, form: VersieForm) -> Stappenlijst:
        return actions.wijzig_versie(self.lijst, **form.cleaned_data, vandaag=vandaag())


class VersieWeg(_Wijzigbaar):
    """Remove a version that was made by mistake."""

    form_class = VersieWegForm
    titel = "Versie verwijderen"
    knoptekst = "Verwijder de versie"
    melding = "De versie is verwijderd. Voor gezinnen geldt de lijst van daarvoor."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(vraag="De versie verdwijnt, met al haar stappen.", **kwargs)

    def bewaar(self, form: VersieWegForm) -> None:
        actions.verwijder_versie(self.lijst, versie=form.cleaned_data["versie"], vandaag=vandaag())


class StapToevoegen(_Wijzigbaar):
    """A step more."""

    form_class = LijststapForm
    titel = "Stap toevoegen"
    knoptekst = "Stap toevoegen"
    melding = "De stap staat op de lijst."

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": EersteMaandStap(lijst=self.lijst)}

    def bewaar(self, form: LijststapForm) -> EersteMaandStap:
        nieuw = EersteMaandStap(lijst=self.lijst)
        return actions.bewaar_stap(nieuw, gegevens=form.cleaned_data, vandaag=vandaag())


class _Stap(_Wijzigbaar):
    @cached_property
    def stap(self) -> EersteMaandStap:
        rijen = EersteMaandStap.objects.select_related("lijst")
        return get_object_or_404(rijen, pk=self.kwargs["pk"])

    @cached_property
    def lijst(self) -> Stappenlijst:
        lijst: Stappenlijst = self.stap.lijst
        return lijst

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.stap}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(stap=self.stap, **kwargs)


class LijststapWijzigen(_Stap):
    """Change a step."""

    form_class = LijststapForm
    titel = "Stap wijzigen"
    knoptekst = "Stap opslaan"
    melding = "De stap is opgeslagen."

    def bewaar(self, form: LijststapForm) -> EersteMaandStap:
        gegevens = dict(form.cleaned_data)
        versie = gegevens.pop("versie")
        return actions.bewaar_stap(self.stap, gegevens=gegevens, versie=versie, vandaag=vandaag())


class LijststapWeg(_Stap):
    """Take a step from the list."""

    form_class = WegForm
    titel = "Stap weghalen"
    knoptekst = "Haal de stap weg"
    melding = "De stap staat niet meer op de lijst."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            vraag=f"{self.stap.stap}: deze stap verdwijnt uit de lijst.", **kwargs
        )

    def bewaar(self, form: WegForm) -> None:
        actions.haal_stap_weg(self.stap, versie=form.cleaned_data["versie"], vandaag=vandaag())
