"""The first month: all lists that run, and the page of one, made for a telephone."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import ListView, TemplateView

from begeleiding import figures
from begeleiding.domain import woorden
from begeleiding.forms import GedaanForm
from begeleiding.models import EersteMaand
from dossiers.figures import gezinsleden, verwijzingen
from dossiers.models import Doorverwijzing, Statushouder
from dossiers.views import LeestDossier
from kern.bladeren import bladeren
from kern.forms import terugweg
from kern.klok import vandaag
from kern.leeftijd import leeftijd_in_woorden
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from kern.schrijfwijze import opsomming
from toegang.models import Leeshandeling
from toegang.rules import INZIEN, STUREN, WIJZIGEN, mag, van_gemeente
from toegang.views import Leest, RechtMixin

VANAF = "vanaf"


class Lijsten(RechtMixin, ListView[EersteMaand]):
    """Lists with a step to do, the latest first; with `?toon=alle` those that are done too."""

    recht = ("begeleiding", INZIEN)
    leest = Leest(Leeshandeling.LIJST, "Eerste maand van gezinnen", aantal="object_list")
    template_name = "begeleiding/lijsten.html"
    paginate_by = 50

    @property
    def alle(self) -> bool:
        return self.request.GET.get("toon") == "alle"

    def get_queryset(self) -> Any:
        rijen = figures.lijsten(self.gebruiker)
        if self.alle:
            alle = rijen.begonnen_op(vandaag()).met_vertrek()
            return alle.order_by("-uiterlijk_op", "-pk").met_aantallen(vandaag())
        return rijen.open_op(vandaag()).met_aantallen(vandaag())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dag = vandaag()
        context = super().get_context_data(
            alle=self.alle,
            stand=figures.tel_open(self.gebruiker, dag, woorden.deze_week(dag)),
            mag_sturen=mag(self.gebruiker, "begeleiding", STUREN),
            **kwargs,
        )
        for rij in context["object_list"]:
            rij.badge = woorden.badge(rij, rij.nodig - rij.gedaan, dag)
        return context | bladeren(context["page_obj"], self.request.GET)


class EersteMaandPagina(LeestDossier, TemplateView):
    """The steps of one family: what is to do now, and what is done by whom."""

    recht = ("begeleiding", INZIEN)
    leest = Leest(Leeshandeling.INZIEN, "Eerste maand")
    template_name = "begeleiding/eerste_maand.html"

    @cached_property
    def lijst(self) -> EersteMaand:
        """The list of the address, through `zichtbaar_voor`, else 404."""
        rij: EersteMaand = get_object_or_404(
            figures.lijsten(self.gebruiker).met_vertrek(), pk=self.kwargs["pk"]
        )
        return rij

    @property
    def statushouder(self) -> Statushouder:
        """The head of the family, in whose dossier it is."""
        persoon: Statushouder = self.lijst.statushouder
        return persoon

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dag, lijst = vandaag(), self.lijst
        rijen = figures.stappen(self.gebruiker).filter(eerste_maand=lijst).van_toepassing()
        stappen = woorden.stapbeelden(lijst, list(rijen.order_by("stap__volgorde", "pk")), dag)
        open_ = [stap for stap in stappen if not stap.klaar]
        mag_wijzigen = mag(self.gebruiker, "begeleiding", WIJZIGEN) and lijst.begint_op is not None
        return super().get_context_data(
            lijst=lijst,
            vanaf_lijst=terugweg(self.request),
            vanaf_vraag=vanaf_vraag(terugweg(self.request)),
            statushouder=self.statushouder,
            badge=woorden.badge(lijst, len(open_), dag),
            lead=woorden.lead(stappen),
            gedaan=sum(stap.klaar and not stap.nvt for stap in stappen),
            totaal=sum(not stap.nvt for stap in stappen),  # as the list of families counts
            uiterlijk=woorden.kort(lijst.uiterlijk_op, dag) if lijst.uiterlijk_op else "",
            vanaf=woorden.kort(lijst.begint_op, dag) if lijst.begint_op else "",
            samenvatting=woorden.samenvatting(stappen),
            blokjes=woorden.blokjes(stappen),
            nu=[
                (stap, GedaanForm(instance=stap.rij, vandaag=dag, auto_id=f"stap{stap.nummer}_%s"))
                for stap in open_
            ],
            klaar=[stap for stap in stappen if stap.klaar],
            te_laat=any(stap.te_laat for stap in open_),
            mag_wijzigen=mag_wijzigen,
            knop=f"Vink af op {woorden.kort(dag, dag)}",
            gezin=self._gezin(),
            telefoon=self.statushouder.telefoon,
            waarom=self._waarom(),
            vragen=self._vragen(),
            **kwargs,
        )

    def _gezin(self) -> list[tuple[str, str]]:
        """Who they are, what they speak, and who guides them."""
        dag = vandaag()
        leden = [
            lid.statushouder
            for lid in gezinsleden(self.statushouder, gebruiker=self.gebruiker, peildatum=dag)
        ] or [self.statushouder]
        trajecten = figures.trajecten(self.gebruiker).lopend_op(dag).filter(statushouder__in=leden)
        wie = dict.fromkeys(traject.wie or str(traject.organisatie) for traject in trajecten)
        taal = self.statushouder.get_tolktaal_display() if self.statushouder.tolktaal else ""
        rijen = [
            ("Wie", opsomming([_met_leeftijd(lid, dag) for lid in leden])),
            ("Taal", f"{taal}, tolk nodig" if taal else "Geen tolk nodig"),
            ("Telefoon", self.statushouder.telefoon),
            ("Begeleiding", opsomming(list(wie))),
        ]
        return [(naam, waarde) for naam, waarde in rijen if waarde]

    @cached_property
    def _verwijzing(self) -> Doorverwijzing | None:
        """For a partner: the referral for which this is open the longest; None for the municipality."""
        if van_gemeente(self.gebruiker):
            return None
        geldig = verwijzingen(self.statushouder, self.gebruiker, vandaag()).geldig_op(vandaag())
        return geldig.order_by("-tot_en_met").first()

    def _waarom(self) -> str:
        """For a partner: why this is open, and until when."""
        rij = self._verwijzing
        if rij is None:
            return ""
        return (
            f"De gemeente heeft dit gezin naar {rij.organisatie} verwezen. "
            f"U ziet het uiterlijk tot en met {schrijf_datum(rij.tot_en_met)}."
        )

    def _vragen(self) -> list[tuple[str, str]]:
        """What a partner can ask of the municipality about this family: word and address of each."""
        rij = self._verwijzing
        if rij is None:
            return []
        return [
            (actie.label, reverse(actie.url, args=[rij.pk]))
            for domein in register
            for actie in domein.verwijsacties
            if actie.vraagt and mag(self.gebruiker, domein.code, actie.recht)
        ]


def _met_leeftijd(lid: Statushouder, dag: Any) -> str:
    naam = lid.voornamen or lid.naam
    return f"{naam} ({leeftijd_in_woorden(lid.geboren, dag)})"


def vanaf_vraag(weg: str) -> str:
    """For the address of an act on a step: the list of work that the user came from; empty for none."""
    return f"?{urlencode({VANAF: weg})}" if weg else ""


def adres(lijst_pk: int) -> str:
    """The page of one list."""
    return reverse("begeleiding:eerste-maand", args=[lijst_pk])
