"""The mixin that every view with a right starts with, and what it says for the read log."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from typing import ClassVar

from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template import Variable
from django.views.generic.base import View

from toegang.actions import Lezing, leg_lezen_vast
from toegang.models import Gebruiker, Leeshandeling
from toegang.rules import mag

GEWEIGERD = frozenset({403, 404})
GETOOND = 200
_GROOTSTE_SLEUTEL = 2**63 - 1


@dataclass(frozen=True)
class Leest:
    """What a page shows of persons, as the read log keeps it; `wat` names the page, never whom it is about.

    `aantal` says where in the context the persons of a list stand ("blad.rijen"), or their number.
    """

    handeling: Leeshandeling
    wat: str
    aantal: str = ""

    def tel(self, antwoord: HttpResponseBase) -> int | None:
        """The number of persons on this page; None for a page that is no list."""
        context = getattr(antwoord, "context_data", None)
        if not self.aantal or context is None:
            return None
        geteld = Variable(self.aantal).resolve(context)
        return len(geteld) if isinstance(geteld, Sized) else int(geteld)


class RechtMixin(View):
    """Gives `self.gebruiker`. Who lacks the right gets the page of what does not exist.

    `recht` is (domain, right) and `leest` what the page shows of persons, or None for nothing of them; a
    view without either is refused at its first request. `toegang.schil.Leeslog` writes it down.
    """

    # no page takes more; OPTIONS would be answered without what the read log asks
    http_method_names = ["get", "head", "post"]
    recht: ClassVar[tuple[str, str] | None] = None
    leest: ClassVar[Leest | None]
    gebruiker: Gebruiker

    def setup(self, request: HttpRequest, *args: object, **kwargs: object) -> None:
        super().setup(request, *args, **kwargs)
        request.pagina = self  # type: ignore[attr-defined]  # for the read log, whatever becomes of it

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if self.recht is None:
            raise ImproperlyConfigured(f"{type(self).__name__} heeft geen recht.")
        if not hasattr(self, "leest"):
            raise ImproperlyConfigured(f"{type(self).__name__} zegt niet wat het van personen toont (leest).")
        if not isinstance(request.user, Gebruiker) or not mag(request.user, *self.recht):
            raise Http404
        self.gebruiker = request.user
        return super().dispatch(request, *args, **kwargs)

    def leg_vast(self, antwoord: HttpResponseBase) -> None:
        """Write down what this answer shows, or that it was refused. NietVastgelegd: do not show it."""
        lezing = self.lezing(antwoord)
        if lezing is not None and isinstance(self.request.user, Gebruiker):
            leg_lezen_vast(self.request.user, lezing, geweigerd=antwoord.status_code in GEWEIGERD)

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        """What this answer shows of persons; None for nothing, as where it leads elsewhere.

        What is foreign and what does not exist must give the same: take it from the address only.
        """
        leest = getattr(self, "leest", None)
        if leest is None or antwoord.status_code not in {GETOOND, *GEWEIGERD}:
            return None
        voorwerp = self.kwargs.get("pk")
        past = isinstance(voorwerp, int) and voorwerp <= _GROOTSTE_SLEUTEL
        return Lezing(
            handeling=leest.handeling,
            wat=leest.wat,
            aantal=leest.tel(antwoord) if antwoord.status_code == GETOOND else None,
            voorwerp=voorwerp if past else None,
        )
