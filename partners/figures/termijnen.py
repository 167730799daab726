"""The rows of the terms of referrals: for whom, from when, until when, and when it was done. Never by today.

Once who was referred left the municipality, of a family all of them, nobody is asked to look for a partner any more;
who was referred after that day is. A question of a partner is answered all the same: the partner waits for it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Least

from dossiers.figures.verwijzen import vertrokken_op
from dossiers.models import Doorverwijzing, Gezinslid
from partners.models import Vraag

# In house: so many days to look for another, once somebody said no or nothing.
ZOEKEN = 7
_BEANTWOORD = Least("aangenomen_op", "afgewezen_op", "beeindigd_op")


def nabellen() -> QuerySet[Any, Any]:
    """Call the organisation that did not answer, from the day after its time was over until the coordinator has it."""
    return _wachtend(begint=_dagen_na("herinner_na", 1), vervalt="coordinator_na", na="herinner_na")


def coordinator() -> QuerySet[Any, Any]:
    """The coordinator decides what becomes of it, before it expires."""
    return _wachtend(
        begint=_dagen_na("coordinator_na", 1), vervalt="antwoord_tot_en_met", na="coordinator_na"
    )


def opnieuw() -> QuerySet[Any, Any]:
    """Look for another within a week after a no, or after the last day without an answer.

    Done once the same person or family is referred again about one of the same subjects.
    """
    nee = Doorverwijzing.objects.filter(
        Q(afgewezen_op__isnull=False) | Q(einde=Doorverwijzing.VERLOPEN), antwoord_tot_en_met__isnull=False
    )
    op = Coalesce("afgewezen_op", "beeindigd_op")
    later = Doorverwijzing.objects.filter(
        Q(statushouder=OuterRef("statushouder")) | Q(gezin=OuterRef("gezin")),
        pk__gt=OuterRef("pk"),
        domeinen__overlap=OuterRef("domeinen"),
    ).order_by("pk")
    rijen = nee.annotate(nee_op=op)
    return _rijen(
        rijen,
        begint=F("nee_op"),
        vervalt=_dagen_na("nee_op", ZOEKEN),
        voldaan=Subquery(later.values("gevraagd_op")[:1]),
    )


def vragen() -> QuerySet[Any, Any]:
    """A question or signal of a partner is answered in time."""
    hoofd = _hoofd("doorverwijzing__gezin")
    rijen = Vraag.objects.annotate(wie=Coalesce("doorverwijzing__statushouder", hoofd)).filter(
        wie__isnull=False
    )
    return rijen.order_by().values(
        dossier=F("wie"),
        gezin=F("doorverwijzing__gezin"),
        gelegenheid=Cast("pk", CharField()),
        begint_op=F("gesteld_op"),
        vervalt_op=F("antwoord_voor"),
        voldaan_op=F("beantwoord_op"),
    )


def _wachtend(*, begint: Combinable, vervalt: str, na: str) -> QuerySet[Any, Any]:
    """Referrals that had no answer yet at the end of the day `na`."""
    rijen = Doorverwijzing.objects.filter(antwoord_tot_en_met__isnull=False)
    nog_open = Q(beantwoord=None) | Q(beantwoord__gt=F(na))
    return _rijen(
        rijen.annotate(beantwoord=_BEANTWOORD).filter(nog_open),
        begint=Least(begint, vervalt),
        vervalt=F(vervalt),
        voldaan=F("beantwoord"),
    )


def _rijen(
    rijen: QuerySet[Any], *, begint: Combinable, vervalt: Combinable, voldaan: Combinable
) -> QuerySet[Any, Any]:
    met_wie = rijen.annotate(
        wie=Coalesce("statushouder", _hoofd("gezin")), vertrokken_op=vertrokken_op()
    ).filter(wie__isnull=False)
    met_dagen = met_wie.order_by().annotate(
        dossier=F("wie"),
        gelegenheid=Cast("pk", CharField()),
        begint_op=Cast(begint, DateField()),
        vervalt_op=Cast(vervalt, DateField()),
        voldaan_op=Cast(voldaan, DateField()),
        gestopt_op=Case(When(gevraagd_op__lte=F("vertrokken_op"), then=F("vertrokken_op"))),
    )
    rijen_: QuerySet[Any, Any] = met_dagen.values(
        "dossier", "gezin", "gelegenheid", "begint_op", "vervalt_op", "voldaan_op", "gestopt_op"
    )
    return rijen_


def _hoofd(gezin: str) -> Subquery:
    """Of a family its head, or else the first member that there is."""
    leden = Gezinslid.objects.filter(gezin=OuterRef(gezin), tot=None).hoofd_eerst()
    return Subquery(leden.values("statushouder")[:1], output_field=BigIntegerField())


def _dagen_na(veld: str, dagen: int) -> Combinable:
    return Cast(ExpressionWrapper(F(veld) + timedelta(days=dagen), output_field=DateField()), DateField())
