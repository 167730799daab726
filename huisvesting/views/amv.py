"""The consequence of the AMV homes: who turns 18, and what that asks of homes, guidance, money and the quota."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from huisvesting.domain.amvgrafiek import in_woorden
from huisvesting.figures import amv as amvcijfers
from huisvesting.figures.amv import Bewoner
from huisvesting.figures.sturing import Stuurgetallen
from huisvesting.forms.amv import AmvForm
from huisvesting.rules import amv
from huisvesting.rules.amv import Gevolgen, Invoer, Stap
from huisvesting.views import amvsommen, amvwoorden
from kern.contract import Peiling
from kern.peildatum import PeildatumMixin
from toegang.models import Leeshandeling
from toegang.rules import STUREN, mag
from toegang.views import Leest, RechtMixin
from uitwisseling.weergave.tabellen import MEDIATYPE

_IN_KAART = 10  # residents beside the chart; the rest is on their own page


class AmvMixin(RechtMixin, PeildatumMixin):
    """What the numbers in the address, or else the set ones, make of the residents at the peildatum."""

    recht = ("huisvesting", "inzien")

    @cached_property
    def getallen(self) -> Stuurgetallen:
        return amvcijfers.amv_getallen()

    @cached_property
    def woningen(self) -> list[int]:
        return amvcijfers.woningen_per_halfjaar(self.peildatum)

    @cached_property
    def getallenform(self) -> AmvForm:
        vast = amvcijfers.vaste_invoer(self.getallen, self.peildatum)
        return AmvForm(self.request.GET, vast=vast, woningen=self.woningen[0])

    @cached_property
    def invoer(self) -> Invoer | None:
        return self.getallenform.invoer()

    @cached_property
    def bewoners(self) -> list[Bewoner]:
        """Everybody who lives in an AMV home."""
        rijen = amvcijfers.op_leeftijd(amvcijfers.bewoning(Peiling.op(self.peildatum)))
        zoeken = amvcijfers.maanden_zoeken(self.getallen, self.peildatum)
        return amvcijfers.bewoners(rijen, self.peildatum, zoeken)

    @cached_property
    def gevolgen(self) -> Gevolgen | None:
        if self.invoer is None:
            return None
        jongeren = [bewoner.jongere for bewoner in self.bewoners]
        return amv.gevolgen(self.invoer, jongeren, woningen=self.woningen, peildatum=self.peildatum)

    def adres(self, naam: str, *args: Any, **anders: str) -> str:
        """The address of a page with the same day and the same numbers."""
        vraag = {"peildatum": self.gevraagd.isoformat()} if self.gevraagd else {}
        if self.getallenform.getypt:
            vraag |= {veld.name: str(veld.value() or "") for veld in self.getallenform}
        vraag |= anders
        return reverse(naam, args=args) + (f"?{urlencode(vraag)}" if vraag else "")


class AmvGevolgen(AmvMixin, TemplateView):
    """The page: inputs, figures, chart, residents, table, and the arithmetic of one half-year in words."""

    leest = Leest(Leeshandeling.LIJST, "Gevolgen van de AMV-woningen", aantal="zichtbaar")
    template_name = "huisvesting/amv.html"

    @cached_property
    def zichtbaar(self) -> list[Bewoner]:
        """The residents whom this user may see."""
        peiling = Peiling.op(self.peildatum, gebruiker=self.gebruiker)
        wie = set(amvcijfers.bewoning(peiling).order_by().values_list("statushouder_id", flat=True))
        return [bewoner for bewoner in self.bewoners if bewoner.persoon.pk in wie]

    @cached_property
    def gekozen(self) -> Stap | None:
        """The half-year that is explained: the one that was asked for, else the peak, else the first."""
        if self.gevolgen is None:
            return None
        gevraagd = self.request.GET.get("halfjaar")
        passend = [stap for stap in self.gevolgen.stappen if stap.code == gevraagd]
        return next(iter([*passend, self.gevolgen.piek or self.gevolgen.stappen[0]]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bewoners = [self._bewoner(rij) for rij in self.zichtbaar[:_IN_KAART]]
        return super().get_context_data(
            form=self.getallenform,
            aannames=amvwoorden.aannames(self.invoer) if self.invoer else "",
            zet_terug=reverse("huisvesting:amv") + self.vraag,
            zichtbaar=self.zichtbaar,
            bewoners=bewoners,
            aantal_bewoners=len(self.bewoners),
            bewoners_adres=self.adres("huisvesting:amv-bewoners"),
            zoeken=amvwoorden.zoeken_begint(amvcijfers.maanden_zoeken(self.getallen, self.peildatum)),
            mag_sturen=mag(self.gebruiker, "huisvesting", STUREN),
            **(
                self._uitkomst(self.invoer, self.gevolgen)
                if self.invoer and self.gevolgen
                else {"gevolgen": None}
            ),
            **kwargs,
        )

    def _bewoner(self, bewoner: Bewoner) -> dict[str, Any]:
        return {
            "persoon": bewoner.persoon,
            "wordt_18": amvwoorden.wordt_18(bewoner),
            "zoeken": amvwoorden.zoeken(bewoner, self.peildatum.year),
        }

    def _uitkomst(self, invoer: Invoer, gevolgen: Gevolgen) -> dict[str, Any]:
        stap = self.gekozen or gevolgen.stappen[0]
        budget = self._budget()
        # a day that is somebody's is said to who may see that person
        eerste = next((rij.wordt_18_op for rij in self.zichtbaar if rij.wordt_18_op), None)
        return {
            "gevolgen": gevolgen,
            "cijfers": amvwoorden.cijfers(
                gevolgen, invoer, eerste=eerste, bewoners=self.zichtbaar, jaar=self.peildatum.year
            ),
            "in_zicht": sum(bewoner.in_zicht for bewoner in self.bewoners),
            "piek": amvwoorden.piek(gevolgen.piek),
            "beschrijving": in_woorden(gevolgen),
            "breed_src": self.adres("huisvesting:amv-grafiek"),
            "smal_src": self.adres("huisvesting:amv-grafiek-smal"),
            "rijen": [self._rij(rij, gekozen=rij == stap) for rij in gevolgen.stappen],
            "samen": amvwoorden.somrij({naam: getattr(gevolgen, naam) for naam in amvwoorden.SOMVELDEN}),
            "voetnoten": amvwoorden.voetnoot(gevolgen, invoer, self.peildatum),
            "stap": stap,
            "stap_kop": amvwoorden.kop(stap.code),
            "sommen": amvsommen.sommen(stap, invoer, self._namen(stap)),
            "ander": self.adres("huisvesting:amv", halfjaar=_volgende(gevolgen, stap).code) + "#som",
            "budget": amvwoorden.past_het(budget, gevolgen) if budget else None,
            "twijfels": amvwoorden.twijfels(invoer, self.getallen, self.peildatum, self.zichtbaar),
            "bestanden": {vorm: self.adres("huisvesting:amv-uitvoer", vorm) for vorm in MEDIATYPE},
            "bewaren": self.adres("huisvesting:amv-bewaren"),
        }

    def _budget(self) -> amvcijfers.Budget | None:
        """The budget, for who may see it where it is kept."""
        gevonden = amvcijfers.begroting()
        if gevonden is None or not mag(self.gebruiker, gevonden[0].code, "inzien"):
            return None
        return amvcijfers.budget(*gevonden, Peiling.op(self.peildatum))

    def _rij(self, stap: Stap, *, gekozen: bool) -> dict[str, Any]:
        bewoners = self.adres("huisvesting:amv-bewoners", halfjaar=stap.code) if stap.bewoners else ""
        return amvwoorden.tabelrij({naam: getattr(stap, naam) for naam in amvwoorden.TABELVELDEN}) | {
            "wie": amvwoorden.wie(stap, self._namen(stap)),
            "gekozen": gekozen,
            "adres": self.adres("huisvesting:amv", halfjaar=stap.code) + "#som",
            "bewoners": bewoners,
        }

    def _namen(self, stap: Stap) -> list[str]:
        """The residents of this half-year whom this user may see."""
        van, tot_en_met = (
            (stap.van, stap.tot_en_met) if stap.van > self.peildatum else (None, stap.tot_en_met)
        )
        return [
            bewoner.persoon.naam
            for bewoner in self.zichtbaar
            if bewoner.wordt_18_op and (van or bewoner.wordt_18_op) <= bewoner.wordt_18_op <= tot_en_met
        ]


def _volgende(gevolgen: Gevolgen, stap: Stap) -> Stap:
    """The half-year after this one, and after the last the first."""
    return gevolgen.stappen[(gevolgen.stappen.index(stap) + 1) % len(gevolgen.stappen)]
