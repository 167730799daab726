"""What the pages of a recorded row share: finding it, recording a new one, changing it, acting on it."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.views.generic import FormView

from dossiers.forms import deelwoorden
from dossiers.models import Dossierdeel, Statushouder
from dossiers.views.mixins import DossierMixin, LeestDossier
from kern.forms import BewaarMixin
from kern.klok import vandaag

F = TypeVar("F", bound=BaseForm)


class DeelMixin(LeestDossier):
    """A page of one recorded row: the right, then the row through `zichtbaar_voor`, else 404."""

    model: ClassVar[type[Dossierdeel]]
    erbij: ClassVar[tuple[str, ...]] = ()
    recht: ClassVar[tuple[str, str] | None] = ("dossiers", "wijzigen")

    @cached_property
    def deel(self) -> Any:
        manager: Any = self.model._default_manager
        met = ("statushouder", "auteur", "doorgehaald_door", *self.erbij)
        return get_object_or_404(
            manager.zichtbaar_voor(self.gebruiker).select_related(*met), pk=self.kwargs["pk"]
        )

    @property
    def statushouder(self) -> Statushouder:
        persoon: Statushouder = self.deel.statushouder
        return persoon

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc,no-any-return]
            deel=self.deel, statushouder=self.statushouder, **kwargs
        )


class Formulierpagina(BewaarMixin[F], FormView[F]):
    """A page with one form: `titel` is the h1, `knoptekst` the button, `melding` what is said after saving."""

    template_name = "dossiers/vastleggen/formulier.html"
    titel = ""
    lead = ""
    knoptekst = ""
    melding = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        eigen = {"titel": self.titel, "lead": self.lead, "knoptekst": self.knoptekst, "terug": self.terug()}
        return super().get_context_data(**{**eigen, **kwargs})

    def terug(self) -> str:
        """Where Annuleren goes, and where the user comes after saving."""
        raise NotImplementedError

    def get_success_url(self) -> str:
        messages.success(self.request, self.melding)
        return self.terug()


class DeelVastleggen(DossierMixin, Formulierpagina[F]):
    """Record something new in a dossier."""

    recht = ("dossiers", "wijzigen")
    model: ClassVar[type[Dossierdeel]]

    def get_form_kwargs(self) -> dict[str, Any]:
        nieuw = self.model(statushouder=self.statushouder)
        return super().get_form_kwargs() | {
            "instance": nieuw,
            "vandaag": vandaag(),
            "gebruiker": self.gebruiker,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(lead=self.lead.format(naam=self.statushouder.naam), **kwargs)

    def terug(self) -> str:
        return self.statushouder.get_absolute_url()

    def get_success_url(self) -> str:
        """With the way to what was recorded: there it can be changed and struck out."""
        zin = '{} <a class="nl-link" href="{}">Bekijk of wijzig</a>'
        messages.success(self.request, format_html(zin, self.melding, self.bewaard.get_absolute_url()))
        return self.terug()


class DeelWijzigen(DeelMixin, Formulierpagina[F]):
    """Change a recorded row; a second editor gets both versions side by side."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What was struck out is not opened for changing; what was typed before is never thrown away."""
        if self.deel.doorgehaald:
            messages.warning(request, "Dit is doorgehaald. Het kan niet meer worden gewijzigd.")
            return redirect(self.deel)
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "instance": self.deel,
            "vandaag": vandaag(),
            "gebruiker": self.gebruiker,
        }

    def terug(self) -> str:
        return str(self.deel.get_absolute_url())


class DeelHandeling(DeelWijzigen[F]):
    """An act on a recorded row, on a page that shows the row and asks what the act needs."""

    template_name = "dossiers/vastleggen/handeling.html"

    @property
    def rij(self) -> str:
        """The id of this row in a list of work."""
        return f"{self.model._meta.model_name}-{self.deel.pk}"

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {naam: waarde for naam, waarde in kwargs.items() if naam not in {"vandaag", "gebruiker"}}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(feiten=deelwoorden.feiten(self.deel), **kwargs)
