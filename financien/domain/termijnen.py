"""What is due of the budget: its months are closed one by one."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from financien.figures import termijnen as rijen
from kern.contract import Gebruiker, Termijnregel
from toegang.models import Rol
from toegang.rules import WIJZIGEN, mag


def _sluiten(maand: Any, _gelegenheid: str, gebruiker: Gebruiker) -> tuple[str, str] | None:
    if not mag(gebruiker, "financien", WIJZIGEN):
        return None
    return "Maand sluiten", reverse("financien:maand-sluiten", args=[maand])


TERMIJNREGELS = [
    Termijnregel(
        code="financien.maand_sluiten",
        label="Maand van de begroting sluiten",
        soort="norm",
        bron="Afspraak in huis: een maand gaat dicht in de maand erna (norm, geen wet)",
        rijen=rijen.maanden_te_sluiten,
        namen=rijen.maandnamen,
        actie=_sluiten,
        rol=Rol.FINANCIEN,
        vanaf_begin=True,
    ),
]
