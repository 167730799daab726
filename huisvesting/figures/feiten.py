"""Dated facts of housing that other domains use by their code."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Min, QuerySet

from huisvesting.models import Plaatsing


def gehuisvest() -> QuerySet[Any, Any]:
    """The first day of the first home here, by person."""
    return Plaatsing.objects.order_by().values(dossier=F("statushouder")).annotate(op=Min("van"))
