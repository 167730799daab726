"""The list of homes, the same list as a file, one home, and who could live in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import CreateView, ListView, TemplateView, UpdateView
from django.views.generic.base import View

from huisvesting import actions, figures, rules
from huisvesting.filters import Woningfilter
from huisvesting.forms import WoningForm
from huisvesting.models import Plaatsing, Woning
from huisvesting.models.woning import WoningQuerySet
from huisvesting.views import aanbodwoorden
from kern.bladeren import bladeren
from kern.forms import BewaarMixin
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.rules import mag
from toegang.views import Leest, RechtMixin
from uitwisseling.weergave.tabellen import Cel, Formaat, als_download

KOLOMMEN = (
    "Straat",
    "Huisnummer",
    "Toevoeging",
    "Postcode",
    "Plaats",
    "Wijk",
    "Verhuurder",
    "Soort",
    "Koppelgemeente",
    "AMV-woning",
    "Plaatsen",
    "Bezet",
    "Beschikbaar vanaf",
    "Beschikbaar tot en met",
)
HOOGSTENS_IN_BESTAND = 50_000


class GefilterdeWoningen(RechtMixin):
    """The homes by the filters in the address, with the places that are taken today or promised."""

    recht = ("huisvesting", "inzien")
    leest = None  # how many live there, not who

    @cached_property
    def filter(self) -> Woningfilter:
        rijen = Woning.objects.met_bewoners(vandaag()).select_related("verhuurder")
        return Woningfilter(self.request.GET, queryset=rijen)


class Woningen(GefilterdeWoningen, ListView[Woning]):
    """Homes with the places that are taken today or promised."""

    template_name = "huisvesting/woningen.html"
    paginate_by = 50

    def get_queryset(self) -> WoningQuerySet:
        rijen: WoningQuerySet = self.filter.qs
        return rijen

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mag_wijzigen = mag(self.gebruiker, "huisvesting", "wijzigen")
        context = super().get_context_data(mag_wijzigen=mag_wijzigen, **kwargs)
        for woning in context["object_list"]:
            woning.adres = str(woning)
            woning.pagina = reverse("huisvesting:woning", args=[woning.pk]) if mag_wijzigen else ""
            woning.onderregel = _onderregel(woning)
        return (
            context
            | bladeren(context["page_obj"], self.request.GET)
            | {
                "filter": self.filter,
                "keuzes": [
                    (label, woorden, self._zonder(naam)) for naam, label, woorden in self.filter.keuzes()
                ],
                "opmerkingen": self.filter.fouten(),
                "bestanden": {vorm: self._bestand(vorm) for vorm in Formaat},
            }
        )

    def _zonder(self, naam: str) -> str:
        vraag = self.request.GET.copy()
        for weg in (naam, "page"):
            vraag.pop(weg, None)
        return f"?{vraag.urlencode()}"

    def _bestand(self, vorm: Formaat) -> str:
        vraag = self.request.GET.copy()
        vraag.pop("page", None)
        adres = reverse("huisvesting:woningen-bestand", args=[vorm.value])
        return f"{adres}?{vraag.urlencode()}" if vraag else adres


class WoningenBestand(GefilterdeWoningen, View):
    """Exactly the filtered list as a file, all pages."""

    def get(self, request: HttpRequest, vorm: str) -> HttpResponse:
        if vorm not in set(Formaat):
            raise Http404
        fouten = self.filter.fouten()
        if self.filter.qs.order_by().count() > HOOGSTENS_IN_BESTAND:
            fouten.append("Deze lijst is te lang voor een bestand. Kies eerst een filter.")
        if fouten:
            for fout in fouten:
                messages.error(request, fout)
            return redirect(f"{reverse('huisvesting:woningen')}?{request.GET.urlencode()}")
        return als_download(KOLOMMEN, self._cellen(), naam="woningen", formaat=vorm)

    def _cellen(self) -> Iterator[tuple[Cel, ...]]:
        for woning in self.filter.qs.iterator(chunk_size=2_000):
            yield (
                woning.straat,
                woning.huisnummer,
                woning.toevoeging,
                woning.postcode,
                woning.plaats,
                woning.wijk,
                woning.verhuurder.naam if woning.verhuurder else "",
                woning.get_soort_display(),
                woning.koppelgemeente,
                woning.amv_woning,
                woning.capaciteit,
                woning.bewoners,
                woning.beschikbaar_van,
                woning.beschikbaar_tot_en_met,
            )


def _onderregel(woning: Woning) -> str:
    if woning.amv_woning:
        return "AMV-woning"
    tijdelijk = "Doorstroomlocatie, " if woning.soort != "gewoon" else ""
    return f"{tijdelijk}{woning.postcode} {woning.plaats}"


class WoningToevoegen(RechtMixin, BewaarMixin[WoningForm], CreateView[Woning, WoningForm]):
    """Put a home in the list."""

    recht = ("huisvesting", "wijzigen")
    leest = None
    form_class = WoningForm
    template_name = "huisvesting/woning.html"
    object = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            terug=self.get_success_url(), titel_kort="Woning toevoegen", object=None, plaatsingen=[], **kwargs
        )

    def bewaar(self, form: WoningForm) -> Woning:
        woning = actions.bewaar_woning(Woning(), gegevens=form.cleaned_data)
        messages.success(self.request, f"{woning} staat in de lijst.")
        return woning

    def get_success_url(self) -> str:
        return reverse("huisvesting:woningen")


class WoningWijzigen(RechtMixin, BewaarMixin[WoningForm], UpdateView[Woning, WoningForm]):
    """One home: its data, who lives there and to whom it was offered, as far as this user may see them."""

    recht = ("huisvesting", "wijzigen")
    leest = Leest(Leeshandeling.LIJST, "Bewoners van een woning", aantal="personen")
    form_class = WoningForm
    template_name = "huisvesting/woning.html"
    queryset = Woning.objects.all()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bewoners = Plaatsing.objects.zichtbaar_voor(self.gebruiker).filter(woning=self.kwargs["pk"])
        plaatsingen: list[Any] = list(bewoners.select_related("statushouder"))
        aanbod: list[Any] = list(figures.aanbiedingen(self.gebruiker).filter(woning=self.kwargs["pk"]))
        for rij in aanbod:
            rij.stand_badge = aanbodwoorden.stand(rij)
        lopend = next((rij for rij in aanbod if not (rij.geweigerd_op or rij.ingetrokken_op)), None)
        norm = figures.normdelen(lopend.statushouder, vandaag()) if lopend else []
        return super().get_context_data(
            plaatsingen=plaatsingen,
            aanbod=aanbod,
            norm=[aanbodwoorden.normregel(deel) for deel in norm],
            normbron=rules.NORMBRON,
            personen={rij.statushouder_id for rij in (*plaatsingen, *aanbod)},
            kwam_uit=self.object.kwam_uit.all(),
            terug=self.get_success_url(),
            titel_kort=str(self.object),
            **kwargs,
        )

    def bewaar(self, form: WoningForm) -> Woning:
        gegevens = dict(form.cleaned_data)
        woning = actions.bewaar_woning(self.object, versie=gegevens.pop("versie"), gegevens=gegevens)
        messages.success(self.request, f"{woning} is opgeslagen.")
        return woning

    def get_success_url(self) -> str:
        return reverse("huisvesting:woningen")


class WiePast(RechtMixin, TemplateView):
    """Who could live in this home: each household that waits, with the reason of each yes and no."""

    recht = ("huisvesting", "wijzigen")
    leest = Leest(Leeshandeling.LIJST, "Wie kan in een woning wonen", aantal="rijen")
    template_name = "huisvesting/wie_past.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        woning = get_object_or_404(Woning, pk=self.kwargs["pk"])
        alle = figures.Passenden(woning, vandaag(), self.gebruiker)
        rijen, bladen = aanbodwoorden.blad(alle, self.request.GET)
        return super().get_context_data(
            woning=woning,
            ruimte=alle.ruimte,
            ruimtetekst=aanbodwoorden.ruimte(alle.ruimte),
            rijen=[(rij, aanbodwoorden.wacht(rij.wie, vandaag())) for rij in rijen],
            aantal=len(alle),
            passend=alle.passend,
            terug=reverse("huisvesting:woning", args=[woning.pk]),
            **bladen,
            **kwargs,
        )
