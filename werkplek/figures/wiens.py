"""Whose work is asked: of the user, of a colleague, of all, or of nobody yet; and in which dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from dossiers import figures as van_dossiers
from dossiers.models import Statushouder, Waarneming
from kern.contract import Gebruiker
from kern.eenvan import EenVan
from toegang.rules import WIJZIGEN, mag


class Wie(StrEnum):
    """Whose work; besides these the key of a colleague."""

    MIJN = "mijn"
    ALLE = "alle"
    GEEN = "geen"


@dataclass(frozen=True)
class Keuze:
    """Whose work, about which domain, and in which dossiers (a filter that was kept; None for all)."""

    wie: Wie | int = Wie.MIJN
    domein: str = ""
    selectie: QuerySet[Statushouder] | None = None


def standaard(gebruiker: Gebruiker) -> Wie:
    """Whose work a user sees first: their own; all of it for a role that never has cases."""
    return Wie.MIJN if mag(gebruiker, "dossiers", WIJZIGEN) else Wie.ALLE


def _personen(gebruiker: Gebruiker, dag: date, keuze: Keuze) -> QuerySet[Any, Any]:
    """Keys of the persons of whose case it is."""
    rijen: Any = Statushouder.objects.zichtbaar_voor(gebruiker)
    if keuze.selectie is not None:
        rijen = rijen.filter(pk__in=keuze.selectie.order_by().values("pk"))
    if keuze.wie != Wie.ALLE:
        van: dict[Any, int | None] = {Wie.MIJN: gebruiker.pk, Wie.GEEN: None}
        wie: Any = van.get(keuze.wie, keuze.wie)
        rijen = van_dossiers.van_regisseur(rijen, wie, dag)
    sleutels: QuerySet[Any, Any] = rijen.order_by().values("pk")
    return sleutels


def van_wie(gebruiker: Gebruiker, dag: date, keuze: Keuze) -> Q:
    """Rows with an owner that are this choice's own: of the user and of whom they cover for; all for all.

    In the open work stock all that is recorded in its dossiers, whoever does it.
    """
    if keuze.wie == Wie.ALLE:
        return Q(eigenaar__isnull=False)
    if keuze.wie == Wie.GEEN:
        return Q(statushouder__in=_personen(gebruiker, dag, keuze))
    wie = gebruiker.pk if keuze.wie == Wie.MIJN else keuze.wie
    afwezig = Waarneming.objects.lopend_op(dag).filter(waarnemer=wie).values("afwezige")
    return Q(eigenaar=wie) | Q(eigenaar__in=afwezig)


def bij(gebruiker: Gebruiker, dag: date, keuze: Keuze) -> Q:
    """Rows with `statushouder` in the dossiers of this choice.

    Of somebody those are few: then their keys are found first, once, and the rows by index. Without it the database
    reads what is due of everybody, and asks of each row whose it is (measured at 100,000 dossiers: 290 ms against 6).
    """
    personen = _personen(gebruiker, dag, keuze)
    if keuze.wie == Wie.ALLE:
        return Q(statushouder__in=personen)
    return Q(EenVan("statushouder", personen))
