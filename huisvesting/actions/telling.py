"""The count for the quota: always what follows from the facts, and the only writer of its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from dossiers.models import Gezinslid, Statushouder
from dossiers.models.sloten import vergrendel
from huisvesting.figures.telling import anders_geteld, met_telfeiten, oordelen, stapels, telstanden
from huisvesting.models import Overname, Telling
from huisvesting.rules.overname import overnamebezwaar
from kern.namens import als_gemeente
from kern.register import register
from kern.weigering import botsing_als_weigering


def hertel(dossiers: Iterable[Statushouder]) -> int:
    """Write the count of these persons and their families as it follows from the facts; how many rows changed.

    Called inside every action that touches dossiers (`register.werk_bij`), and every night for all. Where
    nothing counts one query; where all is right seven. As the municipality: of a family or a home in which
    somebody is hidden from this user, the user sees too little to judge it.
    """
    if isinstance(dossiers, list) and not dossiers:
        return 0
    with als_gemeente():
        return _schrijf(_betrokken(dossiers))


def hertel_alles() -> int:
    """Write the count of everybody who has a home or counts, in parts; how many rows changed."""
    return sum(_schrijf(sleutels) for sleutels in stapels())


def meld_overname(
    persoon: Statushouder, *, gemeente: str, gemeld_op: date, vandaag: date, versie: int | None = None
) -> Overname:
    """Another municipality reported to COA that this AMV lives there: from that day one less counts here (H8).

    With `versie` an earlier report is corrected. ValidationError, in Dutch, at the field: who does not count as
    AMV on that day, a day that is to come, our own municipality.
    """
    with transaction.atomic(), botsing_als_weigering(Overname, Telling):
        vergrendel([persoon.pk])
        rij = Overname(statushouder=persoon)
        if versie is not None:  # who typed on an older report sees both first
            rij = Overname.vergrendeld(Overname.objects.get(statushouder=persoon).pk, versie)
        bezwaar = overnamebezwaar(oordelen([persoon.pk])[persoon.pk], gemeld_op)
        if gemeld_op > vandaag:
            bezwaar = ("gemeld_op", "Deze dag is nog niet geweest.")
        if bezwaar:
            raise ValidationError({bezwaar[0]: bezwaar[1]})
        rij.gemeente, rij.gemeld_op = gemeente, gemeld_op
        if versie is None:
            rij.save()
        else:
            rij.bewaar_volgende()
        register.werk_bij([persoon])
    return rij


def haal_overname_weg(overname: Overname, *, versie: int) -> None:
    """The report was a mistake: this person counts here again, as if it had not been there."""
    with transaction.atomic():
        vergrendel([overname.statushouder_id])
        rij = Overname.vergrendeld(overname.pk, versie)
        persoon = rij.statushouder
        rij.delete()
        register.werk_bij([persoon])


def _betrokken(dossiers: Iterable[Statushouder]) -> list[int]:
    """Of these persons and who is in a family with them: whose count may have changed; one query or none."""
    zelf: Any = dossiers  # a queryset of what a file or a list holds is asked by SQL, never read
    if not isinstance(zelf, QuerySet):
        sleutels = [persoon.pk for persoon in dossiers]
        if not sleutels:
            return []
        zelf = Statushouder.objects.filter(pk__in=sleutels)
    zelf = zelf.order_by().values("pk")
    gezinnen = Gezinslid.objects.filter(statushouder__in=zelf).order_by().values("gezin")
    leden = Gezinslid.objects.filter(gezin__in=gezinnen).order_by().values("statushouder")
    rijen = met_telfeiten(Statushouder.objects.filter(pk__in=zelf.union(leden))).order_by("pk")
    return list(rijen.values_list("pk", flat=True))


def _schrijf(sleutels: Collection[int]) -> int:
    """Compare, and where something differs lock these persons, compare again and write; in one transaction."""
    if not sleutels or not (anders := anders_geteld(telstanden(sleutels))):
        return 0
    with transaction.atomic(), botsing_als_weigering(Telling):
        list(
            Statushouder.objects.select_for_update(of=("self",), no_key=True)
            .filter(pk__in=anders)
            .order_by("pk")
            .values_list("pk")
        )
        standen = telstanden(anders)
        weg = [pk for stand in standen.values() for rij, pk in stand.is_er.items() if rij not in stand.hoort]
        nieuw = [
            Telling(statushouder_id=persoon, plaatsing_id=rij.plaatsing, **_velden(rij))
            for persoon, stand in standen.items()
            for rij in sorted(stand.hoort - stand.is_er.keys(), key=lambda rij: rij.telt_op)
        ]
        Telling.objects.filter(pk__in=weg).delete()
        Telling.objects.bulk_create(nieuw)
    return len(weg) + len(nieuw)


def _velden(rij: object) -> dict[str, object]:
    return {naam: getattr(rij, naam) for naam in ("waarde", "telt_op", "reden", "regel", "bron")}
