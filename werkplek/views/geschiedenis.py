"""What changed in a dossier, when, and by whom."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.timezone import localtime
from django.views.generic import TemplateView

from dossiers.views import DossierMixin
from kern import schrijfwijze
from kern.kalender import AMSTERDAM
from toegang.models import Leeshandeling
from toegang.rules import INZIEN, van_gemeente
from toegang.views import Leest
from werkplek.figures import geschiedenis as lezen
from werkplek.views import wijzigingen
from werkplek.views.tijdlijn import MEESTE_OVERSLAAN


class Geschiedenis(DossierMixin, TemplateView):
    """The changes of one dossier, the newest first. A partner has no business with it (G1)."""

    recht = ("dossiers", INZIEN)
    leest = Leest(Leeshandeling.INZIEN, "Geschiedenis")
    template_name = "werkplek/geschiedenis.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated and not van_gemeente(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        moment = self._moment()
        blad = lezen.geschiedenis(self.statushouder, self.gebruiker, moment)
        return super().get_context_data(
            momenten=_momenten(blad, self.statushouder.nummer),
            ouder=_adres(blad.ouder) if blad.ouder else "",
            nieuwste="?" if moment != lezen.Moment() else "",
            **kwargs,
        )

    def _moment(self) -> lezen.Moment:
        """Where the page begins; the newest changes when the address cannot be read."""
        overslaan = self.request.GET.get("na", "0")
        try:
            tot, hoeveel = datetime.fromisoformat(self.request.GET.get("tot", "")), int(overslaan)
        except ValueError:
            return lezen.Moment()
        # At either end of the calendar a moment has no other clock time, which the database asks for.
        if tot.tzinfo is None or hoeveel < 0 or not date.min.year < tot.year < date.max.year:
            return lezen.Moment()
        return lezen.Moment(tot, min(hoeveel, MEESTE_OVERSLAAN))


def _adres(moment: lezen.Moment) -> str:
    tot = moment.tot_en_met.isoformat() if moment.tot_en_met else ""
    return f"?{urlencode({'tot': tot, 'na': moment.overslaan})}"


def _momenten(blad: lezen.Geschiedenisblad, nummer: str) -> list[dict[str, Any]]:
    """The changes of one transaction together: one act of one user."""
    momenten = []
    for (op, _context), groep in groupby(
        blad.wijzigingen, key=lambda rij: (rij.op, rij.wordt.pgh_context_id)
    ):
        rijen = list(groep)
        delen = [deel for rij in rijen if (deel := wijzigingen.in_woorden(rij, blad.namen, nummer))]
        if delen:
            dag = localtime(op, AMSTERDAM)
            momenten.append(
                {
                    "wanneer": f"{schrijfwijze.dag(dag.date())}, {schrijfwijze.tijd(dag)}",
                    "wie": wijzigingen.wie(rijen[0].context, blad.gebruikers),
                    "delen": delen,
                }
            )
    return momenten
