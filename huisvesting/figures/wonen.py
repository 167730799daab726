"""Who lives where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from dossiers.models import Statushouder
from huisvesting.models import Plaatsing


def zonder_woning(personen: Sequence[Statushouder], *, op: date) -> list[Statushouder]:
    """Those of these persons who have no home on `op`, nor one from a later day."""
    met = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=op), statushouder__in=personen)
    bezet = set(met.values_list("statushouder_id", flat=True))
    return [persoon for persoon in personen if persoon.pk not in bezet]
