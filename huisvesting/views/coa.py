"""Our count beside COA's: the card on the page of the quota, and the persons that make the difference."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.urls import reverse
from django.views.generic import ListView

from huisvesting import figures, rules
from huisvesting.figures.coa import Coaverschil, Vergelijking
from huisvesting.rules.coa import soort_reden
from kern.bladeren import bladeren
from kern.contract import Gebruiker
from kern.peildatum import PeildatumMixin
from toegang.models import Leeshandeling
from toegang.rules import WIJZIGEN, mag
from toegang.views import Leest, RechtMixin


def coakaart(standen: list[figures.Stand], peildatum: date, gebruiker: Gebruiker) -> dict[str, Any]:
    """What `huisvesting/deel-coa.html` shows, as `coa`: the running period, or the last one on COA's list.

    Numbers and kinds of reasons only: who it is stands on the page of its own, which is in the read log.
    """
    vergelijking = Vergelijking(peildatum, gebruiker)
    rijen = coarijen(vergelijking, standen)
    lopend = [rij for rij in rijen if rij["stand"].begonnen]
    rij = lopend[-1] if lopend else None
    verschillen = vergelijking.in_periode(rij["stand"].periode.code) if rij else []
    return {
        "heeft_lijst": vergelijking.heeft_lijst,
        "rij": rij,
        "soorten": _soorten(verschillen),
        "mag_inlezen": mag(gebruiker, "huisvesting", WIJZIGEN),
    }


def coarijen(vergelijking: Vergelijking, standen: list[figures.Stand]) -> list[dict[str, Any]]:
    """By period that COA's list is about: both counts, the difference, and who of ours has no name."""
    rijen = []
    for stand in standen:
        telling = vergelijking.telling_coa(stand.periode.code)
        if telling is not None:
            rijen.append(
                {
                    "stand": stand,
                    "naam": rules.periodenaam(stand.periode.code),
                    "wij": stand.gerealiseerd,
                    "coa": telling,
                    "verschil": stand.gerealiseerd - telling,
                    "zonder_naam": _zonder_naam(stand),
                }
            )
    return rijen


def _zonder_naam(stand: figures.Stand) -> int | None:
    """Who of our count has no name; None before the day of the opening position, when nobody knows."""
    if hasattr(stand.periode, "beginstand") and not stand.beginstand_geldt:
        return None
    return stand.gerealiseerd - stand.gerealiseerd_benoemd


def _soorten(verschillen: list[Coaverschil]) -> list[tuple[str, int]]:
    """Kinds of reasons with the number of persons, the most first."""
    return Counter(soort_reden(rij.reden) for rij in verschillen).most_common()


class WijEnCoa(RechtMixin, PeildatumMixin, ListView[Any]):
    """Both counts by period, and each person that makes the difference with the reason."""

    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Verschil met COA", aantal="object_list")
    template_name = "huisvesting/coa.html"
    paginate_by = 50
    vergelijking: Vergelijking

    def get_queryset(self) -> Any:
        self.vergelijking = Vergelijking(self.peildatum, self.gebruiker)
        return self.vergelijking.verschillen

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standen = figures.grootboek(self.peildatum)
        context = super().get_context_data(
            heeft_lijst=self.vergelijking.heeft_lijst,
            rijen=coarijen(self.vergelijking, standen),
            uitvoer=reverse("uitwisseling:export", args=["verschil_coa", "xlsx"]),
            mag_inlezen=mag(self.gebruiker, "huisvesting", WIJZIGEN),
            **kwargs,
        )
        return context | bladeren(context["page_obj"], self.request.GET)
