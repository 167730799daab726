"""The list of pairs of dossiers that may be of one person."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.views.generic import TemplateView

from dossiers.figures.samenvoegen import open_paren
from dossiers.models import Statushouder
from kern.bladeren import bladeren
from toegang.models import Leeshandeling
from toegang.rules import WIJZIGEN
from toegang.views import Leest, RechtMixin

PER_BLAD = 25


class Dubbelen(RechtMixin, TemplateView):
    """Pairs on which nobody decided yet, the most alike first; the older dossier is the one that would stay."""

    recht = ("dossiers", WIJZIGEN)
    leest = Leest(Leeshandeling.LIJST, "Mogelijk dubbele dossiers", aantal="personen")
    template_name = "dossiers/dubbelen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pagina = Paginator(open_paren(self.gebruiker), PER_BLAD).get_page(self.request.GET.get("page"))
        zichtbaar = Statushouder.objects.zichtbaar_voor(self.gebruiker)
        personen = zichtbaar.in_bulk([pk for paar in pagina for pk in (paar.een, paar.ander)])
        return super().get_context_data(
            aantal=pagina.paginator.count,
            personen=len(personen),
            paren=[
                {
                    "een": personen[paar.een],
                    "ander": personen[paar.ander],
                    "gelijkenis": paar.gelijkenis,
                    "soort": "let" if paar.gelijkenis.sterk else "neutraal",
                    "velden": ", ".join(
                        f"{oordeel.veld}: {oordeel.woorden}"
                        for oordeel in paar.gelijkenis.velden
                        if oordeel.soort in {"gelijk", "lijkt", "verschilt"}
                    ),
                }
                for paar in pagina
                if paar.een in personen and paar.ander in personen
            ],
            **(bladeren(pagina, self.request.GET) if pagina.paginator.count else {}),
            **kwargs,
        )
