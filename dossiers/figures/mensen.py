"""Colleagues to choose from, and whose case it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import ForeignKey, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf

from dossiers.figures.eenmaal import eenmaal
from dossiers.models import Dossierdeel, Regie, Relatie, Statushouder, Waarneming
from kern.contract import Gebruiker
from kern.namens import als_partner
from toegang.models import Gebruiker as Inlogger
from toegang.rules import INZIEN, WIJZIGEN, rollen_met

D = TypeVar("D", bound=Dossierdeel)
# After every day that can be written.
ZONDER_EINDE = date.max.isoformat()


class Waarnemer(NamedTuple):
    """A colleague who covers for another."""

    pk: int
    naam: str

    def __str__(self) -> str:
        return self.naam


def eigenaren() -> QuerySet[Inlogger]:
    """Who can own a task or a signal: active users of the municipality who may read dossiers."""
    return _actief(rollen_met("dossiers", INZIEN, met_partners=False))


def regisseurkeuze() -> QuerySet[Inlogger]:
    """Who can have a case: active users of the municipality who may change dossiers."""
    return _actief(rollen_met("dossiers", WIJZIGEN, met_partners=False))


def _actief(rollen: Iterable[str]) -> QuerySet[Inlogger]:
    actief: QuerySet[Inlogger] = Inlogger.objects.filter(rol__in=rollen, is_active=True)
    return actief.order_by("naam", "pk")


def regie_op(personen: Iterable[Statushouder], dag: date) -> dict[int, Regie]:
    """Whose case it is at the end of `dag`, by person, with `waarnemer` (a user or None); three queries."""
    rijen = list(Regie.objects.lopend_op(dag).filter(statushouder__in=personen).select_related("regisseur"))
    waarnemers = waarnemers_op({rij.regisseur_id for rij in rijen if rij.regisseur_id}, dag)
    for rij in rijen:
        rij.waarnemer = waarnemers.get(rij.regisseur_id) if rij.regisseur_id else None
    return {rij.statushouder_id: rij for rij in rijen}


def waarnemers_op(afwezigen: Iterable[int], dag: date) -> dict[int, Inlogger]:
    """Who covers at the end of `dag`, by the primary key of who is absent; one query, two when somebody is."""
    rijen = Waarneming.objects.lopend_op(dag).filter(afwezige__in=afwezigen).prefetch_related("waarnemer")
    return {rij.afwezige_id: rij.waarnemer for rij in rijen}


def waarnemingen(gebruiker: Gebruiker, *, alle: bool, dag: date) -> QuerySet[Waarneming]:
    """Absences that run on `dag` or come later: all of them, or those that this user is part of."""
    rijen = Waarneming.objects.filter(tot__gt=dag).select_related("afwezige", "waarnemer")
    return rijen if alle else rijen.filter(Q(afwezige=gebruiker.pk) | Q(waarnemer=gebruiker.pk))


def relaties(persoon: Statushouder, gebruiker: Gebruiker) -> list[Relatie]:
    """Kinship and guardianship of this person, from both sides, with whom the user may see, the newest first.

    The person was found through `zichtbaar_voor`. One query, and one for the others where there are any;
    once for each object and user.
    """
    return eenmaal(persoon, "relaties", gebruiker.pk, lees=lambda: _relaties(persoon, gebruiker))


def _relaties(persoon: Statushouder, gebruiker: Gebruiker) -> list[Relatie]:
    leesbaar = Relatie.objects.leesbaar_voor(gebruiker)
    rijen = list(leesbaar.filter(Q(persoon=persoon) | Q(verwant=persoon)).order_by("-van", "pk"))
    mensen = {kant for rij in rijen for kant in (rij.persoon_id, rij.verwant_id)} - {persoon.pk}
    gezien = {**Statushouder.objects.zichtbaar_voor(gebruiker).in_bulk(mensen), persoon.pk: persoon}
    rijen = [rij for rij in rijen if rij.persoon_id in gezien and rij.verwant_id in gezien]
    for rij in rijen:
        rij.persoon, rij.verwant = gezien[rij.persoon_id], gezien[rij.verwant_id]
    return rijen


def met_mensen(rijen: QuerySet[D]) -> QuerySet[D]:
    """Recorded rows with all users that they refer to, in the same query."""
    velden = [
        veld.name
        for veld in rijen.model._meta.concrete_fields
        if isinstance(veld, ForeignKey) and veld.related_model is Inlogger
    ]
    return rijen.select_related(*velden)


def met_vervangers(rijen: QuerySet[Regie]) -> QuerySet[Regie]:
    """Assignments with who has the case, and all who ever cover for them, which `vervanger` looks in.

    A partner is not told who is away, and asks nothing of it.
    """
    rijen = rijen.select_related("regisseur")
    if als_partner():
        return rijen
    waarneming = Waarneming.objects.filter(afwezige=OuterRef("regisseur")).order_by("van", "pk")
    naam = Coalesce(NullIf("waarnemer__naam", Value("")), "waarnemer__email")
    rij = JSONObject(van="van", tot="tot", pk="waarnemer", naam=naam)
    return rijen.annotate(vervangers=ArraySubquery(waarneming.values(rij=rij)))


def vervanger(rij: Regie, dag: date) -> Waarnemer | None:
    """Who covers at the end of `dag` for whose case it is; of rows of `met_vervangers`. No query."""
    for wie in getattr(rij, "vervangers", ()):
        if wie["van"] <= dag.isoformat() < (wie["tot"] or ZONDER_EINDE):
            return Waarnemer(wie["pk"], wie["naam"])
    return None
