"""What the privacy officer asks of the read log: what stands out, what was found of it, and the seals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Count, DateTimeField, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.fields.tuple_lookups import TupleIn
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay, TruncHour

from kern.kalender import AMSTERDAM
from toegang.actions import gebroken_zegels
from toegang.models import Gebruiker, Leesbeoordeling, Leesregel, Leeszegel, Rol
from toegang.models.leeslog import LeesregelQuerySet

# Monday to Friday from 7.00 to 19.00; nobody said otherwise.
KANTOOR_VAN, KANTOOR_TOT, LAATSTE_WERKDAG = 7, 19, 5
# So many different dossiers by one user in one hour of the clock is more than a caseworker opens one by one.
VEEL = 25
# A seal is set every hour; older rows without one mean that it does not happen.
TE_LAAT = timedelta(hours=2)
EEN_MAAND = timedelta(days=31)
# The clock of the database, the same for a whole statement: an index goes by it.
NU = Func(function="statement_timestamp", output_field=DateTimeField())
_BUITEN_ZEGEL = """
SELECT count(*), coalesce(min(r.moment) < clock_timestamp() - make_interval(secs => %s), false)
FROM unnest('{[1,)}'::int8multirange
            - coalesce((SELECT range_agg(gat) FROM toegang_leeszegel, unnest(regels::int8multirange) gat), '{}'))
     AS deel(bereik)
JOIN toegang_leesregel r ON r.id >= lower(bereik) AND (upper(bereik) IS NULL OR r.id < upper(bereik))
"""


@dataclass(frozen=True)
class Zegelstand:
    """The last seal, whether it fits its rows, and what waits for the next one."""

    laatste: Leeszegel | None
    klopt: bool
    open: int
    staat_stil: bool


def zegelstand() -> Zegelstand:
    """The state of the seals; it looks at the rows of the last one only. All of them is for `controleer`."""
    with connection.cursor() as cursor:
        cursor.execute(_BUITEN_ZEGEL, [TE_LAAT.total_seconds()])
        aantal, stil = cursor.fetchone()
    return Zegelstand(Leeszegel.objects.last(), not gebroken_zegels(laatste=1), aantal, stil)


def buiten_kantoortijd(regels: LeesregelQuerySet) -> LeesregelQuerySet:
    """Rows of evenings, nights and weekends, by the clock of Amsterdam."""
    return regels.alias(
        uur=ExtractHour("moment", tzinfo=AMSTERDAM), weekdag=ExtractIsoWeekDay("moment", tzinfo=AMSTERDAM)
    ).filter(Q(uur__lt=KANTOOR_VAN) | Q(uur__gte=KANTOOR_TOT) | Q(weekdag__gt=LAATSTE_WERKDAG))


def veel_tegelijk(regels: LeesregelQuerySet, vanaf: datetime | None = None) -> LeesregelQuerySet:
    """Rows of users who opened `VEEL` different dossiers, or more, in that hour of the clock.

    From this moment on, by default the last month: counting all years takes longer than a page may.
    Dossiers in a file that was taken along do not count: that file has a row of its own.
    """
    geopend = Leesregel.objects.exclude(handeling="uitvoer").exclude(gebruiker=None)
    geopend = geopend.filter(moment__gte=vanaf or NU - Value(EEN_MAAND))
    uur = TruncHour("moment", tzinfo=AMSTERDAM)
    druk = (
        geopend.annotate(uur=uur)
        .order_by()
        .values("gebruiker", "uur")
        .alias(dossiers=Count("dossier", distinct=True))
        .filter(dossiers__gte=VEEL)
    )
    # all hours at once: asked for each row it would read the log anew each time
    return regels.alias(uur=uur).filter(TupleIn((F("gebruiker"), F("uur")), druk.query))


def zonder_inhoud_van_bestanden(regels: LeesregelQuerySet) -> LeesregelQuerySet:
    """Without the row for each dossier in a file: the row of the file itself says how many there were."""
    return regels.exclude(handeling="uitvoer", dossier__isnull=False)


def niet_beoordeeld(regels: LeesregelQuerySet) -> LeesregelQuerySet:
    """Rows of which nobody said anything yet."""
    return regels.filter(~Exists(Leesbeoordeling.objects.filter(regel=OuterRef("pk"))))


def niet_in_orde(regels: LeesregelQuerySet) -> LeesregelQuerySet:
    """Rows of which the last thing that was said is that they are not all right."""
    later = Leesbeoordeling.objects.filter(regel=OuterRef("regel"), pk__gt=OuterRef("pk"))
    mis = Leesbeoordeling.objects.filter(~Exists(later), in_orde=False)
    return regels.filter(pk__in=mis.order_by().values("regel"))


def laatste_oordelen(regels: Iterable[Leesregel]) -> dict[int, Leesbeoordeling]:
    """What was found of these rows last, by their key; one query."""
    sleutels = [regel.pk for regel in regels]
    if not sleutels:
        return {}
    rijen = Leesbeoordeling.objects.filter(regel__in=sleutels).order_by("regel", "-pk").distinct("regel")
    return {rij.regel: rij for rij in rijen.select_related("gebruiker")}


def beoordelingen(regel: Leesregel) -> QuerySet[Leesbeoordeling]:
    """All that was said of this row, the last first."""
    return Leesbeoordeling.objects.filter(regel=regel.pk).select_related("gebruiker").order_by("-pk")


def lezers() -> dict[str, str]:
    """Users by key with their role, for the filter: all who can read, and who could."""
    rijen = Gebruiker.objects.order_by("naam", "pk").values_list("pk", "naam", "email", "rol")
    return {str(pk): f"{naam or email} ({Rol(rol).label})" for pk, naam, email, rol in rijen}
