"""The number of a period, and what municipalities shift among each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum

from huisvesting import rules
from huisvesting.models import Opgave, Periode, Uitruil
from kern.register import register
from kern.weigering import botsing_als_weigering


def leg_opgave_vast(
    *, periode: str, gegevens: Mapping[str, Any], regels: Sequence[rules.Wetsregel] = rules.WETSREGELS
) -> Opgave:
    """A new version of the number of the period with this code, which is made when it is not there yet.

    ValidationError, in Dutch: a code that is no half-year, a period in which there is no quota any more,
    and a day on which the number of this period became known already.
    """
    try:
        van, tot_en_met = rules.grenzen(periode)
    except ValueError as fout:
        raise ValidationError({"periode": str(fout)}) from fout
    wet = rules.regel(rules.TAAKSTELLING, regels)
    if not wet.geldt_op(van):
        zin = f"De taakstelling geldt dan niet meer ({wet.bron})."
        raise ValidationError({"periode": zin})
    with transaction.atomic(), botsing_als_weigering(Periode, Opgave):
        rij, _nieuw = Periode.objects.get_or_create(
            code=periode, defaults={"van": van, "tot_en_met": tot_en_met}
        )
        opgave = Opgave.objects.create(periode=rij, **gegevens)
        register.werk_onderwerpen_bij("huisvesting")
    return opgave


def wijzig_opgave(opgave: Opgave, *, versie: int, gegevens: Mapping[str, Any]) -> Opgave:
    """Correct what was typed of a number; a number that is new gets a row of its own."""
    with transaction.atomic(), botsing_als_weigering(Opgave):
        rij = Opgave.vergrendeld(opgave.pk, versie)
        rij.vul(gegevens)
        rij.bewaar_volgende()
    return rij


def bewaar_uitruil(uitruil: Uitruil, *, gegevens: Mapping[str, Any], versie: int | None = None) -> Uitruil:
    """Make or change an exchange. ValidationError when more is given away than the period's number has."""
    with transaction.atomic(), botsing_als_weigering(Uitruil):
        # one at a time for a period, so that two together cannot give away too much
        periode = Periode.objects.select_for_update().get(pk=uitruil.periode_id)
        rij = Uitruil.te_bewaren(uitruil, versie)
        rij.vul(gegevens)
        _eis_opgave(periode, rij)
        rij.bewaar_volgende()
    return rij


def _eis_opgave(periode: Periode, rij: Uitruil) -> None:
    opgave = periode.opgaven.nieuwste_eerst().values_list("aantal", flat=True).first() or 0
    anders = periode.uitruil.exclude(pk=rij.pk).aggregate(som=Sum("aantal"))["som"] or 0
    if opgave + anders + rij.aantal < 0:
        raise ValidationError(
            {"aantal": f"De opgave is {opgave + anders}. Meer kan niet naar een andere gemeente."}
        )
