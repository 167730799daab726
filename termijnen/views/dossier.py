"""All that is due of one person, done or not, with what was decided about it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.views.generic import TemplateView

from dossiers.views import DossierMixin
from kern.klok import vandaag
from kern.opmaak.datum import schrijf_datum
from termijnen import figures
from termijnen.figures import Gekend
from termijnen.models import VERTROKKEN, Status, Termijn
from termijnen.views.woorden import SOORTEN, STANDEN, besluitregel
from toegang.models import Leeshandeling
from toegang.rules import INZIEN, WIJZIGEN, mag
from toegang.views import Leest


class Termijnen(DossierMixin, TemplateView):
    """The terms of this person and of the family, the earliest last day first."""

    recht = ("termijnen", INZIEN)
    leest = Leest(Leeshandeling.INZIEN, "Termijnen")
    template_name = "termijnen/dossier.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dag = vandaag()
        bekend = figures.regels()
        rijen = figures.van_dossier(self.statushouder, dag, self.gebruiker)
        rijen = rijen.select_related("statushouder", "gezin")
        besluiten = figures.besluiten(rijen)
        return super().get_context_data(
            rijen=[
                self._rij(rij, bekend[rij.code]) | {"besluiten": [besluitregel(b) for b in besluiten[rij.pk]]}
                for rij in rijen
                if rij.code in bekend
            ],
            terug=self.statushouder.get_absolute_url(),
            **kwargs,
        )

    def _rij(self, rij: Termijn, gekend: Gekend) -> dict[str, Any]:
        vertrokken = rij.reden if rij.reden == VERTROKKEN else ""
        # of who left nothing is asked any more, so there is nothing to decide
        open_ = rij.status not in {Status.VOLDAAN, Status.VOLDAAN_TE_LAAT} and not vertrokken
        mag_hier = mag(self.gebruiker, gekend.domein.code, WIJZIGEN)
        soort, woord = STANDEN[Status(rij.status)]
        return {
            "label": gekend.regel.label,
            "onder": f"{rij.gezin}" if rij.gezin else "",
            "soort": SOORTEN[gekend.regel.soort],
            "bron": gekend.regel.bron,
            "uiterlijk": schrijf_datum(rij.vervalt_op),
            "uitgesteld": schrijf_datum(rij.uitgesteld_tot) if rij.uitgesteld_tot else "",
            "gedaan": schrijf_datum(rij.gedaan_op) if rij.gedaan_op else "",
            "stand": (soort, woord),
            "vertrokken": vertrokken,
            "besluit": reverse("termijnen:besluit", args=[rij.pk]) if open_ and mag_hier else "",
            "mag_terugdraaien": mag_hier,
        }
