"""A table of a domain as a file."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views.generic.base import View

from kern.contract import Peiling
from kern.klok import vandaag
from toegang.views import RechtMixin
from uitwisseling.rules.exporten import mag_export, zoek_export
from uitwisseling.weergave.tabellen import MEDIATYPE, als_download


class Exporteren(RechtMixin, View):
    """The table at the peildatum today; one that the user may not have is as one that is not there."""

    recht = ("uitwisseling", "inzien")

    def get(self, request: HttpRequest, soort: str, formaat: str) -> HttpResponse:
        gevonden = zoek_export(soort)
        if gevonden is None or formaat not in MEDIATYPE or not mag_export(self.gebruiker, *gevonden):
            raise Http404
        _domein, tabel = gevonden
        dag = vandaag()
        try:
            rijen = tabel.rijen(Peiling.op(dag, gebruiker=self.gebruiker))
        except PermissionDenied as fout:
            raise Http404 from fout
        return als_download(tabel.kolommen, rijen, naam=f"{soort}-{dag.isoformat()}", formaat=formaat)
