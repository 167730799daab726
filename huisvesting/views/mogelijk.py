"""Possible homes, landlords with what they promised, and the shortage in homes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import CreateView, ListView, TemplateView, UpdateView

from huisvesting import actions, figures
from huisvesting.domain.wijkgrafiek import grafiek, in_woorden
from huisvesting.forms import AfspraakForm, MogelijkeWoningForm, WordtWoningForm
from huisvesting.models import MogelijkeWoning, MogelijkeWoningStatus, Prestatieafspraak, Woning
from huisvesting.views import aanbodwoorden, tekortwoorden
from kern import grafiekthema
from kern.bladeren import bladeren
from kern.forms import BewaarMixin
from kern.grafieken import bevries, svg_antwoord
from kern.klok import vandaag
from kern.peildatum import PeildatumMixin
from toegang.models import Leeshandeling
from toegang.rules import STUREN, WIJZIGEN, mag
from toegang.views import Leest, RechtMixin

_SOORT = {
    MogelijkeWoningStatus.IDEE: "neutraal",
    MogelijkeWoningStatus.ONDERZOEK: "wacht",
    MogelijkeWoningStatus.TOEGEZEGD: "goed",
    MogelijkeWoningStatus.AFGEVALLEN: "neutraal",
    MogelijkeWoningStatus.WONING: "goed",
}


class MogelijkeWoningen(RechtMixin, ListView[MogelijkeWoning]):
    """Homes that may come, the first expected first; with `?alle=1` also what became of the others."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/mogelijk.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        rijen = MogelijkeWoning.objects.select_related("behandelaar", "woning")
        return rijen if self.request.GET.get("alle") == "1" else rijen.in_beeld()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mag_wijzigen = mag(self.gebruiker, "huisvesting", WIJZIGEN)
        context = super().get_context_data(
            mag_wijzigen=mag_wijzigen, alle=self.request.GET.get("alle") == "1", **kwargs
        )
        for rij in context["object_list"]:
            rij.soort_badge = _SOORT[MogelijkeWoningStatus(rij.status)]
            rij.te_laat = bool(rij.verwacht_op and rij.verwacht_op < vandaag()) and rij.status not in {
                MogelijkeWoningStatus.AFGEVALLEN,
                MogelijkeWoningStatus.WONING,
            }
            rij.pagina = _pagina(rij) if mag_wijzigen else ""
            rij.wie = str(rij.behandelaar.naam) if rij.behandelaar else "Nog niemand"
        return context | bladeren(context["page_obj"], self.request.GET)


def _pagina(rij: MogelijkeWoning) -> str:
    """The row's own page; of what became a home that of the home."""
    if rij.woning_id:
        return reverse("huisvesting:woning", args=[rij.woning_id])
    return reverse("huisvesting:mogelijk-wijzigen", args=[rij.pk])


class MogelijkMixin(RechtMixin):
    """What adding and changing a possible home share."""

    recht = ("huisvesting", "wijzigen")
    leest = None
    form_class: Any = MogelijkeWoningForm
    template_name: str | None = "huisvesting/mogelijk_formulier.html"

    def get_success_url(self) -> str:
        return reverse("huisvesting:mogelijk")


class MogelijkToevoegen(
    MogelijkMixin, BewaarMixin[MogelijkeWoningForm], CreateView[MogelijkeWoning, MogelijkeWoningForm]
):
    """Write down a home that may come."""

    object = None

    def bewaar(self, form: MogelijkeWoningForm) -> MogelijkeWoning:
        rij = actions.bewaar_mogelijke_woning(MogelijkeWoning(), gegevens=form.cleaned_data)
        messages.success(self.request, f"{rij} staat in de lijst.")
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=self.get_success_url(), titel="Mogelijke woning toevoegen", object=None, **kwargs
        )


class NogMogelijk(MogelijkMixin):
    """What became a home is no longer changed here: its page leads to the home."""

    queryset: Any = MogelijkeWoning.objects.all()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rij: MogelijkeWoning = self.get_object()  # type: ignore[attr-defined]
        if rij.status == MogelijkeWoningStatus.WONING and rij.woning_id:
            messages.warning(request, "Dit is al een woning in de lijst.")
            return redirect("huisvesting:woning", pk=rij.woning_id)
        antwoord: HttpResponse = super().get(request, *args, **kwargs)  # type: ignore[misc]
        return antwoord


class MogelijkWijzigen(
    NogMogelijk, BewaarMixin[MogelijkeWoningForm], UpdateView[MogelijkeWoning, MogelijkeWoningForm]
):
    """Change what is known of a home that may come."""

    def bewaar(self, form: MogelijkeWoningForm) -> MogelijkeWoning:
        gegevens = dict(form.cleaned_data)
        versie = gegevens.pop("versie")
        rij = actions.bewaar_mogelijke_woning(self.object, versie=versie, gegevens=gegevens)
        messages.success(self.request, f"{rij} is opgeslagen.")
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), titel=str(self.object), **kwargs)


class WordtWoning(NogMogelijk, BewaarMixin[WordtWoningForm], UpdateView[MogelijkeWoning, WordtWoningForm]):
    """A possible home becomes a home of the list."""

    form_class = WordtWoningForm
    template_name = "huisvesting/wordt_woning.html"
    bewaard: Woning

    def get_initial(self) -> dict[str, Any]:
        return {"capaciteit": self.object.plaatsen, "beschikbaar_van": self.object.verwacht_op}

    def bewaar(self, form: WordtWoningForm) -> Woning:
        woning = actions.maak_woning(
            self.object, versie=form.cleaned_data["versie"], gegevens=form.gegevens()
        )
        messages.success(self.request, f"{woning} staat in de lijst met woningen.")
        return woning

    def get_success_url(self) -> str:
        if self.bewaard is not None:
            return reverse("huisvesting:woning", args=[self.bewaard.pk])
        return reverse("huisvesting:mogelijk-wijzigen", args=[self.object.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=reverse("huisvesting:mogelijk-wijzigen", args=[self.object.pk]), **kwargs
        )


class Verhuurders(RechtMixin, TemplateView):
    """Each landlord with its homes and agreements: what was promised, and what was delivered."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/verhuurders.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        per_verhuurder: dict[int, list[Any]] = defaultdict(list)
        afspraken: Any = figures.afspraken(vandaag())
        for afspraak in afspraken:
            afspraak.oordeel = tekortwoorden.afspraak(afspraak, vandaag())
            per_verhuurder[afspraak.verhuurder_id].append(afspraak)
        return super().get_context_data(
            rijen=[(rij, per_verhuurder[rij.pk]) for rij in figures.verhuurders(vandaag())],
            mag_sturen=mag(self.gebruiker, "huisvesting", STUREN),
            **kwargs,
        )


class Afspraakmixin(RechtMixin):
    """What adding and changing an agreement share."""

    recht = ("huisvesting", "sturen")
    leest = None
    form_class: Any = AfspraakForm
    template_name: str | None = "huisvesting/afspraak.html"

    def get_success_url(self) -> str:
        return reverse("huisvesting:verhuurders")


class AfspraakToevoegen(
    Afspraakmixin, BewaarMixin[AfspraakForm], CreateView[Prestatieafspraak, AfspraakForm]
):
    """What a landlord promised, for a time."""

    object = None

    def bewaar(self, form: AfspraakForm) -> Prestatieafspraak:
        rij = actions.bewaar_afspraak(Prestatieafspraak(), gegevens=form.cleaned_data)
        messages.success(self.request, "De afspraak is opgeslagen.")
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=self.get_success_url(), titel="Afspraak toevoegen", object=None, **kwargs
        )


class AfspraakWijzigen(Afspraakmixin, BewaarMixin[AfspraakForm], UpdateView[Prestatieafspraak, AfspraakForm]):
    """Change an agreement."""

    queryset = Prestatieafspraak.objects.select_related("verhuurder")

    def bewaar(self, form: AfspraakForm) -> Prestatieafspraak:
        gegevens = dict(form.cleaned_data)
        versie = gegevens.pop("versie")
        rij = actions.bewaar_afspraak(self.object, versie=versie, gegevens=gegevens)
        messages.success(self.request, "De afspraak is opgeslagen.")
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        titel = f"Afspraak met {self.object.verhuurder}"
        return super().get_context_data(terug=self.get_success_url(), titel=titel, **kwargs)


class Tekort(RechtMixin, PeildatumMixin, TemplateView):
    """Homes needed and in sight, who asks for one, and how the homes lie over the neighbourhoods."""

    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Wie een woning nodig heeft", aantal="huishoudens")
    template_name = "huisvesting/tekort.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stand = figures.tekort(self.peildatum)
        wijken = figures.wijkspreiding(self.peildatum)
        zoekers = figures.Zoekers(self.peildatum, self.gebruiker, soorten=figures.WONINGVRAGEN)
        huishoudens, bladen = aanbodwoorden.blad(zoekers, self.request.GET)
        return super().get_context_data(
            stand=stand,
            regels=tekortwoorden.regels(stand),
            oordeel=tekortwoorden.oordeel(stand, figures.drempels(self.peildatum).woningen),
            huishoudens=huishoudens,
            **bladen,
            wijken=wijken,
            beschrijving=in_woorden(wijken),
            zonder_aantal=[deel.wijk for deel in wijken if deel.per_duizend is None],
            **kwargs,
        )


class WijkGrafiek(RechtMixin, PeildatumMixin):
    """The homes over the neighbourhoods as a picture; the same figures stand in the table."""

    recht = ("huisvesting", "inzien")
    leest = None
    smal = False

    def get(self, request: HttpRequest) -> HttpResponse:
        wijken = figures.wijkspreiding(self.peildatum)
        breed = grafiekthema.SMAL if self.smal else 440
        spec = bevries(grafiek(wijken, breed=breed, smal=self.smal))
        return svg_antwoord(spec, titel="Woningen per wijk", beschrijving=in_woorden(wijken))
