"""What has to be done first for a family, as the first page of a partner shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse

from begeleiding.figures.nodig import eerste_stappen
from dossiers.models import Statushouder
from kern.contract import Gebruiker, Nodig


def nodig(personen: Sequence[Statushouder], gebruiker: Gebruiker, dag: date) -> Mapping[int, Nodig]:
    """The first open step of each of these families; of two lists the one that is late first."""
    gevonden: dict[int, Nodig] = {}
    for lijst in eerste_stappen(personen, gebruiker, dag):
        gevonden.setdefault(
            lijst.statushouder_id,
            Nodig(
                wat=lijst.eerste_stap or "Eerste maand",
                uiterlijk_op=lijst.uiterlijk_op,
                adres=reverse("begeleiding:eerste-maand", args=[lijst.pk]),
                stand=f"{lijst.gedaan} van {lijst.nodig} stappen klaar",
            ),
        )
    return gevonden
