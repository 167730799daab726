"""Postpone, exempt or settle a term by hand, and take that back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from dossiers.models.sloten import vergrendel
from kern.contract import Termijnregel
from kern.register import register
from kern.weigering import botsing_als_weigering
from termijnen import figures, motor, rules
from termijnen.models import Termijn, Uitzondering
from toegang.models import Gebruiker

_WEG = "Deze termijn is er niet meer: er is intussen iets gewijzigd."
_AL_TERUG = "Dit besluit is al teruggedraaid."


def besluit(
    termijn: Termijn,
    *,
    regel: Termijnregel,
    soort: str,
    nieuwe_datum: date | None,
    reden: str,
    op: date,
    door: Gebruiker,
) -> Uitzondering:
    """A decision of `op` about this term; the last one holds, and the former stay to be read.

    ValidationError by field where `rules.bezwaren` refuses, when the very same was decided that day (the back
    button, a double click), and when the term went away while somebody looked at it.
    """
    with transaction.atomic(), botsing_als_weigering(Uitzondering):
        _een_tegelijk(termijn.statushouder_id)
        nu = Termijn.objects.met_status(op).filter(pk=termijn.pk).first()
        if nu is None:
            raise ValidationError(_WEG)
        feiten = rules.Lopend(
            soort=regel.soort,
            bron=regel.bron,
            begint_op=nu.begint_op,
            vervalt_op=nu.vervalt_op,
            gedaan_op=nu.gedaan_op,
        )
        if gevonden := rules.bezwaren(feiten, soort=soort, nieuwe_datum=nieuwe_datum, op=op):
            raise ValidationError(dict(gevonden))
        sleutel = {
            "code": nu.code,
            "statushouder": nu.statushouder,
            "gezin": nu.gezin,
            "onderwerp": nu.onderwerp,
            "gelegenheid": nu.gelegenheid,
            "soort": soort,
            "nieuwe_datum": nieuwe_datum,
            "besloten_op": op,
        }
        if Uitzondering.objects.filter(**sleutel, ingetrokken_op=None).exists():
            raise ValidationError("Dit besluit is vandaag al vastgelegd.")
        rij = Uitzondering.objects.create(**sleutel, reden=reden, door=door)
        if nu.statushouder:
            register.werk_bij([nu.statushouder])
    return rij


def vergrendel_met_besluit(termijn: Termijn) -> Uitzondering | None:
    """Lock the dossier, in the transaction that runs, and give the decision that holds by then.

    For who decides on what they saw: whoever was first has committed, and their decision is read.
    """
    _een_tegelijk(termijn.statushouder_id)
    return figures.laatste_besluit(termijn)


def _een_tegelijk(dossier: int | None) -> None:
    """Two who decide at once come one after the other; what is of no dossier has a lock of its own."""
    if dossier is None:
        motor.vergrendel_onderwerpen()
    else:
        vergrendel([dossier])


def draai_terug(rij: Uitzondering, *, op: date) -> Uitzondering:
    """On `op` this decision is taken back as a mistake, so that it holds on no day; it stays to be read.

    ValidationError when taken back before.
    """
    with transaction.atomic():
        _een_tegelijk(rij.statushouder_id)
        nu = (
            Uitzondering.objects.select_for_update(of=("self",)).select_related("statushouder").get(pk=rij.pk)
        )
        if nu.ingetrokken_op:
            raise ValidationError(_AL_TERUG)
        nu.ingetrokken_op = op
        nu.save(update_fields=["ingetrokken_op"])
        if nu.statushouder:
            register.werk_bij([nu.statushouder])
    return nu
