"""The start of every page of one person."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from dossiers.models import Statushouder
from kern.klok import vandaag
from toegang.views import RechtMixin


class DossierMixin(RechtMixin):
    """A page of one person: the right, then the person through `zichtbaar_voor`, else 404."""

    @cached_property
    def statushouder(self) -> Statushouder:
        zichtbaar = Statushouder.objects.zichtbaar_voor(self.gebruiker)
        return get_object_or_404(zichtbaar.met_stand(vandaag()), sleutel=self.kwargs["sleutel"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(statushouder=self.statushouder, **kwargs)  # type: ignore[misc,no-any-return]
