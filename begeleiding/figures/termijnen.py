"""The rows of the terms of guidance: for whom, from when, until when, and when it was done. Never by today."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Cast, Coalesce

from begeleiding.models import EersteMaand, Stapstand
from dossiers.models import Vestiging


def eerste_maand() -> QuerySet[Any, Any]:
    """All steps that apply to a family within 30 days after its day of settling; done on the day of the last.

    On the dossier of the head of the family, one for each list: who settles more than 30 days after the first
    has one of their own. A list on which no step applies was done on its first day.
    Once all who settled with it left, nobody is asked for it any more; who come back begin a new list.
    """
    stappen = Stapstand.objects.van_toepassing().filter(eerste_maand=OuterRef("pk")).order_by()
    laatste = Subquery(stappen.values("eerste_maand").annotate(op=Max("klaar_op")).values("op"))
    lid = "statushouder__lidmaatschappen"
    gezin = {f"{lid}__gezin": OuterRef("gezin")}
    verblijven = Vestiging.objects.filter(
        Q(**{f"{lid}__tot": None}) | Q(**{f"{lid}__tot__gt": F("van")}),
        van__range=(OuterRef("begint_op"), OuterRef("uiterlijk_op")),
        **gezin,  # in one call: of the same membership
    )
    ooit = Vestiging.objects.filter(**gezin)
    lijsten: Any = EersteMaand.objects.filter(begint_op__isnull=False, statushouder__samengevoegd_met=None)
    rijen: QuerySet[Any, Any] = (
        lijsten.order_by()
        .values(
            dossier=F("statushouder"),
            gelegenheid=Cast("pk", CharField()),
            vervalt_op=F("uiterlijk_op"),
            voldaan_op=Case(
                When(~Exists(stappen.filter(Q(klaar_op=None))), then=Coalesce(laatste, F("begint_op"))),
                output_field=DateField(),
            ),
            gestopt_op=verblijven.laatste_vertrek(ooit=ooit),
        )
        .values("dossier", "gezin", "gelegenheid", "begint_op", "vervalt_op", "voldaan_op", "gestopt_op")
    )
    return rijen


def voortgang(gelegenheden: Collection[str], dag: date) -> Mapping[str, str]:
    """By list how many of its steps were done at the end of `dag`; of a list that is gone nothing. One query."""
    lijsten = EersteMaand.objects.filter(pk__in=[int(sleutel) for sleutel in gelegenheden])
    return {str(rij.pk): f"{rij.gedaan} van {rij.nodig} stappen gedaan" for rij in lijsten.met_aantallen(dag)}
