"""Whose file it is, and of which kind: what every page about reading in begins with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404

from kern.contract import Importsoort
from toegang.actions import Lezing
from toegang.models import Gebruiker
from toegang.rules import mag
from toegang.views import GETOOND, Leest, RechtMixin
from uitwisseling.models import Inlezing, Status
from uitwisseling.models.inlezing import InlezingQuerySet
from uitwisseling.rules.soorten import soorten_van, zoek_soort


def zichtbaar_voor(gebruiker: Gebruiker) -> InlezingQuerySet:
    """Files of the kinds that this user may read in: the own ones, and of others what was saved."""
    soorten = [soort.soort for soort in soorten_van(gebruiker)]
    bewaard = Q(status__in=[Status.OPGESLAGEN, Status.ONGEDAAN])
    van_soorten = Inlezing.objects.van_soorten(soorten)
    return van_soorten.filter(bewaard | Q(gebruiker=gebruiker)).select_related("gebruiker", "ongedaan_door")


class SoortMixin(RechtMixin):
    """The kind of file in the address, for who has the right that the kind asks in its domain; else 404."""

    recht = ("uitwisseling", "wijzigen")
    leest: ClassVar[Leest | None] = None
    soort: Importsoort

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        gevonden = zoek_soort(self.code(request, **kwargs))
        if gevonden is None or not isinstance(request.user, Gebruiker):
            raise Http404
        domein, self.soort = gevonden
        if not mag(request.user, domein.code, self.soort.recht):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def code(self, request: HttpRequest, **kwargs: Any) -> str:
        """The code of the kind; Http404 where there is none."""
        return str(kwargs["soort"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The kind stands in every page's context."""
        return super().get_context_data(soort=self.soort, **kwargs)  # type: ignore[misc,no-any-return]


class InlezingMixin(SoortMixin):
    """The file in the address (`self.inlezing`); another's that was not saved is as one that is not there."""

    inlezing: Inlezing

    def code(self, request: HttpRequest, **kwargs: Any) -> str:
        """The kind of the file."""
        if not isinstance(request.user, Gebruiker):
            raise Http404
        self.inlezing = get_object_or_404(zichtbaar_voor(request.user), sleutel=kwargs["sleutel"])
        return self.inlezing.soort

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The file stands in every page's context."""
        return super().get_context_data(inlezing=self.inlezing, **kwargs)


class LeestBestand(InlezingMixin):
    """A page that shows rows of a file with persons: in the read log with the key of the file and its rows."""

    @property
    def van_een_ander(self) -> bool:
        """Somebody else read the file in: what is said of its rows is not shown here."""
        return self.inlezing.gebruiker_id != self.gebruiker.pk

    def lezing(self, antwoord: HttpResponseBase) -> Lezing | None:
        lezing = super().lezing(antwoord)
        if lezing is None or antwoord.status_code != GETOOND:
            return lezing
        if self.soort.dossiers is None or self.inlezing.is_bezig:
            return None
        return replace(lezing, aantal=self.inlezing.gelezen, voorwerp=self.inlezing.pk)
