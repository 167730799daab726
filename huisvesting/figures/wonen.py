"""Who lives where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count, OuterRef, Q, Subquery

from dossiers.models import Gezinslid, Statushouder
from huisvesting.models import Plaatsing, Woning


def zonder_woning(personen: Sequence[Statushouder], *, op: date) -> list[Statushouder]:
    """Those of these persons who have no home on `op`, nor one from a later day."""
    met = Plaatsing.objects.filter(Q(tot=None) | Q(tot__gt=op), statushouder__in=personen)
    bezet = set(met.values_list("statushouder_id", flat=True))
    return [persoon for persoon in personen if persoon.pk not in bezet]


def familie(persoon: Statushouder, op: date) -> frozenset[int]:
    """Primary keys of this person and those of the same family on `op`; one query."""
    lopend = Gezinslid.objects.lopend_op(op)
    leden = lopend.filter(gezin__in=lopend.filter(statushouder=persoon).values("gezin")).order_by()
    return frozenset(leden.values_list("statushouder", flat=True)) | {persoon.pk}


def familie_in(woning: Woning, op: date) -> Mapping[int, int]:
    """How many of who stay in this home are of somebody's family on `op`, by that person; one query."""
    blijven = woning.plaatsingen.actueel().filter(tot=None).values("statushouder")
    lopend = Gezinslid.objects.lopend_op(op).order_by()
    thuis = lopend.filter(statushouder__in=blijven)
    aantal = thuis.filter(gezin=OuterRef("gezin")).values("gezin").annotate(n=Count("pk")).values("n")
    leden = lopend.filter(gezin__in=thuis.values("gezin")).annotate(n=Subquery(aantal))
    return dict(leden.values_list("statushouder", "n"))


def wijken(personen: Sequence[Statushouder], dag: date) -> Mapping[int, str]:
    """The neighbourhood where each of these persons lives at the end of `dag`, where it is known; one query."""
    wonend = Plaatsing.objects.lopend_op(dag).filter(statushouder__in=personen).exclude(woning__wijk="")
    return dict(wonend.values_list("statushouder_id", "woning__wijk"))
