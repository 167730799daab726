"""Pages of financien: the reconciliation, and what is behind each of its numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.views.generic import ListView, TemplateView

from dossiers.models import Statushouder
from financien import figures
from financien.domain import woorden
from financien.domain.grafiek import HOOG_PER_REGEL, grafiek, in_woorden
from financien.domain.werkblad import XLSX, aansluiting_xlsx
from financien.figures import Aansluiting, Afwijking, Personen, Regelstand
from financien.figures.voorstel import losse_met_voorstel
from financien.rules import BRONVERSCHILLEN
from financien.views.losse import losrij
from kern import grafiekthema
from kern.bladeren import bladeren
from kern.contract import Gebruiker, Peiling
from kern.grafieken import bevries, svg_antwoord
from kern.models import Bronverschil, Plan
from kern.peildatum import PeildatumMixin
from kern.register import register
from toegang.models import Leeshandeling
from toegang.rules import WIJZIGEN, mag
from toegang.views import Leest, RechtMixin

# Width of the plot, and of the names left of it, so that the page keeps room for the picture.
GRAFIEK_BREED, NAMEN_BREED = 600, 188
# How many loose entries stand below the reconciliation; the list of its own has them all.
LOS_GETOOND = 10


class StandMixin(RechtMixin, PeildatumMixin):
    """A page on the budget, with the reconciliation at the peildatum as `stand`."""

    recht = ("financien", "inzien")
    leest: ClassVar[Leest | None] = None

    @cached_property
    def stand(self) -> Aansluiting:
        return figures.bereken(self.peildatum)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(stand=self.stand, **kwargs)


class AansluitingPagina(StandMixin, TemplateView):
    """The budget by line and year, what is not allocated, and persons beside persons."""

    template_name = "financien/aansluiting.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stand = self.stand
        afwijkingen = figures.afwijkingen(stand)
        losse = self._losse()
        return super().get_context_data(
            ingelezen_op=figures.laatst_ingelezen(),
            losse=losse,
            zekere=sum(rij["zeker"] for rij in losse),
            te_verklaren=sum(rij.nodig for rij in afwijkingen),
            drempel=afwijkingen[0].drempel if afwijkingen else figures.NUL,
            prognose=stand.prognose,
            jaren=[_jaar(stand, jaar, self.gevraagd) for jaar in stand.jaren],
            jaren_tekst=woorden.jaren_in_woorden(stand.jaren) if stand.jaren else "",
            activiteiten=[_rij(regel, stand) for regel in stand.activiteiten],
            ontvangen=_samen(stand.posten()),
            besteed=_samen(stand.activiteiten),
            opent=_opent(stand, self.gevraagd),
            mag_koppelen=mag(self.gebruiker, "financien", WIJZIGEN),
            personen=[_personen(rij, self.gebruiker) for rij in stand.personen],
            beschrijving=in_woorden(stand.activiteiten),
            grafiek_breed=GRAFIEK_BREED + NAMEN_BREED,
            grafiek_hoog=HOOG_PER_REGEL * len(stand.activiteiten) + 10,
            opmerkingen=Bronverschil.objects.filter(code__in=BRONVERSCHILLEN),
            **kwargs,
        )

    def _losse(self) -> list[dict[str, Any]]:
        """The oldest loose entries with what they probably belong to; no question when all have a line."""
        if not self.stand.grootboek.aantal_los:
            return []
        namen = {regel.code: regel.omschrijving for regel in self.stand.regels}
        return [losrij(rij, namen) for rij in losse_met_voorstel(self.peildatum, hoogstens=LOS_GETOOND)]


class ActiviteitenGrafiek(StandMixin):
    """The chart as a picture; its words and figures stand on the page."""

    smal = False

    def get(self, request: HttpRequest) -> HttpResponse:
        activiteiten = self.stand.activiteiten
        breed = grafiekthema.SMAL + 60 if self.smal else GRAFIEK_BREED
        spec = bevries(grafiek(activiteiten, breed=breed, smal=self.smal))
        return svg_antwoord(spec, titel="Budget per activiteit", beschrijving=in_woorden(activiteiten))


class AansluitingBestand(StandMixin):
    """The reconciliation as a spreadsheet in which the sums are formulas."""

    def get(self, request: HttpRequest, vorm: str) -> HttpResponse:
        if vorm != "xlsx" or not self.stand.jaren:
            raise Http404
        afwijkingen = figures.afwijkingen(self.stand)
        antwoord = HttpResponse(aansluiting_xlsx(self.stand, afwijkingen), content_type=XLSX)
        naam = f"aansluiting-{self.peildatum.isoformat()}.xlsx"
        antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
        return antwoord


class RegelMixin(StandMixin):
    """One line of the budget; what does not exist is 404."""

    @cached_property
    def regel(self) -> Regelstand:
        regel = self.stand.regel(self.kwargs["code"])
        if regel is None:
            raise Http404
        return regel

    @cached_property
    def personen(self) -> Personen | None:
        return next((rij for rij in self.stand.personen if rij.regel == self.regel), None)


class RegelPagina(RegelMixin, TemplateView):
    """How the amount of a line comes about, where it comes from, and which accounts belong to it."""

    template_name = "financien/regel.html"

    @cached_property
    def afwijking(self) -> Afwijking | None:
        """How much it is off, where that is known."""
        rijen = figures.afwijkingen(self.stand)
        return next((rij for rij in rijen if rij.regel == self.regel), None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        regel, personen = self.regel, self.personen
        rekeningen = list(figures.rekeningen(regel.code))
        return super().get_context_data(
            regel=_rij(regel, self.stand),
            jaren_tekst=woorden.jaren_in_woorden(self.stand.jaren),
            rekensom=woorden.rekensom(regel, self.stand, self.gevraagd),
            personen=_personen(personen, self.gebruiker) if personen else None,
            personensom=woorden.personensom(personen) if personen else [],
            prognosesom=woorden.prognosesom(regel, self.gevraagd),
            afwijking=self.afwijking,
            mag_verklaren=mag(self.gebruiker, "financien", WIJZIGEN),
            tegenpost=self.stand.regel(regel.tegenpost),
            rekeningen=rekeningen,
            van_het_plan=any(rij.door_id is None for rij in rekeningen),
            plan=Plan.objects.first(),
            **kwargs,
        )


class PersonenPagina(RegelMixin, ListView[Statushouder]):
    """The persons counted for a line, for who may see both the figure and the persons."""

    leest = Leest(Leeshandeling.LIJST, "Personen achter een bedrag", aantal="object_list")
    template_name = "financien/personen.html"
    paginate_by = 50

    def get_queryset(self) -> Any:
        rij = self.personen
        if rij is None or not _mag_personen(rij, self.gebruiker):
            raise Http404
        [cijfer] = [c for c in register.kerncijfers() if rij.grondslag and c.code == rij.grondslag.kerncijfer]
        peiling = Peiling(self.peildatum, rij.van, rij.tot_en_met, self.gebruiker)
        nummers = cijfer.rijen(peiling).order_by().values(str(cijfer.dossier_via))
        return Statushouder.objects.zichtbaar_voor(self.gebruiker).filter(nummer__in=nummers)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(regel=self.regel, personen=self.personen, **kwargs)
        return context | bladeren(context["page_obj"], self.request.GET)


def _rij(regel: Regelstand, stand: Aansluiting) -> dict[str, Any]:
    return {
        "regel": regel,
        "bij": woorden.bij(regel, stand),
        "soort": woorden.soortnaam(regel),
        "stand": woorden.stand(regel),
    }


def _samen(regels: list[Regelstand]) -> dict[str, Decimal]:
    """What stands below a table."""
    return {naam: figures.som(regels, naam) for naam in ("geboekt", "verplicht", "vrij", "verschil")}


def _geboekt(regels: list[Regelstand]) -> bool:
    """Is anything booked on these? Also where it nets to zero."""
    return any(regel.boekingen for regel in regels)


def _opent(stand: Aansluiting, dag: date | None) -> dict[str, str]:
    """The address of what is behind each total, by the name of its page; empty where there is nothing to see."""
    is_er = {
        "ontvangen": _geboekt(stand.posten()),
        "besteed": _geboekt(stand.activiteiten),
        "verplichtingen": any(regel.verplicht for regel in stand.activiteiten),
        "gekoppeld": _geboekt(stand.regels),
        "boekingen": bool(stand.grootboek.aantal_los),
    }
    return {naam: woorden.adres(naam, dag=dag) if ja else "" for naam, ja in is_er.items()}


def _jaar(stand: Aansluiting, jaar: int, dag: date | None) -> dict[str, Any]:
    posten = [_rij(regel, stand) for regel in stand.posten(jaar)]
    is_open = any(woorden.is_open(rij["regel"]) for rij in posten)
    samen = _samen(stand.posten(jaar))
    return {
        "jaar": jaar,
        "posten": posten,
        "totaal": stand.inkomsten_per_jaar[jaar],
        "ontvangen": samen["geboekt"],
        "opent": woorden.adres("ontvangen", dag=dag, jaar=jaar) if _geboekt(stand.posten(jaar)) else "",
        "nog": samen["verschil"],
        "is_open": is_open,
    }


def _personen(rij: Personen, gebruiker: Gebruiker) -> dict[str, Any]:
    return {"rij": rij, "wie": woorden.wie(rij), "mag_openen": _mag_personen(rij, gebruiker)}


def _mag_personen(rij: Personen, gebruiker: Gebruiker) -> bool:
    """May this user open the persons: both the domain that counts them, and dossiers?"""
    if rij.geteld is None or rij.grondslag is None:
        return False
    cijfer = register.kerncijfer(rij.grondslag.kerncijfer)
    domein = rij.grondslag.kerncijfer.partition(".")[0]
    return bool(
        cijfer
        and cijfer.dossier_via
        and mag(gebruiker, domein, "inzien")
        and mag(gebruiker, "dossiers", "inzien")
    )
