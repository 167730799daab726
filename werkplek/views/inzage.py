"""Who saw this dossier."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from dossiers.figures.waarom import wie_mag
from dossiers.views import DossierMixin
from kern.klok import vandaag
from kern.sleutelbladeren import SleutelbladerenMixin
from kern.volgorde import Volgorde
from toegang.models import Leeshandeling, Rol
from toegang.models.leeslog import LeesregelQuerySet
from toegang.rules import INZAGE
from toegang.views import Leest
from werkplek.figures import inzage as lezen
from werkplek.views import leeswoorden, toegangswoorden, woorden

RECENT, ALLES, BSN = "", "alles", "bsn"
PERIODES = {RECENT: "2 weken", ALLES: "Sinds het begin", BSN: "Alleen BSN"}
_SINDS = {RECENT: "in de laatste twee weken", ALLES: "sinds het begin", BSN: "met het BSN, sinds het begin"}

_LEEG = {
    RECENT: (
        "Niemand zag dit dossier",
        "In deze twee weken is het niet geopend. Kies Sinds het begin om verder terug te kijken.",
    ),
    ALLES: ("Niemand zag dit dossier", "Het is nog nooit geopend."),
    BSN: ("Niemand zag het BSN", "Het BSN van deze persoon is nog nooit getoond."),
}


class Inzage(DossierMixin, SleutelbladerenMixin, TemplateView):
    """The read log of one dossier, for who works for the municipality itself; the newest first.

    The log has the real day and time, so the two weeks are real ones, whatever the peildatum is.
    """

    recht = ("dossiers", INZAGE)
    leest = Leest(Leeshandeling.INZIEN, "Inzage")
    template_name = "werkplek/inzage.html"
    eigen_parameters = frozenset({"periode"})

    @property
    def periode(self) -> str:
        """What is asked; the last two weeks where the address says nothing that exists."""
        gevraagd = self.request.GET.get("periode", RECENT)
        return gevraagd if gevraagd in PERIODES else RECENT

    @cached_property
    def regels(self) -> LeesregelQuerySet:
        sinds = lezen.TWEE_WEKEN if self.periode == RECENT else None
        sleutels = lezen.sleutels_van(self.statushouder)
        return lezen.inzage(sleutels, sinds=sinds, alleen_bsn=self.periode == BSN)

    def volgordes(self) -> dict[str, Volgorde]:
        return {"wanneer": lezen.NIEUWSTE_EERST}

    def alle_rijen(self) -> LeesregelQuerySet:
        return self.regels

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        regels = self.blad.rijen
        namen, doelen = lezen.namen_bij(regels), lezen.doelen_van_verwijzing(regels)
        vragen = lezen.te_vragen()
        toegang = wie_mag(self.statushouder, vandaag())
        rijen = [
            leeswoorden.rij(
                regel, namen, doelen.get(regel.doorverwijzing, "") if regel.doorverwijzing else ""
            )
            for regel in regels
        ]
        return super().get_context_data(
            rijen=rijen,
            groepen=leeswoorden.gevouwen(rijen),
            leeg=_LEEG[self.periode],
            periodes=[
                (label, self.adres(periode=code) if code else "?", code == self.periode)
                for code, label in PERIODES.items()
            ],
            lead=_lead(lezen.samengevat(self.regels), self.periode),
            toegang=toegangswoorden.lijnen(toegang, self.gebruiker),
            waarom=woorden.waarom(toegangswoorden.van_mij(toegang, self.gebruiker)),
            mensen=toegangswoorden.mensen_met_naam(toegang),
            privacy=vragen[Rol.PRIVACY],
            coordinatoren=vragen[Rol.COORDINATOR],
            **kwargs,
        )


class InzageAfdrukken(DossierMixin, TemplateView):
    """Who saw this dossier by organisation, on paper: for a resident who asks it. Without names of employees."""

    recht = ("dossiers", INZAGE)
    leest = Leest(Leeshandeling.AFDRUKKEN, "Inzage per organisatie")
    template_name = "werkplek/inzage_afdrukken.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rijen = lezen.per_organisatie(lezen.sleutels_van(self.statushouder))
        return super().get_context_data(
            rijen=[leeswoorden.organisatie(rij) for rij in rijen],
            terug=reverse("werkplek:inzage", args=[self.statushouder.sleutel]),
            **kwargs,
        )


def _lead(samen: lezen.Samenvatting, periode: str) -> str:
    mensen = "1 persoon zag" if samen.mensen == 1 else f"{samen.mensen or 'Geen'} mensen zagen"
    keer = f", samen {samen.keer} keer" if samen.keer > 1 else ""
    return f"{mensen} dit dossier {_SINDS[periode]}{keer}."
