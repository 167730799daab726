"""What always holds of dossiers that were merged."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from dossiers.models import Samenvoeging, Statushouder
from kern.contract import Bevinding

_MEESTE_VOORBEELDEN = 10


def samengevoegd_naar_een_dossier() -> Bevinding:
    """Merged dossiers without a merge that holds, or that lead to a dossier which was merged itself."""
    geldig = Samenvoeging.objects.geldig().filter(vervalt=OuterRef("pk"))
    weg = Statushouder.objects.exclude(samengevoegd_met=None)
    los = weg.filter(~Exists(geldig) | Q(samengevoegd_met__samengevoegd_met__isnull=False)).order_by("pk")
    nummers = los.values_list("nummer", flat=True)
    return Bevinding(los.count(), list(nummers[:_MEESTE_VOORBEELDEN]))
