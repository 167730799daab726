"""What was asked of others and is not answered yet."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q

from dossiers.figures.verwijzen import hoofden, leesbaar, vertrokken_op
from dossiers.models import Doorverwijzing, Gezinslid
from kern.contract import Gebruiker


def gevraagd(
    gebruiker: Gebruiker, dag: date, deze: Q, *, na: Q, hoogstens: int
) -> tuple[list[tuple[Doorverwijzing, int]], int]:
    """Referrals in these dossiers (`wiens.bij`), or of their family, that wait for an answer, each with its dossier.

    Once its time is over a term asks to call; that stops when they leave, and then it waits here again.

    The oldest first, at most `hoogstens` of those after a place (`na`), and how many there are in all. Four queries.
    """
    gezinnen = Gezinslid.objects.lopend_op(dag).filter(deze).values("gezin")
    nog_tijd = Q(herinner_na=None) | Q(herinner_na__gte=dag)  # after that it is a term: calling them
    gestopt = Q(vertrokken_op__lte=dag, vertrokken_op__gte=F("gevraagd_op"))
    open_ = Doorverwijzing.objects.open_op(dag).alias(vertrokken_op=vertrokken_op())
    open_ = open_.filter(nog_tijd | gestopt, leesbaar(gebruiker))
    open_ = open_.filter(deze | Q(gezin__in=gezinnen)).select_related("organisatie")
    rijen = list(open_.filter(na).order_by("gevraagd_op", "pk")[:hoogstens])
    geheel = not na and len(rijen) < hoogstens
    samen = len(rijen) if geheel else open_.count()
    bij = hoofden(rijen, gebruiker, dag)
    return [(rij, bij[rij.pk].pk) for rij in rijen if rij.pk in bij], samen
