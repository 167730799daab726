"""The start of every page of one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.base import View

from dossiers.figures.leeslog import doorverwijzing_waardoor
from dossiers.models import Statushouder
from kern.klok import vandaag
from toegang.actions import Lezing
from toegang.models import Gebruiker, Leeshandeling
from toegang.views import GETOOND, Leest, RechtMixin


class LeestDossier(RechtMixin):
    """A page of one dossier, or of a few: each is in the read log, also where it was refused.

    `gelezen` gives the dossiers of which this page tells. What was refused is known by the address alone, so
    that a foreign dossier and one that does not exist leave the same row.
    """

    leest: ClassVar[Leest | None] = Leest(Leeshandeling.INZIEN, "Dossier")
    leest_van_titel: ClassVar[bool] = True

    def __init_subclass__(cls, **rest: Any) -> None:
        """A form is named in the log by the title of its class, unless the class says what it shows."""
        super().__init_subclass__(**rest)
        titel = getattr(cls, "titel", "")
        if "leest" in vars(cls):
            cls.leest_van_titel = False
        elif titel and cls.leest_van_titel:
            cls.leest = Leest(Leeshandeling.INZIEN, f"Formulier: {titel[:1].lower()}{titel[1:]}")

    def gelezen(self) -> Sequence[Statushouder]:
        """The persons whose dossiers are shown."""
        pagina: Any = self  # the view itself gives `statushouder`
        return [pagina.statushouder]

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        lezing = super().lezing(antwoord)
        if lezing is None:
            return None
        if antwoord.status_code != GETOOND:
            adres = (self.kwargs.get(naam) for naam in ("sleutel", "ander"))
            return replace(lezing, dossiers=[sleutel for sleutel in adres if sleutel])
        personen = self.gelezen()
        return replace(
            lezing,
            dossiers=[persoon.sleutel for persoon in personen],
            doorverwijzing=doorverwijzing_waardoor(personen[0], self.gebruiker),
        )


class _NaarWieBlijft(View):
    """After the right is known: who opens a dossier that went up in another comes out at that one."""

    gebruiker: Gebruiker
    kwargs: dict[str, Any]

    @cached_property
    def statushouder(self) -> Statushouder:
        """The person of the address as far as this user may see them, else 404; of two that became one, who stays.

        So what is sent from a page that was opened before the merge is recorded where it belongs.
        """
        zichtbaar = Statushouder.objects.zichtbaar_voor(self.gebruiker).met_stand(vandaag())
        zichtbaar = zichtbaar.met_samenvoeging().order_by("pk")
        sleutel: UUID = self.kwargs["sleutel"]
        persoon = zichtbaar.filter(sleutel=sleutel).first()
        persoon = persoon or zichtbaar.filter(samengevoegd__sleutel=sleutel).first()
        if persoon is None:
            raise Http404
        return persoon

    @property
    def is_opgegaan(self) -> bool:
        """Is the address that of a dossier which went up in the one of this page?"""
        return bool(self.statushouder.sleutel != self.kwargs["sleutel"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_opgegaan:
            return super().dispatch(request, *args, **kwargs)
        vervallen = Statushouder.objects.get(sleutel=kwargs["sleutel"])
        messages.info(request, f"{vervallen.nummer} is samengevoegd met dit dossier.")
        if request.method not in {"GET", "HEAD"}:
            return super().dispatch(request, *args, **kwargs)
        match = request.resolver_match
        if match is None:
            raise Http404
        if match.kwargs.get("ander") == self.statushouder.sleutel:
            return redirect(self.statushouder)  # of the pair in the address one is left
        return redirect(
            reverse(match.view_name, kwargs={**match.kwargs, "sleutel": self.statushouder.sleutel})
        )


class DossierMixin(LeestDossier, _NaarWieBlijft):
    """A page of one person: the right, then the person through `zichtbaar_voor`, else 404.

    The address of a dossier that was merged into another leads to that one.
    """

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(statushouder=self.statushouder, **kwargs)  # type: ignore[misc,no-any-return]
