"""The search of the top bar. What is typed comes in the body of a POST and never stands in an address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import TemplateView

from dossiers.figures import gezinsgroottes
from dossiers.figures.zoeken import Resultaat, zoek, zoekbronnen
from dossiers.forms import ZoekForm
from dossiers.models import Statushouder
from dossiers.rules.inzage import mag_veld
from dossiers.rules.zoekvraag import GELIJK, KLANK, NUMMER, SCHRIFT, SPELLING
from dossiers.views import woorden
from kern.klok import vandaag
from toegang.actions import Lezing
from toegang.models import Leeshandeling
from toegang.rules import BSN, INZIEN, WIJZIGEN, mag, van_gemeente
from toegang.views import GETOOND, Leest, RechtMixin

MEESTE = 50
WAAROM = {
    GELIJK: "zelfde {door}",
    SPELLING: "andere spelling",
    KLANK: "klinkt hetzelfde",
    SCHRIFT: "ander schrift",
    NUMMER: "zelfde {door}",
}


class Zoeken(RechtMixin, TemplateView):
    """Who was found, the best first, and why. One hit by a number opens the dossier at once."""

    recht = ("dossiers", INZIEN)
    leest = Leest(Leeshandeling.ZOEKEN, "Zoeken")
    gevonden: list[Resultaat] | None = None
    template_name = "dossiers/zoeken.html"

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Search; without anything typed the page asks for it."""
        form = ZoekForm(request.POST)
        tekst = form.cleaned_data["q"] if form.is_valid() else ""
        gevonden = self.gevonden = self._zoek(tekst)
        if len(gevonden) == 1 and gevonden[0].waarom == NUMMER:
            return redirect(gevonden[0].persoon)
        return self.render_to_response(self.get_context_data(tekst=tekst, gevonden=gevonden))

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        """How many were found, also where one hit leads straight to the dossier; never what was typed.

        The empty page shows nobody.
        """
        if self.gevonden is None:
            return super().lezing(antwoord) if antwoord.status_code != GETOOND else None
        return Lezing(handeling=self.leest.handeling, wat=self.leest.wat, aantal=len(self.gevonden))

    def _zoek(self, tekst: str) -> list[Resultaat]:
        zichtbaar = Statushouder.objects.zichtbaar_voor(self.gebruiker)
        return zoek(
            tekst,
            rijen=zichtbaar.met_stand(vandaag()).met_gezin(vandaag()),
            limiet=MEESTE,
            bronnen=zoekbronnen(self.gebruiker),
            op_bsn=mag(self.gebruiker, "dossiers", BSN),
            op_vnummer=mag_veld(self.gebruiker, "vnummer"),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gevonden: list[Resultaat] = kwargs.pop("gevonden", [])
        tekst = kwargs.pop("tekst", "")
        return super().get_context_data(
            zoektekst=tekst,
            rijen=self._rijen(gevonden),
            vol=len(gevonden) == MEESTE,
            op_bsn=mag(self.gebruiker, "dossiers", BSN),
            op_vnummer=mag_veld(self.gebruiker, "vnummer"),
            mag_registreren=mag(self.gebruiker, "dossiers", WIJZIGEN),
            alleen_verwezen=not van_gemeente(self.gebruiker),
            **kwargs,
        )

    def _rijen(self, gevonden: list[Resultaat]) -> list[dict[str, Any]]:
        gezinnen = {pk for resultaat in gevonden if (pk := resultaat.persoon.gezin_pk)}  # type: ignore[attr-defined]
        groottes = gezinsgroottes(gezinnen, vandaag()) if gezinnen else {}
        return [self._rij(resultaat, groottes) for resultaat in gevonden]

    @staticmethod
    def _rij(resultaat: Resultaat, groottes: dict[int, int]) -> dict[str, Any]:
        persoon: Any = resultaat.persoon
        return {
            "persoon": persoon,
            "geboren": str(persoon.geboren_vroegst.year) if persoon.geboren_vroegst else woorden.ONBEKEND,
            "gezin": woorden.gezin(persoon.gezin_naam, groottes.get(persoon.gezin_pk, 0)),
            "stand": woorden.stand(persoon.stand),
            "waarom": WAAROM[resultaat.waarom].format(door=resultaat.door),
        }
