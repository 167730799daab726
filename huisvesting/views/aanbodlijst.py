"""The list of offers, and who waits for a home."""

from __future__ import annotations

from typing import Any

from django.views.generic import ListView, TemplateView

from huisvesting import figures, rules
from huisvesting.models import Aanbod
from huisvesting.views import aanbodwoorden
from kern.bladeren import bladeren
from kern.klok import vandaag
from toegang.models import Leeshandeling
from toegang.rules import mag
from toegang.views import Leest, RechtMixin


class Aanbodlijst(RechtMixin, ListView[Aanbod]):
    """Offers that are open, or with `?alle=1` all of them."""

    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Lijst van aanbod", aantal="object_list")
    template_name = "huisvesting/aanbodlijst.html"
    paginate_by = 50

    @property
    def alle(self) -> bool:
        return self.request.GET.get("alle") == "1"

    def get_queryset(self) -> Any:
        rijen = figures.aanbiedingen(self.gebruiker)
        return rijen.order_by("-aangeboden_op", "-pk") if self.alle else rijen.open_op(vandaag())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(alle=self.alle, **kwargs)
        for rij in context["object_list"]:
            rij.stand_badge = aanbodwoorden.stand(rij)
        return context | bladeren(context["page_obj"], self.request.GET)


class Wachtenden(RechtMixin, TemplateView):
    """Households that wait for a home, with the parts of the 14 weeks; the most overdue first."""

    recht = ("huisvesting", "inzien")
    leest = Leest(Leeshandeling.LIJST, "Wie wacht op een woning", aantal="rijen")
    template_name = "huisvesting/wachtenden.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        alle = figures.Normlijst(vandaag(), self.gebruiker)
        rijen, bladen = aanbodwoorden.blad(alle, self.request.GET)
        return super().get_context_data(
            rijen=[(rij, [aanbodwoorden.normregel(deel) for deel in rij.delen]) for rij in rijen],
            aantal=len(alle),
            te_laat=alle.te_laat,
            normbron=rules.NORMBRON,
            mag_wijzigen=mag(self.gebruiker, "huisvesting", "wijzigen"),
            **bladen,
            **kwargs,
        )
