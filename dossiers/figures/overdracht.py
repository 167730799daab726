"""How much work each colleague has, for handing over all of it; and what was handed over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dossiers.models import Regie, Signaal, Taak, Waarneming, Werkoverdracht
from kern.contract import Gebruiker
from toegang.models import Gebruiker as Inlogger


class Werkvoorraad(NamedTuple):
    """A colleague with how much they have to do, now or later."""

    wie: Inlogger
    dossiers: int
    taken: int
    signalen: int
    waarnemingen: int

    @property
    def iets(self) -> bool:
        """Is there anything to hand over?"""
        return any(self[1:])


def werk_van(op: date, wie: Gebruiker | None = None) -> list[Werkvoorraad]:
    """Who has work on `op` or will have, also who left, by name; of one colleague only that one. One query.

    As far as the user who asks may see it.
    """
    nog = Q(tot=None) | Q(tot__gt=op)
    delen = {
        "dossiers": (Regie.objects.filter(nog, statushouder__samengevoegd_met=None), "regisseur"),
        "taken": (Taak.objects.open(), "eigenaar"),
        "signalen": (Signaal.objects.open(), "eigenaar"),
        "waarnemingen": (Waarneming.objects.filter(tot__gt=op), "waarnemer"),
    }
    collegas: Any = Inlogger.objects.filter(pk=wie.pk) if wie else Inlogger.objects.all()
    for naam, (rijen, veld) in delen.items():
        van_hem: Any = rijen.filter(**{veld: OuterRef("pk")}).order_by()
        collegas = collegas.annotate(
            **{
                f"aantal_{naam}": Coalesce(
                    Subquery(van_hem.values(veld).annotate(n=Count("pk")).values("n")), 0
                )
            }
        )
    if wie is None:
        collegas = collegas.filter(Q(*((f"aantal_{naam}__gt", 0) for naam in delen), _connector=Q.OR))
    return [
        Werkvoorraad(rij, *(getattr(rij, f"aantal_{naam}") for naam in delen))
        for rij in collegas.order_by("naam", "pk")
    ]


def wat_er_ging(rijen: Sequence[Werkoverdracht]) -> list[tuple[Werkoverdracht, Werkvoorraad]]:
    """Each hand-over with what of it the user who asks may see; not one of which that is nothing. Three queries.

    Who may not know of a shielded dossier sees the same with and without it.
    """
    regie, taken, signalen = (
        _zichtbaar(model, [sleutel for rij in rijen for sleutel in getattr(rij, veld)])
        for model, veld in ((Regie, "regie"), (Taak, "taken"), (Signaal, "signalen"))
    )
    samen = [
        (
            rij,
            Werkvoorraad(
                wie=rij.van,
                dossiers=len(regie & set(rij.regie)),
                taken=len(taken & set(rij.taken)),
                signalen=len(signalen & set(rij.signalen)),
                waarnemingen=len(rij.waarnemingen),
            ),
        )
        for rij in rijen
    ]
    return [(rij, ging) for rij, ging in samen if ging.iets]


def _zichtbaar(model: Any, sleutels: Sequence[int]) -> set[int]:
    return set(model.objects.filter(pk__in=sleutels).values_list("pk", flat=True))


def overdrachten(gebruiker: Gebruiker, *, alle: bool) -> QuerySet[Werkoverdracht]:
    """Handings over of all work, the newest first: all of them, or those of this user's own work."""
    rijen = Werkoverdracht.objects.select_related("van", "aan", "door")
    return rijen if alle else rijen.filter(Q(van=gebruiker.pk) | Q(door=gebruiker.pk))
