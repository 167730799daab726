"""Dated facts of the case that other domains use by their code."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Min, QuerySet

from dossiers.models import Statushouder, Vestiging


def gevestigd() -> QuerySet[Any, Any]:
    """The day on which somebody first settled in Wassenaar, by person."""
    return Vestiging.objects.order_by().values(dossier=F("statushouder")).annotate(op=Min("van"))


def ingeschreven() -> QuerySet[Any, Any]:
    """The day of the first registration in the BRP here, by person."""
    rijen = Vestiging.objects.filter(brp_op__isnull=False).order_by()
    return rijen.values(dossier=F("statushouder")).annotate(op=Min("brp_op"))


def gekoppeld() -> QuerySet[Any, Any]:
    """The day on which COA linked somebody to Wassenaar."""
    rijen = Statushouder.objects.filter(coa_koppeldatum__isnull=False).order_by()
    return rijen.values(dossier=F("pk"), op=F("coa_koppeldatum"))
