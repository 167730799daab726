"""Dated facts of the case that other domains use by their code."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Min, QuerySet

from dossiers.models import Statushouder, Vestiging


def gevestigd() -> QuerySet[Any, Any]:
    """The day on which somebody first settled in Wassenaar, by person; once for who was registered twice."""
    return _vestigingen().order_by().values(dossier=F("statushouder")).annotate(op=Min("van"))


def ingeschreven() -> QuerySet[Any, Any]:
    """The day of the first registration in the BRP here, by person."""
    rijen = _vestigingen().filter(brp_op__isnull=False).order_by()
    return rijen.values(dossier=F("statushouder")).annotate(op=Min("brp_op"))


def gekoppeld() -> QuerySet[Any, Any]:
    """The day on which COA linked somebody to Wassenaar."""
    rijen = Statushouder.objects.actueel().filter(coa_koppeldatum__isnull=False).order_by()
    return rijen.values(dossier=F("pk"), op=F("coa_koppeldatum"))


def _vestigingen() -> QuerySet[Vestiging]:
    """Spells of dossiers that were not merged into another: what stayed behind there is in that other one."""
    return Vestiging.objects.filter(statushouder__samengevoegd_met=None)
