"""Which cost centre and account belong to which line, from and until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from financien.actions.toedelen import koppel_vanzelf
from financien.models import Activiteit, Inkomstenpost, Rekening
from kern.weigering import botsing_als_weigering
from toegang.models import Gebruiker


def zet_rekening(
    *, regel: str, gegevens: Mapping[str, Any], door: Gebruiker, op: date
) -> tuple[Rekening, int]:
    """A rule from now on; with it how many loose entries it put on the line.

    ValidationError: no such line (on `regel`), a last day before the first, or days on which this account
    belongs to a line already.
    """
    is_post = Inkomstenpost.objects.filter(code=regel).exists()
    if not is_post and not Activiteit.objects.filter(code=regel).exists():
        raise ValidationError({"regel": "Kies een regel uit de lijst."})
    with transaction.atomic(), botsing_als_weigering(Rekening):
        rekening = Rekening.objects.create(
            inkomstenpost_id=regel if is_post else None,
            activiteit_id=None if is_post else regel,
            door=door,
            **gegevens,
        )
        return rekening, koppel_vanzelf(door=door, op=op)[regel]


def stop_rekening(rekening: Rekening, *, laatste_dag: date, verwacht: date | None) -> Rekening:
    """The rule holds up to and including this day; entries that it put on a line stay there.

    ValidationError on `tot_en_met` for a day before its first; when somebody changed the last day (`verwacht`) before.
    """
    with transaction.atomic(), botsing_als_weigering(Rekening):
        rij = Rekening.objects.select_for_update(no_key=True).get(pk=rekening.pk)
        if rij.tot_en_met != verwacht:
            raise ValidationError("Iemand anders heeft dit intussen gewijzigd. Open de pagina opnieuw.")
        if rij.van and laatste_dag < rij.van:
            raise ValidationError({"tot_en_met": "De laatste dag moet op of na de eerste dag liggen."})
        rij.tot_en_met = laatste_dag
        rij.save(update_fields=["tot_en_met"])
    return rij
