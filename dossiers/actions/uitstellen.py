"""Postponing a task, and taking that back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers import figures
from dossiers.actions.vastleggen import vergrendeld_geldig, wijzig_deel
from dossiers.models import Taak
from dossiers.models.sloten import vergrendel
from dossiers.rules import NIET_UITGESTELD, gedaanbezwaar, uitstelbezwaar


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
        nu = _vergrendeld_open(taak, versie)
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

    See `figures.voor_het_uitstel`. Sent twice, the second finds what the first did, and does nothing. Verouderd;
    ValidationError where it is not postponed (any more), and where the task is done or struck out.
    """
    with transaction.atomic():
        vergrendel([taak.statushouder_id])
        nu = Taak.objects.get(pk=taak.pk)
        if nu.versie == versie + 1 and figures.is_teruggedraaid(nu):
            return nu
        nu = _vergrendeld_open(taak, versie)
        ervoor = figures.voor_het_uitstel(nu)
        if ervoor is None:
            raise ValidationError(NIET_UITGESTELD)
        return wijzig_deel(nu, versie=versie, gegevens=ervoor._asdict())


def _vergrendeld_open(taak: Taak, versie: int) -> Taak:
    nu = vergrendeld_geldig(taak, versie)
    if zin := gedaanbezwaar(nu.gedaan_op):
        raise ValidationError(zin)
    return nu
