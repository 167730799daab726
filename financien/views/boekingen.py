"""Entries: those without a line as one list, those of a line, and one with all that is known of it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import ListView, TemplateView

from financien import figures
from financien.domain import woorden
from financien.figures import NUL
from financien.figures.voorstel import HOOGSTENS, Los, Zekerheid, losse_met_voorstel
from financien.models import Activiteit, Boeking, Inkomstenpost, Merk, Toedeling
from financien.views.aansluiting import RegelMixin, StandMixin
from financien.views.losse import WOORD, losrij
from kern.bladeren import bladeren
from kern.peildatum import PeildatumMixin
from toegang.rules import WIJZIGEN, mag
from toegang.views import RechtMixin

LANG = 30  # days
LAATSTE = 5


def regelkeuzes() -> list[tuple[str, str]]:
    """The lines of the budget by code: activities first, then income by year."""
    activiteiten = list(Activiteit.objects.values_list("code", "omschrijving"))
    posten = Inkomstenpost.objects.values_list("code", "jaar", "omschrijving")
    return [*activiteiten, *((code, f"{jaar}: {naam}") for code, jaar, naam in posten)]


class ZonderRegel(StandMixin, TemplateView):
    """Loose entries, the oldest first, each with its suggestion; many can be put on their line at once."""

    template_name = "financien/zonder_regel.html"

    @cached_property
    def losse(self) -> list[Los]:
        return losse_met_voorstel(self.peildatum)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        keuzes = regelkeuzes()
        namen = dict(keuzes)
        welke = self.request.GET.get("welke", "")
        gekozen = [rij for rij in self.losse if _hoort(rij, welke)]
        grootboek = self.stand.grootboek
        return super().get_context_data(
            rijen=[losrij(rij, namen) for rij in gekozen],
            samen=sum((rij.bedrag for rij in gekozen), NUL),
            filters=_filters(self.losse, welke),
            hier=lijstvraag(welke, self.gevraagd),
            oudste=(self.peildatum - grootboek.oudste_los).days if grootboek.oudste_los else None,
            niet_alles=grootboek.aantal_los > HOOGSTENS,
            hoogstens=HOOGSTENS,
            regels=keuzes,
            mag_koppelen=mag(self.gebruiker, "financien", WIJZIGEN),
            laatste=_laatste(),
            nakijken=Merk.objects.openstaand().count(),
            **kwargs,
        )


def lijstvraag(welke: str, dag: date | None) -> str:
    """What the address of the list carries on: which entries, and the day that was asked for."""
    delen = {"welke": welke} if welke in {*Zekerheid, "lang"} else {}
    if dag:
        delen["peildatum"] = dag.isoformat()
    return f"?{urlencode(delen)}" if delen else ""


def _hoort(rij: Los, welke: str) -> bool:
    if welke == "lang":
        return rij.dagen_open > LANG
    return welke in {"", rij.zekerheid} or welke not in set(Zekerheid)


def _filters(losse: list[Los], welke: str) -> list[dict[str, Any]]:
    """The chips: what can be chosen, how many of each, and which is."""
    telling = Counter(rij.zekerheid for rij in losse)
    lang = sum(rij.dagen_open > LANG for rij in losse)
    keuzes = [
        ("", "Alle", len(losse)),
        *((soort.value, WOORD[soort][1], telling[soort]) for soort in Zekerheid),
        ("lang", f"Langer dan {LANG} dagen", lang),
    ]
    hier = welke if welke in {code for code, *_ in keuzes} else ""
    return [
        {"code": code, "tekst": f"{naam} {aantal}", "hier": code == hier} for code, naam, aantal in keuzes
    ]


def _laatste() -> QuerySet[Toedeling]:
    """What was put on a line by people last, to take back."""
    rijen = Toedeling.objects.geldig().filter(door__isnull=False, wijze__in=["hand", "voorstel"])
    return rijen.select_related("boeking", "activiteit", "inkomstenpost", "door").order_by("-pk")[:LAATSTE]


class Nakijken(RechtMixin, ListView[Merk]):
    """Marks without a decision, the oldest entry first."""

    recht = ("financien", "inzien")
    leest = None
    template_name = "financien/nakijken.html"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Merk]:
        rijen = Merk.objects.openstaand().select_related("boeking", "lijkt_op")
        return rijen.order_by("boeking__boekdatum", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(mag_koppelen=mag(self.gebruiker, "financien", WIJZIGEN), **kwargs)
        return context | bladeren(context["page_obj"], self.request.GET)


class Regelboekingen(RegelMixin, ListView[Toedeling]):
    """The entries behind what is booked on a line; together they are that amount."""

    template_name = "financien/regelboekingen.html"
    paginate_by = 50

    def get_queryset(self) -> QuerySet[Toedeling]:
        rijen = Toedeling.objects.geldig().op_regel(self.regel.code)
        rijen = rijen.filter(boeking__boekdatum__lte=self.peildatum).select_related("boeking", "door")
        return rijen.order_by("boeking__boekdatum", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(regel=self.regel, **kwargs)
        teken = -1 if self.regel.regelsoort == figures.INKOMST else 1
        context["rijen"] = [(rij, teken * rij.bedrag) for rij in context["object_list"]]
        return context | bladeren(context["page_obj"], self.request.GET)


class Boekingpagina(RechtMixin, PeildatumMixin, TemplateView):
    """One entry: as it stands in the ledger, where it is booked and was booked, and what to look at."""

    recht = ("financien", "inzien")
    leest = None
    template_name = "financien/boeking.html"

    @cached_property
    def boeking(self) -> Boeking:
        return get_object_or_404(Boeking, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        koppelingen = Toedeling.objects.filter(boeking=self.boeking).order_by("-pk")
        rijen = list(
            koppelingen.select_related("activiteit", "inkomstenpost", "verplichting", "door", "ongedaan_door")
        )
        geldig = [rij for rij in rijen if rij.ongedaan_op is None]
        return super().get_context_data(
            boeking=self.boeking,
            geldig=geldig,
            eerder=[rij for rij in rijen if rij.ongedaan_op is not None],
            som=sum((rij.bedrag for rij in geldig), Decimal(0)),
            mee=self._mee(geldig),
            merken=self.boeking.merken.select_related("lijkt_op", "besloten_door"),
            mag_koppelen=mag(self.gebruiker, "financien", WIJZIGEN),
            terug=reverse("financien:boekingen"),
            **kwargs,
        )

    def _mee(self, geldig: list[Toedeling]) -> list[dict[str, Any]]:
        """The amounts that this entry is part of, from its line up to the ledger; nothing before its date counts."""
        if not geldig or self.boeking.boekdatum > self.peildatum:
            return []
        stand = figures.bereken(self.peildatum)
        regels = [regel for rij in geldig if (regel := stand.regel(rij.regelcode)) is not None]
        omhoog = [
            {
                "naam": regel.omschrijving,
                "bedrag": regel.geboekt,
                "code": regel.code,
                "aantal": regel.boekingen,
            }
            for regel in regels
        ]
        soorten = {regel.regelsoort for regel in regels}
        if figures.INKOMST in soorten:
            omhoog.append(self._som("Alles wat is ontvangen", figures.ontvangen(stand), "ontvangen"))
        if figures.ACTIVITEIT in soorten:
            omhoog.append(self._som("Alles wat is besteed", figures.besteed(stand), "besteed"))
        alles = stand.grootboek.aangesloten
        omhoog.append(self._som("Alles in het grootboek met een regel", alles, "gekoppeld"))
        return omhoog

    def _som(self, naam: str, bedrag: Decimal, opent: str) -> dict[str, Any]:
        """A sum over lines, with the address of its rows."""
        return {"naam": naam, "bedrag": bedrag, "code": "", "adres": woorden.adres(opent, dag=self.gevraagd)}
