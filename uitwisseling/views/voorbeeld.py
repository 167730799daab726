"""One file: what it would change, what is wrong with it, how its columns were read; and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import FormView, ListView, TemplateView
from django.views.generic.base import View

from kern.bladeren import bladeren
from kern.forms import weiger
from toegang.models import Leeshandeling
from toegang.views import Leest
from uitwisseling import actions, figures, tasks
from uitwisseling.forms import KolommenForm
from uitwisseling.models import KOP, Inleesverschil, Status
from uitwisseling.rules.soorten import METEEN_LEZEN
from uitwisseling.views import woorden
from uitwisseling.views.inlezen import eerder
from uitwisseling.views.mixins import InlezingMixin, LeestBestand
from uitwisseling.weergave.tabellen import als_download

FOUTEN, OPZIJ, WIJZIGINGEN = 50, 20, 10


class Voorbeeld(LeestBestand, TemplateView):
    """What the file would change before anything is saved; afterwards what it did.

    While a task is at it the page asks for itself by HTMX, and by a link without script.
    """

    leest = Leest(Leeshandeling.LIJST, "Bestand om in te lezen")
    template_name = "uitwisseling/voorbeeld.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.htmx and not self.inlezing.is_bezig:  # type: ignore[attr-defined]
            return HttpResponse(headers={"HX-Refresh": "true"})
        return super().get(request, *args, **kwargs)

    def get_template_names(self) -> list[str]:
        if self.inlezing.is_bezig:
            deel = self.request.htmx  # type: ignore[attr-defined]
            return ["uitwisseling/stand.html" if deel else "uitwisseling/bezig.html"]
        if self.inlezing.status == Status.GEWEIGERD:
            return ["uitwisseling/geweigerd.html"]
        return [self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rij = self.inlezing
        context = super().get_context_data(
            titel=f"{self.soort.label} inlezen",
            klaargezet=rij.status == Status.KLAARGEZET,
            opgeslagen=rij.status == Status.OPGESLAGEN,
            **kwargs,
        )
        if rij.is_bezig:
            return {**context, "wordt_opgeslagen": rij.status == Status.OPSLAAN}
        if rij.status == Status.GEWEIGERD:
            return {**context, "te_koppelen": len(actions.lees_kop(rij)) > 1}
        return {**context, **self._inhoud()}

    def _inhoud(self) -> dict[str, Any]:
        rij, soort = self.inlezing, self.soort
        opzij = figures.opzij(rij, soort, limiet=OPZIJ)
        verschillen = rij.verschillen.exclude(kolom="").order_by("rij", "kolom", "pk")
        wijzigingen = figures.wijzigingen(rij, soort, verschillen[: 2 * WIJZIGINGEN])[:WIJZIGINGEN]
        return {
            "som": woorden.som(rij),
            "rijen": woorden.rijen(rij.gelezen),
            "koppeling": woorden.koppeling(rij, soort),
            "fouten": figures.fouten(rij, soort, limiet=FOUTEN),
            "naast": [een for een in opzij.rijen if een.naast],
            "naast_samen": opzij.naast,
            "geheel": (geheel := [een.melding for een in opzij.rijen if een.rij == KOP]),
            "opzij": [een for een in opzij.rijen if not een.naast and een.rij != KOP],
            "opzij_samen": opzij.later,
            "meer_opzij": opzij.niet_alles,
            "niet_te_zien": bool(rij.opzij and not opzij.rijen and self.van_een_ander),
            "daarna": [(tekst, reverse(naam)) for tekst, naam in soort.daarna],
            "wijzigingen": wijzigingen,
            "meer_wijzigingen": verschillen.count() > len(wijzigingen),
            "wie": "Persoon" if soort.dossiers else "Rij",
            "eerder": eerder(self.gebruiker, self.request.GET.get("ongedaan", "")),
            "hier": self.request.path,
            "verandert": rij.aangemaakt or rij.gewijzigd or geheel,
        }


class Opzij(LeestBestand, TemplateView):
    """All rows of a file that were set aside, also once it is saved: what is said of each, and what it became."""

    leest = Leest(Leeshandeling.LIJST, "Rijen die opzij staan")
    template_name = "uitwisseling/opzijlijst.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        vraag = self.request.GET
        na, voor = (figures.Plek.van(vraag.get(naam)) for naam in ("na", "voor"))
        blad = figures.opzijblad(self.inlezing, self.soort, na=na, voor=voor)
        return super().get_context_data(
            rijen=blad.rijen,
            niet_te_zien=bool(self.inlezing.opzij and not blad.rijen and self.van_een_ander),
            vorige=f"?voor={blad.vorige}" if blad.vorige else "",
            volgende=f"?na={blad.volgende}" if blad.volgende else "",
            bladertekst=f"{woorden.rijen(self.inlezing.opzij)} opzij, in de volgorde van het bestand.",
            **kwargs,
        )


class Fouten(LeestBestand, View):
    """All faults of a file as CSV, to mend them beside the spreadsheet."""

    leest = Leest(Leeshandeling.UITVOER, "Fouten in een bestand")

    def get(self, request: HttpRequest, sleutel: Any) -> HttpResponse:
        return als_download(
            ["rij", "kolom", "er_staat", "wat_klopt_er_niet", "wat_is_goed"],
            self._regels(),
            naam=f"fouten-{self.inlezing.soort}",
            formaat="csv",
        )

    def _regels(self) -> Iterator[list[Any]]:
        for fout in figures.fouten(self.inlezing, self.soort):
            yield [fout.rij, fout.kolom, fout.waarde, fout.melding, fout.goed]


class Wijzigingen(LeestBestand, ListView[Inleesverschil]):
    """All that a file changes of what is known, page by page."""

    leest = Leest(Leeshandeling.LIJST, "Wijzigingen uit een bestand")
    template_name = "uitwisseling/wijzigingen.html"
    paginate_by = 100

    def get_queryset(self) -> Any:
        return self.inlezing.verschillen.exclude(kolom="").order_by("rij", "kolom", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        wijzigingen = figures.wijzigingen(self.inlezing, self.soort, context["object_list"])
        return {
            **context,
            **bladeren(context["page_obj"], self.request.GET),
            "wijzigingen": wijzigingen,
            "wie": "Persoon" if self.soort.dossiers else "Rij",
        }


class Kolommen(InlezingMixin, FormView[KolommenForm]):
    """Which column of the file is which of ours; kept for the next file with the same headers."""

    form_class = KolommenForm
    template_name = "uitwisseling/kolommen.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        kop = actions.lees_kop(self.inlezing)
        zelfde = {kolom.naam: naam for kolom in self.soort.kolommen for naam in kop if _lijkt(kolom, naam)}
        return {
            **super().get_form_kwargs(),
            "soort": self.soort,
            "kop": kop,
            "gekozen": {**zelfde, **self.inlezing.kolommen},
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        terug = "inlezen" if self.inlezing.status == Status.GEWEIGERD else "voorbeeld"
        deel = self.soort.soort if terug == "inlezen" else self.inlezing.sleutel
        return super().get_context_data(terug=reverse(f"uitwisseling:{terug}", args=[deel]), **kwargs)

    def form_valid(self, form: KolommenForm) -> HttpResponse:
        lang = self.inlezing.grootte > METEEN_LEZEN
        try:
            bezwaar = actions.past(self.inlezing, actions.lees_kop(self.inlezing), form.cleaned_data)
            if bezwaar:
                raise ValidationError(bezwaar)
            actions.koppel_anders(self.inlezing, form.cleaned_data, later=lang)
        except ValidationError as fout:
            weiger(form, fout)
            return self.form_invalid(form)
        if lang:
            transaction.on_commit(partial(tasks.meld, self.inlezing.pk))
        return redirect("uitwisseling:voorbeeld", self.inlezing.sleutel)


def _lijkt(kolom: Any, kop: str) -> bool:
    """The header is our name or our label, in any case."""
    return kop.casefold() in {kolom.naam.casefold(), kolom.label.casefold()}
