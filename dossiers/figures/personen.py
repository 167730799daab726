"""Set-based reading of the case: what key figures count and pages list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Exists, OuterRef

from dossiers.models import Gezin, Gezinslid, Statushouder
from dossiers.models.gezin import GezinQuerySet
from dossiers.models.persoon import StatushouderQuerySet
from kern.contract import Gebruiker, Peiling


def personen(peiling: Peiling) -> StatushouderQuerySet:
    """Persons settled in Wassenaar at the end of the peildatum, as far as the user may see them."""
    gevestigd = Statushouder.objects.gevestigd_op(peiling.peildatum)
    return gevestigd.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else gevestigd


def gezinnen(peiling: Peiling) -> GezinQuerySet:
    """Families with at least one member on the peildatum who is settled on it."""
    leden = Gezinslid.objects.lopend_op(peiling.peildatum)
    return Gezin.objects.filter(
        Exists(leden.filter(gezin=OuterRef("pk"), statushouder__in=personen(peiling)))
    )


def gezinsgroottes(gezinnen: Iterable[int], peildatum: date) -> dict[int, int]:
    """Number of members on the peildatum, by family; one query. Who was registered twice is one of them."""
    lopend = Gezinslid.objects.lopend_op(peildatum).filter(statushouder__samengevoegd_met=None)
    leden = lopend.filter(gezin__in=gezinnen).order_by()
    return dict(leden.values_list("gezin").annotate(aantal=Count("pk")))


def gezinsleden(persoon: Statushouder, *, gebruiker: Gebruiker, peildatum: date) -> list[Gezinslid]:
    """The members of this person's family on the peildatum, the head first; empty without family."""
    zichtbaar = Statushouder.objects.zichtbaar_voor(gebruiker)
    leden = Gezinslid.objects.lopend_op(peildatum).filter(
        gezin__in=Gezinslid.objects.lopend_op(peildatum).filter(statushouder=persoon).values("gezin"),
        statushouder__in=zichtbaar,
    )
    return list(leden.select_related("statushouder", "gezin").hoofd_eerst())
