"""Colleagues to choose from, and whose case it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import ForeignKey, Q, QuerySet

from dossiers.figures.eenmaal import eenmaal
from dossiers.models import Dossierdeel, Regie, Relatie, Statushouder, Waarneming
from kern.contract import Gebruiker
from toegang.models import Gebruiker as Inlogger
from toegang.rules import INZIEN, WIJZIGEN, rollen_met


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


def noem(rijen: Iterable[Dossierdeel]) -> None:
    """Give recorded rows the users that they refer to, where they have none yet; one query for all of them."""
    leeg = [
        (rij, veld)
        for rij in rijen
        for veld in rij._meta.concrete_fields
        if isinstance(veld, ForeignKey) and veld.related_model is Inlogger and not veld.is_cached(rij)
    ]
    wie = Inlogger.objects.in_bulk({getattr(rij, veld.attname) for rij, veld in leeg} - {None})
    for rij, veld in leeg:
        setattr(rij, veld.name, wie.get(getattr(rij, veld.attname)))
