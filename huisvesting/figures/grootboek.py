"""Set-based reading of the quota: the ledger at a peildatum, and the persons behind each number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Least

from huisvesting import rules
from huisvesting.models import Opgave, Periode, Telling, Uitruil, Verwachting
from huisvesting.models.taakstelling import TellingQuerySet, VerwachtingQuerySet
from kern.contract import Peiling


@dataclass(frozen=True)
class Stand:
    """One period of the ledger at a peildatum; persons, and days that are inclusive.

    `opgave` is the newest known number, with the persons that were exchanged (`uitgeruild`) in it.
    `saldo` = te_realiseren − gerealiseerd: positive is a backlog, negative a lead, never clamped.
    """

    periode: Periode
    peildatum: date
    opgave: int
    uitgeruild: int
    bron: str
    overgedragen: int
    verwacht_overgedragen: int | None
    gerealiseerd: int
    gerealiseerd_benoemd: int
    beginstand_geldt: bool
    verwacht: int

    @property
    def te_realiseren(self) -> int:
        return self.opgave + self.overgedragen

    @property
    def saldo(self) -> int:
        return self.te_realiseren - self.gerealiseerd

    @property
    def afgesloten(self) -> bool:
        """Ended before the peildatum: from the day after its last day."""
        return self.periode.tot_en_met < self.peildatum

    @property
    def begonnen(self) -> bool:
        return self.periode.van <= self.peildatum

    @property
    def loopt(self) -> bool:
        return self.begonnen and not self.afgesloten

    @property
    def tempo(self) -> Decimal:
        return rules.tempo(self.te_realiseren, self.periode.van, self.periode.tot_en_met, self.peildatum)

    @property
    def prognose(self) -> int | None:
        """Realised plus those expected in the period; None when it has ended."""
        return None if self.afgesloten else self.gerealiseerd + self.verwacht


def _periodes(peildatum: date) -> QuerySet[Any]:
    """Each period whose number is known, with it, its opening position, what is counted and expected; one query."""
    nul = Value(0, output_field=IntegerField())
    in_periode = (
        Telling.objects.actueel()
        .filter(telt_op__gte=OuterRef("van"), telt_op__lte=Least(OuterRef("tot_en_met"), Value(peildatum)))
        .order_by()
    )
    na_stand = in_periode.filter(telt_op__gt=OuterRef("beginstand__stand_op"))
    verwacht = Verwachting.objects.nog_niet_geteld(peildatum).filter(
        verwacht_op__gte=OuterRef("van"), verwacht_op__lte=OuterRef("tot_en_met")
    )

    def som(tellingen: TellingQuerySet) -> Coalesce:
        groep = tellingen.annotate(groep=Value(1)).values("groep").annotate(som=Sum("waarde")).values("som")
        return Coalesce(Subquery(groep), nul)

    aantal = verwacht.order_by().annotate(groep=Value(1)).values("groep").annotate(n=Count("pk")).values("n")
    opgave = Opgave.objects.bekend_op(peildatum).filter(periode=OuterRef("pk")).nieuwste_eerst()
    uitruil = Uitruil.objects.besloten_tot(peildatum).filter(periode=OuterRef("pk")).order_by()
    geruild = uitruil.annotate(groep=Value(1)).values("groep").annotate(som=Sum("aantal")).values("som")
    return (
        Periode.objects.select_related("beginstand")
        .annotate(
            opgave=Subquery(opgave.values("aantal")[:1]),
            bron=Subquery(opgave.values("bron")[:1]),
            uitgeruild=Coalesce(Subquery(geruild), nul),
            benoemd=som(in_periode),
            na_stand=som(na_stand),
            verwacht=Coalesce(Subquery(aantal), nul),
        )
        .exclude(opgave=None)
    )


def grootboek(peildatum: date) -> list[Stand]:
    """The ledger of all periods, oldest first, at the end of the peildatum.

    A saldo is carried only when its period has ended before the peildatum (from 1 July); until
    then the period right after the running one shows it as `verwacht_overgedragen`. Before the
    day of an opening position only the named persons are known. Source: design section 5.
    """
    standen: list[Stand] = []
    for periode in _periodes(peildatum):
        vorige = standen[-1] if standen else None
        begin = getattr(periode, "beginstand", None)
        geldt = begin is not None and begin.stand_op <= peildatum
        standen.append(
            Stand(
                periode=periode,
                peildatum=peildatum,
                opgave=periode.opgave + periode.uitgeruild,
                uitgeruild=periode.uitgeruild,
                bron=periode.bron,
                overgedragen=vorige.saldo if vorige and vorige.afgesloten else 0,
                verwacht_overgedragen=vorige.saldo if vorige and vorige.loopt else None,
                gerealiseerd=begin.gerealiseerd + periode.na_stand if begin and geldt else periode.benoemd,
                gerealiseerd_benoemd=periode.benoemd,
                beginstand_geldt=geldt,
                verwacht=periode.verwacht,
            )
        )
    return standen


def nog_te_huisvesten(standen: list[Stand], peildatum: date) -> int | None:
    """Persons to house up to the end of the peildatum's year: the running saldo plus the later quotas.

    What is expected to be carried is not counted twice: 10 + 15 = 25 on 1 May 2017, not 35. A lead
    lowers it; never clamped. None when no period of the year runs or comes.
    """
    eind = date(peildatum.year, 12, 31)
    delen = [stand.saldo for stand in standen if not stand.afgesloten and stand.periode.tot_en_met <= eind]
    return sum(delen) if delen else None


def mutaties(peiling: Peiling) -> TellingQuerySet:
    """The signed rows of the period, up to the peildatum: they add up to who is realised by name."""
    rijen = Telling.objects.tussen(peiling.van, peiling.geteld_tot_en_met)
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen


def tellingen(peiling: Peiling) -> TellingQuerySet:
    """The rows that count persons in the period, up to the peildatum; minus rows are not among them."""
    return mutaties(peiling).filter(waarde=1)


def verwachtingen(peiling: Peiling) -> VerwachtingQuerySet:
    """Persons expected in the period who do not count yet at the peildatum."""
    rijen = Verwachting.objects.nog_niet_geteld(peiling.peildatum).filter(
        verwacht_op__range=(peiling.van, peiling.tot_en_met)
    )
    return rijen.zichtbaar_voor(peiling.gebruiker) if peiling.gebruiker else rijen
