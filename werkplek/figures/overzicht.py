"""What is open and what was spoken of lately, for all members of a family at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dossiers.figures import vastleggen
from dossiers.models import Contactmoment, Signaal, Statushouder, Taak
from kern.contract import Gebruiker
from kern.kalender import na

MAANDEN_CONTACT = 3


def _per_persoon(rijen: Iterable[Any]) -> dict[int, list[Any]]:
    per: dict[int, list[Any]] = defaultdict(list)
    for rij in rijen:
        per[rij.statushouder_id].append(rij)
    return per


def open_werk(
    personen: Sequence[Statushouder], gebruiker: Gebruiker
) -> tuple[dict[int, list[Taak]], dict[int, list[Signaal]]]:
    """Open tasks and signals by person, the first to do first; two queries."""
    taken = Taak.objects.zichtbaar_voor(gebruiker).open().filter(statushouder__in=personen)
    signalen = Signaal.objects.zichtbaar_voor(gebruiker).open().filter(statushouder__in=personen)
    return _per_persoon(taken.select_related("eigenaar")), _per_persoon(signalen.select_related("eigenaar"))


def afspraken(
    personen: Sequence[Statushouder], gebruiker: Gebruiker, peildatum: date
) -> dict[int, list[Contactmoment]]:
    """What is agreed for a day after the peildatum, by person, the first to come first; one query."""
    return _per_persoon(vastleggen.afspraken(personen, gebruiker, na=peildatum))


def laatste_contacten(
    personen: Sequence[Statushouder], gebruiker: Gebruiker, peildatum: date
) -> dict[int, list[Contactmoment]]:
    """Contacts that count, by person, of the three months up to and including the peildatum; one query."""
    rijen = Contactmoment.objects.zichtbaar_voor(gebruiker).geldig()
    recent = rijen.filter(
        statushouder__in=personen, op__gt=na(peildatum, -MAANDEN_CONTACT), op__lte=peildatum
    )
    return _per_persoon(recent.select_related("auteur"))
