"""Writing in huisvesting: one function for each act of a user."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Min, Q

from dossiers.actions import vestig
from dossiers.models import Gezinslid, Statushouder, Vestiging
from huisvesting import rules
from huisvesting.models import Plaatsing, Telling, Verwachting, Woning
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from kern.weigering import botsing_als_weigering


def plaats(personen: Sequence[Statushouder], *, woning: Woning, van: date) -> list[Plaatsing]:
    """Persons move into a home on `van`; who counts for the quota counts from that day.

    All or nothing, a fixed number of queries. Opens a Vestiging on `van` for whom none runs.
    ValidationError, in Dutch: on `woning` when it is full or not to be let, on `van` when it lies
    before the settling date, without a field when a constraint refuses.
    """
    with transaction.atomic(), botsing_als_weigering(Plaatsing, Telling, Vestiging):
        # Two clerks and one last place: the second waits here and then sees the first's placement.
        woning = Woning.objects.select_for_update().get(pk=woning.pk)
        _eis_plek(woning, len(personen), van)
        _eis_na_vestiging(personen, van)
        gehuisvest = _eerste_woning_van_gezin(personen, van)
        plaatsingen = Plaatsing.objects.bulk_create(
            Plaatsing(statushouder=persoon, woning=woning, van=van) for persoon in personen
        )
        vestig(personen, van=van)
        _tel(plaatsingen, gehuisvest)
        register.werk_bij(personen)
    return plaatsingen


def beeindig(plaatsing: Plaatsing, *, versie: int, tot: date) -> Plaatsing:
    """A placement ends: `tot` is the first day on which the person no longer lives there.

    Somebody who later moves stays counted (H6). Verouderd when the row changed since `versie`.
    """
    with transaction.atomic(), botsing_als_weigering(Plaatsing):
        rij = Plaatsing.vergrendeld(plaatsing.pk, versie)
        rij.tot = tot
        rij.bewaar_volgende()
        register.werk_bij([rij.statushouder])
    return rij


def _eis_plek(woning: Woning, aantal: int, van: date) -> None:
    """A bed promised is a bed taken: refuse when fewer places are left than persons come."""
    if woning.beschikbaar_van and van < woning.beschikbaar_van:
        raise ValidationError(
            {"van": f"Deze woning is beschikbaar vanaf {schrijf_datum(woning.beschikbaar_van)}."}
        )
    if woning.beschikbaar_tot_en_met and van > woning.beschikbaar_tot_en_met:
        tot = schrijf_datum(woning.beschikbaar_tot_en_met)
        raise ValidationError({"van": f"Deze woning is beschikbaar tot en met {tot}."})
    if woning.capaciteit is None:
        return
    bezet = woning.plaatsingen.filter(Q(tot=None) | Q(tot__gt=van)).count()
    vrij = woning.capaciteit - bezet
    if vrij < 1:
        raise ValidationError({"woning": f"Deze woning is vol vanaf {schrijf_datum(van)}."})
    if vrij < aantal:
        raise ValidationError({"woning": f"In deze woning is plek voor {vrij}, en u koos {aantal} personen."})


def _eis_na_vestiging(personen: Sequence[Statushouder], van: date) -> None:
    """A home begins on or after the settling date, for whom a spell still has to begin."""
    lopend = Vestiging.objects.lopend_op(van).filter(statushouder__in=personen)
    later = (
        Vestiging.objects.filter(statushouder__in=personen, van__gt=van)
        .exclude(statushouder__in=lopend.values("statushouder"))
        .order_by("van")
        .first()
    )
    if later:
        raise ValidationError({"van": f"De woning gaat in voor de vestiging ({schrijf_datum(later.van)})."})


def _eerste_woning_van_gezin(personen: Sequence[Statushouder], dag: date) -> dict[int, date]:
    """By person: the first day on which a member of the family had a home here, before now."""
    gezinnen = Gezinslid.objects.lopend_op(dag).filter(statushouder__in=personen)
    eerste = (
        Plaatsing.objects.filter(statushouder__lidmaatschappen__gezin__in=gezinnen.values("gezin"))
        .order_by()
        .values("statushouder__lidmaatschappen__gezin")
        .annotate(eerste=Min("van"))
        .values_list("statushouder__lidmaatschappen__gezin", "eerste")
    )
    per_gezin = dict(eerste)
    leden = gezinnen.values_list("statushouder_id", "gezin_id")
    return {persoon: per_gezin[gezin] for persoon, gezin in leden if gezin in per_gezin}


def _tel(plaatsingen: Sequence[Plaatsing], gehuisvest: dict[int, date]) -> None:
    """Write a count for each placed person who counts by the rules and never counted before."""
    personen = [plaatsing.statushouder_id for plaatsing in plaatsingen]
    al_geteld = set(
        Telling.objects.filter(statushouder__in=personen, waarde=1).values_list("statushouder_id", flat=True)
    )
    Telling.objects.bulk_create(
        telling
        for plaatsing in plaatsingen
        if plaatsing.statushouder_id not in al_geteld
        and (telling := _telling(plaatsing, gehuisvest.get(plaatsing.statushouder_id)))
    )


def _telling(plaatsing: Plaatsing, gezin_gehuisvest_op: date | None) -> Telling | None:
    persoon = plaatsing.statushouder
    oordeel = rules.telt_mee(
        vergunning=persoon.vergunning,
        wijze_van_komst=persoon.wijze_van_komst,
        opvang=persoon.opvang,
        geboren=persoon.geboren,
        gezin_gehuisvest_op=gezin_gehuisvest_op,
        dag=plaatsing.van,
    )
    if not oordeel.telt:
        return None
    return Telling(
        statushouder=persoon,
        plaatsing=plaatsing,
        waarde=1,
        telt_op=plaatsing.van,
        reden=oordeel.reden,
        regel=oordeel.regel,
        bron=oordeel.bron,
    )


def leg_verwachting_vast(
    persoon: Statushouder, *, verwacht_op: date, bron: str, versie: int | None = None
) -> Verwachting:
    """The day on which somebody is expected to get a home here; replaces an earlier expectation."""
    with transaction.atomic(), botsing_als_weigering(Verwachting):
        if versie is None:
            rij = Verwachting.objects.create(statushouder=persoon, verwacht_op=verwacht_op, bron=bron)
        else:
            oud = Verwachting.objects.get(statushouder=persoon)
            rij = Verwachting.vergrendeld(oud.pk, versie)
            rij.verwacht_op, rij.bron = verwacht_op, bron
            rij.bewaar_volgende()
        register.werk_bij([persoon])
    return rij


def bewaar_woning(woning: Woning, *, gegevens: Mapping[str, Any], versie: int | None = None) -> Woning:
    """Make a home, or change it as the next version.

    ValidationError, in Dutch: an address that is there already; on `capaciteit` fewer places than
    persons who live there or have a promise without an end.
    """
    with transaction.atomic(), botsing_als_weigering(Woning):
        rij = woning if versie is None else Woning.vergrendeld(woning.pk, versie)
        for naam, waarde in gegevens.items():
            setattr(rij, naam, waarde)
        _eis_ruimte(rij)
        if versie is None:
            rij.save()
        else:
            rij.bewaar_volgende()
    return rij


def _eis_ruimte(woning: Woning) -> None:
    if woning.pk is None or woning.capaciteit is None:
        return
    bewoners = woning.plaatsingen.filter(tot=None).count()
    if woning.capaciteit < bewoners:
        raise ValidationError({"capaciteit": f"Er wonen hier al {bewoners} personen."})
