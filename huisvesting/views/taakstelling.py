"""The taakstelling: the ledger, its chart, and the persons behind each number."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import ListView, TemplateView
from django.views.generic.base import View

from dossiers.models import Statushouder
from huisvesting import figures
from huisvesting.domain.grafiek import grafiek, in_woorden
from huisvesting.domain.stand import periodenaam
from huisvesting.models import Periode, Telling
from huisvesting.views import tekortwoorden, woorden
from huisvesting.views.coa import coakaart
from kern import grafiekthema
from kern.bladeren import bladeren
from kern.contract import Peiling
from kern.grafieken import bevries, svg_antwoord
from kern.peildatum import PeildatumMixin
from toegang.models import Leeshandeling
from toegang.rules import WIJZIGEN, mag
from toegang.views import Leest, RechtMixin
from uitwisseling.weergave.tabellen import MEDIATYPE, Cel, als_download

KOLOMMEN = [
    "Periode",
    "Van",
    "Tot en met",
    "Opgave",
    "Achterstand ervoor",
    "Te realiseren",
    "Gerealiseerd",
    "Nog te doen",
    "Verwacht aan eind",
    "Bron",
]


class Taakstelling(RechtMixin, PeildatumMixin, TemplateView):
    """The ledger with its chart, its words and its contradictions."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/taakstelling.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standen = figures.grootboek(self.peildatum)
        lopend = next((stand for stand in standen if stand.loopt), None)
        reeksen = figures.verloop(standen, self.peildatum)
        nodig = figures.nog_te_huisvesten(standen, self.peildatum)
        wachtenden = figures.tel_zoekers(self.peildatum)
        groepen = figures.verwachte_groepen(Peiling.op(self.peildatum).heel_jaar(), lopend, wachtenden)
        woningen = figures.tekort(self.peildatum, wachtenden)
        drempels = figures.drempels(self.peildatum)
        return super().get_context_data(
            rijen=woorden.rijen(standen, drempels),
            lopend=woorden.rij(lopend, None, drempels) if lopend else None,
            nog_te_huisvesten=nodig,
            tot_het_eind=woorden.tot_het_eind(standen, nodig, self.peildatum),
            woningen=woningen,
            woningstand=tekortwoorden.oordeel(woningen, drempels.woningen),
            coa=coakaart(standen, self.peildatum, self.gebruiker),
            mag_wijzigen=mag(self.gebruiker, "huisvesting", WIJZIGEN),
            delen=woorden.delen(standen, self.peildatum),
            eind=date(self.peildatum.year, 12, 31),
            groepen=[(groep, woorden.woning(groep)) for groep in groepen],
            groepen_tekst=", ".join(f"{groep.personen} {groep.in_zin}" for groep in groepen),
            bestanden={vorm: reverse("huisvesting:bestand", args=[vorm]) + self.vraag for vorm in MEDIATYPE},
            samen=woorden.samen(groepen),
            voor_kop=woorden.voor_kop(lopend),
            verwacht_link=reverse("huisvesting:verwacht") + self.vraag,
            beschrijving=in_woorden(reeksen, self.peildatum),
            heeft_verloop=bool(reeksen["tempo"]),
            opmerkingen=figures.bronverschillen(),
            regels=[regel for stand in standen for regel in figures.opmerkingen(stand, {})],
            **kwargs,
        )


class TaakstellingBestand(RechtMixin, PeildatumMixin, View):
    """The ledger of all periods as a file: numbers, nobody's name."""

    recht = ("huisvesting", "inzien")
    leest = None

    def get(self, request: HttpRequest, vorm: str) -> HttpResponse:
        if vorm not in MEDIATYPE:
            raise Http404
        rijen: list[list[Cel]] = [
            [
                periodenaam(stand),
                stand.periode.van,
                stand.periode.tot_en_met,
                stand.opgave,
                stand.overgedragen,
                stand.te_realiseren,
                stand.gerealiseerd,
                stand.saldo,
                stand.prognose,
                stand.bron,
            ]
            for stand in figures.grootboek(self.peildatum)
        ]
        naam = f"taakstelling-{self.peildatum.isoformat()}"
        return als_download(KOLOMMEN, rijen, naam=naam, formaat=vorm)


class VerloopGrafiek(RechtMixin, PeildatumMixin):
    """The chart as a picture; its words and figures stand on the page."""

    recht = ("huisvesting", "inzien")
    leest = None
    smal = False

    def get(self, request: HttpRequest) -> HttpResponse:
        reeksen = figures.verloop(figures.grootboek(self.peildatum), self.peildatum)
        maat = {"breed": grafiekthema.SMAL, "hoog": 200} if self.smal else {"breed": 540, "hoog": 250}
        spec = bevries(grafiek(reeksen, self.peildatum, smal=self.smal, **maat))
        return svg_antwoord(
            spec,
            titel=f"Taakstelling {self.peildatum.year}",
            beschrijving=in_woorden(reeksen, self.peildatum),
        )


class Gehuisvest(RechtMixin, PeildatumMixin, ListView[Telling]):
    """Who counts in a period, up to the peildatum, and whose count went, with the reason and its source."""

    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Gehuisvest in een periode", aantal="object_list")
    template_name = "huisvesting/gehuisvest.html"
    paginate_by = 50

    @cached_property
    def periode(self) -> Periode:
        return get_object_or_404(Periode, code=self.kwargs["periode"])

    def get_queryset(self) -> Any:
        peiling = Peiling(self.peildatum, self.periode.van, self.periode.tot_en_met, self.gebruiker)
        return figures.mutaties(peiling).select_related("statushouder", "plaatsing__woning")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        [stand] = [s for s in figures.grootboek(self.peildatum) if s.periode == self.periode]
        context = super().get_context_data(naam=periodenaam(stand), uitleg=woorden.uitleg(stand), **kwargs)
        for telling in context["object_list"]:
            telling.adres = str(telling.plaatsing.woning) if telling.plaatsing else ""
            telling.teken = "+1" if telling.waarde > 0 else "−1"
        return context | bladeren(context["page_obj"], self.request.GET)


class Verwacht(RechtMixin, PeildatumMixin, ListView[Statushouder]):
    """The persons who are expected this year and do not count yet."""

    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Wie wordt verwacht", aantal="object_list")
    template_name = "huisvesting/verwacht.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        peiling = Peiling.op(self.peildatum, gebruiker=self.gebruiker).heel_jaar()
        return figures.verwachtingen(peiling)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | bladeren(context["page_obj"], self.request.GET)
