"""What hangs on the page of the AMV homes: its chart, its table as a file, and who lives there."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.views.generic import ListView
from django.views.generic.base import View

from huisvesting import rules
from huisvesting.domain.amvgrafiek import grafiek, in_woorden
from huisvesting.figures import amv as amvcijfers
from huisvesting.models import Plaatsing
from huisvesting.views import amvwoorden
from huisvesting.views.amv import AmvMixin
from kern import grafiekthema
from kern.bladeren import bladeren
from kern.contract import Peiling
from kern.grafieken import bevries, svg_antwoord
from toegang.models import Leeshandeling
from toegang.views import Leest
from uitwisseling.weergave.tabellen import MEDIATYPE, Cel, als_download

KOLOMMEN = [
    "Half jaar",
    "Van",
    "Tot en met",
    "Worden 18",
    "Woont er al",
    "Komt nog",
    "Woningen nodig",
    "AMV-plekken bezet",
    "AMV-plekken",
    "Maanden begeleiding",
    "Euro",
    "Taakstelling",
]


class AmvGrafiek(AmvMixin):
    """The chart as a picture; its words and figures stand on the page."""

    leest = None
    smal = False

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.gevolgen is None:
            raise Http404
        maat = {"breed": grafiekthema.SMAL, "hoog": 180} if self.smal else {"breed": 540, "hoog": 210}
        return svg_antwoord(
            bevries(grafiek(self.gevolgen, smal=self.smal, **maat)),
            titel="Wie wordt 18, per half jaar",
            beschrijving=in_woorden(self.gevolgen),
        )


class AmvUitvoer(AmvMixin, View):
    """The table as a file: counts and euros, nobody's name."""

    leest = None

    def get(self, request: HttpRequest, vorm: str) -> HttpResponse:
        if vorm not in MEDIATYPE or self.gevolgen is None:
            raise Http404
        rijen: list[list[Cel]] = [
            [
                rules.periodenaam(stap.code),
                stap.van,
                stap.tot_en_met,
                stap.worden_18,
                stap.bewoners,
                stap.komen,
                stap.woningen,
                stap.bezet,
                stap.plekken,
                stap.maanden,
                stap.euro,
                stap.taakstelling,
            ]
            for stap in self.gevolgen.stappen
        ]
        naam = f"amv-woningen-{self.peildatum.isoformat()}"
        return als_download(KOLOMMEN, rijen, naam=naam, formaat=vorm)


class AmvBewoners(AmvMixin, ListView[Plaatsing]):
    """Who lives in an AMV home, or of those who turns 18 in one half-year, with when to look for a home."""

    leest = Leest(Leeshandeling.LIJST, "Bewoners van de AMV-woningen", aantal="object_list")
    template_name = "huisvesting/amv_bewoners.html"
    paginate_by = 50

    @cached_property
    def halfjaar(self) -> str:
        """The half-year that was asked for; empty for everybody, also where there is no such half-year."""
        gevraagd = self.request.GET.get("halfjaar", "")
        try:
            rules.grenzen(gevraagd)
        except ValueError:
            return ""
        return gevraagd

    def get_queryset(self) -> Any:
        rijen = amvcijfers.bewoning(Peiling.op(self.peildatum, gebruiker=self.gebruiker))
        if self.halfjaar:
            rijen = amvcijfers.worden_18(rijen, self.halfjaar, self.peildatum)
        return amvcijfers.met_feiten(amvcijfers.op_leeftijd(rijen), self.peildatum)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        zoeken = amvcijfers.maanden_zoeken(self.getallen, self.peildatum)
        context["rijen"] = [
            {
                "bewoner": bewoner,
                "wordt_18": amvwoorden.wordt_18(bewoner),
                "zoeken": amvwoorden.zoeken(bewoner, self.peildatum.year),
                "telt": amvwoorden.telt(bewoner),
            }
            for bewoner in (amvcijfers.bewoner(rij, self.peildatum, zoeken) for rij in context["object_list"])
        ]
        context["naam"] = rules.periodenaam(self.halfjaar) if self.halfjaar else ""
        context["terug"] = self.adres("huisvesting:amv")
        context["alle"] = self.adres("huisvesting:amv-bewoners")
        return context | bladeren(context["page_obj"], self.request.GET)
