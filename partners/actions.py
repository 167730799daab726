"""What partners and caseworkers do with questions, an organisation with its places, and the night with what waits.

An act a second time, by the back button, changes nothing and is no fault.
"""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers import actions as van_dossiers
from dossiers.figures import dossiers_van
from dossiers.models import Doorverwijzing, Verwijsstand
from dossiers.rules.antwoordtermijn import vraag_uiterlijk
from kern.contract import Gebruiker
from kern.namens import namens
from kern.register import register
from kern.weigering import botsing_als_weigering
from partners.models import Plaatsen, Vraag, Vraagsoort
from toegang.actions import herinner_aan_verwijzing
from toegang.models import Organisatie

_KAN_VRAGEN = (Verwijsstand.GEVRAAGD, Verwijsstand.AANGENOMEN)


def vraag_gemeente(
    verwijzing: Doorverwijzing, *, soort: str, tekst: str, op: date, door: Gebruiker | None
) -> Vraag:
    """Ask or tell the municipality something about this referral. ValidationError without words, or when it is over."""
    woorden = tekst.strip()
    if not woorden:
        raise ValidationError({"tekst": "Schrijf uw vraag op."})
    if soort not in Vraagsoort.values:
        raise ValidationError({"soort": "Kies of dit een vraag of een signaal is."})
    with transaction.atomic(), botsing_als_weigering(Vraag):
        rij = Doorverwijzing.objects.select_for_update(of=("self",)).get(pk=verwijzing.pk)
        if rij.stand_op(op) not in _KAN_VRAGEN:
            raise ValidationError("Deze verwijzing is voorbij. Bel of mail de gemeente met uw vraag.")
        zelfde = {"doorverwijzing": rij, "soort": soort, "tekst": woorden, "gesteld_op": op}
        if bekend := Vraag.objects.open().filter(**zelfde).first():
            return bekend
        vraag = Vraag.objects.create(
            **zelfde, antwoord_voor=vraag_uiterlijk(op), gesteld_door_id=door.pk if door else None
        )
        register.werk_bij(dossiers_van([rij]))
    return vraag


def beantwoord_vraag(vraag: Vraag, *, antwoord: str, op: date, door: Gebruiker | None) -> Vraag:
    """The partner reads it on its first page. ValidationError without words, or after another answer."""
    woorden = antwoord.strip()
    if not woorden:
        raise ValidationError({"antwoord": "Schrijf uw antwoord op."})
    with transaction.atomic(), botsing_als_weigering(Vraag):
        rij = Vraag.objects.select_for_update(of=("self",)).get(pk=vraag.pk)
        if rij.beantwoord_op and rij.antwoord != woorden:
            raise ValidationError("Deze vraag is al beantwoord.")
        if rij.beantwoord_op is None:
            rij.antwoord, rij.beantwoord_op = woorden, op
            rij.beantwoord_door_id = door.pk if door else None
            rij.bewaar_volgende()
            register.werk_bij(dossiers_van([rij.doorverwijzing]))
    return rij


def zet_plaatsen(organisatie: Organisatie, *, aantal: int, vanaf: date, door: Gebruiker | None) -> Plaatsen:
    """For how many families the organisation has room from this day on; a second time on one day the last holds."""
    with transaction.atomic(), botsing_als_weigering(Plaatsen):
        rij, _nieuw = Plaatsen.objects.update_or_create(
            organisatie=organisatie,
            vanaf=vanaf,
            defaults={"aantal": aantal, "door_id": door.pk if door else None},
        )
    return rij


def bewaak_verwijzingen(*, op: date) -> tuple[int, int]:
    """End what got no answer in time and remind of what waits; how many ended, and how many mails. Safe to run twice.

    One transaction: a referral is marked as reminded only together with the mail in the outbox, which is not of
    the role that reads referrals.
    """
    with transaction.atomic():
        with namens(None, op=op):
            verlopen = van_dossiers.laat_verlopen(op=op)
            organisaties = van_dossiers.merk_herinnerd(op=op)
        mails = herinner_aan_verwijzing(organisaties)
    return len(verlopen), mails
