"""A table of a domain as a file."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.generic.base import View

from kern.contract import Exporttabel, Peiling
from kern.klok import vandaag
from toegang.actions import Lezing
from toegang.models import Leeshandeling
from toegang.views import GETOOND, Leest, RechtMixin
from uitwisseling.actions import lezing_van_tabel
from uitwisseling.rules.exporten import mag_export, zoek_export
from uitwisseling.weergave.tabellen import MEDIATYPE, als_download


class Exporteren(RechtMixin, View):
    """The table at the peildatum today; one that the user may not have is as one that is not there."""

    recht = ("uitwisseling", "inzien")
    leest = Leest(Leeshandeling.UITVOER, "Tabel als bestand")
    tabel: Exporttabel | None = None
    peiling: Peiling

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        """Each dossier in the table has a row of its own; a table without persons none."""
        lezing = super().lezing(antwoord)
        if lezing is None or antwoord.status_code != GETOOND:
            return lezing
        return lezing_van_tabel(self.tabel, self.peiling) if self.tabel else None

    def get(self, request: HttpRequest, soort: str, formaat: str) -> HttpResponse:
        gevonden = zoek_export(soort)
        if gevonden is None or formaat not in MEDIATYPE or not mag_export(self.gebruiker, *gevonden):
            raise Http404
        _domein, tabel = gevonden
        dag = vandaag()
        self.tabel, self.peiling = tabel, Peiling.op(dag, gebruiker=self.gebruiker)
        try:
            rijen = tabel.rijen(self.peiling)
        except PermissionDenied as fout:
            raise Http404 from fout
        return als_download(tabel.kolommen, rijen, naam=f"{soort}-{dag.isoformat()}", formaat=formaat)
