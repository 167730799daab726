"""Asking to see a BSN: a reason first, then the number, once."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.generic import FormView

from dossiers import actions
from dossiers.forms import BsnForm
from dossiers.views.mixins import DossierMixin
from kern.forms import weigering_in
from toegang.actions import Lezing
from toegang.models import Leeshandeling
from toegang.views import Leest


@method_decorator(never_cache, name="dispatch")
class BsnTonen(DossierMixin, FormView[BsnForm]):
    """The page that asks why, and the answer to its POST: the number, after the row was kept.

    The number has no address: it cannot be linked to, kept as a favourite or come back to.
    """

    recht = ("dossiers", "bsn")
    leest = Leest(Leeshandeling.INZIEN, "Vraag om het BSN")
    getoond = False
    form_class = BsnForm
    template_name = "dossiers/vastleggen/bsn.html"

    @sensitive_variables("bsn")
    def form_valid(self, form: BsnForm) -> HttpResponse:
        """Keep who asks and why, then show."""
        with weigering_in(form):
            bsn = actions.toon_bsn(self.statushouder, gebruiker=self.gebruiker, reden=form.in_woorden())
            self.getoond = True
            context = self.get_context_data(form=form, bsn=bsn, reden=form.in_woorden())
            return self.render_to_response(context)
        return self.form_invalid(form)

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        """Of a number that was shown the action wrote it down already."""
        return None if self.getoond else super().lezing(antwoord)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        eigen = {"bsn": "", "reden": "", "bekend": bool(self.statushouder.bsn)}
        return super().get_context_data(**{**eigen, "terug": self.statushouder.get_absolute_url(), **kwargs})
