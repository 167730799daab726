"""Colleagues to choose from, and whose case it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from dossiers.models import BsnInzage, Regie, Relatie, Statushouder, Waarneming
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
    """Whose case it is at the end of `dag`, by person, with `waarnemer` (a user or None); two queries."""
    rijen = list(Regie.objects.lopend_op(dag).filter(statushouder__in=personen).select_related("regisseur"))
    waarnemers = waarnemers_op({rij.regisseur_id for rij in rijen if rij.regisseur_id}, dag)
    for rij in rijen:
        rij.waarnemer = waarnemers.get(rij.regisseur_id) if rij.regisseur_id else None
    return {rij.statushouder_id: rij for rij in rijen}


def waarnemers_op(afwezigen: Iterable[int], dag: date) -> dict[int, Inlogger]:
    """Who covers at the end of `dag`, by the primary key of who is absent; one query."""
    rijen = Waarneming.objects.lopend_op(dag).filter(afwezige__in=afwezigen).select_related("waarnemer")
    return {rij.afwezige_id: rij.waarnemer for rij in rijen}


def waarnemingen(gebruiker: Gebruiker, *, alle: bool, dag: date) -> QuerySet[Waarneming]:
    """Absences that run on `dag` or come later: all of them, or those that this user is part of."""
    rijen = Waarneming.objects.filter(tot__gt=dag).select_related("afwezige", "waarnemer")
    return rijen if alle else rijen.filter(Q(afwezige=gebruiker.pk) | Q(waarnemer=gebruiker.pk))


def relaties(persoon: Statushouder, gebruiker: Gebruiker) -> QuerySet[Relatie]:
    """Kinship and guardianship of this person, from both sides, with whom the user may see."""
    zichtbaar = Statushouder.objects.zichtbaar_voor(gebruiker)
    return (
        Relatie.objects.filter(Q(persoon=persoon) | Q(verwant=persoon))
        .filter(persoon__in=zichtbaar, verwant__in=zichtbaar)
        .select_related("persoon", "verwant")
        .order_by("-van", "pk")
    )


def bsn_inzagen(persoon: Statushouder) -> QuerySet[BsnInzage]:
    """Who saw the BSN of this person, when and why, the last one first; one query with the users."""
    return BsnInzage.objects.filter(statushouder=persoon).select_related("gebruiker")
