"""Two dossiers beside each other, making them one, and taking that back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView
from django.views.generic.base import View

from dossiers.actions.samenvoegen import voeg_samen, zijn_twee_mensen
from dossiers.actions.samenvoegen_ongedaan import maak_ongedaan
from dossiers.figures.dubbelen import kandidaat_van
from dossiers.figures.samenvoegen import (
    gaat_mee,
    gelijkenis,
    opgegaan_in,
    regie_van,
    velden_naast_elkaar,
)
from dossiers.figures.samenvoeging_terug import Terugweg, terugweg
from dossiers.forms.samenvoegen import Nummerformulier, Samenvoegformulier, Terugformulier
from dossiers.models import Gezinslid, Samenvoeging, Statushouder
from dossiers.rules.samenvoegvelden import uitkomst
from dossiers.views import samenvoegwoorden as woorden
from dossiers.views.mixins import DossierMixin
from dossiers.views.woorden import stand
from kern.contract import Samenvoegbeeld
from kern.forms import BewaarMixin
from kern.klok import vandaag
from kern.register import register
from toegang.models import Leeshandeling
from toegang.rules import BSN, WIJZIGEN, mag
from toegang.views import Leest


class _NogTwee(View):
    """After the right is known: a pair that became one since the page was opened comes out at that dossier."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        pagina: Any = self  # what DossierMixin and PaarMixin give
        try:
            pagina.ander  # noqa: B018  (is it there?)
        except Http404:
            opgegaan = pagina.statushouder.samengevoegd.filter(sleutel=kwargs["ander"]).first()
            if opgegaan:
                messages.info(request, f"{opgegaan.nummer} is samengevoegd met dit dossier.")
            elif not pagina.is_opgegaan or pagina.statushouder.sleutel != kwargs["ander"]:
                raise
            return redirect(pagina.statushouder)
        return super().dispatch(request, *args, **kwargs)


class PaarMixin(DossierMixin, _NogTwee):
    """A page of two dossiers: the first in the address stays, the second goes up in it."""

    recht = ("dossiers", WIJZIGEN)

    def gelezen(self) -> list[Statushouder]:
        """Both are shown."""
        return [self.statushouder, self.ander]

    @cached_property
    def ander(self) -> Statushouder:
        """The other dossier; 404 for one that this user may not see, that was merged, or that is the same."""
        zichtbaar = Statushouder.objects.zichtbaar_voor(self.gebruiker).exclude(pk=self.statushouder.pk)
        return get_object_or_404(zichtbaar.met_stand(vandaag()), sleutel=self.kwargs["ander"])


class Samenvoegen(PaarMixin, FormView[Samenvoegformulier]):
    """Is this one person? A choice for each field, what moves, how somebody knows it, and the consequence."""

    leest = Leest(Leeshandeling.INZIEN, "Twee dossiers naast elkaar")
    form_class = Samenvoegformulier
    template_name = "dossiers/samenvoegen.html"

    @cached_property
    def gezinnen(self) -> dict[int, int]:
        """The family of today by person."""
        leden = Gezinslid.objects.lopend_op(vandaag())
        beide = leden.filter(statushouder__in=[self.statushouder, self.ander])
        return dict(beide.values_list("statushouder_id", "gezin_id"))

    @cached_property
    def beelden(self) -> list[Samenvoegbeeld]:
        """What the domains say of both."""
        return [
            domein.samenvoegbeeld(self.statushouder, self.ander, vandaag())
            for domein in register
            if domein.samenvoegbeeld
        ]

    @cached_property
    def rijen(self) -> list[woorden.Rij]:
        blijft, vervalt = self.statushouder, self.ander
        return woorden.rijen(
            blijft,
            vervalt,
            velden_naast_elkaar(kandidaat_van(blijft), kandidaat_van(vervalt), blijft, vervalt),
            regie_van(blijft, vervalt),
            self.beelden,
            met_bsn=mag(self.gebruiker, "dossiers", BSN),
        )

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "blijft": self.statushouder,
            "vervalt": self.ander,
            "keuzes": [(rij.code, rij.label, rij.standaard) for rij in self.rijen if rij.te_kiezen],
        }

    def form_valid(self, form: Samenvoegformulier) -> HttpResponse:
        try:
            samenvoeging = voeg_samen(
                self.statushouder,
                self.ander,
                versies=form.versies(),
                keuzes=form.keuzes(),
                reden=form.reden_of_woorden(),
                op=vandaag(),
                door=self.gebruiker,
            )
        except ValidationError as fout:
            form.weiger(fout)
            return self.form_invalid(form)
        messages.success(
            self.request,
            f"{samenvoeging.vervalt.nummer} is samengevoegd met dit dossier. U kunt dit ongedaan maken, zolang er "
            "niets op is gebouwd.",
        )
        return redirect(self.statushouder)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        blijft, vervalt = self.statushouder, self.ander
        context = super().get_context_data(**kwargs)
        form, gezinnen = context["form"], self.gezinnen
        lijkt = gelijkenis(
            kandidaat_van(blijft, gezinnen.get(blijft.pk)), kandidaat_van(vervalt, gezinnen.get(vervalt.pk))
        )
        return context | {
            "ander": vervalt,
            "lijkt": lijkt,
            "rijen": [(rij, form[rij.code] if rij.te_kiezen else None) for rij in self.rijen],
            "optelling": woorden.optelling(self.rijen),
            "koppen": [
                (persoon, woorden.onder_nummer(persoon, stand(persoon.stand)))  # type: ignore[attr-defined]
                for persoon in (blijft, vervalt)
            ],
            "mee": [(deel, woorden.let_op(deel, vervalt)) for deel in gaat_mee(blijft, vervalt)],
            "daarna": self._daarna(form),
            "gevolgen": [beeld.gevolg for beeld in self.beelden if beeld.gevolg],
            "waarom": woorden.waarom(lijkt, self.rijen, list(gezinnen.values())),
        }

    def _daarna(self, form: Samenvoegformulier) -> str:
        """By what is chosen so far; a number that still has to be chosen says nothing here."""
        keuzes = {code: str(form[code].value() or "blijft") for code in form.codes}
        erbij, _eraf = uitkomst(self.statushouder, self.ander, keuzes)
        return woorden.daarna(self.statushouder, erbij)


class TweeMensen(PaarMixin, View):
    """The two dossiers are of two people: the pair leaves the list of doubles."""

    leest = Leest(Leeshandeling.INZIEN, "Twee dossiers uit elkaar gehouden")
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponseRedirect:
        zijn_twee_mensen(self.statushouder, self.ander, op=vandaag(), door=self.gebruiker)
        messages.success(
            request,
            f"Vastgelegd: {self.statushouder.nummer} en {self.ander.nummer} zijn twee mensen. We vragen het niet "
            "opnieuw.",
        )
        return redirect("dossiers:dubbelen")


class SamenvoegenMet(DossierMixin, FormView[Nummerformulier]):
    """Which dossier is of the same person? Asked by its number."""

    leest = Leest(Leeshandeling.INZIEN, "Samenvoegen: het andere dossier zoeken")
    recht = ("dossiers", WIJZIGEN)
    form_class = Nummerformulier
    template_name = "dossiers/samenvoegen_met.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "dossier": self.statushouder,
            "rijen": Statushouder.objects.zichtbaar_voor(self.gebruiker),
        }

    def form_valid(self, form: Nummerformulier) -> HttpResponse:
        ander = form.cleaned_data["nummer"]
        return redirect("dossiers:samenvoegen", self.statushouder.sleutel, ander.sleutel)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.statushouder.get_absolute_url(), **kwargs)


class SamenvoegingOngedaan(DossierMixin, BewaarMixin[Terugformulier], FormView[Terugformulier]):
    """Take a merge back: the page says first what comes back, what stays, and what forbids it."""

    leest = Leest(Leeshandeling.INZIEN, "Samenvoeging ongedaan maken")
    recht = ("dossiers", WIJZIGEN)
    form_class = Terugformulier
    template_name = "dossiers/samenvoeging_ongedaan.html"

    @cached_property
    def samenvoeging(self) -> Samenvoeging:
        geldig = Samenvoeging.objects.geldig().filter(blijft=self.statushouder)
        return get_object_or_404(geldig.select_related("blijft", "vervalt"), pk=self.kwargs["pk"])

    @cached_property
    def terugweg(self) -> Terugweg:
        return terugweg(self.samenvoeging)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"vraag": bool(self.terugweg.blijft_staan)}

    def bewaar(self, form: Terugformulier) -> Samenvoeging:
        gedaan = maak_ongedaan(
            self.samenvoeging,
            op=vandaag(),
            door=self.gebruiker,
            nieuw_blijft=form.cleaned_data.get("nieuw_blijft", False),
        )
        messages.success(
            self.request, f"Ongedaan gemaakt: {gedaan.vervalt.nummer} is weer een eigen dossier."
        )
        return gedaan

    def get_success_url(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            samenvoeging=self.samenvoeging,
            terugweg=self.terugweg,
            terug=self.get_success_url(),
            **kwargs,
        )


def samenvoegkaart(persoon: Statushouder) -> dict[str, Any]:
    """For the page of a dossier: context of `dossiers/samenvoegingen.html`, with what went up in it.

    Each has the address where it is undone; without any the template draws nothing. One query, which the
    time line shares.
    """
    gedaan = opgegaan_in(persoon)
    for rij in gedaan:
        rij.ongedaan_url = reverse(  # type: ignore[attr-defined]
            "dossiers:samenvoeging-ongedaan", args=[persoon.sleutel, rij.pk]
        )
    return {"samenvoegingen": gedaan}
