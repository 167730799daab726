"""Ticking a step of the first month, finding that it does not apply, and taking that back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from begeleiding.models import Stapstand
from begeleiding.rules import vinkbezwaar
from dossiers.models import Gezinslid, Vestiging
from kern.contract import Gebruiker
from kern.register import register
from kern.schrijfwijze import dag
from kern.weigering import Verouderd, botsing_als_weigering

# All that somebody says of a step; a partner may write these columns only.
_VELDEN = (
    "gedaan_op",
    "niet_van_toepassing",
    "reden",
    "opmerking",
    "door",
    "organisatie",
    "vestiging",
    "versie",
)


def vink_af(
    stand: Stapstand, *, versie: int, op: date, vandaag: date, door: Gebruiker | None, opmerking: str = ""
) -> Stapstand:
    """A step was done on `op`; one that was ticked before gets that day instead.

    ValidationError, in Dutch, on `gedaan_op`: a day to come, or before settling where that cannot be; the same
    tick a second time, and a step that another domain filled in. Verouderd when the row changed since `versie`.
    """
    with transaction.atomic(), botsing_als_weigering(Stapstand):
        rij = _vergrendeld(stand)
        opmerking = opmerking.strip()
        if not rij.niet_van_toepassing and (rij.gedaan_op, rij.opmerking) == (op, opmerking):
            raise ValidationError(f"Deze stap is al afgevinkt op {dag(op)}.", code="al_vast")
        _eis_versie(rij, versie)
        bezwaar = vinkbezwaar(
            op=op,
            vandaag=vandaag,
            begint_op=rij.eerste_maand.begint_op,
            mag_eerder=rij.stap.mag_eerder,
        )
        if bezwaar:
            raise ValidationError({"gedaan_op": bezwaar})
        rij.gedaan_op, rij.niet_van_toepassing, rij.reden, rij.opmerking = op, False, "", opmerking
        _bewaar(rij, door)
    return rij


def zet_niet_van_toepassing(
    stand: Stapstand, *, versie: int, reden: str, vandaag: date, door: Gebruiker | None
) -> Stapstand:
    """This family does not have to do this step, from today on. ValidationError on `reden` where there is none."""
    with transaction.atomic(), botsing_als_weigering(Stapstand):
        rij, reden = _vergrendeld(stand), reden.strip()
        if not reden:
            raise ValidationError({"reden": "Schrijf op waarom deze stap niet van toepassing is."})
        if rij.niet_van_toepassing and rij.reden == reden:
            raise ValidationError("Deze stap is al niet van toepassing.", code="al_vast")
        _eis_versie(rij, versie)
        # who finds another reason does not change the day on which it was decided
        rij.gedaan_op = rij.gedaan_op if rij.niet_van_toepassing else vandaag
        rij.niet_van_toepassing, rij.reden, rij.opmerking = True, reden, ""
        _bewaar(rij, door)
    return rij


def neem_terug(stand: Stapstand, *, versie: int) -> Stapstand:
    """The step is still to do after all: nothing of the tick stays but its history."""
    with transaction.atomic():
        rij = _vergrendeld(stand)
        if rij.gedaan_op is None:
            raise ValidationError("Deze stap staat al open.", code="al_vast")
        _eis_versie(rij, versie)
        rij.gedaan_op, rij.niet_van_toepassing, rij.reden, rij.opmerking = None, False, "", ""
        _bewaar(rij, None)
    return rij


def _vergrendeld(stand: Stapstand) -> Stapstand:
    """The row, locked; refused where another domain says that it is done."""
    rij = (
        Stapstand.objects.select_for_update(of=("self",))
        .select_related("eerste_maand", "stap", "statushouder")
        .get(pk=stand.pk)
    )
    if rij.feit_op:
        waar = register[rij.stap.feit.split(".")[0]].label
        raise ValidationError(
            f"Deze stap is ingevuld door {waar}, op {dag(rij.feit_op)}. Klopt dat niet? Wijzig het daar.",
            code="vanzelf",
        )
    return rij


def _eis_versie(rij: Stapstand, versie: int) -> None:
    if rij.versie != versie:
        raise Verouderd(rij)


def _bewaar(rij: Stapstand, door: Gebruiker | None) -> None:
    """As the next version, with who did it and the spell that it leans on."""
    rij.door_id = door.pk if door else None
    rij.organisatie_id = door.organisatie_id if door else None
    rij.vestiging = _vestiging(rij) if rij.gedaan_op else None
    rij.versie += 1
    rij.save(update_fields=_VELDEN)
    register.werk_bij([rij.statushouder])


def _vestiging(rij: Stapstand) -> Vestiging | None:
    """The spell with which the list began."""
    leden = Gezinslid.objects.filter(gezin=rij.eerste_maand.gezin_id).order_by().values("statushouder")
    rijen = Vestiging.objects.filter(statushouder__in=leden, van=rij.eerste_maand.begint_op)
    return rijen.order_by("pk").first()
