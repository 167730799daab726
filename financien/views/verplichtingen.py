"""Commitments: the list, one with its expected spending and its entries, and making, changing and ending one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.db.models import DecimalField, F, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, Greatest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import CreateView, DetailView, ListView, UpdateView

from financien import actions, figures
from financien.figures import NUL, Regelstand
from financien.forms import BeeindigForm, VerplichtingForm
from financien.forms.termijnen import ERBIJ, MEESTE_TERMIJNEN, aantal_rijen, eigen_als_invoer
from financien.models import Verplichting
from financien.views.aansluiting import StandMixin
from financien.views.sommen import gevraagd_jaar, gevraagde_regel
from kern.bladeren import bladeren
from kern.contract import Peiling
from kern.forms import BewaarMixin
from kern.klok import vandaag
from kern.opmaak.scherm import euro
from kern.peildatum import PeildatumMixin
from kern.register import register
from toegang.rules import WIJZIGEN, mag
from toegang.views import RechtMixin

# The results of subsidies are what these domains count.
_RESULTATEN = ("begeleiding", "onderwijs", "inburgering", "werk_inkomen")
_EURO: DecimalField[Decimal, Decimal] = DecimalField(max_digits=14, decimal_places=2)


def met_besteed(rijen: QuerySet[Verplichting], op: date | None = None) -> QuerySet[Verplichting]:
    """Each with what its entries are together (`besteed`), and what of it is left (`over`).

    With `op` the entries dated on or before it, as in the reconciliation of that day.
    """
    telt = Q(toedelingen__ongedaan_op=None)
    if op:
        telt &= Q(toedelingen__boeking__boekdatum__lte=op)
    besteed = Coalesce(Sum("toedelingen__bedrag", filter=telt), Value(NUL))
    rest = Greatest(F("bedrag") - F("besteed"), Value(NUL), output_field=_EURO)
    return rijen.annotate(besteed=besteed).annotate(over=rest)


def resultaatkeuzes() -> list[tuple[str, str]]:
    """Key figures by which the result of a subsidy can be told; none that is sensitive."""
    return [
        (cijfer.code, cijfer.label)
        for cijfer in register.kerncijfers()
        if cijfer.code.partition(".")[0] in _RESULTATEN and not cijfer.gevoelig
    ]


class Verplichtingen(StandMixin, ListView[Verplichting]):
    """What runs on the peildatum, or all; of one activity or year where the address asks that."""

    template_name = "financien/verplichtingen.html"
    paginate_by = 50

    @cached_property
    def jaar(self) -> int | None:
        return gevraagd_jaar(self.request.GET.get("jaar"), self.stand.jaren)

    @cached_property
    def regel(self) -> Regelstand | None:
        return gevraagde_regel(self.request.GET.get("regel"), self.stand.activiteiten)

    @property
    def blijft_in_adres(self) -> list[tuple[str, object]]:
        vraag = self.request.GET
        return [(naam, vraag[naam]) for naam in ("jaar", "regel", "alle") if naam in vraag]

    def get_queryset(self) -> QuerySet[Verplichting]:
        rijen = Verplichting.objects.all()
        if self.jaar:
            rijen = rijen.filter(jaar=self.jaar)
        if "alle" not in self.request.GET:
            rijen = rijen.lopend_op(self.peildatum)
        if self.regel:
            rijen = rijen.filter(activiteit__code=self.regel.code)
        return met_besteed(rijen.select_related("activiteit"), self.peildatum).order_by(
            "activiteit__pk", "nummer"
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            alle="alle" in self.request.GET,
            regel=self.regel,
            jaar=self.jaar,
            vast=self._vast(),
            vrij=figures.som([self.regel] if self.regel else self.stand.activiteiten, "vrij"),
            mag_wijzigen=mag(self.gebruiker, "financien", WIJZIGEN),
            **kwargs,
        )
        return context | bladeren(context["page_obj"], self.request.GET)

    def _vast(self) -> Decimal:
        """What is left of those that run, of this activity and this year."""
        if not self.regel:
            return figures.verplicht(self.stand, self.jaar)
        return self.regel.verplicht_per_jaar.get(self.jaar, NUL) if self.jaar else self.regel.verplicht


class Verplichtingpagina(RechtMixin, PeildatumMixin, DetailView[Verplichting]):
    """One commitment: what is spent of it, when the rest is expected, and what came of it."""

    recht = ("financien", "inzien")
    leest = None
    template_name = "financien/verplichting.html"

    def get_queryset(self) -> QuerySet[Verplichting]:
        return met_besteed(Verplichting.objects.select_related("activiteit"), self.peildatum)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rij = self.object
        boekingen = rij.toedelingen.filter(ongedaan_op=None, boeking__boekdatum__lte=self.peildatum)
        return super().get_context_data(
            termijnen=rij.termijnen.all(),
            boekingen=boekingen.select_related("boeking").order_by("boeking__boekdatum", "pk"),
            resultaat=_resultaat(rij, self.peildatum),
            loopt=rij.beeindigd_op is None or rij.beeindigd_op > self.peildatum,
            mag_wijzigen=mag(self.gebruiker, "financien", WIJZIGEN),
            terug=reverse("financien:verplichtingen"),
            **kwargs,
        )


def _resultaat(rij: Verplichting, op: date) -> dict[str, Any] | None:
    """What the key figure of this commitment counts over its year; nothing where no domain has it, or it must begin."""
    if not rij.kerncijfer:
        return None
    cijfer = register.kerncijfer(rij.kerncijfer)
    if cijfer is None or op.year < rij.jaar:
        return {
            "label": cijfer.label if cijfer else rij.kerncijfer,
            "waarde": None,
            "definitie": "",
            "eenheid": "",
        }
    return {
        "label": cijfer.label,
        "waarde": cijfer.bereken(Peiling(op, date(rij.jaar, 1, 1), date(rij.jaar, 12, 31))),
        "definitie": cijfer.definitie,
        "eenheid": cijfer.eenheid,
    }


class _BewaarVerplichting(RechtMixin):
    recht = ("financien", WIJZIGEN)
    leest = None
    bewaard: Verplichting
    object: Any

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        return kwargs | {"jaren": figures.planjaren(), "cijfers": resultaatkeuzes()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or with the button for it more parts to fill in: what was typed stays."""
        if "meer" not in request.POST:
            return super().post(request, *args, **kwargs)  # type: ignore[misc,no-any-return]
        gegevens = request.POST.copy()
        rijen = aantal_rijen(request.POST.get("termijnen_rijen")) + ERBIJ
        gegevens["termijnen_rijen"] = str(min(rijen, MEESTE_TERMIJNEN))
        self.object = self.get_object() if "pk" in self.kwargs else None  # type: ignore[attr-defined]
        kwargs = {**self.get_form_kwargs(), "initial": gegevens.dict()}
        form = VerplichtingForm(**{naam: kwargs[naam] for naam in kwargs if naam not in {"data", "files"}})
        if "versie" in form.fields:  # the one with which the page was opened
            form.initial["versie"] = gegevens.get("versie")
        return self.render_to_response(self.get_context_data(form=form))  # type: ignore[attr-defined,no-any-return]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | {"mag_meer": context["form"].aantal_termijnen < MEESTE_TERMIJNEN}

    def koppel_losse(self) -> None:
        """Loose entries that bear the number, which may be new, get their line."""
        erbij = actions.koppel_vanzelf(door=self.gebruiker, op=vandaag()).total()
        if erbij:
            messages.info(
                self.request,
                f"{erbij} losse boeking{'en staan' if erbij > 1 else ' staat'} nu bij een regel.",
            )

    def meld(self, rij: Verplichting) -> None:
        """Saved; how much is left, and whether the activity threatens to cost more than it has."""
        regel = figures.bereken(vandaag()).regel(rij.activiteit_id)
        if regel is None:
            return
        vrij = f"Bij {regel.omschrijving} is nog {euro(regel.vrij)} euro vrij."
        messages.success(
            self.request, f"Verplichting {rij.nummer} opgeslagen: {euro(rij.bedrag)} euro. {vrij}"
        )
        if regel.prognose is not None and regel.prognose > regel.budget:
            te_veel = euro(regel.prognose - regel.budget)
            messages.warning(
                self.request,
                f"{regel.omschrijving} dreigt {te_veel} euro duurder te worden dan het budget van "
                f"{euro(regel.budget)} euro.",
            )

    def get_success_url(self) -> str:
        return reverse("financien:verplichting", args=[self.bewaard.pk])


class VerplichtingToevoegen(
    _BewaarVerplichting, BewaarMixin[VerplichtingForm], CreateView[Verplichting, VerplichtingForm]
):
    """A new commitment."""

    form_class = VerplichtingForm
    template_name = "financien/verplichting_formulier.html"
    object = None

    def get_initial(self) -> dict[str, Any]:
        dag = vandaag()
        return {"aangegaan_op": dag, "jaar": dag.year, "activiteit": self.request.GET.get("regel", "")}

    def bewaar(self, form: VerplichtingForm) -> Verplichting:
        rij = actions.bewaar_verplichting(Verplichting(), gegevens=form.gegevens, verdeling=form.verdeling)
        self.koppel_losse()
        self.meld(rij)
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terug = reverse("financien:verplichtingen")
        return super().get_context_data(titel_kort="Verplichting toevoegen", terug=terug, **kwargs)


class VerplichtingWijzigen(
    _BewaarVerplichting, BewaarMixin[VerplichtingForm], UpdateView[Verplichting, VerplichtingForm]
):
    """Change a commitment and its expected spending."""

    form_class = VerplichtingForm
    template_name = "financien/verplichting_formulier.html"
    queryset = Verplichting.objects.select_related("activiteit")

    @cached_property
    def termijnen(self) -> list[Any]:
        return list(self.object.termijnen.all())

    def get_initial(self) -> dict[str, Any]:
        if not self.termijnen:
            return {}
        per_maand = {rij.maand: rij.bedrag for rij in self.termijnen}
        gelijk = actions.gelijke_delen(per_maand)
        if gelijk is None:
            return eigen_als_invoer(per_maand)
        return {
            "termijnen_aantal": gelijk.aantal,
            "termijnen_eerste": gelijk.eerste,
            "termijnen_om_de": str(gelijk.om_de),
        }

    def bewaar(self, form: VerplichtingForm) -> Verplichting:
        rij = actions.bewaar_verplichting(
            self.object, gegevens=form.gegevens, verdeling=form.verdeling, versie=form.cleaned_data["versie"]
        )
        self.koppel_losse()
        self.meld(rij)
        return rij

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terug = reverse("financien:verplichting", args=[self.object.pk])
        return super().get_context_data(titel_kort="Verplichting wijzigen", terug=terug, **kwargs)


class VerplichtingBeeindigen(RechtMixin, BewaarMixin[BeeindigForm], UpdateView[Verplichting, BeeindigForm]):
    """End a commitment: what is left of it becomes free."""

    recht = ("financien", WIJZIGEN)
    leest = None
    form_class = BeeindigForm
    template_name = "financien/verplichting_beeindigen.html"
    queryset = met_besteed(Verplichting.objects.select_related("activiteit"))

    def get_initial(self) -> dict[str, Any]:
        return {} if self.object.beeindigd_op else {"beeindigd_op": vandaag()}

    def bewaar(self, form: BeeindigForm) -> Verplichting:
        gegevens = form.cleaned_data
        rij = actions.beeindig_verplichting(
            self.object, versie=gegevens["versie"], op=gegevens["beeindigd_op"]
        )
        messages.success(self.request, f"Verplichting {rij.nummer} eindigt op {rij.beeindigd_op:%-d-%-m-%Y}.")
        return rij

    def get_success_url(self) -> str:
        return reverse("financien:verplichting", args=[self.object.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(terug=self.get_success_url(), **kwargs)
