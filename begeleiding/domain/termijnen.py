"""What is due in guidance."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from begeleiding.figures import termijnen as rijen
from begeleiding.models import TERMIJN
from begeleiding.rules import BRON
from kern.contract import Gebruiker, Termijnregel
from toegang.rules import WIJZIGEN, mag


def _afvinken(_persoon: Any, gelegenheid: str, gebruiker: Gebruiker) -> tuple[str, str] | None:
    if not mag(gebruiker, "begeleiding", WIJZIGEN):
        return None
    return "Stappen afvinken", reverse("begeleiding:eerste-maand", args=[int(gelegenheid)])


TERMIJNREGELS = [
    Termijnregel(
        code=TERMIJN,
        label="Eerste maand afronden",
        soort="plan",
        bron=BRON,
        rijen=rijen.eerste_maand,
        actie=_afvinken,
        voortgang=rijen.voortgang,
    ),
]
