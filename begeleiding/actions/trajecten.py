"""Guidance of persons: beginning, changing and ending it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from begeleiding.models import Begeleidingstraject
from dossiers.models import Statushouder
from kern.contract import Gebruiker
from kern.register import register
from kern.weigering import botsing_als_weigering
from toegang.models import Organisatie

# What a partner may write of a trajectory.
_VELDEN = ("begeleider", "vrijwilliger", "intensiteit", "tot", "versie")


def begin_begeleiding(
    personen: Sequence[Statushouder],
    *,
    organisatie: Organisatie,
    van: date,
    intensiteit: str,
    begeleider: Gebruiker | None = None,
    vrijwilliger: str = "",
) -> list[Begeleidingstraject]:
    """Guidance of each of these persons by one organisation, from `van` on; all or nothing.

    ValidationError, in Dutch: nobody chosen, a guide of another organisation, somebody whom this organisation
    guides already.
    """
    if not personen:
        raise ValidationError({"personen": "Kies ten minste één persoon."})
    _eis_begeleider(begeleider, organisatie)
    with transaction.atomic(), botsing_als_weigering(Begeleidingstraject):
        rijen = Begeleidingstraject.objects.bulk_create(
            Begeleidingstraject(
                statushouder=persoon,
                organisatie=organisatie,
                begeleider_id=begeleider.pk if begeleider else None,
                vrijwilliger=vrijwilliger.strip(),
                intensiteit=intensiteit,
                van=van,
            )
            for persoon in personen
        )
        register.werk_bij(personen)
    return rijen


def wijzig_begeleiding(
    traject: Begeleidingstraject, *, versie: int, gegevens: Mapping[str, Any]
) -> Begeleidingstraject:
    """Another guide, how often, or the last day (`tot_en_met`). Verouderd; ValidationError at the field."""
    with transaction.atomic(), botsing_als_weigering(Begeleidingstraject):
        rij = Begeleidingstraject.vergrendeld(traject.pk, versie)
        laatste = gegevens["tot_en_met"]
        if laatste and laatste < rij.van:
            raise ValidationError({"tot_en_met": "De laatste dag mag niet voor de eerste dag liggen."})
        begeleider = gegevens["begeleider"]
        if begeleider and begeleider.pk != rij.begeleider_id:  # who works elsewhere by now stays who it was
            _eis_begeleider(begeleider, rij.organisatie)
        rij.begeleider, rij.vrijwilliger = gegevens["begeleider"], gegevens["vrijwilliger"].strip()
        rij.intensiteit = gegevens["intensiteit"]
        rij.tot = laatste + timedelta(days=1) if laatste else None
        rij.versie += 1
        rij.save(update_fields=_VELDEN)
        register.werk_bij([rij.statushouder])
    return rij


def _eis_begeleider(begeleider: Gebruiker | None, organisatie: Organisatie) -> None:
    if begeleider and begeleider.organisatie_id != organisatie.pk:
        raise ValidationError({"begeleider": "Deze begeleider werkt niet bij deze organisatie."})
