"""A commitment is made, changed and ended, never for more than what is free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import F, QuerySet, Sum

from financien.figures.stand import NUL
from financien.models import Activiteit, Toedeling, Verplichting, Verplichtingtermijn
from kern.opmaak.scherm import euro
from kern.weigering import botsing_als_weigering

# Equal parts come so many months after one another.
STAPPEN = (1, 3, 6, 12)


@dataclass(frozen=True)
class Verdeling:
    """Expected spending: so many equal parts, the first in the month of `eerste`, each so many months later."""

    aantal: int
    eerste: date
    om_de: int = 1

    @property
    def laatste(self) -> date:
        """The first day of the month of the last part."""
        return self._maand(self.aantal - 1)

    def termijnen(self, bedrag: Decimal) -> list[tuple[date, Decimal]]:
        """First days of months with their amounts; what does not divide comes with the last."""
        deel = (bedrag / self.aantal).quantize(Decimal("0.01"), ROUND_DOWN)
        bedragen = [deel] * (self.aantal - 1) + [bedrag - deel * (self.aantal - 1)]
        return [(self._maand(nummer), hoeveel) for nummer, hoeveel in enumerate(bedragen)]

    def _maand(self, nummer: int) -> date:
        maand = self.eerste.year * 12 + self.eerste.month - 1 + nummer * self.om_de
        return date(maand // 12, maand % 12 + 1, 1)


def gelijke_delen(termijnen: Mapping[date, Decimal]) -> Verdeling | None:
    """The equal parts that these months with their amounts are; None when they are no such thing."""
    eerste, *rest = sorted(termijnen)
    om_de = (rest[0].year - eerste.year) * 12 + rest[0].month - eerste.month if rest else 1
    verdeling = Verdeling(len(termijnen), eerste, om_de)
    gelijk = dict(verdeling.termijnen(sum(termijnen.values(), NUL))) == dict(termijnen)
    return verdeling if gelijk and om_de in STAPPEN else None


@dataclass(frozen=True)
class EigenTermijnen:
    """Expected spending as it was agreed: for each part a day in its month, and an amount of its own."""

    delen: tuple[tuple[date, Decimal], ...]

    def termijnen(self, bedrag: Decimal) -> list[tuple[date, Decimal]]:
        """First days of months with their amounts. ValidationError (code `som`) when they are not together `bedrag`."""
        som = sum((deel for _dag, deel in self.delen), NUL)
        over = bedrag - som
        if over:
            wat = "Er moet nog {} euro bij." if over > 0 else "Er is {} euro te veel."
            raise ValidationError(
                f"De termijnen zijn samen {euro(som)} euro, de verplichting is {euro(bedrag)} euro. "
                f"{wat.format(euro(abs(over)))}",
                code="som",
            )
        return [(dag.replace(day=1), deel) for dag, deel in sorted(self.delen)]


def bewaar_verplichting(
    verplichting: Verplichting,
    *,
    gegevens: Mapping[str, Any],
    verdeling: Verdeling | EigenTermijnen | None,
    versie: int | None = None,
) -> Verplichting:
    """Make a commitment with its expected spending, or change one as its next version.

    Entries with its number that stand on its activity already use it up from now on, also in a closed month: their
    line and amount stay as they are.

    ValidationError: on `bedrag` more than is free in the activity; a number that exists; on `activiteit` another
    one once entries use the commitment; once it has ended another amount, activity or first day than it had; parts of
    their own that are together another amount, or two in a month.
    Verouderd when somebody changed it before.
    """
    with transaction.atomic(), botsing_als_weigering(Verplichting, Verplichtingtermijn, Toedeling):
        # The activity first, as the guard in the database does: two who commit on it wait here for one another.
        activiteit = Activiteit.objects.select_for_update(no_key=True).get(pk=gegevens["activiteit"].pk)
        rij = Verplichting.te_bewaren(verplichting, versie)
        if (
            rij.pk
            and rij.activiteit_id != activiteit.code
            and rij.toedelingen.filter(ongedaan_op=None).exists()
        ):
            raise ValidationError(
                {"activiteit": "Er zijn boekingen op deze verplichting. De activiteit blijft dus."}
            )
        met_nummer = _met_nummer(activiteit, gegevens["nummer"])
        _past(rij, activiteit, gegevens["bedrag"], _besteed(rij) + _som(met_nummer))
        rij.vul(gegevens)
        rij.bewaar_volgende()
        met_nummer.update(verplichting=rij, versie=F("versie") + 1)
        rij.termijnen.all().delete()
        Verplichtingtermijn.objects.bulk_create(
            Verplichtingtermijn(verplichting=rij, maand=maand, bedrag=bedrag)
            for maand, bedrag in (verdeling.termijnen(rij.bedrag) if verdeling else [])
        )
    return rij


def beeindig_verplichting(verplichting: Verplichting, *, versie: int, op: date) -> Verplichting:
    """End a commitment: from that day on nothing of it is committed any more; what is spent stays.

    ValidationError on `beeindigd_op` for a day before it was made. Verouderd when somebody changed it before.
    """
    with transaction.atomic(), botsing_als_weigering(Verplichting):
        rij = Verplichting.vergrendeld(verplichting.pk, versie)
        if op < rij.aangegaan_op:
            raise ValidationError({"beeindigd_op": "Deze dag ligt voor het begin van de verplichting."})
        rij.beeindigd_op = op
        rij.bewaar_volgende()
    return rij


def _past(rij: Verplichting, activiteit: Activiteit, bedrag: Decimal, besteed: Decimal) -> None:
    """Is there so much free? The database guards it too; this says how much there is."""
    eigen = NUL
    if rij.beeindigd_op is not None:
        return
    if rij.pk and rij.activiteit_id == activiteit.code:
        eigen = max(rij.bedrag - _besteed(rij) - _som(_met_nummer(activiteit, rij.nummer)), NUL)
        if bedrag <= rij.bedrag:
            return
    with connection.cursor() as cursor:
        cursor.execute("SELECT financien_vrij(%s)", [activiteit.code])
        [vrij] = cursor.fetchone()
    if max(bedrag - besteed, NUL) > vrij + eigen:
        ruimte = max(vrij + eigen + besteed, NUL)
        raise ValidationError(
            {
                "bedrag": (
                    f"Bij {activiteit} is {euro(ruimte)} euro vrij. Verlaag het bedrag of wijzig eerst de begroting."
                )
            }
        )


def _besteed(rij: Verplichting) -> Decimal:
    return _som(rij.toedelingen.filter(ongedaan_op=None)) if rij.pk else NUL


def _met_nummer(activiteit: Activiteit, nummer: str) -> QuerySet[Toedeling]:
    """What stands on the activity by an entry with this number, and not by way of a commitment."""
    rijen = Toedeling.objects.geldig().filter(activiteit=activiteit, verplichting=None)
    return rijen.filter(boeking__verplichting__iexact=nummer)


def _som(rijen: QuerySet[Toedeling]) -> Decimal:
    som: Decimal | None = rijen.aggregate(som=Sum("bedrag"))["som"]
    return som or NUL
