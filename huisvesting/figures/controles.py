"""What always holds of homes and counts."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Least

from dossiers.models import Statushouder, Vestiging
from huisvesting.figures.telling import anders_geteld, stapels, telstanden
from huisvesting.models import Beginstand, Plaatsing, Telling
from kern.contract import Bevinding
from kern.controles import bevinding


def een_telling_per_persoon() -> Bevinding:
    """Persons who count twice, or of whom more was taken off than counted."""
    som = Sum("tellingen__waarde")
    dubbel = Statushouder.objects.annotate(som=som).filter(Q(som__gt=1) | Q(som__lt=0))
    return bevinding(dubbel.values_list("nummer", flat=True))


def telling_volgt() -> Bevinding:
    """Persons whose count is not what follows from the facts (`huisvesting.rules.beoordeel`)."""
    anders = [pk for sleutels in stapels() for pk in anders_geteld(telstanden(sleutels))]
    return bevinding(Statushouder.objects.filter(pk__in=anders).values_list("nummer", flat=True))


def namen_binnen_beginstand() -> Bevinding:
    """Periods in which more named persons count, up to the day of the opening position, than it has."""
    benoemd: QuerySet[Any] = (
        Telling.objects.filter(
            telt_op__gte=OuterRef("periode__van"),
            telt_op__lte=Least(OuterRef("stand_op"), OuterRef("periode__tot_en_met")),
        )
        .order_by()
        .annotate(groep=Value(1))
        .values("groep")
        .annotate(som=Sum("waarde"))
        .values("som")
    )
    namen = Coalesce(Subquery(benoemd), 0, output_field=IntegerField())
    teveel = Beginstand.objects.annotate(namen=namen).filter(namen__gt=F("gerealiseerd"))
    return bevinding(teveel.values_list("periode__code", flat=True))


def vestiging_en_plaatsing() -> Bevinding:
    """Placements of who is not settled on their first day, and counts on the placement of somebody else.

    Of persons: what a merge left behind at the dossier that went up holds for nobody, until it is undone.
    """
    gevestigd = Vestiging.objects.filter(
        Q(tot=None) | Q(tot__gt=OuterRef("van")),
        statushouder=OuterRef("statushouder"),
        van__lte=OuterRef("van"),
    )
    zonder = Plaatsing.objects.actueel().exclude(Exists(gevestigd))
    geteld = Telling.objects.actueel().filter(plaatsing__isnull=False)
    van_ander = geteld.exclude(plaatsing__statushouder=F("statushouder"))
    return bevinding(*(rijen.values_list("statushouder__nummer", flat=True) for rijen in (zonder, van_ander)))


def woning_niet_vol() -> Bevinding:
    """Homes with more residents on a day than places; it can only begin on a day on which somebody moves in.

    Of persons, as the trigger counts: what a merge left behind takes no place.
    """
    samen = (
        Plaatsing.objects.actueel()
        .filter(woning=OuterRef("woning"), periode__contains=OuterRef("van"))
        .order_by()
        .annotate(groep=Value(1))
        .values("groep")
        .annotate(n=Sum(Value(1)))
        .values("n")
    )
    bewoners = Subquery(samen, output_field=IntegerField())
    vol = Plaatsing.objects.actueel().annotate(bewoners=bewoners).filter(bewoners__gt=F("woning__capaciteit"))
    return bevinding(vol.values_list("statushouder__nummer", flat=True))
