"""Putting entries on a line, taking them off, and deciding of marks."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, UpdateView

from financien import actions
from financien.actions import Keuze
from financien.figures.voorstel import Los, losse_met_voorstel
from financien.forms import MEESTE_DELEN, Beloofd, KoppelForm, MerkForm
from financien.models import Boeking, Merk, Toedeling, Verplichting, Wijze
from financien.views.boekingen import lijstvraag, regelkeuzes
from kern.forms import BewaarMixin, InvoerForm
from kern.klok import vandaag
from kern.opmaak.scherm import euro
from kern.peildatum import PeildatumMixin
from toegang.rules import WIJZIGEN
from toegang.views import RechtMixin

_KIES = "Kies eerst een of meer boekingen met een voorstel."


class KoppelGekozen(RechtMixin, PeildatumMixin):
    """Put the chosen entries on their lines, as was suggested or all on one; then the list as it was chosen."""

    recht = ("financien", WIJZIGEN)
    leest = None
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        een = request.POST.get("een", "")
        samen = request.POST.get("regel", "") if request.POST.get("doe") == "regel" else ""
        gekozen = [een] if een else request.POST.getlist("kies")
        keuzes = [keuze for tekst in gekozen if (keuze := _keuze(tekst, samen))]
        try:
            self._koppel(keuzes, met_de_hand=bool(samen))
            self._noem_overgeslagen(len(gekozen) - len(keuzes))
        except ValidationError as fout:
            for zin in fout.messages:
                messages.error(request, zin)
        hier = lijstvraag(request.GET.get("welke", ""), self.gevraagd)
        return HttpResponseRedirect(reverse("financien:boekingen") + hier)

    def _koppel(self, keuzes: list[Keuze], *, met_de_hand: bool) -> None:
        if not keuzes:
            raise ValidationError(_KIES)
        wijze = Wijze.HAND if met_de_hand else Wijze.VOORSTEL
        rijen = actions.koppel(keuzes, door=self.gebruiker, op=vandaag(), wijze=wijze)
        messages.success(self.request, _gekoppeld(rijen))

    def _noem_overgeslagen(self, aantal: int) -> None:
        """What was chosen and has no suggestion is still there."""
        if aantal:
            wat = "gekozen boekingen hebben" if aantal > 1 else "gekozen boeking heeft"
            messages.info(self.request, f"{aantal} {wat} geen voorstel. Kies daar zelf een regel.")


def _keuze(tekst: str, samen: str) -> Keuze | None:
    """What a form sent (`Los.keuze`); None for what cannot be read, or an entry without a suggestion."""
    pk, _, rest = tekst.partition("|")
    regel, _, verplichting = rest.partition("|")
    if not _is_sleutel(pk) or not (samen or regel):
        return None
    if samen:
        return Keuze(int(pk), samen)
    if verplichting and not _is_sleutel(verplichting):
        return None
    return Keuze(int(pk), regel, int(verplichting) if verplichting else None)


def _is_sleutel(tekst: str) -> bool:
    return tekst.isdecimal() and len(tekst) < 19


def _gekoppeld(rijen: list[Toedeling]) -> str:
    som = euro(sum(rij.bedrag for rij in rijen))
    if len(rijen) == 1:
        return f"Gekoppeld: {som} euro aan {rijen[0].regel}. Boeking {rijen[0].boeking}."
    return f"Gekoppeld: {len(rijen)} boekingen, samen {som} euro."


class BoekingMixin(RechtMixin):
    """A page about one entry."""

    recht = ("financien", WIJZIGEN)
    leest = None

    @cached_property
    def boeking(self) -> Boeking:
        return get_object_or_404(Boeking, pk=self.kwargs["pk"])

    def get_success_url(self) -> str:
        """Back to the entry."""
        return reverse("financien:boeking", args=[self.boeking.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        eigen = {"boeking": self.boeking, "terug": reverse("financien:boeking", args=[self.boeking.pk])}
        return super().get_context_data(**{**kwargs, **eigen})  # type: ignore[misc,no-any-return]


class Koppelen(BoekingMixin, BewaarMixin[KoppelForm], FormView[KoppelForm]):
    """Put an entry on one line, or divide it over more, to the cent."""

    form_class = KoppelForm
    template_name = "financien/koppelen.html"

    @cached_property
    def voorstel(self) -> Los | None:
        return next((rij for rij in losse_met_voorstel(vandaag()) if rij.pk == self.boeking.pk), None)

    def _keuzes(self) -> dict[str, Any]:
        return {"regels": regelkeuzes(), "verplichtingen": self._verplichtingen()}

    def _verplichtingen(self) -> list[Beloofd]:
        """Those that had not ended before the entry, and what is suggested: a credit note may come after the end."""
        loopt = Q(beeindigd_op=None) | Q(beeindigd_op__gt=self.boeking.boekdatum)
        if self.voorstel and self.voorstel.verplichting:
            loopt |= Q(pk=self.voorstel.verplichting)
        rijen = Verplichting.objects.filter(loopt).select_related("activiteit")
        return [
            Beloofd(rij.pk, f"{rij}, {rij.relatie}", rij.activiteit.code, rij.activiteit.omschrijving)
            for rij in rijen.order_by("activiteit__pk", "nummer")
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | self._keuzes()

    def get_initial(self) -> dict[str, Any]:
        voorstel = self.voorstel
        return {
            "delen": 1,
            "regel_1": voorstel.regel if voorstel else "",
            "bedrag_1": self.boeking.bedrag,
            "verplichting_1": voorstel.verplichting if voorstel else None,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or with the button for it one more line to fill in: what was typed stays."""
        if "meer" in request.POST:
            gegevens = request.POST.copy()
            gegevens["delen"] = str(min(self._delen() + 1, MEESTE_DELEN))
            form = KoppelForm(initial=gegevens.dict(), **self._keuzes())
            return self.render_to_response(self.get_context_data(form=form))
        return super().post(request, *args, **kwargs)

    def _delen(self) -> int:
        tekst = self.request.POST.get("delen", "")
        return int(tekst) if tekst.isdecimal() and len(tekst) < 3 else 1

    def bewaar(self, form: KoppelForm) -> list[Toedeling]:
        rijen = actions.verdeel(self.boeking, delen=form.gekozen, door=self.gebruiker, op=vandaag())
        messages.success(self.request, _gekoppeld(rijen) if len(rijen) == 1 else _verdeeld(rijen))
        return rijen

    def get_success_url(self) -> str:
        """On to the next: the list, where this one can be taken back."""
        return reverse("financien:boekingen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"mag_meer": context["form"].aantal < MEESTE_DELEN}


def _verdeeld(rijen: list[Toedeling]) -> str:
    delen = " en ".join(f"{euro(rij.bedrag)} aan {rij.regel}" for rij in rijen)
    return f"Verdeeld: {delen}. Boeking {rijen[0].boeking}."


class Losmaken(BoekingMixin, BewaarMixin[InvoerForm], FormView[InvoerForm]):
    """Take an entry off its lines; it goes back to the entries without a line."""

    form_class = InvoerForm
    template_name = "financien/losmaken.html"

    @cached_property
    def koppelingen(self) -> list[Toedeling]:
        rijen = Toedeling.objects.geldig().filter(boeking=self.boeking).order_by("pk")
        return list(rijen.select_related("activiteit", "inkomstenpost", "door"))

    def bewaar(self, form: InvoerForm) -> list[Toedeling]:
        verwacht = [
            int(pk) for pk in self.request.POST.getlist("koppeling") if pk.isdecimal() and len(pk) < 19
        ]
        if not verwacht:
            raise ValidationError("Deze boeking heeft geen regel meer.")
        rijen = actions.maak_los(self.boeking, verwacht=verwacht, door=self.gebruiker, op=vandaag())
        messages.success(self.request, f"Boeking {self.boeking} staat weer bij de boekingen zonder regel.")
        return rijen

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(koppelingen=self.koppelingen, **kwargs)


class MerkBesluit(RechtMixin, BewaarMixin[MerkForm], UpdateView[Merk, MerkForm]):
    """Decide of a mark on an entry."""

    recht = ("financien", WIJZIGEN)
    leest = None
    form_class = MerkForm
    template_name = "financien/merk.html"
    queryset = Merk.objects.select_related("boeking", "lijkt_op")

    def bewaar(self, form: MerkForm) -> Merk:
        gegevens = form.cleaned_data
        rij = actions.besluit_over(
            self.object,
            versie=gegevens["versie"],
            besluit=gegevens["besluit"],
            toelichting=gegevens["toelichting"],
            door=self.gebruiker,
            op=vandaag(),
        )
        messages.success(self.request, f"Boeking {rij.boeking}: {rij.get_besluit_display()}.")
        return rij

    def get_success_url(self) -> str:
        """On to the next of the list."""
        return reverse("financien:nakijken")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        boeking = self.object.boeking
        terug = reverse("financien:boeking", args=[boeking.pk])
        return super().get_context_data(terug=terug, boeking=boeking, **kwargs)
