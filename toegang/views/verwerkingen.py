"""The register of processing: for the privacy officer and the functional manager, on screen and as a file."""

from __future__ import annotations

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic.base import TemplateView, View

from kern.klok import vandaag
from kern.models import Plan
from kern.namens import namens
from toegang import figures
from toegang.models import Gebruiker, Rol
from toegang.rules import REGISTER
from toegang.views.recht import RechtMixin


class Verwerkingen(RechtMixin, TemplateView):
    """What is kept of whom, why, how long, and who may read it."""

    recht = ("toegang", REGISTER)
    leest = None
    template_name = "toegang/verwerkingen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        with namens(self.gebruiker, op=vandaag()):  # the web itself, which keeps users, has no plan
            plan = Plan.objects.first()
        regels = figures.register()
        return {
            **super().get_context_data(**kwargs),
            "regels": regels,
            "open": sum(regel.open for regel in regels),
            "maatregelen": figures.MAATREGELEN,
            "gemeente": plan.gemeente if plan else "",
            "functionarissen": Gebruiker.objects.filter(rol=Rol.PRIVACY, is_active=True).order_by("naam"),
            "organisaties": figures.betrokken_organisaties(),
        }


class VerwerkingenBestand(RechtMixin, View):
    """The register as CSV: one row for each processing. Nothing in it is about one person."""

    recht = ("toegang", REGISTER)
    leest = None

    def get(self, _request: HttpRequest) -> HttpResponse:
        antwoord = HttpResponse(
            "\ufeff",  # by which Excel knows that the letters are UTF-8
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="register-van-verwerkingen.csv"'},
        )
        schrijver = csv.writer(antwoord, delimiter=";")
        schrijver.writerow(figures.KOLOMMEN)
        schrijver.writerows(regel.cellen() for regel in figures.register())
        return antwoord
