"""Whose case it is: assigning, handing over, and covering during absence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q, QuerySet

from dossiers import figures
from dossiers.models import Inzagerecht, Regie, Statushouder, Waarneming
from dossiers.models.sloten import vergrendel
from kern.contract import Gebruiker
from kern.opmaak.datum import schrijf_datum
from kern.register import register
from kern.weigering import Verouderd, botsing_als_weigering


def wijs_toe(
    personen: Sequence[Statushouder], *, regisseur: Gebruiker | None, van: date, op: date | None = None
) -> list[Regie]:
    """These dossiers are this caseworker's from `van` on; without one they go to the open work stock.

    One assignment closes and the next opens in the same act, for all at once, in a fixed number of queries;
    who has the case already keeps the row. With `op` (today) an assignment that was planned ahead for a later
    day gives way. ValidationError at `van` where an assignment began after it, at `regisseur` for somebody
    who cannot have a case, or may not know of one that is shielded. Gives the new rows.
    """
    if regisseur and not figures.regisseurkeuze().filter(pk=regisseur.pk).exists():
        raise ValidationError({"regisseur": "Kies een collega die dossiers mag wijzigen."})
    sleutels = [persoon.pk for persoon in personen]
    with transaction.atomic(), botsing_als_weigering(Regie):
        nu = _vergrendel(sleutels)
        if regisseur:
            _eis_inzage(nu, regisseur, van)
        _ruim_geplande_op(sleutels, van=van, op=op)
        lopend = Regie.objects.lopend_op(van).filter(statushouder__in=sleutels)
        van_hem = lopend.filter(regisseur_id=regisseur.pk if regisseur else None)
        blijven = set(van_hem.values_list("statushouder_id", flat=True))
        lopend.exclude(statushouder__in=blijven).update(tot=van, versie=F("versie") + 1)
        houden = lopend.filter(statushouder__in=blijven, tot__isnull=False)
        houden.update(tot=None, versie=F("versie") + 1)
        nieuw = Regie.objects.bulk_create(
            Regie(statushouder_id=sleutel, regisseur_id=regisseur.pk if regisseur else None, van=van)
            for sleutel in sleutels
            if sleutel not in blijven
        )
        register.werk_bij(personen)
    return nieuw


def draag_regie_over(
    personen: Sequence[Statushouder],
    *,
    regie: Regie,
    versie: int,
    regisseur: Gebruiker | None,
    van: date,
    op: date,
) -> list[Regie]:
    """Hand over from a page that showed `regie`, the assignment of one of these persons, in `versie`.

    Verouderd, with the assignment that stands now, when a colleague was first. Refuses as `wijs_toe`.
    """
    with transaction.atomic():
        # All of them in one order: two who hand over one family from two of its pages wait for each other.
        _vergrendel([persoon.pk for persoon in personen])
        nu = Regie.objects.select_related("regisseur").get(statushouder=regie.statushouder_id, tot=None)
        if (nu.pk, nu.versie) != (regie.pk, versie):
            raise Verouderd(nu)
        return wijs_toe(personen, regisseur=regisseur, van=van, op=op)


def neem_waar(*, afwezige: Gebruiker, waarnemer: Gebruiker, van: date, tot: date, op: date) -> Waarneming:
    """`waarnemer` has the cases of `afwezige` from `van` up to `tot` (exclusive), as agreed on `op`.

    The same once more (a double click), or at once, is that one. Refuses as `wijzig_waarneming`; ValidationError at
    `tot_en_met` where the last day was before `op`: nobody would cover, and no list would show it.
    """
    if tot <= op:
        raise ValidationError({"tot_en_met": "Deze dag is al voorbij. Kies vandaag of een dag daarna."})
    gelijk = {"afwezige": afwezige.pk, "waarnemer": waarnemer.pk, "van": van, "tot": tot}
    if bekend := Waarneming.objects.filter(**gelijk).first():
        return bekend
    try:
        return _bewaar_waarneming(Waarneming(afwezige_id=afwezige.pk), waarnemer, van, tot)
    except ValidationError:
        # Sent at once, the constraint made this one wait for the other: what it did can be seen only now.
        if bekend := Waarneming.objects.filter(**gelijk).first():
            return bekend
        raise


def wijzig_waarneming(
    waarneming: Waarneming, *, versie: int, waarnemer: Gebruiker, van: date, tot: date
) -> Waarneming:
    """Other days or another colleague, as the next version.

    Verouderd; ValidationError at `waarnemer`: absent themselves in those days, or cannot have a case; without
    a field where the days overlap another absence.
    """
    with transaction.atomic():
        rij = Waarneming.vergrendeld(waarneming.pk, versie)
        rij.versie += 1
        return _bewaar_waarneming(rij, waarnemer, van, tot)


def trek_waarneming_in(waarneming: Waarneming, *, versie: int, op: date) -> None:
    """The absence does not come about. One that has begun cannot be withdrawn, only ended by its last day."""
    with transaction.atomic():
        rij = Waarneming.vergrendeld(waarneming.pk, versie)
        if rij.van <= op:
            raise ValidationError("Deze waarneming is al begonnen. Wijzig de laatste dag.")
        rij.delete()
        register.werk_bij(_dossiers_van(rij.afwezige_id))


def _bewaar_waarneming(rij: Waarneming, waarnemer: Gebruiker, van: date, tot: date) -> Waarneming:
    rij.waarnemer_id, rij.van, rij.tot = waarnemer.pk, van, tot
    with transaction.atomic(), botsing_als_weigering(Waarneming):
        if not figures.regisseurkeuze().filter(pk=waarnemer.pk).exists():
            raise ValidationError({"waarnemer": "Kies een collega die dossiers mag wijzigen."})
        overlapt = Waarneming.objects.filter(van__lt=tot, tot__gt=van)
        if overlapt.filter(afwezige_id=waarnemer.pk).exists():
            raise ValidationError({"waarnemer": "Deze collega is in die dagen zelf ook afwezig."})
        if overlapt.filter(waarnemer_id=rij.afwezige_id).exists():
            raise ValidationError({"van": "In deze dagen neemt deze collega zelf waar voor een ander."})
        rij.save()
        register.werk_bij(_dossiers_van(rij.afwezige_id))
    return rij


def _dossiers_van(gebruiker: int) -> QuerySet[Statushouder]:
    return Statushouder.objects.filter(regie__regisseur_id=gebruiker, regie__tot=None)


def _vergrendel(personen: Sequence[int]) -> list[Statushouder]:
    vergrendel(personen)
    return list(Statushouder.objects.filter(pk__in=personen).order_by("pk"))


def _eis_inzage(personen: Sequence[Statushouder], regisseur: Gebruiker, van: date) -> None:
    """Nobody gets a shielded case that they cannot open; nothing is asked where none is shielded."""
    dicht = [persoon.pk for persoon in personen if persoon.afgeschermd]
    if not dicht:
        return
    genoemd = Inzagerecht.objects.lopend_op(van).filter(gebruiker=regisseur.pk, statushouder__in=dicht)
    zonder = Statushouder.objects.filter(pk__in=dicht).exclude(pk__in=genoemd.values("statushouder")).first()
    if zonder:
        raise ValidationError(
            {"regisseur": f"Dossier {zonder.nummer} is afgeschermd. Laat deze collega het eerst zien."}
        )


def _ruim_geplande_op(personen: Sequence[int], *, van: date, op: date | None) -> None:
    """What was planned for after `van` gives way; what had begun by then refuses the act, and names the dossier.

    A row that gives way stays, without a day in it, so that the history keeps what was agreed.
    """
    later = Regie.objects.filter(statushouder__in=personen, van__gt=van).filter(
        Q(tot=None) | Q(tot__gt=F("van"))
    )
    begonnen = (
        (later.filter(van__lte=op) if op else later).select_related("statushouder").order_by("van").first()
    )
    if begonnen:
        raise ValidationError(
            {
                "van": (
                    f"De regie van dossier {begonnen.statushouder.nummer} begon op "
                    f"{schrijf_datum(begonnen.van)}. Kies die dag of een dag daarna."
                )
            }
        )
    later.update(tot=F("van"), versie=F("versie") + 1)
