"""The family around a person, and whose case it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, Value, When

from dossiers.figures.mensen import vervanger
from dossiers.models import Gezinslid, Regie, Rol, Statushouder
from kern.contract import Gebruiker
from toegang.rules import van_gemeente

_VOLGORDE = Case(*(When(rol=rol, then=Value(plaats)) for plaats, rol in enumerate(Rol.values)))


@dataclass(frozen=True)
class Gezin:
    """A family on a day. `leden` are persons with `rol` and `stand`, the head first; empty without family."""

    naam: str
    leden: Sequence[Any]


def gezin_van(persoon: Statushouder, *, gebruiker: Gebruiker, peildatum: date) -> Gezin:
    """The family of this person on the peildatum, with the members that this user may see; one query."""
    lopend = Gezinslid.objects.lopend_op(peildatum)
    leden = (
        Statushouder.objects.zichtbaar_voor(gebruiker)
        .met_stand(peildatum)
        .filter(
            lidmaatschappen__in=lopend.filter(gezin__in=lopend.filter(statushouder=persoon).values("gezin"))
        )
        .annotate(rol=F("lidmaatschappen__rol"), gezin_naam=F("lidmaatschappen__gezin__naam"))
        .order_by(_VOLGORDE, "pk")
    )
    rijen: list[Any] = list(leden)
    if len(rijen) == 1 and not van_gemeente(gebruiker):
        return Gezin("", [])  # the name of a family of which nobody else was referred says who they are
    return Gezin(rijen[0].gezin_naam if rijen else "", rijen)


def regie_van(personen: Sequence[Statushouder], peildatum: date, gebruiker: Gebruiker) -> dict[int, Regie]:
    """Whose case it is at the end of the peildatum, by person, with `waarnemer` (a colleague or None).

    A partner is not told who is away. The assignments as they were read before (`Domein.vooraf`): no query.
    """
    lopend = {
        rij.statushouder_id: rij
        for persoon in personen
        for rij in persoon.regie.all()
        if rij.van <= peildatum and (rij.tot is None or rij.tot > peildatum)
    }
    for rij in lopend.values():
        rij.waarnemer = vervanger(rij, peildatum) if van_gemeente(gebruiker) else None
    return lopend
