"""Who is guided, and how many persons each guide and organisation has."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from begeleiding.models import Begeleidingstraject, Intensiteit
from begeleiding.models.traject import TrajectQuerySet
from dossiers.models import Statushouder
from dossiers.models.persoon import StatushouderQuerySet
from kern.contract import Gebruiker, Peiling


class Belasting(NamedTuple):
    """How many persons somebody guides on a day, and how many of these often."""

    naam: str
    organisatie: str
    personen: int
    intensief: int


def trajecten(gebruiker: Gebruiker) -> TrajectQuerySet:
    """Trajectories that this user may see, with all that a page says of them."""
    return Begeleidingstraject.objects.zichtbaar_voor(gebruiker).select_related(
        "statushouder", "organisatie", "begeleider"
    )


def in_begeleiding(peiling: Peiling) -> StatushouderQuerySet:
    """Persons with a trajectory that runs at the end of the peildatum, each once."""
    lopend = Begeleidingstraject.objects.lopend_op(peiling.peildatum).filter(statushouder=OuterRef("pk"))
    rijen = Statushouder.objects.actueel().filter(Exists(lopend))
    return rijen.met_inzage(peiling.gebruiker, "begeleiding") if peiling.gebruiker else rijen


def begeleid() -> QuerySet[Any, Any]:
    """The first day on which somebody was guided."""
    rijen = Begeleidingstraject.objects.order_by()
    return rijen.values(dossier=F("statushouder")).annotate(op=Min("van"))


def belasting(gebruiker: Gebruiker, dag: date) -> list[Belasting]:
    """By organisation and guide: persons guided at the end of `dag`; without a guide last. One query."""
    rijen = (
        Begeleidingstraject.objects.zichtbaar_voor(gebruiker)
        .lopend_op(dag)
        .order_by(
            "organisatie__naam", F("begeleider__naam").asc(nulls_last=True), "vrijwilliger", "begeleider"
        )
        # by the key too: two guides can have the same name
        .values_list("organisatie__naam", "begeleider__naam", "vrijwilliger", "begeleider")
        .annotate(
            personen=Count("statushouder", distinct=True),
            intensief=Count("statushouder", distinct=True, filter=Q(intensiteit=Intensiteit.INTENSIEF)),
        )
    )
    return [
        Belasting(begeleider or vrijwilliger, organisatie, personen, intensief)
        for organisatie, begeleider, vrijwilliger, _sleutel, personen, intensief in rijen
    ]


def belasting_organisaties(gebruiker: Gebruiker, dag: date) -> list[Belasting]:
    """The same by organisation; who has two guides of one counts once."""
    rijen = (
        Begeleidingstraject.objects.zichtbaar_voor(gebruiker)
        .lopend_op(dag)
        .order_by("organisatie__naam")
        .values_list("organisatie__naam")
        .annotate(
            personen=Count("statushouder", distinct=True),
            intensief=Count("statushouder", distinct=True, filter=Q(intensiteit=Intensiteit.INTENSIEF)),
        )
    )
    return [Belasting("", organisatie, personen, intensief) for organisatie, personen, intensief in rijen]


def aantal_in_begeleiding(gebruiker: Gebruiker, dag: date) -> int:
    """Persons whom this user may see and who are guided at the end of `dag`, each once."""
    rijen = Begeleidingstraject.objects.zichtbaar_voor(gebruiker).lopend_op(dag).order_by()
    return rijen.values("statushouder").distinct().count()
