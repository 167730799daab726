"""The lists of the first month: which run, how far they are, and the steps of one."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, F, Max, Q, QuerySet

from begeleiding.models import EersteMaand, Stapstand
from begeleiding.models.eerste_maand import EersteMaandQuerySet, StapstandQuerySet
from kern.contract import Gebruiker, Peiling


def lijsten(gebruiker: Gebruiker) -> EersteMaandQuerySet:
    """Lists that this user may see, with family, head and version."""
    return EersteMaand.objects.zichtbaar_voor(gebruiker).select_related("gezin", "statushouder", "lijst")


def stappen(gebruiker: Gebruiker) -> StapstandQuerySet:
    """Steps that this user may see, each with its list and who ticked it."""
    return Stapstand.objects.zichtbaar_voor(gebruiker).select_related(
        "stap", "statushouder", "eerste_maand", "eerste_maand__gezin", "door", "organisatie"
    )


def te_toetsen(peiling: Peiling) -> EersteMaandQuerySet:
    """Families that settled in the period, of which the 30 days were over before the peildatum ended (T6).

    Who left since is one of them: what a council was told of a period does not become less.
    """
    rijen = EersteMaand.objects.filter(
        begint_op__range=(peiling.van, peiling.geteld_tot_en_met), uiterlijk_op__lt=peiling.peildatum
    )
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen


def compleet(peiling: Peiling) -> EersteMaandQuerySet:
    """Of these families those that did every step that applies to them within the 30 days."""
    rijen: Any = te_toetsen(peiling).met_aantallen(peiling.peildatum)
    op_tijd: EersteMaandQuerySet = rijen.filter(op_tijd=F("nodig"))
    return op_tijd


def te_laat(peiling: Peiling) -> EersteMaandQuerySet:
    """Families with a step still to do at the peildatum, more than 30 days after they settled."""
    rijen = EersteMaand.objects.open_op(peiling.peildatum).filter(uiterlijk_op__lt=peiling.peildatum)
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen


def eerste_maand_af() -> QuerySet[Any, Any]:
    """The day on which the last step of a list was done, by the head of the family."""
    geldt = Q(stappen__stap__alleen_met_kinderen=False) | Q(met_kinderen=True)
    klaar = EersteMaand.objects.filter(begint_op__isnull=False).zonder_open_stap()
    return (
        klaar.order_by()
        .values(dossier=F("statushouder"))
        .annotate(op=Max("stappen__klaar_op", filter=geldt))
        .filter(op__isnull=False)
    )


class Openstand(NamedTuple):
    """Lists with a step to do: all, those past their last day, and those whose last day is this week."""

    alle: int
    te_laat: int
    deze_week: int


def tel_open(gebruiker: Gebruiker, dag: date, einde_week: date) -> Openstand:
    """How many lists that this user may see have a step to do at the end of `dag`; one query."""
    rijen = EersteMaand.objects.zichtbaar_voor(gebruiker).open_op(dag).order_by()
    tellingen = rijen.aggregate(
        alle=Count("pk"),
        te_laat=Count("pk", filter=Q(uiterlijk_op__lt=dag)),
        deze_week=Count("pk", filter=Q(uiterlijk_op__range=(dag, einde_week))),
    )
    return Openstand(**tellingen)
