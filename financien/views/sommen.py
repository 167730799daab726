"""The entries behind a sum of the reconciliation; together they are that amount."""

from __future__ import annotations

from abc import abstractmethod
from decimal import Decimal
from typing import Any

from django.http import Http404
from django.utils.functional import cached_property
from django.views.generic import ListView

from financien import figures
from financien.figures import Regelstand
from financien.models import Toedeling
from financien.models.toedeling import ToedelingQuerySet
from financien.views.aansluiting import StandMixin
from kern.bladeren import bladeren


def gevraagd_jaar(tekst: str | None, jaren: list[int]) -> int | None:
    """The year of the plan that an address asks for, None for all; Http404 for another."""
    if not tekst:
        return None
    gevonden = next((jaar for jaar in jaren if str(jaar) == tekst), None)
    if gevonden is None:
        raise Http404
    return gevonden


def gevraagde_regel(code: str | None, regels: list[Regelstand]) -> Regelstand | None:
    """The one of these lines that an address asks for, None for all; Http404 for another.

    Looked up in what is known, so that no text of an address gets to the database.
    """
    if not code:
        return None
    gevonden = next((regel for regel in regels if regel.code == code), None)
    if gevonden is None:
        raise Http404
    return gevonden


class _Som(StandMixin, ListView[Toedeling]):
    """One list for each sum: its rows, the amount that they are together, and its words."""

    template_name = "financien/som.html"
    paginate_by = 50
    teken = 1
    titel = ""

    @cached_property
    def jaar(self) -> int | None:
        return gevraagd_jaar(self.request.GET.get("jaar"), self.stand.jaren)

    @property
    def blijft_in_adres(self) -> list[tuple[str, object]]:
        return [("jaar", self.jaar)] if self.jaar else []

    @abstractmethod
    def achter(self) -> ToedelingQuerySet:
        """The rows."""

    @abstractmethod
    def samen(self) -> Decimal:
        """What they are together, with the sign of the page."""

    @abstractmethod
    def woord(self) -> str:
        """What was done with the money."""

    def get_queryset(self) -> ToedelingQuerySet:
        return self.achter().select_related("boeking", "activiteit", "inkomstenpost")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            titel=f"{self.titel} {self.jaar}" if self.jaar else self.titel,
            samen=self.samen(),
            woord=self.woord(),
            **kwargs,
        )
        context["rijen"] = [(rij, self.teken * rij.bedrag) for rij in context["object_list"]]
        return context | bladeren(context["page_obj"], self.request.GET)


class Ontvangen(_Som):
    """All income, or that of the lines of one year."""

    teken = -1
    titel = "Ontvangen"

    def achter(self) -> ToedelingQuerySet:
        return figures.achter_ontvangen(self.peildatum, self.jaar)

    def samen(self) -> Decimal:
        return figures.ontvangen(self.stand, self.jaar)

    def woord(self) -> str:
        return f"ontvangen op de inkomsten van {self.jaar}" if self.jaar else "ontvangen"


class Besteed(_Som):
    """All that is spent on activities, or in one booking year."""

    titel = "Besteed"

    def achter(self) -> ToedelingQuerySet:
        return figures.achter_besteed(self.peildatum, self.jaar)

    def samen(self) -> Decimal:
        return figures.besteed(self.stand, self.jaar)

    def woord(self) -> str:
        return f"besteed in boekjaar {self.jaar}" if self.jaar else "besteed"


class Gekoppeld(_Som):
    """All of the ledger that has a line, with its own sign: it has no year."""

    titel = "Boekingen met een regel"

    @cached_property
    def jaar(self) -> int | None:
        return gevraagd_jaar(self.request.GET.get("jaar"), [])

    def achter(self) -> ToedelingQuerySet:
        return figures.achter_gekoppeld(self.peildatum)

    def samen(self) -> Decimal:
        return self.stand.grootboek.aangesloten

    def woord(self) -> str:
        return "gekoppeld; uitgaven zijn hier positief, inkomsten negatief"
