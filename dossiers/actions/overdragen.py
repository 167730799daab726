"""All the work of a colleague to another in one act, and back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Greatest

from dossiers import figures
from dossiers.models import Inzagerecht, Regie, Signaal, Statushouder, Taak, Waarneming, Werkoverdracht
from dossiers.models.sloten import vergrendel
from kern.contract import Gebruiker
from kern.namens import als_gemeente
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from kern.weigering import botsing_als_weigering
from toegang.rules import INZIEN, mag

_NIETS = "Er is niets van deze collega dat naar de ander kan."
# In house: so many days to give a dossier that stayed behind to another.
_DAGEN = 7
_AL_TERUG = "Deze overdracht is al teruggedraaid."


def draag_al_het_werk_over(*, van: Gebruiker, aan: Gebruiker, op: date, door: Gebruiker) -> Werkoverdracht:
    """From `op` on `aan` has the cases, open tasks and signals of `van`, and covers for whom `van` covered.

    As the municipality, so that nothing is forgotten which `door` may not see. A shielded dossier stays with `van`
    where `aan` is not named for it: somebody who is gets a task to give it to another, and nobody else hears of it.
    A task of a domain that `aan` may not read stays too; of that `figures.overdracht.werk_van` tells `door`.
    A fixed number of queries. ValidationError at `aan`: the same colleague, one who cannot have this work, or is
    absent when they would cover; at `van` where there is nothing to hand over.
    """
    if van.pk == aan.pk:
        raise ValidationError({"aan": "Kies een andere collega dan wie het werk nu heeft."})
    with als_gemeente(), transaction.atomic(), botsing_als_weigering(Waarneming):
        rij = Werkoverdracht(van_id=van.pk, aan_id=aan.pk, door_id=door.pk, op=op)
        personen = _zet_over(rij, _alles_van(van, op), naar=aan, op=op)
        if not any((rij.regie, rij.taken, rij.signalen, rij.waarnemingen)):
            raise ValidationError({"van": _NIETS})
        rij.save()
        vertel = _vertel_van_wat_blijft(van, op)
        register.werk_bij(Statushouder.objects.filter(pk__in={*personen, *vertel}))
    return rij


def _vertel_van_wat_blijft(van: Gebruiker, op: date) -> list[int]:
    """A task on each shielded dossier of which somebody has a part still, for a colleague who is named for it.

    The first who was named and can have the case; where there is none the one who has it still, for whoever keeps
    the users gives them their access back first. Those dossiers.
    """
    blijft = {sleutel for rijen in _alles_van(van, op)[:3] for sleutel in _dossiers(rijen)}
    afgeschermd = Statushouder.objects.filter(pk__in=blijft, afgeschermd=True)
    sleutels = list(afgeschermd.order_by("pk").values_list("pk", flat=True))
    genoemd: dict[int, int] = {}
    rechten = Inzagerecht.objects.lopend_op(op).filter(
        statushouder__in=sleutels, gebruiker__in=figures.eigenaren().exclude(pk=van.pk)
    )
    for persoon, gebruiker in rechten.order_by("van", "pk").values_list("statushouder", "gebruiker"):
        genoemd.setdefault(persoon, gebruiker)
    wat = _achtergebleven(van)
    gezegd = set(_dossiers(Taak.objects.open().filter(statushouder__in=sleutels, wat=wat)))
    Taak.objects.bulk_create(
        Taak(
            statushouder_id=sleutel,
            wat=wat,
            uiterlijk_op=op + timedelta(days=_DAGEN),
            eigenaar_id=genoemd.get(sleutel, van.pk),
        )
        for sleutel in sleutels
        if sleutel not in gezegd
    )
    return sleutels


def _achtergebleven(van: Gebruiker) -> str:
    wat = f"{van} droeg al het werk over. Dit dossier bleef achter: draag het over aan wie er ook bij genoemd is."
    return wat[: Taak.wat.field.max_length]


def draai_overdracht_terug(overdracht: Werkoverdracht, *, op: date) -> Werkoverdracht:
    """What went and is still with the successor goes back on `op`; what somebody else got since stays there.

    ValidationError: taken back before, or whose work it was cannot have it (any more).
    """
    with als_gemeente(), transaction.atomic(), botsing_als_weigering(Waarneming):
        nu = (
            Werkoverdracht.objects.select_for_update(of=("self",))
            .select_related("van", "aan")
            .get(pk=overdracht.pk)
        )
        if nu.teruggedraaid_op:
            raise ValidationError(_AL_TERUG)
        erbij = (
            {"pk__in": nu.regie},
            {"pk__in": nu.taken},
            {"pk__in": nu.signalen},
            {"pk__in": nu.waarnemingen},
        )
        alles = [rijen.filter(**welke) for rijen, welke in zip(_alles_van(nu.aan, op), erbij, strict=True)]
        terug = Werkoverdracht(van=nu.aan, aan=nu.van)
        try:
            personen = _zet_over(terug, alles, naar=nu.van, op=op)
        except ValidationError as fout:
            raise ValidationError(fout.messages) from fout
        # nobody has to give away what stayed, now that its owner is back
        gezegd = Taak.objects.open().filter(wat=_achtergebleven(nu.van))
        gezegd.update(gedaan_op=op, versie=F("versie") + 1)
        nu.teruggedraaid_op = op
        nu.save(update_fields=["teruggedraaid_op"])
        register.werk_bij(Statushouder.objects.filter(pk__in=personen))
    return nu


def _alles_van(wie: Any, op: date) -> list[QuerySet[Any]]:
    """What somebody has on `op` or will have: assignments, open tasks, open signals, absences that they cover."""
    nog = Q(tot=None) | Q(tot__gt=op)
    return [
        Regie.objects.filter(nog, regisseur=wie.pk).filter(Q(tot=None) | Q(tot__gt=F("van"))),
        Taak.objects.open().filter(eigenaar=wie.pk),
        Signaal.objects.open().filter(eigenaar=wie.pk),
        Waarneming.objects.filter(waarnemer=wie.pk, tot__gt=op),
    ]


def _zet_over(
    rij: Werkoverdracht, alles: list[QuerySet[Any]], *, naar: Gebruiker, op: date
) -> Collection[int]:
    """Write in `rij` what went to `naar`; the keys of the dossiers that it is about."""
    regie, taken, signalen, waarnemingen = alles
    eigen = {sleutel for rijen in (regie, taken, signalen) for sleutel in _dossiers(rijen)}
    vergrendel(eigen)
    mee = _mag_zien(eigen, naar, op)
    mag_regie = _in(figures.regisseurkeuze(), naar)
    # a shielded one refuses nothing: who may not know of it would learn of it
    open_ = regie.filter(statushouder__afgeschermd=False)
    if (open_.exists() or waarnemingen.exists()) and not mag_regie:
        raise ValidationError({"aan": "Kies een collega die dossiers mag wijzigen: er gaan dossiers mee."})
    if not _in(figures.eigenaren(), naar):
        raise ValidationError({"aan": "Kies een collega die dossiers mag lezen."})
    rij.regie = _zet_regie(list(regie.filter(statushouder__in=mee)), naar, op) if mag_regie else []
    leesbaar = [code for code, _naam in figures.onderwerpen() if mag(naar, code, INZIEN)]
    rij.taken, rij.signalen = (
        _zet_eigenaar(rijen.filter(statushouder__in=mee, domein__in=leesbaar), naar)
        for rijen in (taken, signalen)
    )
    rij.waarnemingen = _zet_waarneming(list(waarnemingen), naar, op)
    return mee


def _dossiers(rijen: QuerySet[Any]) -> list[int]:
    return list(rijen.order_by().values_list("statushouder", flat=True))


def _in(collegas: QuerySet[Any], wie: Gebruiker) -> bool:
    return collegas.filter(pk=wie.pk).exists()


def _mag_zien(personen: Collection[int], wie: Gebruiker, op: date) -> list[int]:
    """Those of these dossiers that this colleague may open: of the shielded ones only who is named for it."""
    genoemd = Inzagerecht.objects.lopend_op(op).filter(gebruiker=wie.pk).values("statushouder")
    open_ = Statushouder.objects.filter(pk__in=personen).filter(Q(afgeschermd=False) | Q(pk__in=genoemd))
    return list(open_.order_by("pk").values_list("pk", flat=True))


def _zet_regie(rijen: list[Regie], naar: Gebruiker, op: date) -> list[int]:
    """Each assignment closes on `op`, and one of the same days opens for the other; planned ones begin as planned."""
    Regie.objects.filter(pk__in=[rij.pk for rij in rijen]).update(
        tot=Greatest(F("van"), Value(op)), versie=F("versie") + 1
    )
    nieuw = Regie.objects.bulk_create(
        Regie(statushouder_id=rij.statushouder_id, regisseur_id=naar.pk, van=max(rij.van, op), tot=rij.tot)
        for rij in rijen
    )
    return [rij.pk for rij in nieuw]


def _zet_eigenaar(rijen: QuerySet[Any], naar: Gebruiker) -> list[int]:
    sleutels = list(rijen.order_by("pk").values_list("pk", flat=True))
    rijen.model.objects.filter(pk__in=sleutels).update(eigenaar=naar.pk, versie=F("versie") + 1)
    return sleutels


def _zet_waarneming(rijen: list[Waarneming], naar: Gebruiker, op: date) -> list[int]:
    """Who was covered for stays covered; an absence of the successor in those days stands in the way."""
    van = min((rij.van for rij in rijen), default=op)
    weg = Waarneming.objects.filter(afwezige=naar.pk, tot__gt=van).select_related("afwezige")
    for afwezig in weg if rijen else ():
        if any(rij.van < afwezig.tot and afwezig.van < rij.tot for rij in rijen):
            raise ValidationError(
                {
                    "aan": f"{afwezig.afwezige} is zelf afwezig vanaf {schrijf_datum(afwezig.van)} en zou dan "
                    "voor een ander waarnemen. Kies daarvoor eerst een andere waarnemer."
                }
            )
    begonnen = [rij for rij in rijen if rij.van < op]
    Waarneming.objects.filter(pk__in=[rij.pk for rij in begonnen]).update(tot=op, versie=F("versie") + 1)
    later = [rij.pk for rij in rijen if rij.van >= op]
    Waarneming.objects.filter(pk__in=later).update(waarnemer=naar.pk, versie=F("versie") + 1)
    nieuw = Waarneming.objects.bulk_create(
        Waarneming(afwezige_id=rij.afwezige_id, waarnemer_id=naar.pk, van=op, tot=rij.tot) for rij in begonnen
    )
    return [*later, *(rij.pk for rij in nieuw)]
