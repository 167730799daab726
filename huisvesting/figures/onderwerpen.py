"""The rows of the terms of housing that are of no dossier: agreements with landlords, and days of supervision."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import CharField, DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Greatest

from huisvesting import rules
from huisvesting.models import Periode, Prestatieafspraak
from kern.kalenderuitdrukkingen import dag_erna, maanden_na

# How long before its end the talk about a next agreement begins; a norm of our own.
AANLOOP = 3  # months
# A half-year; of a whole year halves are not known, and it was judged long ago (H3).
_HALFJAAR = Q(code__contains="-H")
_OPEN = Cast(Value(None), DateField())  # with its type, for PostgreSQL takes a bare NULL for text


def afspraken_zonder_vervolg() -> QuerySet[Any, Any]:
    """Agreements that no other one of the same landlord goes on from, begun later and at the latest the day after.

    One that begins after a gap is none: until then nothing is promised.
    """
    vervolg = Prestatieafspraak.objects.filter(
        verhuurder=OuterRef("verhuurder"),
        van__gt=OuterRef("van"),
        van__lte=dag_erna(OuterRef("tot_en_met")),
        tot_en_met__gt=OuterRef("tot_en_met"),
    )
    return _rijen(
        Prestatieafspraak.objects.filter(~Exists(vervolg)),
        onderwerp=Cast("pk", CharField()),
        begint=Greatest(F("van"), maanden_na("tot_en_met", -AANLOOP)),
        vervalt=F("tot_en_met"),
    )


def koppeldagen() -> QuerySet[Any, Any]:
    """The day of each half-year on which enough people must have been linked: 1 April or 1 October (H12)."""
    dag = maanden_na("van", rules.MAANDEN_TOT_KOPPELDAG)
    return _rijen(Periode.objects.filter(_HALFJAAR), onderwerp=F("code"), begint=F("van"), vervalt=dag)


def beoordeeldagen() -> QuerySet[Any, Any]:
    """The day on which the province looks at each half-year: the day after its last one (H12)."""
    return _rijen(
        Periode.objects.filter(_HALFJAAR),
        onderwerp=F("code"),
        begint=F("van"),
        vervalt=dag_erna("tot_en_met"),
    )


def _rijen(
    wat: QuerySet[Any], *, onderwerp: Combinable, begint: Combinable, vervalt: Combinable
) -> QuerySet[Any, Any]:
    """No fact says that it was done: a next agreement takes the term away, a day of supervision is settled by hand."""
    rijen: QuerySet[Any, Any] = wat.order_by().values(
        onderwerp=onderwerp,
        gelegenheid=Value("", output_field=CharField()),
        begint_op=Cast(begint, DateField()),
        vervalt_op=Cast(vervalt, DateField()),
        voldaan_op=_OPEN,
    )
    return rijen


def afspraaknamen(onderwerpen: Collection[str]) -> dict[str, str]:
    """By key of an agreement: of which landlord; one query."""
    rijen = Prestatieafspraak.objects.filter(pk__in=[int(pk) for pk in onderwerpen])
    return {str(pk): naam for pk, naam in rijen.values_list("pk", "verhuurder__naam")}


def periodenamen(onderwerpen: Collection[str]) -> dict[str, str]:
    """By code of a period: 2017, eerste helft."""
    return {code: rules.periodenaam(code) for code in onderwerpen}
