"""Postponing a task, and taking that back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers.actions.vastleggen import vergrendeld_geldig, wijzig_deel
from dossiers.models import Taak
from dossiers.models.sloten import vergrendel
from dossiers.rules import uitstelbezwaar
from kern.opmaak.datum import schrijf_datum


def stel_taak_uit(taak: Taak, *, versie: int, nieuwe_datum: date, reden: str, op: date) -> Taak:
    """The task has until `nieuwe_datum` (inclusive), decided on `op`; the first last day stays with it.

    Sent twice, the second finds what the first did, and does nothing. Verouderd; ValidationError at `nieuwe_datum`
    where `uitstelbezwaar` refuses, at `reden` without one, and where the task is done or struck out.
    """
    reden = reden.strip()
    with transaction.atomic():
        vergrendel([taak.statushouder_id])
        nu = Taak.objects.get(pk=taak.pk)
        if nu.versie == versie + 1 and (nu.uiterlijk_op, nu.uitstel_reden) == (nieuwe_datum, reden):
            return nu
        nu = vergrendeld_geldig(taak, versie)
        if nu.gedaan_op:
            raise ValidationError(f"Deze taak is al gedaan op {schrijf_datum(nu.gedaan_op)}.")
        if zin := uitstelbezwaar(nu.uiterlijk_op, nieuwe_datum, op=op):
            raise ValidationError({"nieuwe_datum": zin})
        if not reden:
            raise ValidationError({"reden": "Schrijf op waarom."})
        gegevens = {
            "uiterlijk_op": nieuwe_datum,
            "eerst_uiterlijk_op": nu.eerst_uiterlijk_op or nu.uiterlijk_op,
            "uitstel_reden": reden,
        }
        return wijzig_deel(nu, versie=versie, gegevens=gegevens)


def draai_taakuitstel_terug(taak: Taak, *, versie: int) -> Taak:
    """The task has again the last day, and the reason of it, that it had before it was last postponed.

    As its history says; where that is not kept, the day before it was postponed at all. Verouderd; ValidationError
    where it is not postponed (any more).
    """
    with transaction.atomic():
        nu = vergrendeld_geldig(taak, versie)
        if nu.eerst_uiterlijk_op is None:
            raise ValidationError("Deze taak is niet (meer) uitgesteld.")
        # Postponing only moves to a later day, and any other change of it ends the postponement (`wijzig_taak`): so
        # what stood there before is the newest with an earlier day, whatever was taken back in between.
        eerder = nu.events.filter(uiterlijk_op__lt=nu.uiterlijk_op).order_by("-pgh_id")  # type: ignore[attr-defined]
        velden = ("uiterlijk_op", "eerst_uiterlijk_op", "uitstel_reden")
        gegevens = eerder.values(*velden).first() or {
            "uiterlijk_op": nu.eerst_uiterlijk_op,
            "eerst_uiterlijk_op": None,
            "uitstel_reden": "",
        }
        return wijzig_deel(nu, versie=versie, gegevens=gegevens)
