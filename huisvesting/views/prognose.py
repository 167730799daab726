"""The forecast of the quota: three years, three lines, and what stands behind each number."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import ListView, TemplateView

from dossiers.models import Statushouder, WijzeVanKomst
from huisvesting import figures, rules
from huisvesting.domain.prognose import in_een_zin, rekensom
from huisvesting.domain.prognosegrafiek import prognose_in_woorden, prognosegrafiek
from huisvesting.views import prognosewoorden
from kern import grafiekthema
from kern.bladeren import bladeren
from kern.contract import Peiling
from kern.grafieken import bevries, svg_antwoord
from kern.leeftijd import MEERDERJARIG, verjaardag
from kern.opmaak.datum import schrijf_datum
from kern.peildatum import PeildatumMixin
from toegang.models import Leeshandeling
from toegang.rules import STUREN, mag
from toegang.views import Leest, RechtMixin

EERDER = "eerder"  # who was expected before the peildatum
ZONDER = "zonder-datum"  # who was linked, without a day
GROEPEN: dict[str, tuple[str, frozenset[str]]] = {
    "gekoppeld": ("Gekoppeld of anders", frozenset({WijzeVanKomst.KOPPELING, WijzeVanKomst.OVERIG})),
    "nareizigers": ("Nareizigers", frozenset({WijzeVanKomst.NAREIZIGER})),
    "amv": ("AMV met een datum", frozenset({WijzeVanKomst.AMV})),
}


class Prognose(RechtMixin, PeildatumMixin, TemplateView):
    """Table, chart, what is missing, and the arithmetic of the half-year that the address asks for."""

    recht = ("huisvesting", "inzien")
    leest = None
    template_name = "huisvesting/prognose.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        prognose = figures.prognose(self.peildatum)
        drempels = figures.drempels(self.peildatum)
        mag_sturen = mag(self.gebruiker, "huisvesting", STUREN)
        codes = [vooruit.halfjaar.code for vooruit in prognose.vooruit]
        gekozen = self.request.GET.get("halfjaar", codes[0])
        nummer = codes.index(gekozen) if gekozen in codes else 0
        return super().get_context_data(
            prognose=prognose,
            zin=in_een_zin(prognose),
            rijen=prognosewoorden.rijen(prognose, drempels, self.vraag),
            kop=prognosewoorden.kop(prognose, drempels),
            ontbreekt=prognosewoorden.ontbreekt(prognose, self.vraag, mag_sturen=mag_sturen),
            stappen=rekensom(prognose, nummer),
            gekozen=rules.periodenaam(codes[nummer]),
            keuzes=prognosewoorden.keuzes(codes, nummer, self.gevraagd),
            beschrijving=prognose_in_woorden(prognose),
            heeft_lijnen=prognose.heeft_lijnen,
            mag_sturen=mag_sturen,
            **kwargs,
        )


class PrognoseGrafiek(RechtMixin, PeildatumMixin):
    """The chart as a picture; its words and figures stand on the page."""

    recht = ("huisvesting", "inzien")
    leest = None
    smal = False

    def get(self, request: HttpRequest) -> HttpResponse:
        prognose = figures.prognose(self.peildatum)
        maat = {"breed": grafiekthema.SMAL, "hoog": 200} if self.smal else {"breed": 540, "hoog": 250}
        spec = bevries(prognosegrafiek(prognose, smal=self.smal, **maat))
        return svg_antwoord(
            spec, titel="Prognose van de taakstelling", beschrijving=prognose_in_woorden(prognose)
        )


class _PersonenMixin(RechtMixin, PeildatumMixin):
    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Wie wordt verwacht in een half jaar", aantal="object_list")

    @cached_property
    def tijd(self) -> tuple[date, date]:
        """The first and last day of the half-year of the address. 404 for what is none."""
        try:
            return rules.grenzen(self.kwargs["periode"])
        except ValueError as fout:
            raise Http404 from fout

    def context(self, naam: str, groep: str, context: dict[str, Any]) -> dict[str, Any]:
        """What both lists show."""
        terug = reverse("huisvesting:prognose") + self.vraag
        eigen = {"naam": naam, "groep": groep, "terug": terug}
        return context | eigen | bladeren(context["page_obj"], self.request.GET)


class PrognosePersonen(_PersonenMixin, ListView[Statushouder]):
    """Who is expected in a half-year, was before the peildatum, or was linked without a day; none counts yet."""

    template_name = "huisvesting/prognose_personen.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        code = self.kwargs["periode"]
        if code == ZONDER:
            rijen = figures.zonder_dag(self.peildatum).met_inzage(self.gebruiker, "huisvesting")
        elif code == EERDER:
            rijen = figures.gemist(self.peildatum, self.gebruiker)
        else:
            rijen = figures.verwachtingen(Peiling(self.peildatum, *self.tijd, self.gebruiker))
        _naam, komst = GROEPEN.get(self.request.GET.get("groep", ""), ("", frozenset(WijzeVanKomst.values)))
        return rijen.filter(wijze_van_komst__in=komst)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        code = self.kwargs["periode"]
        if code == ZONDER:
            context["rijen"] = [
                {"persoon": rij, "dag": None, "bron": f"Gekoppeld op {schrijf_datum(rij.coa_koppeldatum)}"}
                for rij in context["object_list"]
            ]
            return self.context("zonder verwachte datum", "Gekoppeld", context)
        context["rijen"] = [
            {"persoon": rij, "dag": rij.verwacht_op, "bron": rij.bron} for rij in context["object_list"]
        ]
        naam = "datum voorbij" if code == EERDER else rules.periodenaam(code)
        groep, _komst = GROEPEN.get(self.request.GET.get("groep", ""), ("Iedereen met een datum", None))
        return self.context(naam, groep, context)


class PrognoseAmv(_PersonenMixin, ListView[Statushouder]):
    """AMV who turn 18 in a half-year, live here, do not count yet and have no day for a home."""

    template_name = "huisvesting/prognose_personen.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        van, tot_en_met = self.tijd
        na = max(self.peildatum, van - timedelta(days=1))
        rijen = figures.amv_wordt_18(self.peildatum, na, tot_en_met)
        return rijen.met_inzage(self.gebruiker, "huisvesting").order_by("geboren_vroegst", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["rijen"] = [
            {"persoon": rij, "dag": verjaardag(rij.geboren_vroegst, MEERDERJARIG), "bron": "Wordt 18"}
            for rij in context["object_list"]
        ]
        return self.context(rules.periodenaam(self.kwargs["periode"]), "AMV die 18 worden", context)
